// The log of signing in: every attempt that was heard, and the first of those that were put off.
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/id.hpp"

namespace gk::people {

struct Agency;

enum class SignInOutcome : std::uint8_t {
    signed_in,
    code_awaited,  // The password was right.
    wrong_password,
    wrong_code,
    unknown_account,
    account_locked,
    account_ended,
    put_off,  // After too many failures: not even looked at.
};

[[nodiscard]] std::string_view key(SignInOutcome outcome);
[[nodiscard]] std::string_view label(SignInOutcome outcome);
[[nodiscard]] std::optional<SignInOutcome> sign_in_outcome_of(std::string_view key);

struct SignInLogEntry {
    Moment tried_at;
    SignInOutcome outcome = SignInOutcome::signed_in;
    std::string login_name = {};  // Empty: no account has the name that was typed.
    std::string display_name = {};
    std::string address = {};
    std::string user_agent = {};
};

struct SignInLogFilter {
    std::optional<Id<Agency>> agency = {};  // Nothing: of every agency.
    std::optional<SignInOutcome> outcome = {};
    std::string login_name = {};  // Empty: of any.
    std::optional<Date> from = {};
    std::optional<Date> to = {};
    std::int64_t offset = 0;
    std::int64_t count_max = 20;
};

struct SignInLogPage {
    std::int64_t total = 0;
    std::vector<SignInLogEntry> entries = {};  // The latest first.
};

}  // namespace gk::people
