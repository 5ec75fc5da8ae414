#include "application/fee_offer_service.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "application/acting_service.hpp"
#include "application/applicant_month_store.hpp"
#include "application/entry_check.hpp"
#include "application/errors.hpp"
#include "application/month_charge_store.hpp"
#include "application/round.hpp"
#include "base/yuan.hpp"
#include "law/fee_scale.hpp"

namespace gk::application {

namespace {

using people::Permission;
using store::Snapshot;

std::string account_of_pages(const law::ChargeableFee& chargeable) {
    if (chargeable.fee.yuan == 0) {
        return "这些页数在不收费的范围内。";
    }
    return "按这件申请提供的全部页数分档计算，各件的页数不相加。";
}

std::string account_of_month(const ApplicantMonth& month, const FeeOffer& offer,
                             Date submitted_on) {
    const auto& chargeable = offer.chargeable;
    auto text = fmt::format("同一申请人{}年{}月向本机关提出{}件，这一件是第{}件。",
                            submitted_on.year(), submitted_on.month(), month.count, month.place);
    if (chargeable.fee.yuan == 0) {
        return text + fmt::format("第{}件在不收费的范围内。", offer.units);
    }
    text += fmt::format("这一件应收{}元", chargeable.least_yuan);
    text += chargeable.least_yuan == chargeable.fee.yuan
                ? "。"
                : fmt::format("；同月各件一并通知的，合计不超过{}元。", chargeable.fee.yuan);
    if (month.notified_fen > 0) {
        text += fmt::format(
            "同月其他各件已通知缴纳{}元，不得重复计收，{}。", yuan_text(month.notified_fen),
            offer.most_fen == 0 ? "这一件不用再收"
                                : fmt::format("这次最多收{}元", yuan_text(offer.most_fen)));
    }
    return text;
}

Result<FeeOffer> offered(law::FeeScale scale, int units, Date applied_on) {
    GK_TRY(auto chargeable, law::chargeable_fee(scale, units, applied_on));
    const auto proposed = chargeable.least_yuan * fen_of_yuan;
    const auto most = chargeable.fee.yuan * fen_of_yuan;
    return FeeOffer{.scale = scale,
                    .units = units,
                    .chargeable = std::move(chargeable),
                    .most_fen = most,
                    .proposed_fen = proposed,
                    .account = {}};
}

Result<FeeOffer> offered_of_month(Snapshot& snapshot, const Case& of, std::optional<int> units,
                                  Date submitted_on) {
    const auto month = load_applicant_month(snapshot, of, submitted_on);
    GK_TRY(auto offer,
           offered(law::FeeScale::per_application, units.value_or(month.place), submitted_on));
    GK_TRY(const auto left, left_to_charge_fen(load_month_charges(snapshot, of, submitted_on),
                                               offer.units, submitted_on));
    offer.most_fen = std::min(offer.most_fen, left);
    offer.proposed_fen = std::min(offer.proposed_fen, left);
    offer.account = account_of_month(month, offer, submitted_on);
    return offer;
}

}  // namespace

Result<FeeOffer> offer_fee(const Desk& desk, std::string_view public_id, law::FeeScale scale,
                           std::optional<int> units, const people::Actor& actor) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<FeeOffer> {
        GK_TRY(const auto found, load_for(snapshot, public_id, actor));
        if (!actor.may(Permission::case_handle, found.agency)) {
            return error(not_permitted, label(Action::notify_fee),
                         people::label(Permission::case_handle));
        }
        if (found.kind != CaseKind::disclosure) {
            return error(not_of_kind, label(found.kind), label(Action::notify_fee));
        }
        const auto submitted_on = follow(standing_events(found.events)).submission.submitted_on;
        GK_CHECK(check_fee_law(submitted_on));
        if (scale == law::FeeScale::per_page) {
            if (!units) {
                return error(field_missing, "页数").at("fee_units");
            }
            GK_TRY(auto offer, offered(scale, *units, submitted_on));
            offer.account = account_of_pages(offer.chargeable);
            return offer;
        }
        return offered_of_month(snapshot, found, units, submitted_on);
    });
}

std::string fee_line_text(law::FeeScale scale, const law::FeeLine& line) {
    const auto unit = law::unit(scale);
    const auto units = line.first == line.last
                           ? fmt::format("第{}{}", line.first, unit)
                           : fmt::format("第{}至{}{}", line.first, line.last, unit);
    return line.rate_yuan == 0
               ? fmt::format("{}：不收费", units)
               : fmt::format("{}：每{}{}元，{}元", units, unit, line.rate_yuan, line.amount_yuan);
}

}  // namespace gk::application
