#include "law/processing_fee.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/yuan.hpp"
#include "law/chargeable_fee.hpp"
#include "law/errors.hpp"
#include "law/in_force.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;

struct Band {
    int last;
    int rate_yuan;
};

// Three bands as printed, then one after another of `step` units, each `rise_yuan` dearer.
struct Bands {
    std::array<Band, 3> printed;
    int step;
    int next_rate_yuan;
    int rise_yuan;
};

// 办法第4条：10件以下不收费；11—30件的部分100元/件；31件以上的部分以10件为一档，每增加一档，
// 收费标准提高100元/件。
constexpr InForce<Bands> per_application[] = {{2021y / 1 / 1,
                                               Bands{.printed = {{{10, 0}, {30, 100}, {40, 200}}},
                                                     .step = 10,
                                                     .next_rate_yuan = 300,
                                                     .rise_yuan = 100},
                                               {"fee-measures-2020", 4}}};

// 办法第5条：30页以下不收费；31—100页的部分10元/页；101—200页的部分20元/页；201页以上的部分
// 40元/页。
constexpr InForce<Bands> per_page[] = {{2021y / 1 / 1,
                                        Bands{.printed = {{{30, 0}, {100, 10}, {200, 20}}},
                                              .step = fee_units_max,
                                              .next_rate_yuan = 40,
                                              .rise_yuan = 0},
                                        {"fee-measures-2020", 5}}};

Result<Ruled<Bands>> bands_of(FeeScale scale, Date applied_on) {
    return scale == FeeScale::per_application ? in_force_on(per_application, applied_on)
                                              : in_force_on(per_page, applied_on);
}

std::string_view counted(FeeScale scale) {
    return scale == FeeScale::per_application ? "申请件数" : "页数";
}

// Adds the part of the units that lies in the band from `first` to `last`.
void add_line(ProcessingFee& fee, int units, int first, int last, int rate_yuan) {
    const int reached = std::min(units, last);
    const auto amount = static_cast<std::int64_t>(reached - first + 1) * rate_yuan;
    fee.lines.push_back({first, reached, rate_yuan, amount});
    fee.yuan += amount;
}

}  // namespace

Result<ProcessingFee> processing_fee(FeeScale scale, int units, Date applied_on) {
    GK_TRY(const auto bands, bands_of(scale, applied_on));
    if (units < 0 || units > fee_units_max) {
        return error(fee_count_out_of_range, counted(scale), units, fee_units_max).on(bands.basis);
    }
    ProcessingFee fee{.yuan = 0, .lines = {}, .basis = bands.basis};
    int first = 1;
    for (const auto& [last, rate_yuan] : bands.value.printed) {
        if (first <= units) {
            add_line(fee, units, first, last, rate_yuan);
        }
        first = last + 1;
    }
    for (int rate_yuan = bands.value.next_rate_yuan; first <= units;
         rate_yuan += bands.value.rise_yuan) {
        add_line(fee, units, first, first + bands.value.step - 1, rate_yuan);
        first += bands.value.step;
    }
    return fee;
}

void check_processing_fee(ProblemList& problems, const ChargedFee& charged, Date applied_on) {
    const auto chargeable = chargeable_fee(charged.scale, charged.units, applied_on);
    if (!chargeable) {
        problems.add(chargeable.error());
        return;
    }
    const auto& [fee, least_yuan] = *chargeable;
    const bool is_by_page = charged.scale == FeeScale::per_page;
    const std::string_view counted_as = is_by_page ? "页数" : "本月累计申请件数";
    if (fee.yuan == 0) {
        problems.add(error(fee_not_due, counted_as, charged.units,
                           is_by_page ? "按量计收的，填这件申请提供的全部页数。"
                                      : "按件计收的，填同一申请人当月累计的件数，含这一件。")
                         .at("fee_units")
                         .on(fee.basis));
        return;
    }
    if (charged.amount_fen < least_yuan * fen_of_yuan ||
        charged.amount_fen > fee.yuan * fen_of_yuan) {
        const auto due = least_yuan == fee.yuan ? fmt::format("{}元", fee.yuan)
                                                : fmt::format("{}元至{}元", least_yuan, fee.yuan);
        problems.add(
            error(fee_amount_wrong, counted_as, charged.units, due, yuan_text(charged.amount_fen))
                .at("amount_fen")
                .on(fee.basis));
    }
}

}  // namespace gk::law
