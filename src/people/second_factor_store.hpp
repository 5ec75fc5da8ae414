// The tables recovery_codes and second_factor_rules.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "people/account.hpp"
#include "people/role.hpp"
#include "store/transaction.hpp"

namespace gk::people {

void replace_recovery_codes(store::Transaction& transaction, Id<Account> account,
                            std::span<const std::string> codes);
// Whether it was one of them; it is none any more.
[[nodiscard]] bool take_recovery_code(store::Transaction& transaction, Id<Account> account,
                                      std::string_view code);
[[nodiscard]] int count_recovery_codes(store::Snapshot& snapshot, Id<Account> account);

// A role in an agency; nothing: every role there.
struct SecondFactorRule {
    Id<Agency> agency;
    std::optional<Role> role = {};
};

void insert_rule(store::Transaction& transaction, const SecondFactorRule& rule);
void delete_rule(store::Transaction& transaction, const SecondFactorRule& rule);
[[nodiscard]] bool is_rule_for(store::Snapshot& snapshot, Id<Agency> agency, Role role);
[[nodiscard]] std::vector<SecondFactorRule> load_rules(store::Snapshot& snapshot,
                                                       Id<Agency> agency);

}  // namespace gk::people
