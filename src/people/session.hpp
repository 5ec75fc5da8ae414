// Sessions of those who have signed in. The browser holds a random token; here lies its hash.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/account.hpp"
#include "people/actor.hpp"
#include "store/database.hpp"

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

// Refuses (session_over) a token that is none, has ended, was idle too long or is too old, and one
// of an account that is locked or ended. Notes at most once a minute that it was seen.
[[nodiscard]] Result<SessionActor> actor_of_session(store::Database& database,
                                                    std::string_view token, Moment now);

// What a page must send back with a change.
[[nodiscard]] std::string csrf_token_of(std::string_view session_token);
[[nodiscard]] bool is_csrf_token_of(std::string_view session_token, std::string_view given);

// Ends the session of the token, if there is one: signing out.
void sign_out(store::Database& database, std::string_view token, Moment now);

// Those of the account that are alive, the last seen first.
[[nodiscard]] std::vector<Session> list_own_sessions(store::Database& database, Id<Account> account,
                                                     Moment now);

// Ends one of one's own sessions, or with session_manage one of an account that the actor looks
// after. Refuses one that is not there or may not be known of: session_unknown.
[[nodiscard]] Result<void> end_session(store::Database& database, std::string_view session_id,
                                       const Actor& actor, Moment now);

}  // namespace gk::people
