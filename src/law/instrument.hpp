// The instruments (regulations, measures, circulars, laws, interpretations) that citations name,
// with the dates between which each is in force. A citation's `instrument` is a key of this table.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

#include "base/date.hpp"

namespace gk::law {

struct Instrument {
    std::string_view key;              // "regulation-2019"
    std::string_view title;            // Without 《》.
    std::string_view document_number;  // "国务院令第711号"; empty where it has none of its own.
    std::optional<std::chrono::year_month_day> promulgated_on;  // Empty where not known.
    std::chrono::year_month_day effective_on;
    // The first day on which it no longer applies; empty while it does.
    std::optional<std::chrono::year_month_day> ceased_on = {};
};

// In the order of their rank, then of their dates.
[[nodiscard]] std::span<const Instrument> instruments();

// Nothing where the key is none of the table's.
[[nodiscard]] const Instrument* find_instrument(std::string_view key);

[[nodiscard]] bool is_in_force(const Instrument& instrument, Date date);

// 条例 art. 56: which of the two regulations stands on this date; nothing before 2008-05-01.
[[nodiscard]] const Instrument* regulation_on(Date date);

}  // namespace gk::law
