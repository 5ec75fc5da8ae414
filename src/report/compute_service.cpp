#include "report/compute_service.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "law/instrument.hpp"
#include "people/service.hpp"
#include "report/acting_service.hpp"
#include "report/cell_label.hpp"
#include "report/computed_store.hpp"
#include "report/content_store.hpp"
#include "report/edit.hpp"
#include "report/errors.hpp"
#include "report/movement_service.hpp"
#include "report/report_settings_service.hpp"
#include "report/statutory_table.hpp"

namespace gk::report {

namespace {

using people::Actor;
using people::Agency;
using people::Permission;
using store::Snapshot;
using store::Transaction;

constexpr std::string_view fee_words = "信息处理费";

// What the cases say.
struct Tables {
    law::ReportFormat format = law::ReportFormat::form_2021;
    ApplicationTable applications;
    RemedyTable remedies;
    std::string fee_sentence;
};

Result<law::ReportFormat> format_of(int report_year, Date today) {
    const auto format = law::format_in_force(report_year);
    if (!format || report_year > today.year()) {
        const auto first =
            static_cast<int>(law::find_instrument("report-format-2019")->effective_on.year());
        return error(year_out_of_range, report_year, first, today.year()).at("year");
    }
    return *format;
}

Tables compute(Snapshot& snapshot, ReportKey key, law::ReportFormat format, RemedyScope scope) {
    const auto counts = application::count_cases(snapshot, key.agency, key.report_year);
    const auto remedies = count_remedies(snapshot, key.agency, key.report_year, scope);
    const auto fees = application::collected_fees(snapshot, key.agency, key.report_year);
    return {.format = format,
            .applications = application_table(counts, format),
            .remedies = remedy_table(remedies),
            .fee_sentence = fee_sentence(key.report_year, fees)};
}

std::string shown_in(const AnnualReport& report, std::string_view cell) {
    const auto* figure = find(report, cell);
    return figure == nullptr ? std::string() : shown(*figure);
}

std::vector<CellDifference> differences(const AnnualReport& kept, const Tables& tables) {
    AnnualReport computed;
    computed.applications = tables.applications;
    computed.remedies = tables.remedies;
    std::vector<CellDifference> found;
    for (const auto& [name, label] : labelled_cells(tables.format)) {
        if (find(computed, name) == nullptr) {
            continue;
        }
        auto before = shown_in(kept, name);
        auto now = shown_in(computed, name);
        if (before != now) {
            found.push_back({name, label, std::move(before), std::move(now)});
        }
    }
    return found;
}

std::optional<Moment> computed_at(const StoredReport& stored) {
    std::optional<Moment> at;
    for (const auto& act : stored.acts) {
        if (act.action == ReportAction::compute) {
            at = act.at;
        } else if (act.action == ReportAction::import_file) {
            at.reset();
        }
    }
    return at;
}

// Our sentence of before is replaced; a sentence of someone's own stays.
SectionText with_fee_sentence(SectionText section, int report_year, const std::string& sentence) {
    const auto ours = fmt::format("{}年，本机关", report_year);
    for (auto& paragraph : section.paragraphs) {
        if (paragraph.find(fee_words) != std::string::npos) {
            if (paragraph.starts_with(ours)) {
                paragraph = sentence;
            }
            return section;
        }
    }
    section.paragraphs.push_back(sentence);
    return section;
}

bool may_read(const Actor& actor, Id<Agency> agency) {
    return actor.may(Permission::report_read, agency);
}

// As asked for, or as the agency has laid down.
RemedyScope scope_in(Snapshot& snapshot, Id<Agency> agency, std::optional<RemedyScope> asked) {
    return asked ? *asked : load_report_settings(snapshot, agency).remedies;
}

// Compares, and writes where the report is not locked.
class Computing {
public:
    Computing(const ComputeDesk& desk, const ReportReference& reference,
              std::optional<RemedyScope> scope, const Actor& actor, Moment now)
        : desk_(desk), reference_(reference), asked_scope_(scope), actor_(actor), now_(now) {}

    Result<Computed> run(Transaction& transaction, law::ReportFormat format) const {
        GK_TRY(const auto agency, people::find_agency(transaction, reference_.agency_code));
        const ReportKey key{agency.id, reference_.report_year};
        if (!may_read(actor_, agency.id)) {
            return error(report_not_found, agency.name, key.report_year);
        }
        const auto scope = scope_in(transaction, agency.id, asked_scope_);
        const auto before = load_report(transaction, key);
        const auto tables = compute(transaction, key, format, scope);
        Computed computed;
        computed.fee_sentence = tables.fee_sentence;
        if (before) {
            computed.differences = differences(before->report, tables);
            computed.figures_of = computed_at(*before);
        }
        if (computed.figures_of) {
            computed.movements =
                movements_since(transaction, desk_, key, format, scope, *computed.figures_of, now_);
        }
        computed.is_locked = before && is_locked(before->status);
        if (computed.is_locked) {
            computed.stored = *before;
            return computed;
        }
        GK_CHECK(save(transaction, agency, key, before, tables, scope));
        computed.stored = *load_report(transaction, key);
        return computed;
    }

private:
    static bool is_locked(ReportStatus status) {
        return status != ReportStatus::draft && status != ReportStatus::sent_back;
    }

    Result<void> save(Transaction& transaction, const Agency& agency, ReportKey key,
                      const std::optional<StoredReport>& before, const Tables& tables,
                      RemedyScope scope) const {
        const auto head = head_or_new(transaction, key);
        GK_CHECK(check_version(reference_, head));
        GK_TRY(const auto after, take_step(transaction, key, head, ReportAction::compute,
                                           label(scope), actor_, now_));
        GK_ASSERT(after.status.has_value());
        const auto text = before ? before->report : blank_report(agency.name, key.report_year);
        if (!before) {
            replace_content(transaction, key, text, {CellOrigin::typed, std::nullopt});
        }
        replace_computed(transaction, key, tables.format, tables.applications, tables.remedies);
        const auto section = law::Section::other_matters;
        replace_section(transaction, key, section,
                        with_fee_sentence(text.sections[static_cast<std::size_t>(section)],
                                          key.report_year, tables.fee_sentence));
        check_with_next(transaction, agency, key);
        return {};
    }

    const ComputeDesk& desk_;
    const ReportReference& reference_;
    std::optional<RemedyScope> asked_scope_;
    const Actor& actor_;
    Moment now_;
};

}  // namespace

Result<Computed> compute_report(const ComputeDesk& desk, const ReportReference& reference,
                                std::optional<RemedyScope> scope, const Actor& actor, Moment now) {
    GK_TRY(const auto format, format_of(reference.report_year, now.date()));
    return desk.database.write([&](Transaction& transaction) {
        return Computing(desk, reference, scope, actor, now).run(transaction, format);
    });
}

Result<CountedCases> cases_of_cell(store::Database& database, const ReportReference& reference,
                                   std::string_view cell_name, std::optional<RemedyScope> scope,
                                   int limit, int offset, const Actor& actor) {
    const auto format = law::format_in_force(reference.report_year);
    if (!format) {
        return error(cell_without_cases, cell_name);
    }
    return database.read([&](Snapshot& snapshot) -> Result<CountedCases> {
        GK_TRY(const auto agency, people::find_agency(snapshot, reference.agency_code));
        if (!may_read(actor, agency.id)) {
            return error(report_not_found, agency.name, reference.report_year);
        }
        auto found = load_cell_cases(snapshot,
                                     {.agency = agency.id,
                                      .report_year = reference.report_year,
                                      .format = *format,
                                      .scope = scope_in(snapshot, agency.id, scope),
                                      .limit = limit,
                                      .offset = offset},
                                     cell_name);
        if (!found) {
            return error(cell_without_cases, cell_name);
        }
        return *std::move(found);
    });
}

}  // namespace gk::report
