#include "law/chargeable_fee.hpp"

#include <utility>

namespace gk::law {

Result<ChargeableFee> chargeable_fee(FeeScale scale, int units, Date applied_on) {
    GK_TRY(auto fee, processing_fee(scale, units, applied_on));
    if (scale == FeeScale::per_page || units == 0) {
        const auto all = fee.yuan;
        return ChargeableFee{.fee = std::move(fee), .least_yuan = all};
    }
    // One unit fewer is no more wrong than these.
    const auto added = fee.yuan - processing_fee(scale, units - 1, applied_on)->yuan;
    return ChargeableFee{.fee = std::move(fee), .least_yuan = added};
}

}  // namespace gk::law
