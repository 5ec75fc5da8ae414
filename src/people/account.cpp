#include "people/account.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "law/enum_table.hpp"

namespace gk::people {

namespace {

struct Row {
    AccountState value;
    std::string_view key;
    std::string_view label;
};

constexpr auto table = law::enum_table(std::array{
    Row{AccountState::active, "active", "在用"},
    Row{AccountState::locked, "locked", "已锁定"},
    Row{AccountState::ended, "ended", "已注销"},
});

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_login_character(char c) {
    return is_lower(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

}  // namespace

std::string_view key(AccountState state) {
    return table[state].key;
}

std::string_view label(AccountState state) {
    return table[state].label;
}

std::optional<AccountState> account_state_of(std::string_view key) {
    return table.value_of(key);
}

std::string Account::trail_name() const {
    return "user:" + login_name;
}

std::string normalised_login_name(std::string_view typed) {
    return text::lower_ascii(text::trim(text::to_half_width(typed)));
}

bool is_login_name(std::string_view text) {
    return text.size() >= 2 && text.size() <= 40 && is_lower(text.front()) &&
           std::ranges::all_of(text, is_login_character);
}

}  // namespace gk::people
