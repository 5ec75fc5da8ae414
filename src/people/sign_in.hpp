// Signing in: login name and password, then the code of the second factor where there is one. An
// unknown name gets the same answer as a wrong password, after the same work.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

#include "people/password_hasher.hpp"
#include "people/password_policy.hpp"
#include "people/session.hpp"
#include "store/database.hpp"

namespace gk::people {

struct SignInSettings {
    PasswordPolicy password = {};
    std::chrono::minutes idle_max = std::chrono::minutes(30);
    std::chrono::hours session_max = std::chrono::hours(12);
    std::chrono::hours link_max = std::chrono::hours(24);
};

// What the verbs on accounts and sessions work with.
struct AccountDesk {
    store::Database& database;
    PasswordHasher& hasher;
    std::filesystem::path keys;  // The folder of the keys of personal data.
    SignInSettings settings = {};
};

// Where a request comes from, as far as it says.
struct Origin {
    std::string address = {};
    std::string user_agent = {};
    // What this browser was given when somebody signed in from it; empty where nobody has.
    std::string device_token = {};
};

struct SignedIn {
    std::string token = {};  // For the session cookie; what the browser had before is void.
    std::string device_token =
        {};  // For a cookie that stays; empty where the session is not full yet.
    SessionState state = SessionState::full;
};

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

}  // namespace gk::people
