// What is done with sessions: whose a request is, signing out, ending.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/session.hpp"
#include "store/database.hpp"

namespace gk::people {

// Refuses (session_over) a token that is none, has ended, was idle too long or is too old, and one
// of an account that is locked or ended. Where one role was chosen, the actor holds that one alone,
// and none once it has ended, until another choice is made. Notes at most once a minute that it was
// seen.
[[nodiscard]] Result<SessionActor> actor_of_session(store::Database& database,
                                                    std::string_view token, Moment now);

// Ends the session of the token, if there is one: signing out.
void sign_out(store::Database& database, std::string_view token, Moment now);

// Those of the account that are alive, the last seen first.
[[nodiscard]] std::vector<Session> list_own_sessions(store::Database& database, Id<Account> account,
                                                     Moment now);

struct SessionLine {
    Session session;
    Account account;
};

// Of the accounts of an agency, those that are alive, the last seen first (session_manage).
[[nodiscard]] Result<std::vector<SessionLine>> list_sessions(store::Database& database,
                                                             std::string_view agency_code,
                                                             const Actor& actor, Moment now);

// Ends one of one's own sessions, or with session_manage one of an account that the actor looks
// after. Refuses one that is not there or may not be known of: session_unknown.
[[nodiscard]] Result<void> end_session(store::Database& database, std::string_view session_id,
                                       const Actor& actor, Moment now);

// Ends all sessions of an account and forgets its browsers: what was opened by others is closed.
// Returns how many were alive. Refuses as permit() does.
[[nodiscard]] Result<std::int64_t> end_sessions(store::Database& database,
                                                std::string_view account_id,
                                                std::string_view reason, const Actor& actor,
                                                Moment now);

}  // namespace gk::people
