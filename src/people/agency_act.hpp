// What becomes of an agency: set up, renamed, merged into another, split, ended. Acts are only
// added; what it was on a day is derived from them, so that a case keeps the agency as it was.
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "people/agency.hpp"

namespace gk::people {

enum class AgencyAction : std::uint8_t { establish, rename, merge, split, end, move };

[[nodiscard]] std::span<const AgencyAction> agency_actions();
[[nodiscard]] std::string_view key(AgencyAction action);
[[nodiscard]] std::string_view label(AgencyAction action);
[[nodiscard]] std::optional<AgencyAction> agency_action_of(std::string_view key);

struct AgencyAct {
    int number = 1;
    AgencyAction action = AgencyAction::establish;
    std::optional<Date> effective_on = {};  // Nothing: from before anyone wrote it down.
    std::string name = {};                  // From then on.
    std::string short_name = {};
    // The successor; of one that was set up out of another, that other; of one that came below
    // another parent, the parent that it had before.
    std::optional<Id<Agency>> other = {};
    std::string reason = {};
    std::string actor = {};
    Moment acted_at = {};
};

// Exists that day.
[[nodiscard]] bool exists_on(const Agency& agency, Date day);
[[nodiscard]] bool exists_on(const Unit& unit, Date day);
[[nodiscard]] bool has_unit_on(const Agency& agency, std::string_view unit_code, Date day);

// The agency with the names, the parent and the units of that day; where it was not there yet, with
// its first name. The acts by number.
[[nodiscard]] Agency as_of(Agency agency, std::span<const AgencyAct> acts, Date day);

}  // namespace gk::people
