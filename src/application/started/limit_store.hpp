// How often somebody may ask for what costs much or invites guessing: some at once, then one each
// so often. Kept in the database, so that neither a restart nor a second node forgets it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "people/key_ring.hpp"
#include "store/transaction.hpp"

namespace gk::application::started {

struct LimitRule {
    int at_once;
    std::chrono::milliseconds one_each;
};

// What the limit is kept under: a keyed digest of what is limited and of whom, so that the table
// holds no address. The addresses of one IPv6 network (/64) are one.
[[nodiscard]] std::string limit_subject(const people::KeyRing& ring, std::string_view what,
                                        std::string_view whom);

// Counts one, or says in how many seconds the next one may come.
[[nodiscard]] std::optional<int> wait_seconds(store::Transaction& transaction,
                                              const LimitRule& rule, std::string_view subject,
                                              Moment now);

// In how many seconds the next one may come, without counting it; nothing: now.
[[nodiscard]] std::optional<int> look_at_limit(store::Snapshot& snapshot, const LimitRule& rule,
                                               std::string_view subject, Moment now);

// Those that hold nobody back any more; returns how many there were.
std::int64_t delete_past_limits(store::Transaction& transaction, Moment now);

}  // namespace gk::application::started
