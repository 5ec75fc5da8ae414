// A town with its agency, keys and cheap hashing: what the tests of accounts begin with.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "people/account_service.hpp"
#include "people/password_hasher.hpp"
#include "people/password_service.hpp"
#include "people/session_service.hpp"
#include "people/sign_in_service.hpp"
#include "support/both_databases.hpp"

namespace gk::people {

// 2023-11-14 22:13:20 UTC, 2023-11-15 in Shanghai.
inline constexpr Moment noon{1'700'000'000'000};

[[nodiscard]] constexpr Moment later(std::chrono::milliseconds by, Moment from = noon) {
    return {from.utc_ms + by.count()};
}

inline const std::string good_password = "Xi-gebi-2023";
inline const Origin office{.address = "192.0.2.7", .user_agent = "Browser/1", .device_token = {}};

class AccountTest : public test::OnBothDatabases {
protected:
    AccountTest();
    ~AccountTest() override;

    [[nodiscard]] const AccountDesk& desk() const { return *desk_; }

    [[nodiscard]] AccountDesk& desk() { return *desk_; }

    // With a password that its holder has set.
    Account account(const std::string& login_name, const std::string& agency = "xigebi");
    // Without one.
    Account bare_account(const std::string& login_name, const std::string& agency = "xigebi");
    SignedIn signed_in(const std::string& login_name, Moment at = noon,
                       const Origin& origin = office);
    SessionActor actor_of(const SignedIn& signed_in, Moment at = noon);

    // "account.lock cli:root", the acts on one object in the trail, the oldest first.
    std::vector<std::string> trail_of(const std::string& object_kind, const std::string& id);

    [[nodiscard]] const Actor& operating() const { return operating_; }

private:
    std::filesystem::path keys_;
    std::unique_ptr<PasswordHasher> hasher_;
    std::unique_ptr<AccountDesk> desk_;
    Actor operating_ = operator_named("cli:root");
};

// "people.sign_in_refused code": the codes and fields of what was refused, or "done".
template <typename T>
std::string refusal_of(const Result<T>& result) {
    if (result) {
        return "done";
    }
    std::string text;
    for (const auto& problem : result.error().problems()) {
        text += (text.empty() ? "" : ", ") + problem.code +
                (problem.field.empty() ? "" : " " + problem.field);
    }
    return text;
}

}  // namespace gk::people
