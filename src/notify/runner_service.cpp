#include "notify/runner_service.hpp"

#include <algorithm>
#include <vector>

#include "base/log.hpp"
#include "notify/carrying_service.hpp"
#include "notify/outgoing_store.hpp"
#include "notify/reminder.hpp"
#include "notify/settings_store.hpp"
#include "notify/task_store.hpp"

namespace gk::notify {

namespace {

constexpr int reminders_a_batch = 200;
constexpr int parcels_a_claim = 20;
constexpr int claims_a_round = 50;
// Longer than any attempt can take for all of a claim together.
constexpr std::int64_t claim_ms = std::int64_t{15} * 60'000;

int first_reminder_of_all(const AllSettings& all) {
    int first = first_reminder({});
    for (const auto& [agency, settings] : all) {
        first = std::max(first, first_reminder(settings));
    }
    return first;
}

// One batch of tasks; false where there are no more.
bool remind_batch(const RunnerParts& parts, const AllSettings& all, Date due_upto, Moment now,
                  RunCounts& counts) {
    const auto today = now.date();
    RunCounts batch;
    const bool is_full = parts.database.write([&](store::Transaction& transaction) {
        batch = {};
        const auto tasks = load_tasks_to_remind(transaction, due_upto, today, reminders_a_batch);
        for (const auto& task : tasks) {
            const auto& settings = settings_of(all, task.agency);
            for (const auto& message : reminders(task, settings, today, parts.calendar)) {
                const bool is_new = !insert_message(transaction, message, now).empty();
                (message.kind == "reminder" ? batch.reminded : batch.escalated) += is_new ? 1 : 0;
            }
            mark_reminded(transaction, task, today);
        }
        return tasks.size() == static_cast<std::size_t>(reminders_a_batch);
    });
    counts.reminded += batch.reminded;
    counts.escalated += batch.escalated;
    return is_full;
}

void remind(const RunnerParts& parts, const AllSettings& all, Moment now, RunCounts& counts) {
    const auto due_upto = last_due_within(first_reminder_of_all(all), now.date(), parts.calendar);
    const bool is_any = parts.database.read([&](store::Snapshot& snapshot) {
        return !load_tasks_to_remind(snapshot, due_upto, now.date(), 1).empty();
    });
    // Without anything to say nothing is written: the disk rests.
    for (bool is_more = is_any; is_more;) {
        is_more = remind_batch(parts, all, due_upto, now, counts);
    }
}

AttemptOutcome outcome_of(const ClaimedRow& row, const Receipt& receipt, Moment now) {
    const int attempts = row.attempt_count + 1;
    switch (receipt.carried) {
        case Carried::yes:
            return {OutgoingStatus::sent, attempts, std::nullopt, {}};
        case Carried::no_carrier:
            return {OutgoingStatus::skipped, row.attempt_count, std::nullopt, {}};
        case Carried::never:
            return {OutgoingStatus::failed, attempts, std::nullopt, receipt.error};
        case Carried::not_now:
            break;
    }
    const auto next = next_attempt(attempts, now);
    return {next ? OutgoingStatus::waiting : OutgoingStatus::failed, attempts, next, receipt.error};
}

void count(const AttemptOutcome& outcome, RunCounts& counts) {
    switch (outcome.status) {
        case OutgoingStatus::sent:
            ++counts.sent;
            return;
        case OutgoingStatus::skipped:
            ++counts.skipped;
            return;
        case OutgoingStatus::waiting:
        case OutgoingStatus::failed:
            ++counts.failed;
            return;
    }
}

// An attempt, or a note that it must wait for the morning.
AttemptOutcome try_row(const RunnerParts& parts, const people::KeyRing& ring,
                       const Settings& settings, const ClaimedRow& row, Moment now,
                       RunCounts& counts) {
    if (row.is_considerate) {
        const auto earliest = earliest_sending(now, settings.hours, parts.calendar);
        if (earliest > now) {
            ++counts.postponed;
            return {OutgoingStatus::waiting, row.attempt_count, earliest, {}};
        }
    }
    const auto parcel = open_parcel(ring, row);
    const auto outcome = parcel ? outcome_of(row, parts.gateway.carry(*parcel, now), now)
                                : AttemptOutcome{OutgoingStatus::failed, row.attempt_count + 1,
                                                 std::nullopt, parcel.error().first().message};
    count(outcome, counts);
    if (outcome.status == OutgoingStatus::failed) {
        log::write(log::Level::warning, "outgoing_failed",
                   {{"id", row.public_id}, {"carrier", key(row.carrier)}});
    }
    return outcome;
}

void send_waiting(const RunnerParts& parts, const AllSettings& all, Moment now, RunCounts& counts) {
    const auto ring = people::load_key_ring(parts.keys);
    if (!ring) {
        return;  // Without keys nothing was ever sealed.
    }
    for (int round = 0; round < claims_a_round; ++round) {
        const auto rows = parts.database.write([&](store::Transaction& transaction) {
            return claim_outgoing(transaction, now, {now.utc_ms + claim_ms}, parcels_a_claim);
        });
        for (const auto& row : rows) {
            const auto outcome =
                try_row(parts, *ring, settings_of(all, row.agency), row, now, counts);
            parts.database.write([&](store::Transaction& transaction) {
                save_attempt(transaction, row.id, outcome, now);
            });
        }
        if (rows.empty()) {
            return;
        }
    }
}

bool is_anything_waiting(store::Database& database, Moment now) {
    return database.read(
        [&](store::Snapshot& snapshot) { return has_waiting_outgoing(snapshot, now); });
}

}  // namespace

RunCounts run_once(const RunnerParts& parts, Moment now) {
    RunCounts counts;
    const auto all = parts.database.read(load_all_settings);
    remind(parts, all, now, counts);
    if (has_messages_to_carry(parts.database)) {
        if (const auto ring = people::load_key_ring(parts.keys)) {
            counts.carried = carry_messages(parts.database, *ring, now);
        }
    }
    if (is_anything_waiting(parts.database, now)) {
        send_waiting(parts, all, now, counts);
    }
    return counts;
}

void run_and_log(const RunnerParts& parts, Moment now) {
    const auto counts = run_once(parts, now);
    if (counts == RunCounts{}) {
        return;
    }
    log::write(log::Level::info, "notify_run",
               {{"reminded", std::int64_t{counts.reminded}},
                {"escalated", std::int64_t{counts.escalated}},
                {"carried", std::int64_t{counts.carried}},
                {"sent", std::int64_t{counts.sent}},
                {"postponed", std::int64_t{counts.postponed}},
                {"failed", std::int64_t{counts.failed}},
                {"skipped", std::int64_t{counts.skipped}}});
}

}  // namespace gk::notify
