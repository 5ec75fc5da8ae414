// Delegation (代行): a role that its holder lets another account use for a time. Both names stand
// on the trace of what is done with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/account.hpp"
#include "people/actor.hpp"
#include "people/role_holding.hpp"
#include "store/database.hpp"

namespace gk::people {

struct NewDelegation {
    std::string holding_id = {};      // One of the actor's own.
    std::string delegate_login = {};  // Who is to use it.
    Date valid_from = {};
    Date valid_to = {};
    std::string reason = {};
};

// Refuses a role that is not held oneself for the whole time, that of an administrator, a delegate
// who does not work in that agency or is an administrator, dates that are past or crossed.
[[nodiscard]] Result<Delegation> delegate_role(store::Database& database,
                                               const NewDelegation& given, const Actor& actor,
                                               Moment now);

// By who gave it, who received it, or who assigns roles in the agency.
[[nodiscard]] Result<Delegation> end_delegation(store::Database& database,
                                                std::string_view delegation_id, const Actor& actor,
                                                Moment now);

// A delegation with the names of both.
struct DelegationLine {
    Delegation delegation;
    RoleHolding holding;
    Account delegator;
    Account delegate;
    std::string agency_code;
    std::string agency_name;
};

// Given and received by the actor, the latest first.
[[nodiscard]] std::vector<DelegationLine> list_own_delegations(store::Database& database,
                                                               const Actor& actor);
// Of roles in the agency, for who assigns roles there.
[[nodiscard]] Result<std::vector<DelegationLine>> list_delegations(store::Database& database,
                                                                   std::string_view agency_code,
                                                                   const Actor& actor);

// The active accounts that hold a role in the agency today, without administrators: those to whom a
// role may be delegated or a task be given. For who holds a role there.
[[nodiscard]] Result<std::vector<Account>> list_colleagues(store::Database& database,
                                                           std::string_view agency_code,
                                                           const Actor& actor, Date today);

}  // namespace gk::people
