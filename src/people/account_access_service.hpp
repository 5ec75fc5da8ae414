// Which accounts an actor may know of, and the one it names.
#pragma once

#include <string>
#include <string_view>

#include "audit/entry.hpp"
#include "base/result.hpp"
#include "people/account.hpp"
#include "people/account_flow.hpp"
#include "people/actor.hpp"
#include "store/transaction.hpp"

namespace gk::people {

// Looks after accounts of the agency, or over the roles there.
[[nodiscard]] bool may_see_accounts(const Actor& actor, Id<Agency> agency);

// Refuses one that is not there or that the actor may not know of, alike: account_unknown; and as
// permit() does one that it may see and with which it may not do this.
[[nodiscard]] Result<Account> account_for(store::Snapshot& snapshot, std::string_view account_id,
                                          AccountAction action, const Actor& actor);

[[nodiscard]] Result<void> check_reason(std::string_view reason);

struct AccountAct {
    std::string_view act;  // "account.lock"
    Permission used;
    std::string reason = {};
    audit::Details details = {};
};

// Into the trail, with the login name and the reason where there is one.
void record(store::Transaction& transaction, const Account& account, const AccountAct& act,
            const Actor& actor, Moment now);

}  // namespace gk::people
