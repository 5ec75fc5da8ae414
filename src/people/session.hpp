// Sessions of those who have signed in. The browser holds a random token; here lies its hash. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "people/account.hpp"
#include "people/actor.hpp"

namespace gk::people {

// How far signing in has come.
enum class SessionState : std::uint8_t {
    second_factor_pending,  // The password was right; the code is still to come.
    password_change_due,    // It was set by another, or is too old.
    enrolment_due,          // A role asks for a second factor, and there is none yet.
    full,
};

[[nodiscard]] std::string_view key(SessionState state);
[[nodiscard]] std::string_view label(SessionState state);
[[nodiscard]] std::optional<SessionState> session_state_of(std::string_view key);

struct Session {
    Id<Session> id;
    std::string public_id = {};
    Id<Account> account;
    SessionState state = SessionState::full;
    Moment began_at;
    Moment last_seen_at;
    std::int64_t idle_ms_max = 0;
    Moment expires_at;
    std::string address = {};
    std::string user_agent = {};
    int code_count = 0;  // Wrong codes of the second factor.

    [[nodiscard]] bool is_alive(Moment now) const;
};

// Whose request it is. `actor` holds roles in a full session only; in another it is the public, and
// nothing is allowed but what completes signing in.
struct SessionActor {
    Actor actor;
    Id<Account> account;
    std::string login_name = {};
    std::string display_name = {};
    std::string session_id = {};  // Its public id.
    std::string csrf_token = {};  // Bound to the token of the session; a page may read it.
    SessionState state = SessionState::full;
};

// What a page must send back with a change.
[[nodiscard]] std::string csrf_token_of(std::string_view session_token);
[[nodiscard]] bool is_csrf_token_of(std::string_view session_token, std::string_view given);

}  // namespace gk::people
