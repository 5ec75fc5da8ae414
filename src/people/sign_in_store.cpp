#include "people/sign_in_store.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

#include "base/assert.hpp"
#include "people/kept_record.hpp"
#include "people/session_store.hpp"

namespace gk::people {

namespace {

SignInLogEntry entry_of(const store::Statement& row) {
    const auto outcome = sign_in_outcome_of(row.get<std::string>(1));
    GK_ASSERT(outcome.has_value());
    return {.tried_at = row.get<Moment>(0),
            .outcome = *outcome,
            .login_name = row.get<std::optional<std::string>>(2).value_or(""),
            .display_name = row.get<std::optional<std::string>>(3).value_or(""),
            .address = row.get<std::string>(4),
            .user_agent = row.get<std::string>(5)};
}

Moment start_of(Date day) {
    constexpr std::chrono::hours shanghai(8);
    return {std::chrono::milliseconds(day.days().time_since_epoch() - shanghai).count()};
}

// The conditions of the filter, and their values in the same order.
struct Conditions {
    std::string sql = " WHERE 1 = 1";
    std::vector<store::Parameter> values;

    void add(std::string_view condition, const store::Parameter& value) {
        sql.append(" AND ").append(condition);
        values.push_back(value);
    }
};

Conditions conditions_of(const SignInLogFilter& filter) {
    Conditions conditions;
    if (filter.agency) {
        conditions.add("(l.agency_id = ? OR l.agency_id IS NULL)", *filter.agency);
    }
    if (filter.outcome) {
        conditions.add("l.outcome = ?", key(*filter.outcome));
    }
    if (!filter.login_name.empty()) {
        conditions.add("a.login_name = ?", filter.login_name);
    }
    if (filter.from) {
        conditions.add("l.tried_at >= ?", start_of(*filter.from));
    }
    if (filter.to) {
        conditions.add("l.tried_at < ?", start_of(filter.to->next()));
    }
    return conditions;
}

FailureCount load_failures(store::Snapshot& snapshot, std::string_view subject,
                           bool& is_refusal_logged) {
    auto row = snapshot.query(
        "SELECT failure_count, last_failed_at, is_refusal_logged FROM sign_in_delays"
        " WHERE subject = ?",
        subject);
    if (!row.next()) {
        return {};
    }
    is_refusal_logged = row.get<bool>(2);
    return {.failure_count = row.get<int>(0), .last_failed_at = row.get<Moment>(1)};
}

void count_failure(store::Transaction& transaction, std::string_view subject, int count,
                   Moment now) {
    transaction.execute(
        "INSERT INTO sign_in_delays (subject, failure_count, last_failed_at, is_refusal_logged)"
        " VALUES (?, ?, ?, 0) ON CONFLICT (subject) DO UPDATE SET"
        " failure_count = excluded.failure_count, last_failed_at = excluded.last_failed_at,"
        " is_refusal_logged = 0",
        subject, count, now);
}

}  // namespace

void insert_sign_in(store::Transaction& transaction, const SignInAttempt& attempt) {
    transaction.execute(
        "INSERT INTO sign_in_log (agency_id, account_id, tried_at, outcome, address, user_agent)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        attempt.agency, attempt.account, attempt.at, key(attempt.outcome), attempt.address,
        attempt.user_agent);
}

SignInLogPage load_sign_ins(store::Snapshot& snapshot, const SignInLogFilter& filter) {
    auto conditions = conditions_of(filter);
    const auto from =
        " FROM sign_in_log l LEFT JOIN accounts a ON a.id = l.account_id" + conditions.sql;
    SignInLogPage page;
    {
        auto count = snapshot.query_with("SELECT COUNT(*)" + from, conditions.values);
        GK_ASSERT(count.next());
        page.total = count.get<std::int64_t>(0);
    }
    conditions.values.emplace_back(filter.count_max);
    conditions.values.emplace_back(filter.offset);
    auto rows = snapshot.query_with(
        "SELECT l.tried_at, l.outcome, a.login_name, a.display_name, l.address, l.user_agent" +
            from + " ORDER BY l.id DESC LIMIT ? OFFSET ?",
        conditions.values);
    while (rows.next()) {
        page.entries.push_back(entry_of(rows));
    }
    return page;
}

Hearing hear(store::Transaction& transaction, std::span<const DelaySubject> subjects, Moment now) {
    Hearing hearing;
    std::vector<int> counts;
    for (const auto& subject : subjects) {
        bool is_refusal_logged = false;
        const auto failures = load_failures(transaction, subject.name, is_refusal_logged);
        counts.push_back(failures_that_count(failures, now));
        if (const auto heard = heard_from(subject.rule, failures, now)) {
            hearing.heard_from = std::max(hearing.heard_from.value_or(*heard), *heard);
            if (!is_refusal_logged) {
                hearing.is_first_refusal = true;
                transaction.execute(
                    "UPDATE sign_in_delays SET is_refusal_logged = 1 WHERE subject = ?",
                    subject.name);
            }
        }
    }
    if (!hearing.heard_from) {
        for (std::size_t i = 0; i < subjects.size(); ++i) {
            count_failure(transaction, subjects[i].name, counts[i] + 1, now);
        }
    }
    return hearing;
}

void forget_failures(store::Transaction& transaction, std::string_view subject) {
    transaction.execute("DELETE FROM sign_in_delays WHERE subject = ?", subject);
}

void take_back_failure(store::Transaction& transaction, std::string_view subject) {
    transaction.execute(
        "UPDATE sign_in_delays SET failure_count = failure_count - 1"
        " WHERE subject = ? AND failure_count > 0",
        subject);
}

bool is_device_of(store::Snapshot& snapshot, std::string_view device_token, Id<Account> account) {
    auto row =
        snapshot.query("SELECT 1 FROM sign_in_devices WHERE token_hash = ? AND account_id = ?",
                       secret_hash(device_token), account);
    return row.next();
}

void keep_device(store::Transaction& transaction, std::string_view device_token,
                 Id<Account> account, Moment now) {
    const std::chrono::milliseconds kept = kept_for(KeptRecord::sign_in_device);
    transaction.execute("DELETE FROM sign_in_devices WHERE last_used_at < ?",
                        Moment{now.utc_ms - kept.count()});
    transaction.execute(
        "INSERT INTO sign_in_devices (token_hash, account_id, last_used_at) VALUES (?, ?, ?)"
        " ON CONFLICT (token_hash) DO UPDATE SET last_used_at = excluded.last_used_at",
        secret_hash(device_token), account, now);
}

void forget_devices(store::Transaction& transaction, Id<Account> account) {
    transaction.execute("DELETE FROM sign_in_devices WHERE account_id = ?", account);
}

}  // namespace gk::people
