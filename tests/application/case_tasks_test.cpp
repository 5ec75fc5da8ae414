// What a case asks of people, as tasks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/unit_matters_service.hpp"
#include "notify/task_service.hpp"
#include "notify/task_store.hpp"

namespace gk::application {
namespace {

using people::Role;
using testing::ElementsAre;
using testing::IsEmpty;

class CaseTasks : public test::ApplicationFixture {
protected:
    std::vector<std::string> open_tasks() {
        const Date today(2026, 3, 10);
        const auto page = database().read([&](store::Snapshot& snapshot) {
            return notify::load_tasks(snapshot, {.agency = agency_},
                                      {.today = today,
                                       .last_today = today,
                                       .last_soon = {},
                                       .last_soon_elsewhere = today});
        });
        std::vector<std::string> lines;
        for (const auto& task : page.tasks) {
            lines.push_back(task.kind + " " + std::string(people::key(*task.to.role)) + " " +
                            (task.due.due_on ? task.due.due_on->iso() : "-") + " " +
                            std::string(notify::key(task.due.pace)));
        }
        return lines;
    }
};

GK_ON_BOTH_DATABASES(CaseTasks);

TEST_P(CaseTasks, follow_the_case_from_the_confirmation_to_its_end) {
    const auto id = submit(application_of(), "form-1").public_id;
    EXPECT_THAT(open_tasks(), ElementsAre("case.confirm clerk - unstarted"));
    did(id, Action::confirm_receipt, {.on = Date(2026, 3, 3), .evidence = "电话"}, Role::clerk,
        Date(2026, 3, 3));
    EXPECT_THAT(open_tasks(), ElementsAre("case.examine clerk 2026-03-31 running"));
    did(id, Action::draft_decision,
        {.text = "不属于本机关", .outcome = law::Outcome::held_elsewhere}, Role::clerk);
    EXPECT_THAT(open_tasks(), ElementsAre("case.review office_head 2026-03-31 running",
                                          "case.review deputy_leader 2026-03-31 running"));
    did(id, Action::review_decision, {}, Role::office_head);
    EXPECT_THAT(open_tasks(), ElementsAre("case.sign signatory 2026-03-31 running"));
    did(id, Action::sign_decision, {}, Role::signatory);
    EXPECT_THAT(open_tasks(), ElementsAre("case.deliver clerk 2026-03-31 running"));
    did(id, Action::deliver, {.on = Date(2026, 3, 10), .route = AnswerRoute::post}, Role::clerk);
    did(id, Action::close, {}, Role::clerk);
    EXPECT_THAT(open_tasks(), IsEmpty());
}

TEST_P(CaseTasks, ask_for_the_review_of_what_is_to_be_made_public) {
    const auto id = registered();
    did(id, Action::draft_decision, {.text = "公开", .outcome = law::Outcome::granted},
        Role::clerk);
    const auto asked = "case.release secrecy_reviewer 2026-03-30 running";
    EXPECT_THAT(open_tasks(), testing::Contains(asked));
    did(id, Action::review_release, {}, Role::secrecy_reviewer);
    EXPECT_THAT(open_tasks(), testing::Not(testing::Contains(asked)));
}

TEST_P(CaseTasks, stand_still_while_the_applicant_is_to_correct) {
    const auto id = registered();
    did(id, Action::ask_for_correction, {.text = "请写明年度", .due_on = Date(2026, 3, 24)},
        Role::clerk, Date(2026, 3, 5));
    EXPECT_THAT(open_tasks(), ElementsAre("case.handle clerk - paused"));
}

TEST_P(CaseTasks, go_to_the_unit_that_searches_with_its_own_day) {
    const auto id = registered();
    did(id, Action::give_search_task,
        {.text = "查找预算", .due_on = Date(2026, 3, 16), .unit = "finance"}, Role::clerk);
    EXPECT_THAT(open_tasks(), ElementsAre("case.search unit_officer 2026-03-16 running",
                                          "case.handle clerk 2026-03-30 running"));
}

TEST_P(CaseTasks, go_to_no_unit_that_is_not_there) {
    const auto refused =
        act_on(registered(), Action::give_search_task,
               {.text = "查找预算", .due_on = Date(2026, 3, 16), .unit = "water"}, Role::clerk);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "people.unit_not_there");
    EXPECT_EQ(refused.error().first().field, "unit");
}

TEST_P(CaseTasks, that_a_unit_has_open_are_counted_until_they_are_answered) {
    const auto counted = [&] {
        return database().read([&](store::Snapshot& snapshot) {
            const auto matters = count_unit_matters(snapshot, agency_, "finance");
            return std::pair(matters.search_tasks, matters.tasks);
        });
    };
    using Counts = std::pair<std::int64_t, std::int64_t>;
    const auto id = registered();
    did(id, Action::give_search_task,
        {.text = "查找预算", .due_on = Date(2026, 3, 16), .unit = "finance"}, Role::clerk);
    EXPECT_EQ(counted(), Counts(1, 0));
    EXPECT_TRUE(
        notify::give_task_by_hand(
            database(),
            {.agency_code = "xigebi", .to = notify::to_unit("finance"), .title = "核对台账"},
            clerk(), now_)
            .has_value());
    EXPECT_EQ(counted(), Counts(1, 1));
    did(id, Action::return_task, {.text = "不属于本所", .event_number = 2}, Role::unit_officer);
    EXPECT_EQ(counted(), Counts(0, 1));
}

TEST_P(CaseTasks, ask_the_head_of_the_office_for_an_extension) {
    const auto id = registered();
    did(id, Action::request_extension, {.text = "材料多", .working_days = 10}, Role::clerk);
    EXPECT_THAT(open_tasks(), testing::Contains("case.extend office_head 2026-03-30 running"));
    did(id, Action::consent_to_extension, {}, Role::office_head);
    EXPECT_THAT(open_tasks(),
                testing::Not(testing::Contains("case.extend office_head 2026-03-30 running")));
}

}  // namespace
}  // namespace gk::application
