#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::Contains;
using ::testing::ElementsAre;

constexpr std::string_view registration = R"({"submission_key": "form-1", "kind": "disclosure",
    "applicant_kind": "natural_person", "name": "申请人甲", "identity_kind": "identity_card",
    "identity_number": "11010519491231002X", "phone": "13800138000",
    "title": "2025年镇级财政预算", "description": "预算收支总表", "form": "paper",
    "route": "post", "channel": "counter", "on": "2026-02-27"})";

class Cases : public OfficeFixture {
protected:
    std::string registered() {
        sign_in(Role::clerk);
        const auto receipt = json_of(client_->post("/api/v1/agencies/lihe/cases", registration));
        return "/api/v1/cases/" + std::string(receipt.at("id").as_string());
    }

    // One action of the case as it is offered.
    boost::json::value offered(const std::string& address, const char* action) {
        const auto of = json_of(client_->get(address));
        for (const auto& each : of.at("actions").as_array()) {
            if (each.at("action") == action) {
                return each;
            }
        }
        ADD_FAILURE() << "no action " << action;
        return {};
    }
};

GK_ON_BOTH_DATABASES(Cases);

TEST_P(Cases, are_registered_once_and_give_number_and_query_code) {
    sign_in(Role::clerk);
    const auto first = json_of(client_->post("/api/v1/agencies/lihe/cases", registration));
    EXPECT_EQ(first.at("number"), "lihe-2026-0001");
    EXPECT_FALSE(first.at("query_code").as_string().empty());
    const auto again = json_of(client_->post("/api/v1/agencies/lihe/cases", registration));
    EXPECT_EQ(again.at("id"), first.at("id"));
    EXPECT_EQ(again.at("query_code"), "");
}

TEST_P(Cases, show_their_clock_with_every_working_day_and_step) {
    const auto of = json_of(client_->get(registered()));
    EXPECT_EQ(of.at("applicant"), "申***");
    EXPECT_EQ(of.at("reply_due_on"), "2026-03-26");
    const auto& clock = of.at("clock");
    EXPECT_EQ(clock.at("used").as_int64() + clock.at("left").as_int64(), 20);
    EXPECT_FALSE(clock.at("trace").as_array().empty());
    EXPECT_EQ(clock.at("weeks").at(0).at(0).at("date"), "2026-02-28");
    EXPECT_EQ(of.at("events").at(0).at("action"), "register_application");
    EXPECT_EQ(of.at("events").at(0).at("entry").at("channel"), "counter");
}

TEST_P(Cases, offer_actions_with_fields_and_say_why_one_is_closed) {
    const auto address = registered();
    const auto open = offered(address, "ask_for_correction");
    EXPECT_EQ(open.at("is_allowed"), true);
    EXPECT_EQ(open.at("basis").at(0).at("citation"), "regulation-2019/30");
    EXPECT_EQ(open.at("fields").at(1).at("label"), "需要补正的事项和理由");
    const auto closed = offered(address, "confirm_receipt");
    EXPECT_EQ(closed.at("is_allowed"), false);
    EXPECT_EQ(closed.at("obstacle").at("code"), "application.action_not_now");
}

TEST_P(Cases, are_acted_on_in_the_version_that_was_seen) {
    const auto address = registered();
    const auto act = address + "/actions/ask_for_correction";
    EXPECT_THAT(problem_codes(client_->post(act, R"({"version": 1, "entry": {}})")),
                Contains(::testing::StartsWith("application.field_missing")));
    const auto* body =
        R"({"version": 1, "entry": {"text": "请写明文件的名称", "due_on": "2026-03-31"}})";
    EXPECT_EQ(json_of(client_->post(act, body)).at("state"), "awaiting_correction");
    EXPECT_THAT(problem_codes(
                    client_->post(address + "/actions/withdraw", R"({"version": 1, "entry": {}})")),
                ElementsAre("application.changed_by_another"));
    EXPECT_THAT(
        problem_codes(client_->post(address + "/actions/forget", R"({"version": 2, "entry": {}})")),
        ElementsAre("application.case_unknown"));
}

TEST_P(Cases, show_the_applicant_only_to_who_may_see_it) {
    const auto address = registered();
    EXPECT_EQ(json_of(client_->get(address + "/applicant")).at("name"), "申请人甲");
    EXPECT_EQ(json_of(client_->get(address + "/related-cases")).at("count_in_month"), 1);
    sign_in(Role::department_reviewer, "user:zhao");
    EXPECT_EQ(json_of(client_->get(address)).at("applicant"), "申***");
    EXPECT_THAT(problem_codes(client_->get(address + "/applicant")),
                ElementsAre("web.thing_not_found"));
}

TEST_P(Cases, of_another_agency_are_not_there) {
    const auto address = registered();
    client_->sign_in(api::actor_with("user:sun", Role::clerk, agencies_.back().id));
    EXPECT_THAT(problem_codes(client_->get(address)), ElementsAre("application.case_unknown"));
    EXPECT_THAT(problem_codes(
                    client_->post(address + "/actions/withdraw", R"({"version": 1, "entry": {}})")),
                ElementsAre("application.case_unknown"));
}

}  // namespace
}  // namespace gk::web::office
