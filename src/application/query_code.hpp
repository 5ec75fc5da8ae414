// The query code (查询码) with which an applicant finds the own case: 13 characters of Crockford
// base 32 (65 random bits). Only a slow hash of it is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gk::application {

struct QueryCode {
    std::string text;  // "7K3QA9M0ZT5BX"
    std::string hash;
};

// Takes its time: make it before the application is submitted, not in a transaction.
[[nodiscard]] QueryCode new_query_code();

// In groups, as it is shown: 7K3Q-A9M0-ZT5BX.
[[nodiscard]] std::string grouped(std::string_view code);

// As it was typed: full-width and lower-case characters, spaces and hyphens, O for 0, I and L for
// 1. Nothing where it cannot be a code.
[[nodiscard]] std::optional<std::string> normalised_query_code(std::string_view typed);

// Takes its time whatever it is given, also where the hash is empty.
[[nodiscard]] bool is_query_code(std::string_view code, std::string_view hash);

}  // namespace gk::application
