#include "people/password_policy.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "people/errors.hpp"

namespace gk::people {

namespace {

int class_count(std::u32string_view password) {
    std::array<bool, 4> seen{};
    for (const auto c : password) {
        if (c >= U'a' && c <= U'z') {
            seen[0] = true;
        } else if (c >= U'A' && c <= U'Z') {
            seen[1] = true;
        } else if (c >= U'0' && c <= U'9') {
            seen[2] = true;
        } else {
            seen[3] = true;
        }
    }
    return static_cast<int>(std::ranges::count(seen, true));
}

}  // namespace

std::vector<Problem> password_problems(const PasswordPolicy& policy, std::string_view password,
                                       std::string_view login_name) {
    std::vector<Problem> problems;
    const auto add = [&](Problem found) {
        found.field = "new_password";
        problems.push_back(std::move(found));
    };
    const auto characters = text::decode(password);
    if (password.size() > password_bytes_max) {
        add(problem(password_too_long, password_bytes_max));
        return problems;
    }
    if (static_cast<int>(characters.size()) < policy.length_min) {
        add(problem(password_too_short, policy.length_min, characters.size()));
    }
    if (class_count(characters) < policy.classes_min) {
        add(problem(password_too_plain, policy.classes_min));
    }
    if (text::lower_ascii(password).find(login_name) != std::string::npos) {
        add(problem(password_holds_login_name));
    }
    return problems;
}

bool is_password_too_old(const PasswordPolicy& policy, std::optional<Moment> changed_at,
                         Moment now) {
    return policy.age_days_max > 0 && changed_at &&
           days_between(changed_at->date(), now.date()) > policy.age_days_max;
}

std::string in_words(const PasswordPolicy& policy) {
    auto words =
        fmt::format("至少{}个字符，包含小写字母、大写字母、数字、其他符号中的至少{}类，不含登录名",
                    policy.length_min, policy.classes_min);
    if (policy.history > 0) {
        words += fmt::format("，不与最近{}次用过的相同", policy.history);
    }
    if (policy.age_days_max > 0) {
        words += fmt::format("；每{}天更换一次", policy.age_days_max);
    }
    return words + "。";
}

}  // namespace gk::people
