// Signing in: login name and password, then the code of the second factor where there is one. An
// unknown name gets the same answer as a wrong password, after the same work.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "people/account_desk.hpp"
#include "people/sign_in_log.hpp"

namespace gk::people {

// Refuses sign_in_refused, sign_in_delayed, sign_in_busy; with the right password also
// sign_in_locked. The log has every attempt that was heard.
[[nodiscard]] Result<SignedIn> sign_in(const AccountDesk& desk, std::string_view login_name,
                                       std::string_view password, const Origin& origin, Moment now);

// The code of the second factor, or one of the recovery codes, for a session that waits for it.
// The session goes on under a new token. Ends it after five wrong codes.
[[nodiscard]] Result<SignedIn> prove_second_factor(const AccountDesk& desk, std::string_view token,
                                                   std::string_view code, const Origin& origin,
                                                   Moment now);

// For somebody whom an identity service has proved to be this account. Refuses one that is unknown,
// locked or ended.
[[nodiscard]] Result<SignedIn> sign_in_as(const AccountDesk& desk, std::string_view subject,
                                          const Origin& origin, Moment now);

// Refuses who may not read it for the agency of the filter; without one only the operator may.
// Attempts on no account at all are shown whatever the agency.
[[nodiscard]] Result<SignInLogPage> read_sign_in_log(store::Database& database,
                                                     const SignInLogFilter& filter,
                                                     const Actor& actor);

}  // namespace gk::people
