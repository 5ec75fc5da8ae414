#include "report/report_settings_service.hpp"

#include "audit/store.hpp"
#include "base/assert.hpp"
#include "people/service.hpp"
#include "report/errors.hpp"

namespace gk::report {

namespace {

using people::Permission;
using store::Snapshot;
using store::Transaction;

void save(Transaction& transaction, Id<people::Agency> agency, const ReportSettings& settings) {
    transaction.execute(
        "INSERT INTO report_settings (agency_id, version, remedies) VALUES (?, ?, ?)"
        " ON CONFLICT (agency_id) DO UPDATE SET version = excluded.version,"
        " remedies = excluded.remedies",
        agency, settings.version, key(settings.remedies));
}

}  // namespace

ReportSettings load_report_settings(Snapshot& snapshot, Id<people::Agency> agency) {
    auto row =
        snapshot.query("SELECT version, remedies FROM report_settings WHERE agency_id = ?", agency);
    if (!row.next()) {
        return {};
    }
    const auto remedies = remedy_scope_of(row.get<std::string>(1));
    GK_ASSERT(remedies.has_value());
    return {row.get<std::int64_t>(0), *remedies};
}

Result<ReportSettings> find_report_settings(store::Database& database,
                                            std::string_view agency_code) {
    return database.read([&](Snapshot& snapshot) -> Result<ReportSettings> {
        GK_TRY(const auto agency, people::find_agency(snapshot, agency_code));
        return load_report_settings(snapshot, agency.id);
    });
}

Result<std::int64_t> change_report_settings(store::Database& database, std::string_view agency_code,
                                            const ReportSettings& changed,
                                            const people::Actor& actor, Moment now) {
    return database.write([&](Transaction& transaction) -> Result<std::int64_t> {
        GK_TRY(const auto agency, people::find_agency(transaction, agency_code));
        if (!actor.may(Permission::agency_settings_edit, agency.id)) {
            return error(settings_not_allowed);
        }
        const auto before = load_report_settings(transaction, agency.id);
        if (before.version != changed.version) {
            return error(settings_changed, before.version, changed.version);
        }
        const ReportSettings after{before.version + 1, changed.remedies};
        save(transaction, agency.id, after);
        audit::append(transaction,
                      {.at = now,
                       .actor = actor.trail_name(Permission::agency_settings_edit, agency.id),
                       .act = "report_settings.change",
                       .object_kind = "agency",
                       .object_id = agency.public_id,
                       .agency = agency.id.value,
                       .details = {{"version", std::to_string(after.version)},
                                   {"remedies", std::string(key(after.remedies))}}});
        return after.version;
    });
}

}  // namespace gk::report
