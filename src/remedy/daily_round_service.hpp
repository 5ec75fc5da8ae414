// What happens by itself in applications and remedies: days pass without an act, and the calendar
// by which dates were derived gives way to another. Any number of processes may make these rounds,
// and any of them may die at any moment: the next round does what is left, and nothing twice.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "application/projection_service.hpp"
#include "remedy/projection_service.hpp"

namespace gk::remedy {

// The dates that another calendar moves, or has moved.
struct MovedDates {
    std::vector<application::MovedDate> of_cases;
    std::vector<MovedDate> of_remedies;

    [[nodiscard]] std::size_t size() const { return of_cases.size() + of_remedies.size(); }
};

// What would move if `changed` held in the place of the calendar of the desk. Changes nothing.
[[nodiscard]] MovedDates all_dates_to_move(const application::Desk& desk,
                                           const law::WorkingCalendar& changed, Date today);

// Moves them, once the calendar of the desk holds. `before` and refusals: as move_dates() of
// application.
[[nodiscard]] Result<MovedDates> move_all_dates(const application::Desk& desk,
                                                const law::WorkingCalendar* before,
                                                const people::Actor& actor, Moment now);

struct DailyRound {
    std::int64_t passed_count = 0;  // Cases in which a day has passed without an act.
    std::int64_t sealed_count = 0;  // Third parties that acts named in full from before.
    MovedDates moved;
};

// Does all that is left to do today. Refuses who may not operate.
[[nodiscard]] Result<DailyRound> make_daily_round(const application::Desk& desk,
                                                  const people::Actor& actor, Moment now);

// The rounds of a process that goes on: one a day, and one more whenever this process has come to
// count by another calendar than the dates were derived by.
class DailyRounds {
public:
    explicit DailyRounds(people::Actor actor) : actor_(std::move(actor)) {}

    // To be called again and again. What was done goes to the log as well.
    void look(const application::Desk& desk, Moment now);

private:
    people::Actor actor_;
    std::string seen_calendar_;  // Two processes with different calendars do not take turns.
};

// When the last round was made; nothing: never.
[[nodiscard]] std::optional<Moment> last_daily_round(store::Database& database);

}  // namespace gk::remedy
