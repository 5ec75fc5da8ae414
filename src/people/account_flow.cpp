#include "people/account_flow.hpp"

#include <array>

#include "law/enum_table.hpp"
#include "people/errors.hpp"

namespace gk::people {

namespace {

// The states of an account in which the action makes sense.
enum class During : std::uint8_t { active, locked, not_ended };

struct Row {
    AccountAction value;
    std::string_view key;
    std::string_view label;
    Permission permission;
    During during;
};

constexpr auto rows = law::enum_table(std::array{
    Row{AccountAction::change, "change", "修改", Permission::account_manage, During::not_ended},
    Row{AccountAction::issue_link, "issue_link", "签发一次性链接", Permission::account_manage,
        During::active},
    Row{AccountAction::lock, "lock", "锁定", Permission::account_manage, During::active},
    Row{AccountAction::unlock, "unlock", "解锁", Permission::account_manage, During::locked},
    Row{AccountAction::end, "end", "注销", Permission::account_manage, During::not_ended},
    Row{AccountAction::assign_role, "assign_role", "授予角色", Permission::role_assign,
        During::not_ended},
    Row{AccountAction::reset_second_factor, "reset_second_factor", "重置动态口令",
        Permission::role_assign, During::not_ended},
    Row{AccountAction::end_sessions, "end_sessions", "终止全部会话", Permission::session_manage,
        During::not_ended},
    Row{AccountAction::hand_over, "hand_over", "移交", Permission::role_assign, During::not_ended},
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
