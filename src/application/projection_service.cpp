#include "application/projection_service.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "application/case_store.hpp"
#include "application/errors.hpp"
#include "audit/store.hpp"
#include "base/assert.hpp"
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

    friend bool operator==(const Projected&, const Projected&) = default;
};

Projected projected(Snapshot& snapshot, Id<Case> id) {
    auto row = snapshot.query(
        "SELECT state, received_on, reply_due_on, outcome, concluded_on, version FROM cases"
        " WHERE id = ?",
        id);
    GK_ASSERT(row.next());
    return {.state = row.get<std::string>(0),
            .received_on = row.get<std::optional<Date>>(1),
            .reply_due_on = row.get<std::optional<Date>>(2),
            .outcome = row.get<std::optional<std::string>>(3),
            .concluded_on = row.get<std::optional<Date>>(4),
            .version = row.get<std::int64_t>(5)};
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
Standing derived(const Desk& desk, const Case& of, Date today) {
    auto standing = standing_of(of, desk.calendar, today, desk.receipt_rules);
    GK_ASSERT(standing.has_value());
    return *std::move(standing);
}

std::optional<MovedDate> moved(const Case& of, const Standing& standing, const Projected& before) {
    if (is_concluded(standing.state) || before.reply_due_on == standing.reply_due_on) {
        return std::nullopt;
    }
    return MovedDate{.public_id = of.public_id,
                     .number = of.number,
                     .agency = of.agency,
                     .state = standing.state,
                     .before = before.reply_due_on,
                     .after = standing.reply_due_on};
}

// Nothing where the case is gone.
void derive_into(Transaction& transaction, const Desk& desk, Id<Case> id, Date today,
                 Rebuilt& rebuilt) {
    const auto of = load_case(transaction, id);
    GK_ASSERT(of.has_value());
    const auto before = projected(transaction, id);
    const auto standing = derived(desk, *of, today);
    save_standing(transaction, *of, standing);
    ++rebuilt.case_count;
    rebuilt.changed_count += projected(transaction, id) == before ? 0 : 1;
    if (auto date = moved(*of, standing, before)) {
        rebuilt.moved.push_back(*std::move(date));
    }
}

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

Rebuilt rebuild(const Desk& desk, Scope scope, Moment now) {
    Rebuilt all;
    Id<Case> last;
    for (bool is_more = true; is_more;) {
        const auto [batch, next] = desk.database.write([&](Transaction& transaction) {
            Rebuilt part;
            const auto ids = next_ids(transaction, scope, last);
            for (const auto id : ids) {
                derive_into(transaction, desk, id, now.date(), part);
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

}  // namespace

std::vector<MovedDate> dates_to_move(const Desk& desk, Date today) {
    return desk.database.read([&](Snapshot& snapshot) {
        std::vector<MovedDate> dates;
        Id<Case> last;
        for (auto ids = next_ids(snapshot, Scope::open_cases, last); !ids.empty();
             ids = next_ids(snapshot, Scope::open_cases, last)) {
            for (const auto id : ids) {
                const auto of = load_case(snapshot, id);
                GK_ASSERT(of.has_value());
                if (auto date = moved(*of, derived(desk, *of, today), projected(snapshot, id))) {
                    dates.push_back(*std::move(date));
                }
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
    auto rebuilt = rebuild(desk, Scope::every_case, now);
    write_trail(desk, "case.rebuild", rebuilt, actor, now);
    return rebuilt;
}

Result<Rebuilt> move_dates(const Desk& desk, const people::Actor& actor, Moment now) {
    if (!actor.may(people::Permission::calendar_load)) {
        return error(not_permitted, "重新计算期限",
                     people::label(people::Permission::calendar_load));
    }
    auto rebuilt = rebuild(desk, Scope::open_cases, now);
    write_trail(desk, "case.move_dates", rebuilt, actor, now);
    return rebuilt;
}

std::int64_t derive_passed(const Desk& desk, Moment now) {
    return desk.database.write([&](Transaction& transaction) {
        std::vector<Id<Case>> ids;
        {
            auto row = transaction.query("SELECT id FROM cases WHERE derive_on <= ? ORDER BY id",
                                         now.date());
            while (row.next()) {
                ids.push_back(row.get<Id<Case>>(0));
            }
        }
        Rebuilt rebuilt;
        for (const auto id : ids) {
            derive_into(transaction, desk, id, now.date(), rebuilt);
        }
        return rebuilt.case_count;
    });
}

}  // namespace gk::application
