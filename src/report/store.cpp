#include "report/store.hpp"

#include <fmt/format.h>

#include "audit/store.hpp"
#include "base/assert.hpp"
#include "report/content_store.hpp"

namespace gk::report {

namespace {

ReportStatus status_of(const std::string& word) {
    const auto status = report_status_of(word);
    GK_ASSERT(status.has_value());
    return *status;
}

std::vector<Act> load_acts(store::Snapshot& snapshot, ReportKey key) {
    std::vector<Act> acts;
    auto row = snapshot.query(
        "SELECT action, actor, acted_at, comment FROM annual_report_acts"
        " WHERE agency_id = ? AND report_year = ? ORDER BY number",
        key.agency, key.report_year);
    while (row.next()) {
        const auto action = report_action_of(row.get<std::string>(0));
        GK_ASSERT(action.has_value());
        acts.push_back(
            {*action, row.get<std::string>(1), row.get<Moment>(2), row.get<std::string>(3)});
    }
    return acts;
}

}  // namespace

std::optional<ReportHead> load_head(store::Snapshot& snapshot, ReportKey key) {
    auto row = snapshot.query(
        "SELECT r.version, r.status,"
        " (SELECT COUNT(*) FROM annual_report_acts a"
        "   WHERE a.agency_id = r.agency_id AND a.report_year = r.report_year),"
        " (SELECT COUNT(*) FROM annual_report_sources s"
        "   WHERE s.agency_id = r.agency_id AND s.report_year = r.report_year)"
        " FROM annual_reports r WHERE r.agency_id = ? AND r.report_year = ?",
        key.agency, key.report_year);
    if (!row.next()) {
        return std::nullopt;
    }
    return ReportHead{.version = row.get<std::int64_t>(0),
                      .status = status_of(row.get<std::string>(1)),
                      .act_count = row.get<int>(2),
                      .source_count = row.get<int>(3),
                      .drafters = drafters_of(load_acts(snapshot, key))};
}

std::optional<StoredReport> load_report(store::Snapshot& snapshot, ReportKey key) {
    auto row = snapshot.query(
        "SELECT public_id, version, status, published_at FROM annual_reports"
        " WHERE agency_id = ? AND report_year = ?",
        key.agency, key.report_year);
    if (!row.next()) {
        return std::nullopt;
    }
    StoredReport stored;
    stored.key = key;
    stored.public_id = row.get<std::string>(0);
    stored.version = row.get<std::int64_t>(1);
    stored.status = status_of(row.get<std::string>(2));
    stored.published_at = row.get<std::optional<Moment>>(3);
    stored.acts = load_acts(snapshot, key);
    load_content(snapshot, stored);
    return stored;
}

std::vector<ReportSummary> load_summaries(store::Snapshot& snapshot, const ReportFilter& filter) {
    const auto status =
        filter.status ? store::Parameter(key(*filter.status)) : store::Parameter(std::nullopt);
    auto row = snapshot.query(
        "SELECT a.code, a.name, r.report_year, r.title, r.format, r.status, r.published_at,"
        " r.version, a.id, (SELECT MAX(acted_at) FROM annual_report_acts t"
        "   WHERE t.agency_id = r.agency_id AND t.report_year = r.report_year)"
        " FROM annual_reports r JOIN agencies a ON a.id = r.agency_id"
        " WHERE (CAST(? AS text) IS NULL OR a.code = ?)"
        "   AND (CAST(? AS text) IS NULL OR r.status = ?)"
        " ORDER BY r.report_year DESC, a.code",
        filter.agency_code, filter.agency_code, status, status);
    std::vector<ReportSummary> summaries;
    while (row.next()) {
        summaries.push_back({.agency = row.get<Id<people::Agency>>(8),
                             .agency_code = row.get<std::string>(0),
                             .agency_name = row.get<std::string>(1),
                             .report_year = row.get<int>(2),
                             .title = row.get<std::string>(3),
                             .format = law::report_format_of(row.get<std::string>(4)),
                             .status = status_of(row.get<std::string>(5)),
                             .published_at = row.get<std::optional<Moment>>(6),
                             .version = row.get<std::int64_t>(7),
                             .changed_at = row.get<Moment>(9)});
    }
    return summaries;
}

void insert_report(store::Transaction& transaction, ReportKey report, std::string_view public_id) {
    transaction.execute(
        "INSERT INTO annual_reports (agency_id, report_year, public_id, version, status, format,"
        " title, is_truncated, procurement_unit) VALUES (?, ?, ?, 0, ?, ?, '', 0, '')",
        report.agency, report.report_year, public_id, key(ReportStatus::draft),
        format_key(std::nullopt));
}

void append_act(store::Transaction& transaction, ReportKey report, const ReportHead& before,
                const Act& act, ReportStatus after) {
    transaction.execute(
        "INSERT INTO annual_report_acts (agency_id, report_year, number, action, actor, acted_at,"
        " comment) VALUES (?, ?, ?, ?, ?, ?, ?)",
        report.agency, report.report_year, before.act_count + 1, key(act.action), act.actor, act.at,
        act.comment);
    append_to_trail(transaction, report, before, act, after);
}

void append_to_trail(store::Transaction& transaction, ReportKey report, const ReportHead& before,
                     const Act& act, ReportStatus after) {
    const auto published_at =
        after == ReportStatus::published ? std::optional(act.at) : std::nullopt;
    auto row = transaction.query(
        "UPDATE annual_reports SET version = ?, status = ?, published_at = ?"
        " WHERE agency_id = ? AND report_year = ? AND version = ? RETURNING public_id",
        before.version + 1, key(after), published_at, report.agency, report.report_year,
        before.version);
    GK_ASSERT(row.next());
    const auto public_id = row.get<std::string>(0);
    GK_ASSERT(!row.next());
    audit::append(transaction, {.at = act.at,
                                .actor = act.actor,
                                .act = fmt::format("report.{}", key(act.action)),
                                .object_kind = "annual_report",
                                .object_id = public_id,
                                .agency = report.agency.value,
                                .details = {{"year", std::to_string(report.report_year)},
                                            {"version", std::to_string(before.version + 1)},
                                            {"status", std::string(key(after))}}});
}

}  // namespace gk::report
