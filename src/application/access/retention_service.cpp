#include "application/access/retention_service.hpp"

#include "application/started/service.hpp"
#include "audit/store.hpp"
#include "calendar/daily_round_store.hpp"
#include "document/file_service.hpp"
#include "document/stored_file_store.hpp"

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

// The files that came with those applications, a part of them at a time; returns where they lay.
std::vector<std::string> erase_files(Transaction& transaction, Date concluded_before) {
    constexpr int batch_size = 500;
    std::vector<std::pair<Id<document::StoredFile>, std::string>> found;
    {
        auto row = transaction.query(
            "SELECT DISTINCT f.id, f.address FROM stored_files f"
            " JOIN case_files cf ON cf.file_id = f.public_id JOIN cases c ON c.id = cf.case_id"
            " WHERE cf.event_number = 1 AND c.latest_concluded_on IS NOT NULL"
            " AND c.latest_concluded_on < ? AND c.state IN ('closed', 'archived')"
            " ORDER BY f.id LIMIT ?",
            concluded_before, batch_size);
        while (row.next()) {
            found.emplace_back(row.get<Id<document::StoredFile>>(0), row.get<std::string>(1));
        }
    }
    std::vector<std::string> addresses;
    for (auto& [id, address] : found) {
        document::delete_stored_file(transaction, id);
        addresses.push_back(std::move(address));
    }
    return addresses;
}

// One entry in the trail for what one run has erased; none where that is nothing.
void record(Transaction& transaction, std::string_view act, std::string_view object_kind,
            std::int64_t count, int years, const people::Actor& actor, Moment now) {
    if (count == 0) {
        return;
    }
    audit::append(transaction, {.at = now,
                                .actor = actor.name,
                                .act = std::string(act),
                                .object_kind = std::string(object_kind),
                                .object_id = now.date().iso(),
                                .agency = {},
                                .details = {{"count", std::to_string(count)},
                                            {"years", std::to_string(years)}}});
}

// The rows first: a file that no row names is an orphan, and nobody can ask for it any more.
std::int64_t erase_all_files(const RetentionDesk& desk, Date concluded_before,
                             const people::Actor& actor, Moment now) {
    std::int64_t all = 0;
    for (;;) {
        const auto addresses = desk.database.write([&](Transaction& transaction) {
            auto erased = erase_files(transaction, concluded_before);
            record(transaction, "case.erase_files", "case_files",
                   static_cast<std::int64_t>(erased.size()), *desk.case_years, actor, now);
            return erased;
        });
        if (addresses.empty()) {
            return all;
        }
        document::remove_unnamed(desk.database, desk.files, addresses);
        all += static_cast<std::int64_t>(addresses.size());
    }
}

}  // namespace

Result<RetentionRun> run_retention(const RetentionDesk& desk, const people::Actor& actor,
                                   Moment now) {
    GK_TRY(const auto removed, started::remove_expired(desk.database, actor, now));
    RetentionRun run{.forms = removed.forms};
    GK_TRY(run.records, people::delete_outdated(desk.database, actor, now));
    if (!desk.case_years) {
        return run;
    }
    const auto before = years_before(now.date(), *desk.case_years);
    run.files = erase_all_files(desk, before, actor, now);
    run.applicants = desk.database.write([&](Transaction& transaction) {
        const auto erased = erase_applicants(transaction, before);
        record(transaction, "case.erase_applicants", "case_applicants", erased, *desk.case_years,
               actor, now);
        return erased;
    });
    return run;
}

Result<std::optional<RetentionRun>> run_daily_retention(const RetentionDesk& desk,
                                                        const people::Actor& actor, Moment now) {
    static constexpr std::string_view round = "retention";
    const auto last = desk.database.read(
        [](store::Snapshot& snapshot) { return calendar::load_daily_round(snapshot, round); });
    if (last && last->made_on >= now.date()) {
        return std::optional<RetentionRun>();
    }
    GK_TRY(auto run, run_retention(desk, actor, now));
    desk.database.write([&](Transaction& transaction) {
        calendar::save_daily_round(transaction, {.name = std::string(round),
                                                 .made_on = now.date(),
                                                 .made_at = now,
                                                 .calendar = {},
                                                 .change_count = run.applicants + run.files});
    });
    return std::optional(std::move(run));
}

}  // namespace gk::application::access
