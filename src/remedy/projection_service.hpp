// The projection of the remedies derived anew: where a calendar has changed, and as a whole where
// somebody doubts it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "law/working_calendar.hpp"
#include "people/actor.hpp"
#include "remedy/standing.hpp"
#include "store/database.hpp"

namespace gk::remedy {

// What the agency owes is due on another day now.
struct MovedDate {
    std::string public_id;
    std::string title;
    Id<people::Agency> agency;
    std::optional<Date> before;
    std::optional<Date> after;
};

struct Rebuilt {
    std::int64_t case_count = 0;
    std::int64_t changed_count = 0;  // Of these the projection was not what the acts say.
    std::vector<MovedDate> moved;    // Of those that are not over.
};

// What would be due on another day under `changed` than it is now. Changes nothing.
[[nodiscard]] std::vector<MovedDate> dates_to_move(store::Database& database,
                                                   const law::WorkingCalendar& changed);

// Derives every remedy anew and saves what differs, in batches. The trail records it. Refuses who
// may not operate.
[[nodiscard]] Result<Rebuilt> rebuild_remedies(store::Database& database,
                                               const law::WorkingCalendar& calendar,
                                               const people::Actor& actor, Moment now);

// The same for those that are not over, once another calendar holds, by who may load one: tasks
// move along, and the clerks are told.
[[nodiscard]] Result<Rebuilt> move_dates(store::Database& database,
                                         const law::WorkingCalendar& calendar,
                                         const people::Actor& actor, Moment now);

}  // namespace gk::remedy
