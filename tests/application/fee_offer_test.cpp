// What the notice of a fee is offered: by the applications of one applicant in one calendar month,
// or by the pages of one application.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/fee_offer_service.hpp"

namespace gk::application {
namespace {

using people::Role;
using ::testing::HasSubstr;

constexpr auto by_application = law::FeeScale::per_application;
constexpr auto by_page = law::FeeScale::per_page;

class FeeOffers : public test::ApplicationFixture {
protected:
    // So many of one applicant on one day.
    std::vector<std::string> handed_in(int count, Date on) {
        std::vector<std::string> ids;
        for (int i = 0; i < count; ++i) {
            ids.push_back(
                registered(on, application_of("申请人甲", "第" + std::to_string(i) + "件")));
        }
        return ids;
    }

    FeeOffer offered(const std::string& id, law::FeeScale scale, std::optional<int> units = {}) {
        auto offer = offer_fee(desk(), id, scale, units, clerk());
        EXPECT_TRUE(offer.has_value());
        return *std::move(offer);
    }
};

GK_ON_BOTH_DATABASES(FeeOffers);

TEST_P(FeeOffers, count_the_applications_of_the_month_up_to_this_one) {
    handed_in(3, Date(2026, 2, 27));
    const auto ids = handed_in(12, Date(2026, 3, 2));
    const auto eleventh = offered(ids[10], by_application);
    EXPECT_EQ(eleventh.units, 11);
    EXPECT_EQ(eleventh.proposed_fen, 10'000);
    EXPECT_EQ(eleventh.chargeable.fee.yuan, 100);
    EXPECT_THAT(eleventh.account, HasSubstr("2026年3月向本机关提出12件，这一件是第11件"));
    const auto twelfth = offered(ids[11], by_application);
    EXPECT_EQ(twelfth.units, 12);
    EXPECT_EQ(twelfth.proposed_fen, 10'000);
    EXPECT_THAT(twelfth.account, HasSubstr("这一件应收100元；同月各件一并通知的，合计不超过200元"));
    EXPECT_EQ(offered(ids[9], by_application).proposed_fen, 0);
    EXPECT_THAT(offered(ids[9], by_application).account, HasSubstr("不收费的范围内"));
}

TEST_P(FeeOffers, are_what_the_act_takes) {
    const auto ids = handed_in(12, Date(2026, 3, 2));
    for (const auto index : {10U, 11U}) {
        const auto offer = offered(ids[index], by_application);
        did(ids[index], Action::notify_fee,
            {.text = "依据、标准和缴纳方式",
             .fee_scale = offer.scale,
             .fee_units = offer.units,
             .amount_fen = offer.proposed_fen},
            Role::clerk);
    }
    EXPECT_THAT(offered(ids[11], by_application).account,
                HasSubstr("已通知缴纳100元，不得重复计收"));
}

TEST_P(FeeOffers, leave_out_other_applicants_other_months_and_amendments_of_records) {
    auto amendment = application_of();
    amendment.kind = CaseKind::record_amendment;
    const auto other = registered(Date(2026, 3, 2), amendment);
    auto stranger = application_of("申请人乙");
    stranger.applicant.identity_number = "440524188001010014";
    registered(Date(2026, 3, 2), stranger);
    const auto ids = handed_in(1, Date(2026, 3, 3));
    EXPECT_EQ(offered(ids[0], by_application).units, 1);
    EXPECT_EQ(code_of(offer_fee(desk(), other, by_application, {}, clerk())),
              "application.not_of_kind");
}

TEST_P(FeeOffers, follow_a_registration_that_was_put_right) {
    const auto ids = handed_in(2, Date(2026, 3, 2));
    did(ids[0], Action::amend_registration,
        {.on = Date(2026, 2, 27), .text = "登记错误", .channel = law::Channel::counter},
        Role::clerk);
    EXPECT_EQ(offered(ids[1], by_application).units, 1);
    EXPECT_THAT(offered(ids[0], by_application).account, HasSubstr("2026年2月"));
}

TEST_P(FeeOffers, by_page_are_of_the_pages_of_this_application_alone) {
    const auto ids = handed_in(1, Date(2026, 3, 2));
    const auto offer = offered(ids[0], by_page, 44);
    EXPECT_EQ(offer.proposed_fen, 14'000);
    EXPECT_EQ(fee_line_text(by_page, offer.chargeable.fee.lines[0]), "第1至30页：不收费");
    EXPECT_EQ(fee_line_text(by_page, offer.chargeable.fee.lines[1]), "第31至44页：每页10元，140元");
    EXPECT_THAT(offered(ids[0], by_page, 30).account, HasSubstr("不收费的范围内"));
    EXPECT_EQ(code_of(offer_fee(desk(), ids[0], by_page, {}, clerk())),
              "application.field_missing");
    EXPECT_EQ(
        code_of(offer_fee(desk(), ids[0], by_page, 44, test::person(Role::signatory, agency_))),
        "application.not_permitted");
}

}  // namespace
}  // namespace gk::application
