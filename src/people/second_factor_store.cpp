#include "people/second_factor_store.hpp"

#include "base/assert.hpp"
#include "people/session_store.hpp"

namespace gk::people {

namespace {

std::string_view role_key(const SecondFactorRule& rule) {
    return rule.role ? key(*rule.role) : std::string_view("every");
}

}  // namespace

void replace_recovery_codes(store::Transaction& transaction, Id<Account> account,
                            std::span<const std::string> codes) {
    transaction.execute("DELETE FROM recovery_codes WHERE account_id = ?", account);
    for (const auto& code : codes) {
        transaction.execute("INSERT INTO recovery_codes (account_id, code_hash) VALUES (?, ?)",
                            account, secret_hash(code));
    }
}

bool take_recovery_code(store::Transaction& transaction, Id<Account> account,
                        std::string_view code) {
    return transaction.execute("DELETE FROM recovery_codes WHERE account_id = ? AND code_hash = ?",
                               account, secret_hash(code)) > 0;
}

int count_recovery_codes(store::Snapshot& snapshot, Id<Account> account) {
    auto row = snapshot.query("SELECT COUNT(*) FROM recovery_codes WHERE account_id = ?", account);
    GK_ASSERT(row.next());
    return row.get<int>(0);
}

void insert_rule(store::Transaction& transaction, const SecondFactorRule& rule) {
    transaction.execute(
        "INSERT INTO second_factor_rules (agency_id, role) VALUES (?, ?)"
        " ON CONFLICT (agency_id, role) DO NOTHING",
        rule.agency, role_key(rule));
}

void delete_rule(store::Transaction& transaction, const SecondFactorRule& rule) {
    transaction.execute("DELETE FROM second_factor_rules WHERE agency_id = ? AND role = ?",
                        rule.agency, role_key(rule));
}

bool is_rule_for(store::Snapshot& snapshot, Id<Agency> agency, Role role) {
    auto row = snapshot.query(
        "SELECT 1 FROM second_factor_rules WHERE agency_id = ? AND role IN (?, 'every')", agency,
        key(role));
    return row.next();
}

std::vector<SecondFactorRule> load_rules(store::Snapshot& snapshot, Id<Agency> agency) {
    std::vector<SecondFactorRule> rules;
    auto row = snapshot.query(
        "SELECT role FROM second_factor_rules WHERE agency_id = ? ORDER BY role", agency);
    while (row.next()) {
        rules.push_back({.agency = agency, .role = role_of(row.get<std::string>(0))});
    }
    return rules;
}

}  // namespace gk::people
