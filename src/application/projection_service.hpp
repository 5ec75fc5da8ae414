// The projection of the cases, derived anew: where days have passed, where a calendar has changed,
// and as a whole where somebody doubts it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "application/desk_service.hpp"
#include "application/standing.hpp"

namespace gk::application {

// A date that is another now.
struct MovedDate {
    std::string public_id;
    std::string number;
    Id<people::Agency> agency;
    CaseState state = CaseState::awaiting_confirmation;
    std::optional<Date> before;
    std::optional<Date> after;
};

struct Rebuilt {
    std::int64_t case_count = 0;
    // Of these the projection was not what the events say.
    std::int64_t changed_count = 0;
    std::vector<MovedDate> moved;  // Open cases whose last day moves.
};

// The open cases whose last day for the reply is another under the calendar of the desk: what a
// change of the calendar would do. Changes nothing.
[[nodiscard]] std::vector<MovedDate> dates_to_move(const Desk& desk, Date today);

// Derives every case anew and saves what differs, in batches. The trail records it. Refuses who
// may not operate.
[[nodiscard]] Result<Rebuilt> rebuild_cases(const Desk& desk, const people::Actor& actor,
                                            Moment now);

// The same for the open cases after a change of the calendar, by who may load one.
[[nodiscard]] Result<Rebuilt> move_dates(const Desk& desk, const people::Actor& actor, Moment now);

// Those in which a day has passed that matters: the last one for an opinion. Returns how many.
std::int64_t derive_passed(const Desk& desk, Moment now);

}  // namespace gk::application
