#include "people/sign_in_log.hpp"

#include <array>

#include "law/enum_table.hpp"

namespace gk::people {

namespace {

struct Row {
    SignInOutcome value;
    std::string_view key;
    std::string_view label;
};

constexpr auto table = law::enum_table(std::array{
    Row{SignInOutcome::signed_in, "signed_in", "登录成功"},
    Row{SignInOutcome::code_awaited, "code_awaited", "密码正确，待输入动态口令"},
    Row{SignInOutcome::wrong_password, "wrong_password", "密码不对"},
    Row{SignInOutcome::wrong_code, "wrong_code", "动态口令不对"},
    Row{SignInOutcome::unknown_account, "unknown_account", "没有这个账号"},
    Row{SignInOutcome::account_locked, "account_locked", "账号已锁定"},
    Row{SignInOutcome::account_ended, "account_ended", "账号已注销"},
    Row{SignInOutcome::put_off, "put_off", "失败次数过多，暂缓登录"},
});

}  // namespace

std::string_view key(SignInOutcome outcome) {
    return table[outcome].key;
}

std::string_view label(SignInOutcome outcome) {
    return table[outcome].label;
}

std::optional<SignInOutcome> sign_in_outcome_of(std::string_view key) {
    return table.value_of(key);
}

}  // namespace gk::people
