// The tables notify_settings and message_preferences.
#pragma once

#include <map>
#include <vector>

#include "notify/outgoing.hpp"
#include "notify/settings.hpp"
#include "store/transaction.hpp"

namespace gk::notify {

struct StoredSettings {
    std::int64_t version = 0;  // 0: nobody has set anything; these are the defaults.
    Settings settings;
};

[[nodiscard]] StoredSettings load_settings(store::Snapshot& snapshot, Id<people::Agency> agency);

// Of the agencies that have laid down their own.
using AllSettings = std::map<Id<people::Agency>, Settings>;
[[nodiscard]] AllSettings load_all_settings(store::Snapshot& snapshot);

// Those of the agency, or the defaults.
[[nodiscard]] const Settings& settings_of(const AllSettings& all, Id<people::Agency> agency);
[[nodiscard]] const LightRules& lights_of(const AllSettings& all, Id<people::Agency> agency);

void save_settings(store::Transaction& transaction, Id<people::Agency> agency,
                   const StoredSettings& stored);

[[nodiscard]] std::vector<Carrier> load_preferences(store::Snapshot& snapshot,
                                                    Id<people::Account> account);
void save_preferences(store::Transaction& transaction, Id<people::Account> account,
                      const std::vector<Carrier>& carriers);

}  // namespace gk::notify
