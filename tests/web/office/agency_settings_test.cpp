#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::ElementsAre;

constexpr std::string_view receipt = "/api/v1/agencies/lihe/receipt-settings";
constexpr std::string_view report = "/api/v1/agencies/lihe/report-settings";

class AgencySettings : public OfficeFixture {};

GK_ON_BOTH_DATABASES(AgencySettings);

TEST_P(AgencySettings, of_receipt_are_read_and_changed) {
    sign_in(Role::system_administrator);
    const auto before = json_of(client_->get(std::string(receipt)));
    EXPECT_EQ(before.at("version"), 0);
    EXPECT_EQ(before.at("internet"), "confirmation");
    EXPECT_EQ(before.at("rest_day"), "stays");
    const std::string changed =
        R"({"version": 0, "ordinary": "confirmation", "internet": "submission",
            "fax": "confirmation", "rest_day": "moves"})";
    const auto after = json_of(client_->put(std::string(receipt), changed));
    EXPECT_EQ(after.at("version"), 1);
    EXPECT_EQ(after.at("internet"), "submission");
    EXPECT_THAT(problem_codes(client_->put(std::string(receipt), changed)),
                ElementsAre("application.settings_changed"));
    EXPECT_EQ(json_of(client_->get(std::string(receipt))), after);
    EXPECT_EQ(client_
                  ->put(std::string(receipt),
                        R"({"version": 1, "ordinary": "signature", "internet": "submission",
                               "fax": "confirmation", "rest_day": "moves"})")
                  .status,
              422);
}

TEST_P(AgencySettings, of_the_report_are_read_and_changed) {
    sign_in(Role::office_head);
    EXPECT_EQ(json_of(client_->get(std::string(report))).at("remedies"), "all_of_year");
    const std::string changed = R"({"version": 0, "remedies": "filed_in_year"})";
    EXPECT_EQ(json_of(client_->put(std::string(report), changed)).at("version"), 1);
    EXPECT_THAT(problem_codes(client_->put(std::string(report), changed)),
                ElementsAre("report.settings_changed"));
    EXPECT_EQ(json_of(client_->get(std::string(report))).at("remedies"), "filed_in_year");
}

TEST_P(AgencySettings, are_not_shown_to_who_may_not_change_them) {
    sign_in(Role::clerk);
    EXPECT_NE(client_->get(std::string(receipt)).status, 200);
    EXPECT_NE(client_->get(std::string(report)).status, 200);
    EXPECT_NE(client_->get("/api/v1/agencies/lihe/notify-settings").status, 200);
}

TEST_P(AgencySettings, tell_what_can_be_sent_and_what_the_operator_must_do_first) {
    sign_in(Role::clerk);
    const auto carriers = json_of(client_->get("/api/v1/message-carriers")).at("carriers");
    ASSERT_EQ(carriers.as_array().size(), 3U);
    EXPECT_EQ(carriers.at(0).at("carrier"), "mail");
    EXPECT_EQ(carriers.at(0).at("is_configured"), false);
    EXPECT_THAT(std::string(carriers.at(0).at("note").as_string()),
                testing::HasSubstr("mail_url 和 mail_from"));
}

TEST_P(AgencySettings, show_a_supervisor_how_many_remedies_there_are_and_no_more) {
    sign_in(Role::supervisor);
    const auto counts = json_of(client_->get("/api/v1/remedy-counts"));
    EXPECT_EQ(counts.at("total"), 0);
    EXPECT_NE(client_->get("/api/v1/agencies/lihe/remedies").status, 200);
}

}  // namespace
}  // namespace gk::web::office
