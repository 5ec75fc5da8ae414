// What the page of a case is told of its acts: their fields, what they follow, what leads on.
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/office/registered_case.hpp"

namespace gk::web::office {
namespace {

namespace json = boost::json;
using api::json_of;
using people::Role;

class CaseDetails : public OfficeFixture {
protected:
    // Its address. Received on 2026-02-27, two days before today.
    std::string registered() {
        sign_in(Role::clerk, "user:clerk");
        return registered_case(*client_);
    }

    json::value detail(const std::string& address) { return json_of(client_->get(address)); }

    void did(const std::string& address, const std::string& action, json::object fields) {
        const json::object body{{"version", detail(address).at("version")},
                                {"entry", std::move(fields)}};
        const auto answer = client_->post(address + "/actions/" + action, json::serialize(body));
        EXPECT_EQ(answer.status, 200) << answer.bytes();
    }
};

GK_ON_BOTH_DATABASES(CaseDetails);

TEST_P(CaseDetails, offer_each_action_with_the_fields_of_its_form) {
    const auto shown = detail(registered());
    for (const auto& action : shown.at("actions").as_array()) {
        if (action.at("action") == "request_extension") {
            EXPECT_EQ(action.at("fields").at(0).at("field"), "working_days");
            EXPECT_EQ(action.at("fields").at(0).at("is_required"), true);
            EXPECT_EQ(action.at("basis").at(0).at("citation"), "regulation-2019/33/2");
            EXPECT_EQ(action.at("group"), "extension");
            EXPECT_EQ(action.at("next_rank"), nullptr);
        }
        if (action.at("action") == "give_search_task") {
            EXPECT_EQ(action.at("next_rank"), 1);
        }
    }
}

TEST_P(CaseDetails, tell_what_did_not_come_in_time_and_lead_on) {
    const auto id = registered();
    did(id, "ask_for_correction",
        {{"on", "2026-02-27"}, {"text", "请写明年度"}, {"due_on", "2026-02-28"}});
    const auto shown = detail(id);
    EXPECT_EQ(shown.at("passed").at(0).at("title"), "补正期限已过");
    for (const auto& action : shown.at("actions").as_array()) {
        if (action.at("action") == "draft_decision") {
            EXPECT_EQ(action.at("next_rank"), 1);
        }
    }
}

TEST_P(CaseDetails, say_which_records_an_action_may_follow) {
    const auto id = registered();
    did(id, "consult",
        {{"consulted", "third-party"}, {"party", "某公司（示例）"}, {"text", "是否同意"}});
    const auto shown = detail(id);
    for (const auto& action : shown.at("actions").as_array()) {
        if (action.at("action") == "record_opinion") {
            EXPECT_EQ(action.at("records"), (json::array{2}));
        }
        if (action.at("action") == "draft_decision") {
            EXPECT_FALSE(action.as_object().contains("records"));
        }
    }
}

}  // namespace
}  // namespace gk::web::office
