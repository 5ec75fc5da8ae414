// Passwords: set by their holder only, with a one-time link or with the one of before.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "people/account.hpp"
#include "people/account_desk.hpp"
#include "people/actor.hpp"
#include "store/database.hpp"

namespace gk::people {

struct OneTimeLink {
    std::string token = {};  // Handed to the holder once; the part of the link after its "#".
    Moment expires_at;
};

// First password, or a lost one: with the link its holder sets a password, once. An earlier link
// of the account is void. Refuses one's own account and one that is not active.
[[nodiscard]] Result<OneTimeLink> issue_link(const AccountDesk& desk, std::string_view account_id,
                                             std::string_view reason, const Actor& actor,
                                             Moment now);

// Sets the password with the link; every session of the account ends, and failures to sign in are
// forgotten. Refuses link_over and what the policy refuses.
[[nodiscard]] Result<void> use_link(const AccountDesk& desk, std::string_view token,
                                    std::string_view new_password, Moment now);

// By its holder, also where a change is due. Other sessions end; this one goes on.
[[nodiscard]] Result<SessionState> change_password(const AccountDesk& desk,
                                                   std::string_view session_token,
                                                   std::string_view old_password,
                                                   std::string_view new_password, Moment now);

}  // namespace gk::people
