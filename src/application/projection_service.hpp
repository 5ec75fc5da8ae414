// The projection of the cases, derived anew: where days have passed, where a calendar has changed,
// and as a whole where somebody doubts it.
#pragma once

#include <cstdint>
#include <vector>

#include "application/desk_service.hpp"
#include "application/moved_date.hpp"

namespace gk::application {

struct Rebuilt {
    std::int64_t case_count = 0;
    // Of these the projection was not what the events say.
    std::int64_t changed_count = 0;
    std::vector<MovedDate> moved;  // Of open cases.
};

// The dates of the open cases that would be others under `changed` than under the calendar of the
// desk. Changes nothing.
[[nodiscard]] std::vector<MovedDate> dates_to_move(const Desk& desk,
                                                   const law::WorkingCalendar& changed, Date today);

// Derives every case anew and saves what differs, in batches. The trail records it. Refuses who
// may not operate.
[[nodiscard]] Result<Rebuilt> rebuild_cases(const Desk& desk, const people::Actor& actor,
                                            Moment now);

// The same for the open cases once the calendar of the desk holds, by who may load one: tasks move
// along, and the office is told. `before`: the calendar that held until then; without it only the
// last days for replies are compared, with those that were saved.
[[nodiscard]] Result<Rebuilt> move_dates(const Desk& desk, const law::WorkingCalendar* before,
                                         const people::Actor& actor, Moment now);

// Those in which a day has passed that matters (awaited_day.hpp): their state, their tasks, and a
// message to the office. The trail records each. Returns how many; none when called again.
std::int64_t derive_passed(const Desk& desk, const people::Actor& actor, Moment now);

}  // namespace gk::application
