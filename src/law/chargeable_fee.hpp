// What the notice of one application may charge (信息处理费管理办法 arts. 4 to 6). READING: 0030.
#pragma once

#include <cstdint>

#include "law/processing_fee.hpp"

namespace gk::law {

// Of pages it is the fee; of applications anything from what the last of them adds to the month, to
// the fee of the month so far.
struct ChargeableFee {
    ProcessingFee fee;        // Its amount is the most.
    std::int64_t least_yuan;  // 0 where the units lie in the free band.
};

// Refuses what processing_fee() refuses.
[[nodiscard]] Result<ChargeableFee> chargeable_fee(FeeScale scale, int units, Date applied_on);

}  // namespace gk::law
