#include "people/delegation_service.hpp"

#include <algorithm>
#include <utility>

#include "audit/store.hpp"
#include "base/text.hpp"
#include "people/account_access_service.hpp"
#include "people/account_store.hpp"
#include "people/errors.hpp"
#include "people/role_store.hpp"
#include "people/service.hpp"
#include "people/store.hpp"

namespace gk::people {

namespace {

void record(store::Transaction& transaction, const DelegationLine& line, std::string_view act,
            const Actor& actor, Moment now) {
    audit::append(transaction,
                  {.at = now,
                   .actor = actor.trail_name(Permission::role_assign, line.holding.agency),
                   .act = std::string(act),
                   .object_kind = "delegation",
                   .object_id = line.delegation.public_id,
                   .agency = line.holding.agency.value,
                   .details = {{"from", line.delegator.login_name},
                               {"to", line.delegate.login_name},
                               {"role", std::string(key(line.holding.role))},
                               {"valid_from", line.delegation.valid_from.iso()},
                               {"valid_to", line.delegation.valid_to.iso()},
                               {"reason", line.delegation.reason}}});
}

// The names to a delegation that is stored.
DelegationLine line_of(store::Snapshot& snapshot, Delegation delegation) {
    auto holding = load_holding(snapshot, delegation.holding);
    GK_ASSERT(holding.has_value());
    auto delegator = load_account(snapshot, holding->account);
    auto delegate = load_account(snapshot, delegation.delegate);
    const auto agency = load_agency(snapshot, holding->agency);
    GK_ASSERT(delegator && delegate && agency);
    return {.delegation = std::move(delegation),
            .holding = *std::move(holding),
            .delegator = *std::move(delegator),
            .delegate = *std::move(delegate),
            .agency_code = agency->code,
            .agency_name = agency->name};
}

std::vector<DelegationLine> lines_of(store::Snapshot& snapshot,
                                     std::vector<Delegation> delegations) {
    std::vector<DelegationLine> lines;
    lines.reserve(delegations.size());
    for (auto& each : delegations) {
        lines.push_back(line_of(snapshot, std::move(each)));
    }
    return lines;
}

// Holds a role in the agency that day, and none of an administrator.
bool works_in(store::Snapshot& snapshot, const Account& account, Id<Agency> agency, Date day) {
    const auto held = load_holdings(snapshot, account.id);
    const auto is_there = [&](const RoleHolding& each) {
        return each.agency == agency && each.holds_on(day);
    };
    return account.state == AccountState::active && std::ranges::any_of(held, is_there) &&
           std::ranges::none_of(held, [&](const RoleHolding& each) {
               return is_administrator(each.role) && each.holds_from(day);
           });
}

Result<void> check_time(const NewDelegation& given, const RoleHolding& holding, Date today) {
    if (given.valid_from < today) {
        return error(role_dates_past, given.valid_from.chinese()).at("valid_from");
    }
    if (given.valid_to < given.valid_from) {
        return error(role_dates_crossed, given.valid_to.chinese(), given.valid_from.chinese())
            .at("valid_to");
    }
    if (!holding.holds_on(given.valid_from) || !holding.holds_on(given.valid_to)) {
        return error(delegation_too_long).at("valid_to");
    }
    return {};
}

Result<Delegation> delegate(store::Transaction& transaction, const NewDelegation& given,
                            const Actor& actor, Moment now) {
    const auto holding = load_holding(transaction, given.holding_id);
    if (!holding || holding->account != actor.account) {
        return error(holding_unknown).at("holding");
    }
    if (is_administrator(holding->role)) {
        return error(delegation_of_administrator, label(holding->role)).at("holding");
    }
    GK_CHECK(check_time(given, *holding, now.date()));
    const auto login_name = normalised_login_name(given.delegate_login);
    const auto receiver =
        is_login_name(login_name) ? load_account_named(transaction, login_name) : std::nullopt;
    if (!receiver || receiver->id == holding->account ||
        !works_in(transaction, *receiver, holding->agency, given.valid_from)) {
        return error(delegate_unsuitable, given.delegate_login).at("delegate");
    }
    auto delegation =
        insert_delegation(transaction, {.id = {},
                                        .public_id = new_public_id(),
                                        .holding = holding->id,
                                        .delegate = receiver->id,
                                        .valid_from = given.valid_from,
                                        .valid_to = given.valid_to,
                                        .reason = std::string(text::trim(given.reason)),
                                        .ended_at = {}});
    record(transaction, line_of(transaction, delegation), "role.delegate", actor, now);
    return delegation;
}

}  // namespace

Result<Delegation> delegate_role(store::Database& database, const NewDelegation& given,
                                 const Actor& actor, Moment now) {
    if (!actor.may(Permission::sign_in)) {
        return error(not_permitted, label(Permission::sign_in));
    }
    GK_CHECK(check_reason(given.reason));
    return database.write(
        [&](store::Transaction& transaction) { return delegate(transaction, given, actor, now); });
}

Result<Delegation> end_delegation(store::Database& database, std::string_view delegation_id,
                                  const Actor& actor, Moment now) {
    return database.write([&](store::Transaction& transaction) -> Result<Delegation> {
        auto found = load_delegation(transaction, delegation_id);
        if (!found) {
            return error(delegation_unknown);
        }
        auto line = line_of(transaction, *std::move(found));
        const bool may = actor.account == line.delegator.id || actor.account == line.delegate.id ||
                         actor.may(Permission::role_assign, line.holding.agency);
        if (!may || !line.delegation.holds_from(now.date())) {
            return error(delegation_unknown);
        }
        update_delegation_ended(transaction, line.delegation.id, now);
        line.delegation.ended_at = now;
        record(transaction, line, "role.end_delegation", actor, now);
        return std::move(line.delegation);
    });
}

std::vector<DelegationLine> list_own_delegations(store::Database& database, const Actor& actor) {
    if (!actor.account) {
        return {};
    }
    return database.read([&](store::Snapshot& snapshot) {
        return lines_of(snapshot, load_delegations_of(snapshot, *actor.account));
    });
}

Result<std::vector<DelegationLine>> list_delegations(store::Database& database,
                                                     std::string_view agency_code,
                                                     const Actor& actor) {
    return database.read([&](store::Snapshot& snapshot) -> Result<std::vector<DelegationLine>> {
        GK_TRY(const auto agency, find_agency(snapshot, agency_code));
        if (!actor.may(Permission::role_assign, agency.id)) {
            return error(not_permitted, label(Permission::role_assign));
        }
        return lines_of(snapshot, load_delegations_in(snapshot, agency.id));
    });
}

Result<std::vector<Account>> list_colleagues(store::Database& database,
                                             std::string_view agency_code, const Actor& actor,
                                             Date today) {
    return database.read([&](store::Snapshot& snapshot) -> Result<std::vector<Account>> {
        GK_TRY(const auto agency, find_agency(snapshot, agency_code));
        const auto is_there = [&](const HeldRole& held) { return held.bears_on(agency.id); };
        if (std::ranges::none_of(actor.held_roles, is_there)) {
            return error(agency_unknown, agency_code);
        }
        auto accounts = load_accounts(snapshot);
        std::erase_if(accounts, [&](const Account& each) {
            return !works_in(snapshot, each, agency.id, today);
        });
        return accounts;
    });
}

}  // namespace gk::people
