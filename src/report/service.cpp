#include "report/service.hpp"

#include <array>
#include <span>
#include <utility>

#include "base/text.hpp"
#include "law/instrument.hpp"
#include "people/service.hpp"
#include "report/content_store.hpp"
#include "report/errors.hpp"
#include "report/store.hpp"

namespace gk::report {

namespace {

using people::Actor;
using people::Agency;
using store::Database;
using store::Snapshot;
using store::Transaction;

// The first reports are of the year in which the regulation of 2008 came into force.
Result<void> check_year(int report_year, Date today) {
    const auto first =
        static_cast<int>(law::find_instrument("regulation-2008")->effective_on.year());
    if (report_year < first || report_year > today.year()) {
        return error(year_out_of_range, report_year, first, today.year()).at("year");
    }
    return {};
}

Result<void> check_file(const AnnualReport& report, int report_year) {
    if (report.report_year && *report.report_year != report_year) {
        return error(year_differs, *report.report_year, report_year).at("year");
    }
    if (law::format_in_force(report_year) && !report.format) {
        return error(tables_missing, report_year).at("file");
    }
    return {};
}

Error not_found(const Agency& agency, int report_year) {
    return error(report_not_found, agency.name, report_year);
}

Result<void> check_version(const ReportReference& reference, const ReportHead& head) {
    if (reference.version && *reference.version != head.version) {
        return error(changed_by_another, head.version, *reference.version);
    }
    return {};
}

// A report whose figures do not agree is cleared only by someone who says why.
Result<void> check_clearing(Snapshot& snapshot, ReportKey key, std::string_view reason) {
    if (!reason.empty()) {
        return {};
    }
    std::vector<std::string> failing;
    const auto stored = load_report(snapshot, key);
    for (const auto* relation : stored->check.errors()) {
        failing.push_back(relation->text);
    }
    if (!failing.empty()) {
        return error(clearing_reason_missing, failing.size(), text::join(failing, "；"))
            .at("reason");
    }
    return {};
}

// One act on a report that is there. Returns the head after it.
Result<ReportHead> take_step(Transaction& transaction, ReportKey key, const ReportHead& head,
                             ReportAction action, std::string_view comment, const Actor& actor,
                             Moment now) {
    GK_TRY(const auto after, permit(action, {key.report_year, head.status}, actor, now.date()));
    if (action == ReportAction::clear) {
        GK_CHECK(check_clearing(transaction, key, comment));
    }
    append_act(transaction, key, head,
               {.action = action, .actor = actor.name, .at = now, .comment = std::string(comment)},
               after);
    return ReportHead{.version = head.version + 1,
                      .status = after,
                      .act_count = head.act_count + 1,
                      .source_count = head.source_count};
}

Result<std::int64_t> act(Database& database, const ReportReference& reference, ReportAction action,
                         std::string_view comment, const Actor& actor, Moment now) {
    return database.write([&](Transaction& transaction) -> Result<std::int64_t> {
        GK_TRY(const auto agency, people::find_agency(transaction, reference.agency_code));
        const ReportKey key{agency.id, reference.report_year};
        const auto head = load_head(transaction, key);
        if (!head) {
            return not_found(agency, key.report_year);
        }
        GK_CHECK(check_version(reference, *head));
        GK_TRY(const auto after, take_step(transaction, key, *head, action, comment, actor, now));
        return after.version;
    });
}

void check_again(Transaction& transaction, const Agency& agency, const StoredReport& stored) {
    const auto previous = load_report(transaction, {agency.id, stored.key.report_year - 1});
    replace_check(transaction, stored.key,
                  check(stored.report, {.previous = previous ? &previous->report : nullptr,
                                        .level = agency.level}));
}

// The report itself and, because it is compared with this one, that of the year after.
void check_with_next(Transaction& transaction, const Agency& agency, ReportKey key) {
    for (const int year : {key.report_year, key.report_year + 1}) {
        if (const auto stored = load_report(transaction, {agency.id, year})) {
            check_again(transaction, agency, *stored);
        }
    }
}

ReportHead head_or_new(Transaction& transaction, ReportKey key) {
    if (const auto head = load_head(transaction, key)) {
        return *head;
    }
    insert_report(transaction, key, new_public_id());
    return {};
}

Result<StoredReport> import_into(Transaction& transaction, const ReportReference& reference,
                                 const ImportedFile& file, std::span<const ReportAction> further,
                                 std::string_view clearing_reason, const Actor& actor, Moment now) {
    GK_TRY(const auto agency, people::find_agency(transaction, reference.agency_code));
    const ReportKey key{agency.id, reference.report_year};
    auto head = head_or_new(transaction, key);
    GK_CHECK(check_version(reference, head));
    const Source source{.number = head.source_count + 1,
                        .file_name = file.name,
                        .sha256 = file.sha256,
                        .text = file.text};
    GK_TRY(head,
           take_step(transaction, key, head, ReportAction::import_file, file.name, actor, now));
    insert_source(transaction, key, source);
    replace_content(transaction, key, file.report, source.number);
    check_with_next(transaction, agency, key);
    for (const auto action : further) {
        const auto comment = action == ReportAction::clear ? clearing_reason : std::string_view();
        GK_TRY(head, take_step(transaction, key, head, action, comment, actor, now));
    }
    return *load_report(transaction, key);
}

bool may_see(const Actor& actor, ReportStatus status) {
    return status == ReportStatus::published || actor.may(people::Permission::operate);
}

}  // namespace

Result<StoredReport> import_report(Database& database, const ReportReference& reference,
                                   const ImportedFile& file, AfterImport after, const Actor& actor,
                                   Moment now, std::string_view clearing_reason) {
    constexpr std::array to_publication = {ReportAction::submit, ReportAction::clear,
                                           ReportAction::publish};
    GK_ASSERT(text::is_utf8(file.name) && text::is_utf8(file.text));
    GK_CHECK(check_year(reference.report_year, now.date()));
    GK_CHECK(check_file(file.report, reference.report_year));
    const auto further = after == AfterImport::publish
                             ? std::span<const ReportAction>(to_publication)
                             : std::span<const ReportAction>();
    return database.write([&](Transaction& transaction) {
        return import_into(transaction, reference, file, further, text::trim(clearing_reason),
                           actor, now);
    });
}

Result<std::int64_t> submit_report(Database& database, const ReportReference& reference,
                                   const Actor& actor, Moment now) {
    return act(database, reference, ReportAction::submit, {}, actor, now);
}

Result<std::int64_t> send_back_report(Database& database, const ReportReference& reference,
                                      std::string_view comment, const Actor& actor, Moment now) {
    comment = text::trim(comment);
    if (comment.empty()) {
        return error(comment_missing).at("comment");
    }
    return act(database, reference, ReportAction::send_back, comment, actor, now);
}

Result<std::int64_t> clear_report(Database& database, const ReportReference& reference,
                                  std::string_view reason, const Actor& actor, Moment now) {
    return act(database, reference, ReportAction::clear, text::trim(reason), actor, now);
}

Result<std::int64_t> publish_report(Database& database, const ReportReference& reference,
                                    const Actor& actor, Moment now) {
    return act(database, reference, ReportAction::publish, {}, actor, now);
}

Result<StoredReport> find_report(Database& database, const ReportReference& reference,
                                 const Actor& actor) {
    return database.read([&](Snapshot& snapshot) -> Result<StoredReport> {
        GK_TRY(const auto agency, people::find_agency(snapshot, reference.agency_code));
        auto stored = load_report(snapshot, {agency.id, reference.report_year});
        if (!stored || !may_see(actor, stored->status)) {
            return not_found(agency, reference.report_year);
        }
        return *std::move(stored);
    });
}

std::vector<ReportSummary> list_reports(Database& database, std::optional<std::string> agency_code,
                                        const Actor& actor) {
    const ReportFilter filter{.agency_code = std::move(agency_code),
                              .status = actor.may(people::Permission::operate)
                                            ? std::nullopt
                                            : std::optional(ReportStatus::published)};
    return database.read([&](Snapshot& snapshot) { return load_summaries(snapshot, filter); });
}

}  // namespace gk::report
