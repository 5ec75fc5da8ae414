// The table receipt_settings: when an application counts as received, as each agency lays it down.
// A case goes by what held when it was taken in, however often the agency changes its mind.
#pragma once

#include <cstdint>
#include <string_view>

#include "application/standing.hpp"
#include "law/receipt.hpp"
#include "store/transaction.hpp"

namespace gk::application {

struct ReceiptSettings {
    std::int64_t version = 0;  // 0: nobody has set anything; art. 31 with our readings.
    law::ReceiptRules rules = {};
};

// Those that hold for what is taken in now.
[[nodiscard]] ReceiptSettings load_receipt_settings(store::Snapshot& snapshot,
                                                    Id<people::Agency> agency);

// Beside those that held before.
void add_receipt_settings(store::Transaction& transaction, Id<people::Agency> agency,
                          const ReceiptSettings& settings, Moment now);

// Those by which the case was taken in; it must have an event.
[[nodiscard]] law::ReceiptRules receipt_rules_of(store::Snapshot& snapshot, const Case& of);

// By which day a case that was handed in on line counts as received; art. 31 where there is none.
[[nodiscard]] law::ReceiptBy receipt_of_case(store::Snapshot& snapshot, std::string_view public_id);

}  // namespace gk::application
