#include "application/access/retention_service.hpp"

#include "application/started/service.hpp"
#include "audit/store.hpp"

namespace gk::application::access {

namespace {

using store::Transaction;

// The day so many years before; 29 February becomes 28.
Date years_before(Date today, int years) {
    const auto year = today.year() - years;
    const auto same = Date::of(year, today.month(), today.day());
    return same ? *same : Date(year, today.month(), today.day() - 1);
}

std::int64_t erase_applicants(Transaction& transaction, Date concluded_before) {
    return transaction.execute(
        "UPDATE case_applicants SET name = NULL, identity_number = NULL, contact_person = NULL,"
        " phone = NULL, email = NULL, address = NULL, postal_code = NULL, identity_index = ''"
        " WHERE identity_index <> '' AND case_id IN (SELECT c.id FROM cases c"
        " WHERE c.latest_concluded_on IS NOT NULL AND c.latest_concluded_on < ?"
        " AND c.state IN ('closed', 'archived'))",
        concluded_before);
}

}  // namespace

Result<RetentionRun> run_retention(store::Database& database, std::optional<int> case_years,
                                   const people::Actor& actor, Moment now) {
    GK_TRY(const auto removed, started::remove_expired(database, actor, now));
    RetentionRun run{.forms = removed.forms, .applicants = 0};
    if (!case_years) {
        return run;
    }
    run.applicants = database.write([&](Transaction& transaction) {
        const auto erased = erase_applicants(transaction, years_before(now.date(), *case_years));
        if (erased > 0) {
            audit::append(transaction, {.at = now,
                                        .actor = actor.name,
                                        .act = "case.erase_applicants",
                                        .object_kind = "case_applicants",
                                        .object_id = now.date().iso(),
                                        .agency = {},
                                        .details = {{"count", std::to_string(erased)},
                                                    {"years", std::to_string(*case_years)}}});
        }
        return erased;
    });
    return run;
}

}  // namespace gk::application::access
