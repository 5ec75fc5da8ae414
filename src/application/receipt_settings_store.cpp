#include "application/receipt_settings_store.hpp"

#include "application/case_store.hpp"
#include "base/assert.hpp"

namespace gk::application {

namespace {

using law::Channel;

template <typename Value>
Value known(std::optional<Value> value) {
    GK_ASSERT(value.has_value());
    return *value;
}

ReceiptSettings settings_in(store::Statement row) {
    ReceiptSettings settings;
    if (!row.next()) {
        return settings;
    }
    settings.version = row.get<std::int64_t>(0);
    settings.rules.lay_down(Channel::ordinary, known(law::receipt_by_of(row.get<std::string>(1))));
    settings.rules.lay_down(Channel::internet, known(law::receipt_by_of(row.get<std::string>(2))));
    settings.rules.lay_down(Channel::fax, known(law::receipt_by_of(row.get<std::string>(3))));
    settings.rules.rest_day = known(law::rest_day_receipt_of(row.get<std::string>(4)));
    return settings;
}

}  // namespace

ReceiptSettings load_receipt_settings(store::Snapshot& snapshot, Id<people::Agency> agency) {
    return settings_in(
        snapshot.query("SELECT version, ordinary, internet, fax, rest_day FROM receipt_settings"
                       " WHERE agency_id = ? ORDER BY version DESC LIMIT 1",
                       agency));
}

void add_receipt_settings(store::Transaction& transaction, Id<people::Agency> agency,
                          const ReceiptSettings& settings, Moment now) {
    const auto& rules = settings.rules;
    transaction.execute(
        "INSERT INTO receipt_settings (agency_id, version, set_at, ordinary, internet, fax,"
        " rest_day) VALUES (?, ?, ?, ?, ?, ?, ?)",
        agency, settings.version, now, law::key(rules.of(Channel::ordinary)),
        law::key(rules.of(Channel::internet)), law::key(rules.of(Channel::fax)),
        law::key(rules.rest_day));
}

law::ReceiptRules receipt_rules_of(store::Snapshot& snapshot, const Case& of) {
    GK_ASSERT(!of.events.empty());
    return settings_in(snapshot.query("SELECT version, ordinary, internet, fax, rest_day"
                                      " FROM receipt_settings WHERE agency_id = ? AND set_at <= ?"
                                      " ORDER BY version DESC LIMIT 1",
                                      of.agency, of.events.front().at))
        .rules;
}

law::ReceiptBy receipt_of_case(store::Snapshot& snapshot, std::string_view public_id) {
    const auto found = load_case(snapshot, public_id);
    const auto rules = found ? receipt_rules_of(snapshot, *found) : law::ReceiptRules{};
    return rules.of(Channel::internet);
}

}  // namespace gk::application
