// What the verbs on accounts and sessions work with.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "people/password_policy.hpp"
#include "people/session.hpp"

namespace gk::store {
class Database;
}

namespace gk::people {

class PasswordHasher;

struct SignInSettings {
    PasswordPolicy password = {};
    std::chrono::minutes idle_max = std::chrono::minutes(30);
    std::chrono::hours session_max = std::chrono::hours(12);
    std::chrono::hours link_max = std::chrono::hours(24);
};

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

}  // namespace gk::people
