// What the notice of a fee may charge in a case: computed and shown with its bands before somebody
// writes an amount (信息处理费管理办法 arts. 3 to 5). The act itself holds what is written against
// the same bands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "application/desk_service.hpp"
#include "law/chargeable_fee.hpp"
#include "people/actor.hpp"

namespace gk::application {

struct FeeOffer {
    law::FeeScale scale = law::FeeScale::per_application;
    int units = 0;
    law::ChargeableFee chargeable;
    // Of applications less than the fee of the month where notices of others have charged it.
    std::int64_t most_fen = 0;
    // What the form begins with: of applications what this one alone adds, for each may have a
    // notice of its own.
    std::int64_t proposed_fen = 0;
    std::string account;  // How the count came about, and what the bounds mean.
};

// Units left out are, of applications, this one and those of the same applicant in the month that
// came before it. Refuses who may not handle the case, a case of art. 41, pages left out, what was
// applied for before the measures, and what law::chargeable_fee() refuses.
[[nodiscard]] Result<FeeOffer> offer_fee(const Desk& desk, std::string_view public_id,
                                         law::FeeScale scale, std::optional<int> units,
                                         const people::Actor& actor);

// "第31至44页：每页10元，140元"
[[nodiscard]] std::string fee_line_text(law::FeeScale scale, const law::FeeLine& line);

}  // namespace gk::application
