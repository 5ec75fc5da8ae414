#include "people/account_flow.hpp"

#include <array>

#include "law/enum_table.hpp"
#include "people/errors.hpp"

namespace gk::people {

namespace {

// The states of an account in which the action makes sense.
enum class During : std::uint8_t { active, locked, not_ended };

constexpr ProtectionClause identified{"8.1.4.1", "身份鉴别"};
constexpr ProtectionClause controlled{"8.1.4.2", "访问控制"};
constexpr ProtectionClause system_managed{"8.1.5.1", "系统管理"};
constexpr ProtectionClause security_managed{"8.1.5.3", "安全管理"};
constexpr ProtectionClause left{"8.1.8.2", "人员离岗"};

struct Row {
    AccountAction value;
    std::string_view key;
    std::string_view label;
    Permission permission;
    During during;
    std::array<ProtectionClause, 2> basis;
};

constexpr auto rows = law::enum_table(std::array{
    Row{AccountAction::change,
        "change",
        "修改账号信息",
        Permission::account_manage,
        During::not_ended,
        {identified, system_managed}},
    Row{AccountAction::issue_link,
        "issue_link",
        "签发一次性链接",
        Permission::account_manage,
        During::active,
        {identified, system_managed}},
    Row{AccountAction::lock,
        "lock",
        "锁定账号",
        Permission::account_manage,
        During::active,
        {controlled, system_managed}},
    Row{AccountAction::unlock,
        "unlock",
        "解锁账号",
        Permission::account_manage,
        During::locked,
        {controlled, system_managed}},
    Row{AccountAction::end,
        "end",
        "注销账号",
        Permission::account_manage,
        During::not_ended,
        {controlled, left}},
    Row{AccountAction::assign_role,
        "assign_role",
        "授予角色",
        Permission::role_assign,
        During::not_ended,
        {controlled, security_managed}},
    Row{AccountAction::reset_second_factor,
        "reset_second_factor",
        "重置动态口令",
        Permission::role_assign,
        During::not_ended,
        {identified, security_managed}},
    Row{AccountAction::end_sessions,
        "end_sessions",
        "结束全部登录会话",
        Permission::session_manage,
        During::not_ended,
        {controlled, security_managed}},
    Row{AccountAction::hand_over,
        "hand_over",
        "移交账号",
        Permission::role_assign,
        During::not_ended,
        {left, security_managed}},
});

bool is_during(During during, AccountState state) {
    switch (during) {
        case During::active:
            return state == AccountState::active;
        case During::locked:
            return state == AccountState::locked;
        case During::not_ended:
            return state != AccountState::ended;
    }
    GK_ASSERT(!"a state of an account");
    return false;
}

}  // namespace

std::span<const AccountAction> account_actions() {
    return rows.values();
}

std::string_view key(AccountAction action) {
    return rows[action].key;
}

std::string_view label(AccountAction action) {
    return rows[action].label;
}

std::optional<AccountAction> account_action_of(std::string_view key) {
    return rows.value_of(key);
}

std::span<const ProtectionClause> basis(AccountAction action) {
    return rows[action].basis;
}

Permission permission_of(AccountAction action) {
    return rows[action].permission;
}

Result<void> permit(AccountAction action, const Account& account, const Actor& actor) {
    const auto& row = rows[action];
    if (!actor.may(row.permission, account.agency)) {
        return error(not_permitted, label(row.permission));
    }
    if (actor.account == account.id && action != AccountAction::change) {
        return error(account_own);
    }
    if (!is_during(row.during, account.state)) {
        return error(account_state_wrong, label(account.state), row.label);
    }
    if (action == AccountAction::reset_second_factor && !account.second_factor_since) {
        return error(second_factor_none);
    }
    return {};
}

std::vector<AvailableAccountAction> available_actions(const Account& account, const Actor& actor) {
    std::vector<AvailableAccountAction> available;
    for (const auto action : account_actions()) {
        auto permitted = permit(action, account, actor);
        available.push_back(
            {action, permitted ? std::nullopt : std::optional(std::move(permitted).error())});
    }
    return available;
}

}  // namespace gk::people
