#include "notify/settings_store.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/assert.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace gk::notify {

namespace {

std::vector<int> days_of(std::string_view listed) {
    std::vector<int> days;
    if (listed.empty()) {
        return days;
    }
    for (const auto part : text::split(listed, ',')) {
        const auto day = text::whole_number<int>(part);
        GK_ASSERT(day.has_value());
        days.push_back(*day);
    }
    return days;
}

Settings settings_in(const store::Statement& row, int column) {
    const auto role = people::role_of(row.get<std::string>(column + 4));
    GK_ASSERT(role.has_value());
    return {
        .lights = {row.get<int>(column), row.get<int>(column + 1)},
        .remind_at = days_of(row.get<std::string>(column + 2)),
        .escalate_after = row.get<int>(column + 3),
        .escalate_to = *role,
        .hours = {row.get<int>(column + 5), row.get<int>(column + 6), row.get<bool>(column + 7)}};
}

}  // namespace

StoredSettings load_settings(store::Snapshot& snapshot, Id<people::Agency> agency) {
    auto row = snapshot.query(
        "SELECT version, soon_from, red_from, remind_at, escalate_after, escalate_to,"
        " sends_from_minute, sends_until_minute, is_working_days_only"
        " FROM notify_settings WHERE agency_id = ?",
        agency);
    if (!row.next()) {
        return {};
    }
    return {row.get<std::int64_t>(0), settings_in(row, 1)};
}

AllSettings load_all_settings(store::Snapshot& snapshot) {
    auto row = snapshot.query(
        "SELECT agency_id, soon_from, red_from, remind_at, escalate_after, escalate_to,"
        " sends_from_minute, sends_until_minute, is_working_days_only FROM notify_settings");
    AllSettings all;
    while (row.next()) {
        all.emplace(row.get<Id<people::Agency>>(0), settings_in(row, 1));
    }
    return all;
}

const Settings& settings_of(const AllSettings& all, Id<people::Agency> agency) {
    static const Settings defaults;
    const auto found = all.find(agency);
    return found == all.end() ? defaults : found->second;
}

const LightRules& lights_of(const AllSettings& all, Id<people::Agency> agency) {
    return settings_of(all, agency).lights;
}

void save_settings(store::Transaction& transaction, Id<people::Agency> agency,
                   const StoredSettings& stored) {
    const auto& settings = stored.settings;
    transaction.execute(
        "INSERT INTO notify_settings (agency_id, version, soon_from, red_from, remind_at,"
        " escalate_after, escalate_to, sends_from_minute, sends_until_minute,"
        " is_working_days_only) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (agency_id) DO UPDATE SET version = excluded.version,"
        " soon_from = excluded.soon_from, red_from = excluded.red_from,"
        " remind_at = excluded.remind_at, escalate_after = excluded.escalate_after,"
        " escalate_to = excluded.escalate_to, sends_from_minute = excluded.sends_from_minute,"
        " sends_until_minute = excluded.sends_until_minute,"
        " is_working_days_only = excluded.is_working_days_only",
        agency, stored.version, settings.lights.soon_from, settings.lights.red_from,
        fmt::format("{}", fmt::join(settings.remind_at, ",")), settings.escalate_after,
        people::key(settings.escalate_to), settings.hours.from_minute, settings.hours.until_minute,
        settings.hours.is_working_days_only);
}

std::vector<Carrier> load_preferences(store::Snapshot& snapshot, Id<people::Account> account) {
    auto row = snapshot.query(
        "SELECT carrier FROM message_preferences WHERE account_id = ? ORDER BY carrier", account);
    std::vector<Carrier> carriers;
    while (row.next()) {
        const auto carrier = carrier_of(row.get<std::string>(0));
        GK_ASSERT(carrier.has_value());
        carriers.push_back(*carrier);
    }
    return carriers;
}

void save_preferences(store::Transaction& transaction, Id<people::Account> account,
                      const std::vector<Carrier>& carriers) {
    transaction.execute("DELETE FROM message_preferences WHERE account_id = ?", account);
    for (const auto carrier : carriers) {
        transaction.execute(
            "INSERT INTO message_preferences (account_id, carrier) VALUES (?, ?)"
            " ON CONFLICT (account_id, carrier) DO NOTHING",
            account, key(carrier));
    }
}

}  // namespace gk::notify
