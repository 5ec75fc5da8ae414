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

    Result<Done> notified(const std::string& id, law::FeeScale scale, int units, int yuan) {
        return act_on(id, Action::notify_fee,
                      {.text = "依据、标准和缴纳方式",
                       .fee_scale = scale,
                       .fee_units = units,
                       .amount_fen = yuan * 100},
                      Role::clerk);
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
        EXPECT_EQ(code_of(notified(ids[index], by_application, offer.units, 100)), "yes");
    }
    EXPECT_THAT(offered(ids[11], by_application).account,
                HasSubstr("已通知缴纳100元，不得重复计收"));
}

TEST_P(FeeOffers, what_one_notice_charged_for_the_month_no_other_charges_again) {
    const auto ids = handed_in(12, Date(2026, 3, 2));
    EXPECT_EQ(code_of(notified(ids[11], by_application, 12, 200)), "yes");
    const auto offer = offered(ids[10], by_application);
    EXPECT_EQ(offer.proposed_fen, 0);
    EXPECT_EQ(offer.most_fen, 0);
    EXPECT_THAT(offer.account, HasSubstr("已通知缴纳200元，不得重复计收，这一件不用再收"));
    const auto refused = notified(ids[10], by_application, 11, 100);
    EXPECT_EQ(code_of(refused), "application.fee_charged_twice");
    EXPECT_EQ(refused.error().first().field, "amount_fen");
    EXPECT_THAT(refused.error().first().message, HasSubstr("已经通知缴纳200元，这次不能再收"));
}

TEST_P(FeeOffers, leave_what_the_other_notices_of_the_month_left) {
    const auto ids = handed_in(13, Date(2026, 3, 2));
    EXPECT_EQ(code_of(notified(ids[11], by_application, 12, 200)), "yes");
    const auto offer = offered(ids[12], by_application);
    EXPECT_EQ(offer.proposed_fen, 10'000);
    EXPECT_EQ(offer.most_fen, 10'000);
    EXPECT_THAT(offer.account, HasSubstr("这次最多收100元"));
    const auto refused = notified(ids[12], by_application, 13, 300);
    EXPECT_EQ(code_of(refused), "application.fee_charged_twice");
    EXPECT_THAT(refused.error().first().message, HasSubstr("这次最多还可以收100元；现填300元"));
    EXPECT_EQ(code_of(notified(ids[12], by_application, 13, 100)), "yes");
}

TEST_P(FeeOffers, charge_again_once_a_wrong_notice_was_taken_back) {
    const auto ids = handed_in(12, Date(2026, 3, 2));
    const auto done = notified(ids[11], by_application, 12, 200);
    ASSERT_TRUE(done.has_value());
    did(ids[11], Action::cancel_event, {.text = "通知有误", .event_number = done->event_number},
        Role::clerk);
    EXPECT_EQ(offered(ids[10], by_application).proposed_fen, 10'000);
    EXPECT_EQ(code_of(notified(ids[10], by_application, 11, 100)), "yes");
}

TEST_P(FeeOffers, do_not_charge_by_application_what_was_charged_by_page) {
    const auto ids = handed_in(12, Date(2026, 3, 2));
    EXPECT_EQ(code_of(notified(ids[10], by_page, 44, 140)), "yes");
    EXPECT_EQ(code_of(notified(ids[11], by_application, 12, 200)), "application.fee_charged_twice");
    EXPECT_EQ(code_of(notified(ids[11], by_application, 12, 100)), "yes");
}

TEST_P(FeeOffers, say_that_there_was_no_fee_before_the_measures) {
    const auto ids = handed_in(1, Date(2020, 12, 31));
    const auto offer = offer_fee(desk(), ids[0], by_application, {}, clerk());
    ASSERT_FALSE(offer.has_value());
    EXPECT_EQ(offer.error().first().code, "application.fee_without_measures");
    EXPECT_EQ(offer.error().first().message,
              "这件申请于2020年12月31日提出，那时还没有生效的信息处理费标准，不能收费。");
    EXPECT_EQ(code_of(notified(ids[0], by_page, 44, 140)), "application.fee_without_measures");
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
