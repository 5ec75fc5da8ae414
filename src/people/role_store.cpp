#include "people/role_store.hpp"

#include <map>
#include <utility>

#include "base/assert.hpp"

namespace gk::people {

namespace {

const std::string select_holding =
    "SELECT id, public_id, account_id, role, agency_id, unit_code, valid_from, valid_to"
    " FROM role_holdings";

const std::string select_delegation =
    "SELECT d.id, d.public_id, d.holding_id, d.delegate_id, d.valid_from, d.valid_to, d.reason,"
    " d.ended_at FROM delegations d";

using Children = std::multimap<Id<Agency>, Id<Agency>>;

Children load_children(store::Snapshot& snapshot) {
    Children children;
    auto row = snapshot.query("SELECT parent_id, id FROM agencies WHERE parent_id IS NOT NULL");
    while (row.next()) {
        children.emplace(row.get<Id<Agency>>(0), row.get<Id<Agency>>(1));
    }
    return children;
}

std::vector<Id<Agency>> all_below(const Children& children, Id<Agency> top) {
    std::vector<Id<Agency>> below;
    const auto add_children_of = [&](Id<Agency> agency) {
        const auto [from, to] = children.equal_range(agency);
        for (auto each = from; each != to; ++each) {
            below.push_back(each->second);
        }
    };
    add_children_of(top);
    // NOLINTNEXTLINE(modernize-loop-convert): it grows on the way
    for (std::size_t i = 0; i < below.size(); ++i) {
        add_children_of(below[i]);
    }
    return below;
}

Role role_in(const store::Statement& row, int column) {
    const auto role = role_of(row.get<std::string>(column));
    GK_ASSERT(role.has_value());
    return *role;
}

RoleHolding holding_of(const store::Statement& row) {
    return {.id = row.get<Id<RoleHolding>>(0),
            .public_id = row.get<std::string>(1),
            .account = row.get<Id<Account>>(2),
            .role = role_in(row, 3),
            .agency = row.get<Id<Agency>>(4),
            .unit = row.get<std::optional<std::string>>(5),
            .valid_from = row.get<Date>(6),
            .valid_to = row.get<std::optional<Date>>(7)};
}

Delegation delegation_of(const store::Statement& row) {
    return {.id = row.get<Id<Delegation>>(0),
            .public_id = row.get<std::string>(1),
            .holding = row.get<Id<RoleHolding>>(2),
            .delegate = row.get<Id<Account>>(3),
            .valid_from = row.get<Date>(4),
            .valid_to = row.get<Date>(5),
            .reason = row.get<std::string>(6),
            .ended_at = row.get<std::optional<Moment>>(7)};
}

template <typename Value, typename Make>
std::vector<Value> all_of(store::Statement rows, const Make& make) {
    std::vector<Value> all;
    while (rows.next()) {
        all.push_back(make(rows));
    }
    return all;
}

template <typename Value, typename Make>
std::optional<Value> one_of(store::Statement row, const Make& make) {
    return row.next() ? std::optional<Value>(make(row)) : std::nullopt;
}

}  // namespace

std::vector<UsableHolding> load_usable_holdings(store::Snapshot& snapshot, Id<Account> account,
                                                Date day) {
    std::vector<UsableHolding> usable;
    auto own = snapshot.query(select_holding +
                                  " WHERE account_id = ? AND valid_from <= ?"
                                  " AND (valid_to IS NULL OR valid_to >= ?) ORDER BY id",
                              account, day, day);
    while (own.next()) {
        usable.push_back({.holding = holding_of(own)});
    }
    auto delegated = snapshot.query(
        "SELECT h.id, h.public_id, h.account_id, h.role, h.agency_id, h.unit_code, h.valid_from,"
        " h.valid_to, a.login_name FROM delegations d"
        " JOIN role_holdings h ON h.id = d.holding_id"
        " JOIN accounts a ON a.id = h.account_id"
        " WHERE d.delegate_id = ? AND d.valid_from <= ? AND d.valid_to >= ?"
        " AND d.ended_at IS NULL AND h.valid_from <= ?"
        " AND (h.valid_to IS NULL OR h.valid_to >= ?) AND a.state = 'active' ORDER BY d.id",
        account, day, day, day, day);
    while (delegated.next()) {
        usable.push_back({.holding = holding_of(delegated),
                          .on_behalf_of = "user:" + delegated.get<std::string>(8)});
    }
    return usable;
}

std::vector<HeldRole> load_held_roles(store::Snapshot& snapshot, Id<Account> account, Date day,
                                      const std::optional<Id<RoleHolding>>& only) {
    std::vector<HeldRole> held;
    for (auto& [holding, on_behalf_of] : load_usable_holdings(snapshot, account, day)) {
        if (!only || holding.id == *only) {
            held.push_back({.role = holding.role,
                            .agency = holding.agency,
                            .unit = std::move(holding.unit),
                            .on_behalf_of = std::move(on_behalf_of)});
        }
    }
    std::optional<Children> children;
    for (auto& each : held) {
        if (reaches_below(each.role)) {
            if (!children) {
                children = load_children(snapshot);
            }
            each.agencies_below = all_below(*children, each.agency);
        }
    }
    return held;
}

std::vector<Id<Account>> load_holders(store::Snapshot& snapshot, Id<Agency> agency, Role role,
                                      const std::optional<std::string>& unit, Date day) {
    auto row = snapshot.query(
        "SELECT a.id FROM accounts a JOIN role_holdings h ON h.agency_id = ? AND h.role = ?"
        "   AND h.valid_from <= ? AND (h.valid_to IS NULL OR h.valid_to >= ?)"
        "   AND (CAST(? AS text) IS NULL OR h.unit_code IS NULL OR h.unit_code = ?)"
        " WHERE a.state = 'active' AND (h.account_id = a.id OR EXISTS"
        "   (SELECT 1 FROM delegations d WHERE d.holding_id = h.id AND d.delegate_id = a.id"
        "     AND d.ended_at IS NULL AND d.valid_from <= ? AND d.valid_to >= ?))"
        " GROUP BY a.id ORDER BY a.id",
        agency, key(role), day, day, unit, unit, day, day);
    std::vector<Id<Account>> holders;
    while (row.next()) {
        holders.push_back(row.get<Id<Account>>(0));
    }
    return holders;
}

RoleHolding insert_holding(store::Transaction& transaction, RoleHolding holding) {
    auto row = transaction.query(
        "INSERT INTO role_holdings"
        " (public_id, account_id, role, agency_id, unit_code, valid_from, valid_to)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
        holding.public_id, holding.account, key(holding.role), holding.agency, holding.unit,
        holding.valid_from, holding.valid_to);
    GK_ASSERT(row.next());
    holding.id = row.get<Id<RoleHolding>>(0);
    return holding;
}

void update_holding_end(store::Transaction& transaction, Id<RoleHolding> holding, Date valid_to) {
    transaction.execute("UPDATE role_holdings SET valid_to = ? WHERE id = ?", valid_to, holding);
}

void end_holdings(store::Transaction& transaction, Id<Account> account, Moment now) {
    const auto today = now.date();
    transaction.execute(
        "UPDATE role_holdings SET valid_to = ?"
        " WHERE account_id = ? AND (valid_to IS NULL OR valid_to > ?)",
        today, account, today);
    transaction.execute(
        "UPDATE delegations SET ended_at = ? WHERE ended_at IS NULL AND (delegate_id = ?"
        " OR holding_id IN (SELECT id FROM role_holdings WHERE account_id = ?))",
        now, account, account);
}

std::optional<RoleHolding> load_holding(store::Snapshot& snapshot, std::string_view public_id) {
    return one_of<RoleHolding>(snapshot.query(select_holding + " WHERE public_id = ?", public_id),
                               holding_of);
}

std::optional<RoleHolding> load_holding(store::Snapshot& snapshot, Id<RoleHolding> id) {
    return one_of<RoleHolding>(snapshot.query(select_holding + " WHERE id = ?", id), holding_of);
}

std::vector<RoleHolding> load_holdings(store::Snapshot& snapshot, Id<Account> account) {
    return all_of<RoleHolding>(snapshot.query(select_holding + " WHERE account_id = ?"
                                                               " ORDER BY valid_from, id",
                                              account),
                               holding_of);
}

std::vector<RoleHolding> load_holdings_in(store::Snapshot& snapshot, Id<Agency> agency) {
    return all_of<RoleHolding>(
        snapshot.query(select_holding + " WHERE agency_id = ? ORDER BY account_id, id", agency),
        holding_of);
}

Delegation insert_delegation(store::Transaction& transaction, Delegation delegation) {
    auto row = transaction.query(
        "INSERT INTO delegations"
        " (public_id, holding_id, delegate_id, valid_from, valid_to, reason)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        delegation.public_id, delegation.holding, delegation.delegate, delegation.valid_from,
        delegation.valid_to, delegation.reason);
    GK_ASSERT(row.next());
    delegation.id = row.get<Id<Delegation>>(0);
    return delegation;
}

void update_delegation_ended(store::Transaction& transaction, Id<Delegation> delegation,
                             Moment ended_at) {
    transaction.execute("UPDATE delegations SET ended_at = ? WHERE id = ?", ended_at, delegation);
}

std::optional<Delegation> load_delegation(store::Snapshot& snapshot, std::string_view public_id) {
    return one_of<Delegation>(
        snapshot.query(select_delegation + " WHERE d.public_id = ?", public_id), delegation_of);
}

std::vector<Delegation> load_delegations_of(store::Snapshot& snapshot, Id<Account> account) {
    return all_of<Delegation>(
        snapshot.query(select_delegation + " JOIN role_holdings h ON h.id = d.holding_id"
                                           " WHERE h.account_id = ? OR d.delegate_id = ?"
                                           " ORDER BY d.valid_from DESC, d.id DESC",
                       account, account),
        delegation_of);
}

std::vector<Delegation> load_delegations_in(store::Snapshot& snapshot, Id<Agency> agency) {
    return all_of<Delegation>(
        snapshot.query(select_delegation +
                           " JOIN role_holdings h ON h.id = d.holding_id WHERE h.agency_id = ?"
                           " ORDER BY d.valid_from DESC, d.id DESC",
                       agency),
        delegation_of);
}

}  // namespace gk::people
