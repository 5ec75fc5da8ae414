#include "application/projection_service.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "application/awaited_day.hpp"
#include "application/case_store.hpp"
#include "application/case_tasks_service.hpp"
#include "application/date_message_service.hpp"
#include "application/errors.hpp"
#include "application/receipt_settings_store.hpp"
#include "audit/store.hpp"
#include "base/assert.hpp"
#include "base/text.hpp"
#include "people/errors.hpp"

namespace gk::application {

namespace {

using store::Snapshot;
using store::Transaction;

constexpr int batch_size = 200;

enum class Scope { every_case, open_cases };

// The columns of the projection as they are.
struct Projected {
    std::string state;
    std::optional<Date> received_on;
    std::optional<Date> reply_due_on;
    std::optional<std::string> outcome;
    std::optional<Date> concluded_on;
    std::int64_t version = 0;
    std::optional<std::string> timeliness;
    std::optional<Date> fee_notified_on;

    friend bool operator==(const Projected&, const Projected&) = default;
};

Projected projected(Snapshot& snapshot, Id<Case> id) {
    auto row = snapshot.query(
        "SELECT state, received_on, reply_due_on, outcome, concluded_on, version, timeliness,"
        " fee_notified_on FROM cases WHERE id = ?",
        id);
    GK_ASSERT(row.next());
    return {.state = row.get<std::string>(0),
            .received_on = row.get<std::optional<Date>>(1),
            .reply_due_on = row.get<std::optional<Date>>(2),
            .outcome = row.get<std::optional<std::string>>(3),
            .concluded_on = row.get<std::optional<Date>>(4),
            .version = row.get<std::int64_t>(5),
            .timeliness = row.get<std::optional<std::string>>(6),
            .fee_notified_on = row.get<std::optional<Date>>(7)};
}

std::vector<Id<Case>> next_ids(Snapshot& snapshot, Scope scope, Id<Case> after) {
    const std::string_view sql =
        scope == Scope::every_case
            ? "SELECT id FROM cases WHERE id > ? ORDER BY id LIMIT ?"
            : "SELECT id FROM cases WHERE id > ? AND latest_concluded_on IS NULL ORDER BY id"
              " LIMIT ?";
    std::vector<Id<Case>> ids;
    auto row = snapshot.query(sql, after, batch_size);
    while (row.next()) {
        ids.push_back(row.get<Id<Case>>(0));
    }
    return ids;
}

// Events that were written were taken by the law; a law that changes later must not lose them.
Standing derived(Snapshot& snapshot, const law::WorkingCalendar& calendar, const Case& of,
                 Date today) {
    auto standing = standing_of(of, calendar, today, receipt_rules_of(snapshot, of));
    GK_ASSERT(standing.has_value());
    return *std::move(standing);
}

Case loaded(Snapshot& snapshot, Id<Case> id) {
    auto of = load_case(snapshot, id);
    GK_ASSERT(of.has_value());
    return *std::move(of);
}

// One pass over cases, in batches of a transaction each.
struct Pass {
    const Desk& desk;
    const law::WorkingCalendar* before = nullptr;  // Nothing: the projection tells.
    std::string actor_name;
    Moment now;

    // Brings the projection and the tasks along.
    Standing derive(Transaction& transaction, const Case& of, Rebuilt& rebuilt) const {
        const auto today = now.date();
        const auto saved = projected(transaction, of.id);
        auto standing = derived(transaction, desk.calendar, of, today);
        save_standing(transaction, of, standing);
        bring_tasks_along(transaction, of, standing, actor_name, now);
        ++rebuilt.case_count;
        rebuilt.changed_count += projected(transaction, of.id) == saved ? 0 : 1;
        const auto moved =
            before == nullptr ? moved_reply(of, saved.reply_due_on, standing)
                              : moved_dates(of, derived(transaction, *before, of, today), standing);
        rebuilt.moved.insert(rebuilt.moved.end(), moved.begin(), moved.end());
        return standing;
    }

    [[nodiscard]] Rebuilt run(Scope scope) const;
};

void write_trail(const Desk& desk, std::string_view act, const Rebuilt& rebuilt,
                 const people::Actor& actor, Moment now) {
    desk.database.write([&](Transaction& transaction) {
        audit::append(transaction, {.at = now,
                                    .actor = actor.name,
                                    .act = std::string(act),
                                    .object_kind = "cases",
                                    .object_id = "all",
                                    .agency = {},
                                    .details = {{"cases", std::to_string(rebuilt.case_count)},
                                                {"changed", std::to_string(rebuilt.changed_count)},
                                                {"moved", std::to_string(rebuilt.moved.size())}}});
    });
}

Rebuilt Pass::run(Scope scope) const {
    Rebuilt all;
    Id<Case> last;
    for (bool is_more = true; is_more;) {
        const auto [batch, next] = desk.database.write([&](Transaction& transaction) {
            Rebuilt part;
            const auto ids = next_ids(transaction, scope, last);
            for (const auto id : ids) {
                derive(transaction, loaded(transaction, id), part);
            }
            if (scope == Scope::open_cases) {
                tell_of_moves(transaction, part.moved, now);
            }
            return std::pair(std::move(part), ids.empty() ? Id<Case>{} : ids.back());
        });
        is_more = batch.case_count > 0;
        last = next;
        all.case_count += batch.case_count;
        all.changed_count += batch.changed_count;
        all.moved.insert(all.moved.end(), batch.moved.begin(), batch.moved.end());
    }
    return all;
}

std::vector<Id<Case>> ids_passed(Snapshot& snapshot, Date today) {
    std::vector<Id<Case>> ids;
    auto row =
        snapshot.query("SELECT id FROM cases WHERE derive_on <= ? ORDER BY derive_on, id LIMIT ?",
                       today, batch_size);
    while (row.next()) {
        ids.push_back(row.get<Id<Case>>(0));
    }
    return ids;
}

void record_passing(Transaction& transaction, const Case& of, const Standing& standing,
                    const std::string& actor_name, Moment now) {
    std::vector<std::string> passed;
    for (const auto& day : awaited_days(standing)) {
        if (has_passed(day, standing.derived_on)) {
            passed.emplace_back(key(day.awaited));
        }
    }
    if (passed.empty()) {
        return;  // Derived anew after an upgrade.
    }
    audit::append(transaction, {.at = now,
                                .actor = actor_name,
                                .act = "case.day_passed",
                                .object_kind = "case",
                                .object_id = of.public_id,
                                .agency = of.agency.value,
                                .details = {{"number", of.number},
                                            {"awaited", text::join(passed, " ")},
                                            {"state", std::string(key(standing.state))}}});
}

}  // namespace

std::vector<MovedDate> dates_to_move(const Desk& desk, const law::WorkingCalendar& changed,
                                     Date today) {
    return desk.database.read([&](Snapshot& snapshot) {
        std::vector<MovedDate> dates;
        Id<Case> last;
        for (auto ids = next_ids(snapshot, Scope::open_cases, last); !ids.empty();
             ids = next_ids(snapshot, Scope::open_cases, last)) {
            for (const auto id : ids) {
                const auto of = loaded(snapshot, id);
                const auto moved = moved_dates(of, derived(snapshot, desk.calendar, of, today),
                                               derived(snapshot, changed, of, today));
                dates.insert(dates.end(), moved.begin(), moved.end());
            }
            last = ids.back();
        }
        return dates;
    });
}

Result<Rebuilt> rebuild_cases(const Desk& desk, const people::Actor& actor, Moment now) {
    if (!actor.may(people::Permission::operate)) {
        return error(people::operator_only);
    }
    const Pass pass{.desk = desk, .actor_name = actor.name, .now = now};
    auto rebuilt = pass.run(Scope::every_case);
    write_trail(desk, "case.rebuild", rebuilt, actor, now);
    return rebuilt;
}

Result<Rebuilt> move_dates(const Desk& desk, const law::WorkingCalendar* before,
                           const people::Actor& actor, Moment now) {
    if (!actor.may(people::Permission::calendar_load)) {
        return error(not_permitted, "重新计算期限",
                     people::label(people::Permission::calendar_load));
    }
    const Pass pass{.desk = desk, .before = before, .actor_name = actor.name, .now = now};
    auto rebuilt = pass.run(Scope::open_cases);
    write_trail(desk, "case.move_dates", rebuilt, actor, now);
    return rebuilt;
}

std::int64_t derive_passed(const Desk& desk, const people::Actor& actor, Moment now) {
    const Pass pass{.desk = desk, .actor_name = actor.name, .now = now};
    const bool is_any = desk.database.read(
        [&](Snapshot& snapshot) { return !ids_passed(snapshot, now.date()).empty(); });
    std::int64_t all = 0;
    // Without anything to do nothing is written: the disk rests.
    for (bool is_more = is_any; is_more;) {
        const auto count = desk.database.write([&](Transaction& transaction) {
            Rebuilt rebuilt;
            for (const auto id : ids_passed(transaction, now.date())) {
                const auto of = loaded(transaction, id);
                const auto standing = pass.derive(transaction, of, rebuilt);
                record_passing(transaction, of, standing, actor.name, now);
            }
            return rebuilt.case_count;
        });
        all += count;
        is_more = count == batch_size;
    }
    return all;
}

}  // namespace gk::application
