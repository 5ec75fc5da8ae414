// Amounts of money: kept in fen, read in yuan.
#pragma once

#include <cstdint>
#include <string>

namespace gk {

inline constexpr std::int64_t fen_of_yuan = 100;

// "140", "140.50": without the unit. The amount is not negative.
[[nodiscard]] std::string yuan_text(std::int64_t fen);

}  // namespace gk
