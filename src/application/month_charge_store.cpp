#include "application/month_charge_store.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "application/applicant_month_store.hpp"
#include "application/case_store.hpp"
#include "application/errors.hpp"
#include "base/yuan.hpp"
#include "law/chargeable_fee.hpp"

namespace gk::application {

namespace {

bool is_by_application(const MonthCharge& charge) {
    return charge.scale == law::FeeScale::per_application;
}

std::int64_t notified_fen(const std::vector<MonthCharge>& charges) {
    std::int64_t sum = 0;
    for (const auto& each : charges) {
        sum += is_by_application(each) ? each.amount_fen : 0;
    }
    return sum;
}

std::string left_words(std::int64_t left) {
    return left == 0 ? "这次不能再收" : fmt::format("这次最多还可以收{}元", yuan_text(left));
}

}  // namespace

std::vector<MonthCharge> load_month_charges(store::Snapshot& snapshot, const Case& of,
                                            Date submitted_on) {
    std::vector<MonthCharge> charges;
    for (const auto& each : load_applications_of_month(snapshot, of, submitted_on)) {
        if (each.notified_fen == 0) {
            continue;
        }
        const auto charged = load_case(snapshot, each.id);
        for (const auto* event : standing_events(charged->events)) {
            const auto& entry = event->entry;
            if (event->action == Action::notify_fee && entry.fee_scale && entry.fee_units &&
                entry.amount_fen) {
                charges.push_back({.place = each.place,
                                   .scale = *entry.fee_scale,
                                   .units = *entry.fee_units,
                                   .amount_fen = *entry.amount_fen});
            }
        }
    }
    return charges;
}

Result<std::int64_t> left_to_charge_fen(const std::vector<MonthCharge>& charges, int units,
                                        Date applied_on) {
    int most_units = units;
    for (const auto& each : charges) {
        most_units = is_by_application(each) ? std::max(most_units, each.units) : most_units;
    }
    constexpr auto scale = law::FeeScale::per_application;
    GK_TRY(const auto month, law::processing_fee(scale, most_units, applied_on));
    auto left = month.yuan * fen_of_yuan - notified_fen(charges);
    for (const auto& each : charges) {
        // For one application one of the two scales, never both.
        if (!is_by_application(each) && each.place <= most_units) {
            GK_TRY(const auto step, law::chargeable_fee(scale, each.place, applied_on));
            left -= step.least_yuan * fen_of_yuan;
        }
    }
    // Less than what the last of them adds is no amount that a notice may charge.
    GK_TRY(const auto own, law::chargeable_fee(scale, units, applied_on));
    return left < own.least_yuan * fen_of_yuan ? 0 : left;
}

Result<void> check_month_charge(store::Snapshot& snapshot, const Case& of, const Entry& entry,
                                Date submitted_on) {
    if (entry.fee_scale != law::FeeScale::per_application) {
        return {};
    }
    const auto charges = load_month_charges(snapshot, of, submitted_on);
    GK_TRY(const auto left, left_to_charge_fen(charges, *entry.fee_units, submitted_on));
    if (*entry.amount_fen > left) {
        return error(fee_charged_twice, submitted_on.year(), submitted_on.month(),
                     yuan_text(notified_fen(charges)), left_words(left),
                     yuan_text(*entry.amount_fen))
            .at("amount_fen")
            .on({"fee-measures-2020", 4});
    }
    return {};
}

}  // namespace gk::application
