// Who holds what role: granted and ended by the security administrator of the agency, lent for a
// time by the holder.
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

struct NewHolding {
    std::string account_id = {};
    Role role = Role::clerk;
    std::string agency_code = {};
    std::optional<std::string> unit = {};
    Date valid_from = {};
    std::optional<Date> valid_to = {};
};

// Refuses oneself, an account or a unit that is not there, dates that are past or crossed, a role
// that is held already, and what breaks the rule of the three administrators.
[[nodiscard]] Result<RoleHolding> grant_role(store::Database& database, const NewHolding& given,
                                             const Actor& actor, Moment now);

[[nodiscard]] Result<RoleHolding> grant_role(store::Transaction& transaction,
                                             const NewHolding& given, const Actor& actor,
                                             Moment now);

// `last_day` is yesterday at the earliest: then it has ended at once. What was delegated of it ends
// with it.
[[nodiscard]] Result<RoleHolding> end_role(store::Database& database, std::string_view holding_id,
                                           Date last_day, std::string_view reason,
                                           const Actor& actor, Moment now);

// A holding and by whom.
struct HoldingLine {
    RoleHolding holding;
    Account account;
    std::string agency_code;
    std::string agency_name;
};

struct HoldingFilter {
    std::optional<std::string> agency_code = {};  // Nothing: wherever the actor assigns roles.
    std::optional<Role> role = {};
    std::optional<std::string> account_id = {};
    bool with_past = false;
};

// Of agencies where the actor assigns roles, by agency and name.
[[nodiscard]] Result<std::vector<HoldingLine>> list_holdings(store::Database& database,
                                                             const HoldingFilter& filter,
                                                             const Actor& actor, Date today);

// The actor's own, past ones left out.
[[nodiscard]] std::vector<HoldingLine> list_own_holdings(store::Database& database,
                                                         const Actor& actor, Date today);

struct HandOver {
    Account from;  // Ended.
    Account to;
    std::vector<RoleHolding> holdings;  // As `to` holds them now.
};

// Ends an account and gives its roles, with the dates that are left, to another one that is active
// and to which the rule of the three administrators lets them go. Its sessions and delegations end.
[[nodiscard]] Result<HandOver> hand_over_account(store::Transaction& transaction,
                                                 std::string_view from_id, std::string_view to_id,
                                                 std::string_view reason, const Actor& actor,
                                                 Moment now);

}  // namespace gk::people
