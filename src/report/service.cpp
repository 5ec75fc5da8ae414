#include "report/service.hpp"

#include <array>
#include <span>
#include <utility>

#include "base/text.hpp"
#include "law/instrument.hpp"
#include "people/service.hpp"
#include "report/acting_service.hpp"
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
    replace_content(transaction, key, file.report, {CellOrigin::imported, source.number});
    check_with_next(transaction, agency, key);
    for (const auto action : further) {
        const auto comment = action == ReportAction::clear ? clearing_reason : std::string_view();
        GK_TRY(head, take_step(transaction, key, head, action, comment, actor, now));
    }
    return *load_report(transaction, key);
}

bool may_see(const Actor& actor, Id<Agency> agency, ReportStatus status) {
    return status == ReportStatus::published || actor.may(people::Permission::report_read, agency);
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
        if (!stored || !may_see(actor, agency.id, stored->status)) {
            return not_found(agency, reference.report_year);
        }
        return *std::move(stored);
    });
}

std::vector<ReportSummary> list_reports(Database& database, std::optional<std::string> agency_code,
                                        const Actor& actor) {
    const ReportFilter filter{.agency_code = std::move(agency_code),
                              .status = actor.may(people::Permission::report_read)
                                            ? std::nullopt
                                            : std::optional(ReportStatus::published)};
    auto summaries =
        database.read([&](Snapshot& snapshot) { return load_summaries(snapshot, filter); });
    std::erase_if(summaries, [&](const ReportSummary& each) {
        return !may_see(actor, each.agency, each.status);
    });
    return summaries;
}

}  // namespace gk::report
