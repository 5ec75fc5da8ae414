// The table daily_rounds: what happens by itself every day, and when it last did.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "store/transaction.hpp"

namespace gk::calendar {

struct RoundRecord {
    std::string name;  // "passing"
    Date made_on;
    Moment made_at;
    std::string calendar;  // The fingerprint of the one that it counted by.
    std::int64_t change_count = 0;
};

[[nodiscard]] std::optional<RoundRecord> load_daily_round(store::Snapshot& snapshot,
                                                          std::string_view name);

// In the place of the one before.
void save_daily_round(store::Transaction& transaction, const RoundRecord& round);

}  // namespace gk::calendar
