#include "calendar/daily_round_store.hpp"

namespace gk::calendar {

std::optional<RoundRecord> load_daily_round(store::Snapshot& snapshot, std::string_view name) {
    auto row = snapshot.query(
        "SELECT name, made_on, made_at, calendar, change_count FROM daily_rounds"
        " WHERE name = ?",
        name);
    if (!row.next()) {
        return std::nullopt;
    }
    return RoundRecord{.name = row.get<std::string>(0),
                       .made_on = row.get<Date>(1),
                       .made_at = row.get<Moment>(2),
                       .calendar = row.get<std::string>(3),
                       .change_count = row.get<std::int64_t>(4)};
}

void save_daily_round(store::Transaction& transaction, const RoundRecord& round) {
    transaction.execute(
        "INSERT INTO daily_rounds (name, made_on, made_at, calendar, change_count)"
        " VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET made_on = excluded.made_on, made_at = excluded.made_at,"
        " calendar = excluded.calendar, change_count = excluded.change_count",
        round.name, round.made_on, round.made_at, round.calendar, round.change_count);
}

}  // namespace gk::calendar
