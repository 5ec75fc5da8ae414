// What a password must be. The default is what graded protection asks of level three
// (GB/T 22239-2019, 8.1.4.1 身份鉴别): long, mixed, changed at intervals. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/problem.hpp"

namespace gk::people {

struct PasswordPolicy {
    int length_min = 10;    // In characters.
    int classes_min = 3;    // Of lower case, upper case, digits and everything else.
    int history = 5;        // So many of before may not come back.
    int age_days_max = 90;  // 0: never too old.
};

// Longer ones are refused: nobody types them, and hashing takes as long as they are.
inline constexpr std::size_t password_bytes_max = 256;

// All that is wrong with it, without regard to those of before; each problem at "new_password".
[[nodiscard]] std::vector<Problem> password_problems(const PasswordPolicy& policy,
                                                     std::string_view password,
                                                     std::string_view login_name);

[[nodiscard]] bool is_password_too_old(const PasswordPolicy& policy,
                                       std::optional<Moment> changed_at, Moment now);

// The rules in a sentence, for the page where one is chosen.
[[nodiscard]] std::string in_words(const PasswordPolicy& policy);

}  // namespace gk::people
