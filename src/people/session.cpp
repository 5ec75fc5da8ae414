#include "people/session.hpp"

#include <array>

#include "base/hash.hpp"
#include "base/hex.hpp"
#include "base/sm4.hpp"
#include "law/enum_table.hpp"

namespace gk::people {

namespace {

struct Row {
    SessionState value;
    std::string_view key;
    std::string_view label;
};

constexpr auto table = law::enum_table(std::array{
    Row{SessionState::second_factor_pending, "second_factor_pending", "待输入动态口令"},
    Row{SessionState::password_change_due, "password_change_due", "须先更换密码"},
    Row{SessionState::enrolment_due, "enrolment_due", "须先绑定动态口令"},
    Row{SessionState::full, "full", "已登录"},
});

}  // namespace

std::string_view key(SessionState state) {
    return table[state].key;
}

std::string_view label(SessionState state) {
    return table[state].label;
}

std::optional<SessionState> session_state_of(std::string_view key) {
    return table.value_of(key);
}

bool Session::is_alive(Moment now) const {
    return now < expires_at && now.utc_ms - last_seen_at.utc_ms < idle_ms_max;
}

std::string csrf_token_of(std::string_view session_token) {
    return to_hex(hmac_sm3(session_token, "gongkai session: change"));
}

bool is_csrf_token_of(std::string_view session_token, std::string_view given) {
    return same_bytes(csrf_token_of(session_token), given);
}

}  // namespace gk::people
