#include "remedy/projection_service.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "audit/store.hpp"
#include "base/assert.hpp"
#include "notify/service.hpp"
#include "people/errors.hpp"
#include "remedy/errors.hpp"
#include "remedy/remedy_tasks_service.hpp"
#include "remedy/store.hpp"

namespace gk::remedy {

namespace {

using people::Permission;
using store::Database;
using store::Snapshot;
using store::Transaction;

constexpr int batch_size = 200;
constexpr std::size_t lines_max = 50;

enum class Scope { every_remedy, open_remedies };

struct Numbered {
    Id<RemedyCase> id;
    std::string public_id;
    std::optional<Date> owed_by;
};

std::vector<Numbered> next_remedies(Snapshot& snapshot, Scope scope, Id<RemedyCase> after) {
    const std::string_view sql =
        scope == Scope::every_remedy
            ? "SELECT id, public_id, owed_by FROM remedy_cases WHERE id > ? ORDER BY id LIMIT ?"
            : "SELECT id, public_id, owed_by FROM remedy_cases WHERE id > ?"
              " AND concluded_on IS NULL ORDER BY id LIMIT ?";
    std::vector<Numbered> all;
    auto row = snapshot.query(sql, after, batch_size);
    while (row.next()) {
        all.push_back(
            {row.get<Id<RemedyCase>>(0), row.get<std::string>(1), row.get<std::optional<Date>>(2)});
    }
    return all;
}

RemedyCase loaded(Snapshot& snapshot, const Numbered& numbered) {
    auto of = load_remedy(snapshot, numbered.public_id);
    GK_ASSERT(of.has_value());
    return *std::move(of);
}

void add_moved(const RemedyCase& of, std::optional<Date> before, const Standing& standing,
               std::vector<MovedDate>& moved) {
    if (!standing.conclusion && before != standing.owed_by) {
        moved.push_back({.public_id = of.public_id,
                         .title = of.title,
                         .agency = of.agency,
                         .before = before,
                         .after = standing.owed_by});
    }
}

// The columns that are derived, as one text.
std::string projected(Snapshot& snapshot, Id<RemedyCase> id) {
    auto row = snapshot.query(
        "SELECT stage, opened_on, COALESCE(owed_by, ''), is_paused, COALESCE(concluded_on, ''),"
        " COALESCE(counted_as, ''), version FROM remedy_cases WHERE id = ?",
        id);
    GK_ASSERT(row.next());
    return fmt::format("{} {} {} {} {} {} {}", row.get<std::string>(0), row.get<std::string>(1),
                       row.get<std::string>(2), row.get<int>(3), row.get<std::string>(4),
                       row.get<std::string>(5), row.get<std::int64_t>(6));
}

std::string in_words(std::optional<Date> date) {
    return date ? date->iso() : "无";
}

void tell_of_moves(Transaction& transaction, const std::vector<MovedDate>& moved, Moment now) {
    std::map<Id<people::Agency>, std::vector<const MovedDate*>> of_agencies;
    for (const auto& each : moved) {
        of_agencies[each.agency].push_back(&each);
    }
    for (const auto& [agency, dates] : of_agencies) {
        std::string lines;
        for (std::size_t i = 0; i < std::min(dates.size(), lines_max); ++i) {
            lines += fmt::format("{}：{} → {}\n", dates[i]->title, in_words(dates[i]->before),
                                 in_words(dates[i]->after));
        }
        notify::send(
            transaction,
            {.agency = agency,
             .kind = "dates_moved",
             .to = notify::to_role(people::Role::clerk),
             .title = fmt::format("工作日历有变动，{}件复议、诉讼的期限随之调整", dates.size()),
             .content = lines},
            now);
    }
}

struct Pass {
    Database& database;
    const law::WorkingCalendar& calendar;
    const people::Actor& actor;
    Moment now;

    void derive(Transaction& transaction, const Numbered& numbered, Rebuilt& rebuilt) const {
        const auto of = loaded(transaction, numbered);
        const auto saved = projected(transaction, of.id);
        const auto standing = standing_of(of, calendar, load_overrides(transaction, of.agency));
        save_standing(transaction, of, standing);
        bring_tasks_along(transaction, of, standing, actor.name, now);
        ++rebuilt.case_count;
        rebuilt.changed_count += projected(transaction, of.id) == saved ? 0 : 1;
        add_moved(of, numbered.owed_by, standing, rebuilt.moved);
    }

    [[nodiscard]] Rebuilt run(Scope scope, std::string_view act) const {
        Rebuilt all;
        Id<RemedyCase> last;
        for (bool is_more = true; is_more;) {
            const auto [batch, next] = database.write([&](Transaction& transaction) {
                Rebuilt part;
                const auto numbered = next_remedies(transaction, scope, last);
                for (const auto& each : numbered) {
                    derive(transaction, each, part);
                }
                if (scope == Scope::open_remedies) {
                    tell_of_moves(transaction, part.moved, now);
                }
                return std::pair(std::move(part),
                                 numbered.empty() ? Id<RemedyCase>{} : numbered.back().id);
            });
            is_more = batch.case_count > 0;
            last = next;
            all.case_count += batch.case_count;
            all.changed_count += batch.changed_count;
            all.moved.insert(all.moved.end(), batch.moved.begin(), batch.moved.end());
        }
        write_trail(act, all);
        return all;
    }

    void write_trail(std::string_view act, const Rebuilt& rebuilt) const {
        database.write([&](Transaction& transaction) {
            audit::append(transaction,
                          {.at = now,
                           .actor = actor.name,
                           .act = std::string(act),
                           .object_kind = "remedies",
                           .object_id = "all",
                           .agency = {},
                           .details = {{"cases", std::to_string(rebuilt.case_count)},
                                       {"changed", std::to_string(rebuilt.changed_count)},
                                       {"moved", std::to_string(rebuilt.moved.size())}}});
        });
    }
};

}  // namespace

std::vector<MovedDate> dates_to_move(Database& database, const law::WorkingCalendar& changed) {
    return database.read([&](Snapshot& snapshot) {
        std::vector<MovedDate> moved;
        Id<RemedyCase> last;
        for (auto part = next_remedies(snapshot, Scope::open_remedies, last); !part.empty();
             part = next_remedies(snapshot, Scope::open_remedies, last)) {
            for (const auto& each : part) {
                const auto of = loaded(snapshot, each);
                add_moved(of, each.owed_by, standing_of(of, changed), moved);
            }
            last = part.back().id;
        }
        return moved;
    });
}

Result<Rebuilt> rebuild_remedies(Database& database, const law::WorkingCalendar& calendar,
                                 const people::Actor& actor, Moment now) {
    if (!actor.may(Permission::operate)) {
        return error(people::operator_only);
    }
    return Pass{database, calendar, actor, now}.run(Scope::every_remedy, "remedy.rebuild");
}

Result<Rebuilt> move_dates(Database& database, const law::WorkingCalendar& calendar,
                           const people::Actor& actor, Moment now) {
    if (!actor.may(Permission::calendar_load)) {
        return error(remedy_not_allowed, "重新计算期限");
    }
    return Pass{database, calendar, actor, now}.run(Scope::open_remedies, "remedy.move_dates");
}

}  // namespace gk::remedy
