// In which of its roles a person acts: in all of them together, or for the rest of the session in
// one.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/role_service.hpp"

namespace gk::people {

struct RoleChoice {
    std::vector<HoldingLine> holdings;  // Each with its holder: one's own and those that are lent.
    std::optional<std::string> chosen = {};  // The public id of one of them; nothing: all.
    bool is_over = false;                    // The one that was chosen has ended.
};

// What the session could be held to that day, and what it is. Refuses session_unknown.
[[nodiscard]] Result<RoleChoice> role_choice_of(store::Database& database,
                                                std::string_view session_id, Date today);

// From now on the session is one of that role alone; without an id, of all again. Refuses a session
// that is not the actor's (session_unknown) and a role that the account does not hold today
// (holding_unknown).
[[nodiscard]] Result<void> act_in_role(store::Database& database, std::string_view session_id,
                                       const std::optional<std::string>& holding_id,
                                       const Actor& actor, Moment now);

}  // namespace gk::people
