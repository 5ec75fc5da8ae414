#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notify/service.hpp"
#include "web/office/office_fixture.hpp"
#include "web/office/registered_case.hpp"

namespace gk::web::office {
namespace {

namespace json = boost::json;
using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Todo : public OfficeFixture {
protected:
    Todo() {
        const auto agency = agencies_.front().id;
        database().write([&](store::Transaction& transaction) {
            notify::give_task(transaction,
                              {.agency = agency,
                               .kind = std::string(notify::by_hand),
                               .to = notify::to_role(Role::clerk),
                               .title = "整理目录",
                               .due = {.due_on = Date(2026, 2, 27)},
                               .given_by = "user:zhou"},
                              clock_.now());
            notify::send(transaction,
                         {.agency = agency,
                          .kind = "reminder",
                          .to = notify::to_role(Role::clerk),
                          .title = "有一项逾期",
                          .content = "请尽快办理。"},
                         clock_.now());
        });
    }

    std::int64_t count(std::string_view key) {
        const auto todo = json_of(client_->get("/api/v1/todo"));
        for (const auto& counter : todo.at("counters").as_array()) {
            if (counter.at("key").as_string() == key) {
                return counter.at("count").as_int64();
            }
        }
        return -1;
    }
};

GK_ON_BOTH_DATABASES(Todo);

TEST_P(Todo, counts_what_its_lists_hold) {
    sign_in(Role::clerk);
    EXPECT_EQ(count("tasks"), 1);
    EXPECT_EQ(count("tasks_overdue"), 1);
    EXPECT_EQ(count("tasks_in_time"), 0);
    EXPECT_EQ(count("messages"), 1);
    EXPECT_EQ(count("annual_reports_submitted"), -1);
    const auto overdue = json_of(client_->get("/api/v1/tasks?urgency=overdue"));
    EXPECT_EQ(overdue.at("total"), 1);
    EXPECT_EQ(overdue.at("items").at(0).at("title"), "整理目录");
    EXPECT_EQ(json_of(client_->get("/api/v1/tasks?urgency=in_time")).at("total"), 0);
    sign_in(Role::office_head, "user:zhao");
    EXPECT_EQ(count("tasks"), 0);
    EXPECT_EQ(count("annual_reports_submitted"), 0);
}

TEST_P(Todo, tells_who_supervises_what_is_late_by_counts_alone) {
    sign_in(Role::clerk);
    registered_case(*client_);
    EXPECT_EQ(count("cases_overdue"), 0);
    clock_.set(FixedClock(Date(2026, 12, 1)).now());
    sign_in(Role::supervisor, "user:wu");
    EXPECT_EQ(count("cases_overdue"), 1);
    EXPECT_EQ(count("cases_due_soon"), 0);
    const auto todo = client_->get("/api/v1/todo");
    EXPECT_THAT(todo.body, HasSubstr(R"("count":1,"address":"/cases","icon":"bad")"));
    EXPECT_EQ(client_->get("/api/v1/cases").status, 403);
}

TEST_P(Todo, says_of_a_letter_which_case_it_belongs_to) {
    sign_in(Role::clerk);
    const auto begun = json_of(client_->post(registered_case(*client_) + "/letters",
                                             R"({"kind": "correction_notice", "values": {
        "recipient_name": "申请人甲", "form_of_address": "您", "case_number": "lihe-2026-0001",
        "received_on": "2026-02-27", "information_sought": "2025年镇级财政预算",
        "correction_items": "请写明年度", "correction_reason": "内容不明确",
        "correction_due_on": "2026-03-20"}})"));
    const auto letter = "/api/v1/letters/" + std::string(begun.at("id").as_string());
    const auto version = json::serialize(begun.at("version"));
    EXPECT_EQ(client_->post(letter + "/actions/submit", R"({"version": )" + version + "}").status,
              200);
    sign_in(Role::office_head, "user:sun");
    const auto items = json_of(client_->get("/api/v1/tasks?object_kind=letter")).at("items");
    ASSERT_EQ(items.as_array().size(), 1U);
    EXPECT_EQ(items.at(0).at("about"), "lihe-2026-0001 2025年镇级财政预算");
}

TEST_P(Todo, says_what_a_case_is_about_and_nothing_of_other_things) {
    sign_in(Role::clerk);
    registered_case(*client_);
    const auto items = json_of(client_->get("/api/v1/tasks")).at("items");
    ASSERT_EQ(items.as_array().size(), 2U);
    for (const auto& task : items.as_array()) {
        EXPECT_EQ(task.at("about"), task.at("object_kind") == "case" ? "2025年镇级财政预算" : "");
    }
}

}  // namespace
}  // namespace gk::web::office
