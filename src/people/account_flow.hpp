// What may be done with an account, by whom and when: the buttons and the verbs ask the same
// function. The system administrator looks after the account, the security administrator over its
// roles, sessions and second factor; nobody acts on the own one (三员). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/account.hpp"
#include "people/actor.hpp"

namespace gk::people {

enum class AccountAction : std::uint8_t {
    change,  // Name, contacts, who it is at the identity service.
    issue_link,
    lock,
    unlock,
    end,
    assign_role,
    reset_second_factor,
    end_sessions,
    hand_over,
};
[[nodiscard]] std::span<const AccountAction> account_actions();
[[nodiscard]] std::string_view key(AccountAction action);
[[nodiscard]] std::string_view label(AccountAction action);
[[nodiscard]] std::optional<AccountAction> account_action_of(std::string_view key);
[[nodiscard]] Permission permission_of(AccountAction action);

// Of GB/T 22239-2019 (网络安全等级保护基本要求), level three.
struct ProtectionClause {
    std::string_view number;  // "8.1.4.2"
    std::string_view title;   // 访问控制
};

// Those that ask for the action, or for who does it.
[[nodiscard]] std::span<const ProtectionClause> basis(AccountAction action);

// Refuses who may not in the agency of the account, one's own account, and what does not go with
// the state that it is in.
[[nodiscard]] Result<void> permit(AccountAction action, const Account& account, const Actor& actor);

struct AvailableAccountAction {
    AccountAction action;
    std::optional<Error> obstacle;  // Nothing: yes.
};

// Every action, in their order.
[[nodiscard]] std::vector<AvailableAccountAction> available_actions(const Account& account,
                                                                    const Actor& actor);

}  // namespace gk::people
