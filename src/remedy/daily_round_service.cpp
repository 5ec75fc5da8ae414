#include "remedy/daily_round_service.hpp"

#include "application/third_party_service.hpp"
#include "base/log.hpp"
#include "calendar/daily_round_store.hpp"
#include "calendar/fingerprint.hpp"
#include "people/errors.hpp"

namespace gk::remedy {

namespace {

using store::Snapshot;
using store::Transaction;

// Their names in the table.
constexpr std::string_view passing = "passing";
constexpr std::string_view moving = "moving";

bool is_made(store::Database& database, Date today) {
    const auto last = database.read(
        [](Snapshot& snapshot) { return calendar::load_daily_round(snapshot, passing); });
    return last && last->made_on >= today;
}

bool is_derived_by(store::Database& database, const std::string& fingerprint) {
    const auto last = database.read(
        [](Snapshot& snapshot) { return calendar::load_daily_round(snapshot, moving); });
    return last && last->calendar == fingerprint;
}

void save(store::Database& database, std::string_view name, const std::string& fingerprint,
          std::int64_t count, Moment now) {
    database.write([&](Transaction& transaction) {
        calendar::save_daily_round(transaction, {.name = std::string(name),
                                                 .made_on = now.date(),
                                                 .made_at = now,
                                                 .calendar = fingerprint,
                                                 .change_count = count});
    });
}

}  // namespace

MovedDates all_dates_to_move(const application::Desk& desk, const law::WorkingCalendar& changed,
                             Date today) {
    return {.of_cases = application::dates_to_move(desk, changed, today),
            .of_remedies = dates_to_move(desk.database, changed)};
}

Result<MovedDates> move_all_dates(const application::Desk& desk, const law::WorkingCalendar* before,
                                  const people::Actor& actor, Moment now) {
    GK_TRY(auto cases, application::move_dates(desk, before, actor, now));
    GK_TRY(auto remedies, move_dates(desk.database, desk.calendar, actor, now));
    MovedDates moved{.of_cases = std::move(cases.moved), .of_remedies = std::move(remedies.moved)};
    save(desk.database, moving, calendar::fingerprint(desk.calendar),
         static_cast<std::int64_t>(moved.size()), now);
    return moved;
}

Result<DailyRound> make_daily_round(const application::Desk& desk, const people::Actor& actor,
                                    Moment now) {
    if (!actor.may(people::Permission::operate)) {
        return error(people::operator_only);
    }
    DailyRound round;
    round.sealed_count = application::seal_named_third_parties(desk, actor, now);
    round.passed_count = application::derive_passed(desk, actor, now);
    const auto fingerprint = calendar::fingerprint(desk.calendar);
    if (!is_derived_by(desk.database, fingerprint)) {
        GK_TRY(round.moved, move_all_dates(desk, nullptr, actor, now));
    }
    save(desk.database, passing, fingerprint, round.passed_count, now);
    return round;
}

void DailyRounds::look(const application::Desk& desk, Moment now) {
    // An upgrade is not left to the next day.
    if (seen_calendar_.empty()) {
        application::seal_named_third_parties(desk, actor_, now);
    }
    const auto fingerprint = calendar::fingerprint(desk.calendar);
    const bool is_other_calendar =
        fingerprint != seen_calendar_ && !is_derived_by(desk.database, fingerprint);
    if (is_made(desk.database, now.date()) && !is_other_calendar) {
        seen_calendar_ = fingerprint;
        return;
    }
    const auto round = make_daily_round(desk, actor_, now);
    GK_ASSERT(round.has_value());
    seen_calendar_ = fingerprint;
    log::write(log::Level::info, "daily_round",
               {{"passed", round->passed_count},
                {"moved", static_cast<std::int64_t>(round->moved.size())}});
}

std::optional<Moment> last_daily_round(store::Database& database) {
    const auto last = database.read(
        [](Snapshot& snapshot) { return calendar::load_daily_round(snapshot, passing); });
    return last ? std::optional(last->made_at) : std::nullopt;
}

}  // namespace gk::remedy
