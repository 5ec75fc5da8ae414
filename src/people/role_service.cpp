#include "people/role_service.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "audit/store.hpp"
#include "people/account_access_service.hpp"
#include "people/account_store.hpp"
#include "people/agency_act.hpp"
#include "people/errors.hpp"
#include "people/role_store.hpp"
#include "people/service.hpp"
#include "people/session_store.hpp"
#include "people/sign_in_store.hpp"
#include "people/store.hpp"

namespace gk::people {

namespace {

void record(store::Transaction& transaction, const RoleHolding& holding, std::string_view act,
            const Account& account, audit::Details further, const Actor& actor, Moment now) {
    audit::Details details = {{"login_name", account.login_name},
                              {"role", std::string(key(holding.role))}};
    if (holding.unit) {
        details.emplace_back("unit", *holding.unit);
    }
    details.insert(details.end(), further.begin(), further.end());
    audit::append(transaction, {.at = now,
                                .actor = actor.trail_name(Permission::role_assign, holding.agency),
                                .act = std::string(act),
                                .object_kind = "role_holding",
                                .object_id = holding.public_id,
                                .agency = holding.agency.value,
                                .details = std::move(details)});
}

Result<Agency> agency_for(store::Snapshot& snapshot, std::string_view code, const Actor& actor) {
    GK_TRY(auto agency, find_agency(snapshot, code));
    if (!actor.may(Permission::role_assign, agency.id)) {
        return error(agency_unknown, code).at("agency");
    }
    return agency;
}

Result<void> check_dates(Date from, std::optional<Date> to, Date today) {
    if (from < today) {
        return error(role_dates_past, from.chinese()).at("valid_from");
    }
    if (to && *to < from) {
        return error(role_dates_crossed, to->chinese(), from.chinese()).at("valid_to");
    }
    return {};
}

// Whether one more role may be held beside what the account holds and uses.
Result<void> check_separation(store::Snapshot& snapshot, const Account& account, Role added,
                              Date from) {
    const bool is_lent_a_role =
        is_administrator(added) &&
        std::ranges::any_of(load_delegations_of(snapshot, account.id), [&](const auto& each) {
            return each.delegate == account.id && each.holds_from(from);
        });
    if (is_lent_a_role || breaks_separation(load_holdings(snapshot, account.id), added, from)) {
        return error(role_not_separate, label(added)).at("role");
    }
    return {};
}

Result<void> check_not_held(store::Snapshot& snapshot, const RoleHolding& added) {
    for (const auto& held : load_holdings(snapshot, added.account)) {
        const bool is_same = held.role == added.role && held.agency == added.agency &&
                             (held.unit == added.unit || !held.unit);
        if (is_same && held.holds_from(added.valid_from) &&
            (!added.valid_to || held.valid_from <= *added.valid_to)) {
            return error(role_held_already, label(added.role)).at("role");
        }
    }
    return {};
}

Result<RoleHolding> grant(store::Transaction& transaction, const NewHolding& given,
                          const Actor& actor, Moment now) {
    GK_TRY(const auto agency, agency_for(transaction, given.agency_code, actor));
    if (agency.valid_to && *agency.valid_to < given.valid_from) {
        return error(agency_ended, agency.name, agency.valid_to->chinese()).at("agency");
    }
    const auto account = load_account_of_public_id(transaction, given.account_id);
    if (!account || !may_see_accounts(actor, account->agency)) {
        return error(account_unknown, given.account_id).at("account");
    }
    if (actor.account == account->id) {
        return error(account_own);
    }
    if (account->state == AccountState::ended) {
        return error(account_state_wrong, label(account->state), "授予角色");
    }
    if (given.unit && !has_unit_on(agency, *given.unit, given.valid_from)) {
        return error(unit_unknown, *given.unit).at("unit");
    }
    GK_CHECK(check_separation(transaction, *account, given.role, given.valid_from));
    RoleHolding holding{.id = {},
                        .public_id = new_public_id(),
                        .account = account->id,
                        .role = given.role,
                        .agency = agency.id,
                        .unit = given.unit,
                        .valid_from = given.valid_from,
                        .valid_to = given.valid_to};
    GK_CHECK(check_not_held(transaction, holding));
    holding = insert_holding(transaction, std::move(holding));
    record(transaction, holding, "role.grant", *account,
           {{"valid_from", holding.valid_from.iso()},
            {"valid_to", holding.valid_to ? holding.valid_to->iso() : ""}},
           actor, now);
    return holding;
}

using Agencies = std::map<Id<Agency>, Agency>;

Agencies agencies_by_id(store::Snapshot& snapshot) {
    Agencies agencies;
    for (auto& agency : load_agencies(snapshot)) {
        agencies.emplace(agency.id, std::move(agency));
    }
    return agencies;
}

std::vector<HoldingLine> lines_of(store::Snapshot& snapshot, const Account& account,
                                  const Agencies& agencies) {
    std::vector<HoldingLine> lines;
    for (auto& holding : load_holdings(snapshot, account.id)) {
        const auto& agency = agencies.at(holding.agency);
        lines.push_back({.holding = std::move(holding),
                         .account = account,
                         .agency_code = agency.code,
                         .agency_name = agency.name});
    }
    return lines;
}

bool is_wanted(const HoldingLine& line, const HoldingFilter& filter, const Actor& actor,
               Date today) {
    return actor.may(Permission::role_assign, line.holding.agency) &&
           (!filter.agency_code || line.agency_code == *filter.agency_code) &&
           (!filter.role || line.holding.role == *filter.role) &&
           (!filter.account_id || line.account.public_id == *filter.account_id) &&
           (filter.with_past || line.holding.holds_from(today));
}

// The roles of one account go on as those of another from today on.
Result<std::vector<RoleHolding>> move_holdings(store::Transaction& transaction, const Account& from,
                                               const Account& to, const Actor& actor, Moment now) {
    const auto today = now.date();
    std::vector<RoleHolding> moved;
    for (const auto& held : load_holdings(transaction, from.id)) {
        if (!held.holds_from(today)) {
            continue;
        }
        if (!actor.may(Permission::role_assign, held.agency)) {
            return error(not_permitted, label(Permission::role_assign));
        }
        GK_CHECK(check_separation(transaction, to, held.role, today));
        auto next = held;
        next.public_id = new_public_id();
        next.account = to.id;
        next.valid_from = std::max(held.valid_from, today);
        if (check_not_held(transaction, next)) {
            next = insert_holding(transaction, std::move(next));
            record(transaction, next, "role.take_over", to, {{"from", from.login_name}}, actor,
                   now);
            moved.push_back(std::move(next));
        }
    }
    return moved;
}

}  // namespace

Result<RoleHolding> grant_role(store::Transaction& transaction, const NewHolding& given,
                               const Actor& actor, Moment now) {
    GK_CHECK(check_dates(given.valid_from, given.valid_to, now.date()));
    return grant(transaction, given, actor, now);
}

Result<RoleHolding> grant_role(store::Database& database, const NewHolding& given,
                               const Actor& actor, Moment now) {
    return database.write([&](store::Transaction& transaction) {
        return grant_role(transaction, given, actor, now);
    });
}

Result<RoleHolding> end_role(store::Database& database, std::string_view holding_id, Date last_day,
                             std::string_view reason, const Actor& actor, Moment now) {
    GK_CHECK(check_reason(reason));
    return database.write([&](store::Transaction& transaction) -> Result<RoleHolding> {
        auto holding = load_holding(transaction, holding_id);
        if (!holding || !actor.may(Permission::role_assign, holding->agency)) {
            return error(holding_unknown);
        }
        if (actor.account == holding->account) {
            return error(account_own);
        }
        const auto yesterday = now.date().plus_days(-1);
        if (last_day < yesterday || !holding->holds_from(last_day.next())) {
            return error(role_end_wrong, last_day.chinese()).at("valid_to");
        }
        update_holding_end(transaction, holding->id, last_day);
        holding->valid_to = last_day;
        const auto account = load_account(transaction, holding->account);
        record(transaction, *holding, "role.end", *account,
               {{"valid_to", last_day.iso()}, {"reason", std::string(reason)}}, actor, now);
        return *std::move(holding);
    });
}

Result<std::vector<HoldingLine>> list_holdings(store::Database& database,
                                               const HoldingFilter& filter, const Actor& actor,
                                               Date today) {
    if (!actor.may(Permission::role_assign)) {
        return error(not_permitted, label(Permission::role_assign));
    }
    return database.read([&](store::Snapshot& snapshot) -> Result<std::vector<HoldingLine>> {
        const auto agencies = agencies_by_id(snapshot);
        std::vector<HoldingLine> lines;
        for (const auto& account : load_accounts(snapshot)) {
            for (auto& line : lines_of(snapshot, account, agencies)) {
                if (is_wanted(line, filter, actor, today)) {
                    lines.push_back(std::move(line));
                }
            }
        }
        std::ranges::stable_sort(lines, {}, &HoldingLine::agency_code);
        return lines;
    });
}

std::vector<HoldingLine> list_own_holdings(store::Database& database, const Actor& actor,
                                           Date today) {
    return database.read([&](store::Snapshot& snapshot) {
        const auto account = actor.account ? load_account(snapshot, *actor.account) : std::nullopt;
        auto lines = account ? lines_of(snapshot, *account, agencies_by_id(snapshot))
                             : std::vector<HoldingLine>();
        std::erase_if(lines, [&](const auto& line) { return !line.holding.holds_from(today); });
        return lines;
    });
}

Result<HandOver> hand_over_account(store::Transaction& transaction, std::string_view from_id,
                                   std::string_view to_id, std::string_view reason,
                                   const Actor& actor, Moment now) {
    GK_TRY(auto from, account_for(transaction, from_id, AccountAction::hand_over, actor));
    GK_TRY(auto to, account_for(transaction, to_id, AccountAction::assign_role, actor));
    GK_CHECK(check_reason(reason));
    if (from.id == to.id || to.state != AccountState::active) {
        return error(account_state_wrong, label(to.state), "接手").at("to");
    }
    GK_TRY(auto holdings, move_holdings(transaction, from, to, actor, now));
    end_holdings(transaction, from.id, now);
    update_sessions_ended(transaction, from.id, {}, now, "account.hand_over");
    delete_links(transaction, from.id);
    forget_devices(transaction, from.id);
    from.state = AccountState::ended;
    from.ended_at = now;
    update_account(transaction, from);
    ++from.version;
    record(transaction, from,
           {.act = "account.hand_over",
            .used = Permission::role_assign,
            .reason = std::string(reason),
            .details = {{"to", to.login_name}}},
           actor, now);
    return HandOver{std::move(from), std::move(to), std::move(holdings)};
}

}  // namespace gk::people
