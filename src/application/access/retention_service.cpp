#include "application/access/retention_service.hpp"

#include <chrono>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "application/started/service.hpp"
#include "audit/store.hpp"
#include "calendar/daily_round_store.hpp"
#include "document/file_service.hpp"
#include "document/stored_file_store.hpp"
#include "document/waiting_file_store.hpp"

namespace gk::application::access {

namespace {

using store::Transaction;

// The day so many years before; 29 February becomes 28.
Date years_before(Date today, int years) {
    const auto year = today.year() - years;
    const auto same = Date::of(year, today.month(), today.day());
    return same ? *same : Date(year, today.month(), today.day() - 1);
}

constexpr int batch_size = 500;
constexpr int waiting_days = 30;

// The cases that were over before a day; `c` is the table.
constexpr std::string_view is_over =
    "c.latest_concluded_on IS NOT NULL AND c.latest_concluded_on < ?"
    " AND c.state IN ('closed', 'archived')";

std::int64_t erase_applicants(Transaction& transaction, Date concluded_before) {
    return transaction.execute(
        fmt::format(
            "UPDATE case_applicants SET name = NULL, identity_number = NULL, contact_person = NULL,"
            " phone = NULL, email = NULL, address = NULL, postal_code = NULL, identity_index = ''"
            " WHERE identity_index <> '' AND case_id IN (SELECT c.id FROM cases c WHERE {})",
            is_over),
        concluded_before);
}

std::int64_t erase_third_parties(Transaction& transaction, Date concluded_before) {
    return transaction.execute(
        fmt::format("UPDATE case_parties SET name = NULL, contact = NULL WHERE name IS NOT NULL"
                    " AND case_id IN (SELECT c.id FROM cases c WHERE {})",
                    is_over),
        concluded_before);
}

// Which files of a case go when their time is over.
struct FileScope {
    std::string_view act;        // In the trail.
    std::string_view condition;  // `cf`: case_files; `e`: the act with which the file came.
};

constexpr FileScope of_identity{.act = "case.erase_identity_files",
                                .condition = "cf.shows_identity = 1"};
constexpr FileScope of_applicant{
    .act = "case.erase_files",
    .condition =
        "e.action IN ('submit', 'register_application', 'add_material',"
        " 'receive_correction', 'record_reasons', 'withdraw')"};

// A part of them at a time; returns where they lay.
std::vector<std::string> erase_files(Transaction& transaction, const FileScope& scope,
                                     Date concluded_before) {
    std::vector<std::pair<Id<document::StoredFile>, std::string>> found;
    {
        auto row = transaction.query(
            fmt::format(
                "SELECT DISTINCT f.id, f.address FROM stored_files f"
                " JOIN case_files cf ON cf.file_id = f.public_id JOIN cases c ON c.id = cf.case_id"
                " JOIN case_events e ON e.agency_id = cf.agency_id AND e.case_id = cf.case_id"
                " AND e.number = cf.event_number WHERE {} AND {} ORDER BY f.id LIMIT ?",
                scope.condition, is_over),
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

// How long what was erased was kept: "years", 10.
struct KeptFor {
    std::string_view unit;
    int count = 0;
};

// One entry in the trail for what one run has erased; none where that is nothing.
void record(Transaction& transaction, std::string_view act, std::string_view object_kind,
            std::int64_t count, const KeptFor& kept_for, const people::Actor& actor, Moment now) {
    if (count == 0) {
        return;
    }
    audit::append(transaction,
                  {.at = now,
                   .actor = actor.name,
                   .act = std::string(act),
                   .object_kind = std::string(object_kind),
                   .object_id = now.date().iso(),
                   .agency = {},
                   .details = {{"count", std::to_string(count)},
                               {std::string(kept_for.unit), std::to_string(kept_for.count)}}});
}

// Erases part after part until there is nothing left; returns how many. The rows first: a file that
// no row names is an orphan, and nobody can ask for it any more.
template <typename Erase>
std::int64_t erase_all(const RetentionDesk& desk, std::string_view act, const KeptFor& kept_for,
                       const people::Actor& actor, Moment now, const Erase& erase) {
    std::int64_t all = 0;
    for (;;) {
        const auto addresses = desk.database.write([&](Transaction& transaction) {
            auto erased = erase(transaction);
            record(transaction, act, "files", static_cast<std::int64_t>(erased.size()), kept_for,
                   actor, now);
            return erased;
        });
        if (addresses.empty()) {
            return all;
        }
        document::remove_unnamed(desk.database, desk.files, addresses);
        all += static_cast<std::int64_t>(addresses.size());
    }
}

std::int64_t erase_all_of(const RetentionDesk& desk, const FileScope& scope, Date concluded_before,
                          const KeptFor& kept_for, const people::Actor& actor, Moment now) {
    return erase_all(desk, scope.act, kept_for, actor, now, [&](Transaction& transaction) {
        return erase_files(transaction, scope, concluded_before);
    });
}

void erase_people(const RetentionDesk& desk, int years, const people::Actor& actor, Moment now,
                  RetentionRun& run) {
    const auto before = years_before(now.date(), years);
    const KeptFor kept_for{"years", years};
    run.files = erase_all_of(desk, of_applicant, before, kept_for, actor, now);
    desk.database.write([&](Transaction& transaction) {
        run.applicants = erase_applicants(transaction, before);
        record(transaction, "case.erase_applicants", "case_applicants", run.applicants, kept_for,
               actor, now);
        run.third_parties = erase_third_parties(transaction, before);
        record(transaction, "case.erase_third_parties", "case_parties", run.third_parties, kept_for,
               actor, now);
    });
}

std::int64_t erase_waiting(const RetentionDesk& desk, const people::Actor& actor, Moment now) {
    const Moment before{now.utc_ms -
                        std::chrono::milliseconds(std::chrono::days(waiting_days)).count()};
    return erase_all(desk, "files.expire", {"days", waiting_days}, actor, now,
                     [&](Transaction& transaction) {
                         return document::delete_waiting_files(transaction, before, batch_size);
                     });
}

}  // namespace

Result<RetentionRun> run_retention(const RetentionDesk& desk, const people::Actor& actor,
                                   Moment now) {
    GK_TRY(const auto removed, started::remove_expired(desk.database, actor, now));
    RetentionRun run{.forms = removed.forms};
    GK_TRY(run.records, people::delete_outdated(desk.database, actor, now));
    run.waiting_files = erase_waiting(desk, actor, now);
    if (const auto days = desk.periods.identity_days) {
        run.identity_files = erase_all_of(desk, of_identity, now.date().plus_days(-*days),
                                          {"days", *days}, actor, now);
    }
    if (const auto years = desk.periods.case_years) {
        erase_people(desk, *years, actor, now, run);
    }
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
        calendar::save_daily_round(
            transaction, {.name = std::string(round),
                          .made_on = now.date(),
                          .made_at = now,
                          .calendar = {},
                          .change_count = run.applicants + run.files + run.identity_files});
    });
    return std::optional(std::move(run));
}

}  // namespace gk::application::access
