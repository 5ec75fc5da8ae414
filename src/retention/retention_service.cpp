#include "retention/retention_service.hpp"

#include <chrono>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "application/started/service.hpp"
#include "audit/store.hpp"
#include "calendar/daily_round_store.hpp"
#include "document/file_service.hpp"
#include "document/waiting_file_store.hpp"
#include "retention/personal_data_store.hpp"

namespace gk::retention {

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

std::int64_t erase_all_of(const RetentionDesk& desk, CaseFiles which, Date over_before,
                          const KeptFor& kept_for, const people::Actor& actor, Moment now) {
    const auto act =
        which == CaseFiles::identity ? "case.erase_identity_files" : "case.erase_files";
    return erase_all(desk, act, kept_for, actor, now, [&](Transaction& transaction) {
        return erase_files(transaction, which, over_before, batch_size);
    });
}

void erase_people(const RetentionDesk& desk, int years, const people::Actor& actor, Moment now,
                  RetentionRun& run) {
    const auto before = years_before(now.date(), years);
    const KeptFor kept_for{"years", years};
    run.files = erase_all_of(desk, CaseFiles::from_applicant, before, kept_for, actor, now);
    desk.database.write([&](Transaction& transaction) {
        run.applicants = erase_applicants(transaction, before);
        record(transaction, "case.erase_applicants", "case_applicants", run.applicants, kept_for,
               actor, now);
        run.third_parties = erase_third_parties(transaction, before);
        record(transaction, "case.erase_third_parties", "case_parties", run.third_parties, kept_for,
               actor, now);
        run.claimants = erase_claimants(transaction, before);
        record(transaction, "remedy.erase_claimants", "remedy_cases", run.claimants, kept_for,
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
    GK_TRY(const auto removed, application::started::remove_expired(desk.database, actor, now));
    RetentionRun run{.forms = removed.forms};
    GK_TRY(run.records, people::delete_outdated(desk.database, actor, now));
    run.waiting_files = erase_waiting(desk, actor, now);
    if (const auto days = desk.periods.identity_days) {
        run.identity_files = erase_all_of(desk, CaseFiles::identity, now.date().plus_days(-*days),
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
        calendar::save_daily_round(transaction, {.name = std::string(round),
                                                 .made_on = now.date(),
                                                 .made_at = now,
                                                 .calendar = {},
                                                 .change_count = run.applicants + run.claimants +
                                                                 run.files + run.identity_files});
    });
    return std::optional(std::move(run));
}

}  // namespace gk::retention
