// Reconsiderations and lawsuits, tasks, reminders and computing, asked over the API.
#include <algorithm>

#include <boost/json/array.hpp>
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

constexpr std::string_view new_remedy = R"({"group": "reconsideration", "title": "不服不予公开",
    "body_name": "某市人民政府", "subject": "refusal", "claimant_name": "申请人甲",
    "on": "2026-02-10"})";

class RemedyApi : public OfficeFixture {
protected:
    std::string registered() {
        sign_in(Role::clerk);
        const auto done = json_of(client_->post("/api/v1/agencies/lihe/remedies", new_remedy));
        return "/api/v1/remedies/" + std::string(done.at("id").as_string());
    }

    boost::json::value act(const std::string& address, std::string_view action, int version,
                           const std::string& entry) {
        return json_of(client_->post(
            address + "/actions/" + std::string(action),
            R"({"version": )" + std::to_string(version) + R"(, "entry": )" + entry + "}"));
    }
};

GK_ON_BOTH_DATABASES(RemedyApi);

TEST_P(RemedyApi, goes_from_the_copy_to_the_decision) {
    const auto address = registered();
    EXPECT_EQ(act(address, "receive_copy", 1, R"({"on": "2026-02-24"})").at("stage"),
              "awaiting_reply");
    const auto detail = json_of(client_->get(address));
    EXPECT_EQ(detail.at("owed_by"), "2026-03-09");
    EXPECT_EQ(detail.at("claimant"), "申***");
    EXPECT_EQ(detail.at("clocks").at(1).at("length"), "10个工作日");
    EXPECT_EQ(detail.at("acts").at(1).at("action"), "receive_copy");
    EXPECT_EQ(detail.at("acts").at(1).at("actor_name"), "user:wang");
    const auto todo = json_of(client_->get("/api/v1/todo"));
    const auto& counters = todo.at("counters").as_array();
    const auto* const owed = std::ranges::find_if(counters, [](const auto& counter) {
        return counter.at("key") == "remedies_awaiting_reply";
    });
    ASSERT_NE(owed, counters.end());
    EXPECT_EQ(owed->at("count"), 1);
    EXPECT_EQ(owed->at("address"), "/remedies?stage=awaiting_reply");
    act(address, "submit_reply", 2, R"({"on": "2026-02-27"})");
    const auto done =
        act(address, "record_decision", 3, R"({"on": "2026-02-28", "decision": "upheld"})");
    EXPECT_EQ(done.at("stage"), "decided");
    const auto list = json_of(client_->get("/api/v1/agencies/lihe/remedies?stage=decided"));
    EXPECT_EQ(list.at("total"), 1);
    EXPECT_EQ(list.at("items").at(0).at("counted"), "upheld");
}

TEST_P(RemedyApi, names_what_is_missing_at_its_fields) {
    const auto address = registered();
    const auto refused =
        client_->post(address + "/actions/receive_copy", R"({"version": 1, "entry": {}})");
    EXPECT_THAT(problem_codes(refused), Contains("remedy.field_missing at on"));
    EXPECT_EQ(client_->post(address + "/actions/register_remedy", R"({"version": 1, "entry": {}})")
                  .status,
              404);
}

TEST_P(RemedyApi, shows_a_name_only_to_who_may_see_applicants) {
    const auto address = registered();
    EXPECT_EQ(json_of(client_->get(address + "/claimant")).at("name"), "申请人甲");
    sign_in(Role::signatory);
    EXPECT_EQ(client_->get(address + "/claimant").status, 404);
    EXPECT_EQ(client_->get(address).status, 200);
    sign_in(Role::audit_administrator);
    EXPECT_EQ(client_->get(address).status, 404);
}

TEST_P(RemedyApi, keeps_how_an_agency_counts) {
    sign_in(Role::office_head);
    const std::string address = "/api/v1/agencies/lihe/remedy-counting-rules";
    EXPECT_EQ(client_
                  ->put(address, R"({"rules": [{"decision": "terminated",
                      "counted": "not_counted", "reason": "本地口径"}]})")
                  .status,
              204);
    EXPECT_EQ(json_of(client_->get(address)).at("rules").at(0).at("counted"), "not_counted");
}

TEST_P(RemedyApi, turns_into_tasks_with_counters) {
    act(registered(), "receive_copy", 1, R"({"on": "2026-02-24"})");
    const auto counts = json_of(client_->get("/api/v1/task-counts"));
    EXPECT_EQ(counts.at("tasks").at(0).at("kind"), "remedy.reply");
    EXPECT_EQ(counts.at("tasks").at(0).at("count"), 1);
    const auto tasks = json_of(client_->get("/api/v1/tasks?kind=remedy.reply"));
    EXPECT_EQ(tasks.at("total"), 1);
    EXPECT_EQ(tasks.at("items").at(0).at("is_mine"), true);
    sign_in(Role::signatory);
    EXPECT_EQ(json_of(client_->get("/api/v1/tasks")).at("total"), 0);
}

class TaskApi : public OfficeFixture {};

GK_ON_BOTH_DATABASES(TaskApi);

TEST_P(TaskApi, gives_a_task_by_hand_and_ends_it) {
    sign_in(Role::clerk);
    const auto given = json_of(client_->post(
        "/api/v1/tasks",
        R"({"agency": "lihe", "title": "核对台账", "role": "signatory", "due_on": "2026-03-05"})"));
    const auto address = "/api/v1/tasks/" + std::string(given.at("id").as_string());
    EXPECT_THAT(problem_codes(client_->post(address + "/actions/finish", "")),
                Contains("notify.task_not_allowed"));
    sign_in(Role::signatory);
    EXPECT_EQ(client_->post(address + "/actions/finish", "").status, 204);
    EXPECT_EQ(client_->post(address + "/actions/cancel", "").status, 409);
    EXPECT_EQ(json_of(client_->get("/api/v1/tasks?status=done")).at("total"), 1);
    EXPECT_THAT(problem_codes(client_->post("/api/v1/tasks",
                                            R"({"agency": "lihe", "title": "", "unit": "x"})")),
                Contains("notify.task_title_blank at title"));
}

TEST_P(TaskApi, lists_messages_and_marks_them_read) {
    sign_in(Role::clerk);
    EXPECT_EQ(json_of(client_->get("/api/v1/messages?unread=true")).at("total"), 0);
    EXPECT_EQ(client_->post("/api/v1/messages/01NONE/actions/read", "").status, 404);
    EXPECT_EQ(json_of(client_->post("/api/v1/message-readings", "")).at("count"), 0);
}

TEST_P(TaskApi, keeps_the_settings_of_reminders) {
    sign_in(Role::office_head);
    const std::string address = "/api/v1/agencies/lihe/notify-settings";
    EXPECT_EQ(json_of(client_->get(address)).at("soon_from"), 5);
    const std::string changed =
        R"({"version": 0, "soon_from": 7, "red_from": 1, "remind_at": [10, 2],
            "escalate_after": 3, "escalate_to": "deputy_leader", "sends_from": "09:00",
            "sends_until": "18:00", "is_working_days_only": true})";
    auto mistyped = changed;
    mistyped.replace(mistyped.find("09:00"), 5, "9点");
    EXPECT_THAT(problem_codes(client_->put(address, mistyped)),
                testing::ElementsAre("notify.time_unreadable at sends_from"));
    EXPECT_EQ(json_of(client_->put(address, changed)).at("version"), 1);
    EXPECT_EQ(client_->put(address, changed).status, 409);
    EXPECT_EQ(json_of(client_->get(address)).at("remind_at").at(1), 2);
    EXPECT_EQ(json_of(client_->get("/api/v1/agencies/lihe/outgoing-messages")).at("total"), 0);
    EXPECT_EQ(client_->post("/api/v1/outgoing-messages/01NONE/actions/retry", "").status, 404);
}

TEST_P(TaskApi, keeps_how_a_person_wants_to_be_told) {
    sign_in(Role::clerk);
    const std::string address = "/api/v1/message-preferences";
    EXPECT_EQ(json_of(client_->put(address, R"({"carriers": ["mail"]})")).at("carriers").at(0),
              "mail");
    EXPECT_EQ(json_of(client_->get(address)).at("carriers").as_array().size(), 1U);
}

class ComputationApi : public OfficeFixture {};

GK_ON_BOTH_DATABASES(ComputationApi);

TEST_P(ComputationApi, opens_the_cases_behind_a_cell) {
    sign_in(Role::clerk);
    const std::string address =
        "/api/v1/agencies/lihe/annual-reports/2025/counted-cases?cell=applications.";
    EXPECT_EQ(json_of(client_->get(address + "granted%5B6%5D")).at("total"), 0);
    EXPECT_EQ(client_->get(address + "none%5B6%5D").status, 404);
}

}  // namespace
}  // namespace gk::web::office
