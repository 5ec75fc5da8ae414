// The tables role_holdings and delegations.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "people/actor.hpp"
#include "people/role_holding.hpp"
#include "store/transaction.hpp"

namespace gk::people {

struct UsableHolding {
    RoleHolding holding;
    std::string on_behalf_of = {};  // The name in the trail of who lent it.
};

// What the account may act as that day: roles of its own, then those delegated to it by accounts
// that still hold them.
[[nodiscard]] std::vector<UsableHolding> load_usable_holdings(store::Snapshot& snapshot,
                                                              Id<Account> account, Date day);

// The same as an actor holds them: all, or of the one holding.
[[nodiscard]] std::vector<HeldRole> load_held_roles(
    store::Snapshot& snapshot, Id<Account> account, Date day,
    const std::optional<Id<RoleHolding>>& only = {});

// The accounts that may act in this role of the agency that day, themselves or for another: for one
// unit of it where one is named. By id.
[[nodiscard]] std::vector<Id<Account>> load_holders(store::Snapshot& snapshot, Id<Agency> agency,
                                                    Role role,
                                                    const std::optional<std::string>& unit,
                                                    Date day);

// Returns the holding with its id.
[[nodiscard]] RoleHolding insert_holding(store::Transaction& transaction, RoleHolding holding);
void update_holding_end(store::Transaction& transaction, Id<RoleHolding> holding, Date valid_to);
// Every role of the account and everything delegated by or to it.
void end_holdings(store::Transaction& transaction, Id<Account> account, Moment now);
[[nodiscard]] std::optional<RoleHolding> load_holding(store::Snapshot& snapshot,
                                                      std::string_view public_id);
[[nodiscard]] std::optional<RoleHolding> load_holding(store::Snapshot& snapshot,
                                                      Id<RoleHolding> id);
// Past ones too, by date.
[[nodiscard]] std::vector<RoleHolding> load_holdings(store::Snapshot& snapshot,
                                                     Id<Account> account);
// Of whom there ever was, by account.
[[nodiscard]] std::vector<RoleHolding> load_holdings_in(store::Snapshot& snapshot,
                                                        Id<Agency> agency);

[[nodiscard]] Delegation insert_delegation(store::Transaction& transaction, Delegation delegation);
void update_delegation_ended(store::Transaction& transaction, Id<Delegation> delegation,
                             Moment ended_at);
[[nodiscard]] std::optional<Delegation> load_delegation(store::Snapshot& snapshot,
                                                        std::string_view public_id);
// Given and received, the latest first.
[[nodiscard]] std::vector<Delegation> load_delegations_of(store::Snapshot& snapshot,
                                                          Id<Account> account);
// Of roles in the agency, the latest first.
[[nodiscard]] std::vector<Delegation> load_delegations_in(store::Snapshot& snapshot,
                                                          Id<Agency> agency);

}  // namespace gk::people
