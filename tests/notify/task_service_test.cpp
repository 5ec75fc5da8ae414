#include "notify/task_service.hpp"

#include <gmock/gmock.h>

#include "audit/store.hpp"
#include "notify/office_fixture.hpp"

namespace gk::notify {
namespace {

using people::Role;

template <typename T>
std::string code(const Result<T>& result) {
    return result ? "" : result.error().first().code;
}

class TaskDesk : public Office {
protected:
    Result<std::string> by_clerk(std::string title, Assignee to = to_unit("economy"),
                                 std::optional<Date> due_on = Date(2026, 5, 15)) {
        return give_task_by_hand(database(),
                                 {.agency_code = "xigebi",
                                  .to = std::move(to),
                                  .title = std::move(title),
                                  .due_on = due_on},
                                 person(Role::clerk), noon());
    }

    Result<TaskList> list(const people::Actor& actor, TaskListRequest request = {}) {
        return list_tasks(database(), request, actor, today(), calendar());
    }

    std::vector<std::string> acts_on(const std::string& id) {
        return database().read([&](store::Snapshot& snapshot) {
            std::vector<std::string> acts;
            for (const auto& entry : audit::load_entries_of(snapshot, "task", id)) {
                acts.push_back(entry.actor + " " + entry.act);
            }
            return acts;
        });
    }
};

GK_ON_BOTH_DATABASES(TaskDesk);

TEST_P(TaskDesk, gives_a_task_by_hand_that_its_unit_finishes) {
    const auto id = by_clerk(" 核对水费收缴台账 ");
    ASSERT_TRUE(id.has_value());
    const auto officer = person(Role::unit_officer, "economy");
    const auto mine = list(officer);
    ASSERT_EQ(mine->total, 1);
    EXPECT_EQ(mine->lines.front().task.title, "核对水费收缴台账");
    EXPECT_EQ(mine->lines.front().signal.text, "剩 6 个工作日");
    EXPECT_TRUE(mine->lines.front().is_mine);
    EXPECT_TRUE(finish_task(database(), *id, officer, noon()).has_value());
    EXPECT_EQ(list(officer)->total, 0);
    EXPECT_EQ(code(finish_task(database(), *id, officer, noon())), "notify.task_not_open");
    EXPECT_THAT(acts_on(*id),
                testing::ElementsAre("user:clerk task.give", "user:unit_officer task.finish"));
}

TEST_P(TaskDesk, lets_the_office_take_a_task_back) {
    const auto id = by_clerk("核对");
    EXPECT_EQ(code(cancel_task(database(), *id, person(Role::unit_officer, "economy"), noon())),
              "notify.task_not_allowed");
    EXPECT_EQ(code(finish_task(database(), *id, person(Role::clerk), noon())),
              "notify.task_not_allowed");
    EXPECT_TRUE(cancel_task(database(), *id, person(Role::clerk), noon()).has_value());
    EXPECT_EQ(list(person(Role::clerk), {.agency_code = "xigebi", .status = TaskStatus::cancelled})
                  ->total,
              1);
}

TEST_P(TaskDesk, says_all_that_is_wrong_with_a_task_at_once) {
    const auto refused = by_clerk(" ", {}, Date(2026, 5, 7));
    ASSERT_FALSE(refused.has_value());
    std::vector<std::string> found;
    for (const auto& problem : refused.error().problems()) {
        found.push_back(problem.field + " " + problem.code);
    }
    EXPECT_THAT(found,
                testing::ElementsAre("title notify.task_title_blank", "to notify.task_nobody",
                                     "due_on notify.task_due_past"));
    std::string long_title;
    for (int count = 0; count < 201; ++count) {
        long_title += "长";
    }
    EXPECT_EQ(code(by_clerk(long_title)), "notify.task_title_long");
}

TEST_P(TaskDesk, is_closed_to_whoever_has_no_part_in_it) {
    const auto id = by_clerk("核对");
    const auto stranger = person(Role::audit_administrator);
    EXPECT_EQ(code(finish_task(database(), *id, stranger, noon())), "notify.task_not_found");
    EXPECT_EQ(code(finish_task(database(), "01NONE", stranger, noon())), "notify.task_not_found");
    EXPECT_EQ(code(list(stranger, {.agency_code = "xigebi"})), "notify.task_not_allowed");
    EXPECT_EQ(
        code(give_task_by_hand(
            database(), {.agency_code = "bali", .to = to_role(Role::clerk), .title = "别处的事"},
            person(Role::clerk), noon())),
        "notify.task_not_allowed");
}

TEST_P(TaskDesk, gives_no_task_to_a_unit_that_is_not_there) {
    const auto refused = by_clerk("核对", to_unit("nowhere"));
    EXPECT_EQ(code(refused), "people.unit_not_there");
    EXPECT_EQ(refused.error().first().field, "unit");
}

TEST_P(TaskDesk, leaves_tasks_of_a_case_to_the_case) {
    const auto id = give(to_role(Role::clerk));
    EXPECT_EQ(code(finish_task(database(), id, person(Role::clerk), noon())),
              "notify.task_is_of_a_case");
}

TEST_P(TaskDesk, counts_what_its_lists_hold) {
    give(to_role(Role::clerk), {Date(2026, 5, 7)});
    give(to_role(Role::clerk), {Date(2026, 5, 14)});
    give(to_role(Role::clerk), {Date(2026, 5, 13)});
    give(to_role(Role::signatory), {Date(2026, 5, 13)});
    const auto clerk = person(Role::clerk);
    std::int64_t counted = 0;
    for (const auto& each : count_own_tasks(database(), clerk, today(), calendar())) {
        EXPECT_EQ(list(clerk, {.urgency = each.urgency, .kind = each.kind})->total, each.count);
        counted += each.count;
    }
    EXPECT_EQ(counted, 3);
}

TEST_P(TaskDesk, keeps_messages_to_those_whose_they_are) {
    const auto id = database().write([&](store::Transaction& transaction) {
        return send(transaction,
                    {.agency = town_.id,
                     .kind = "application.reply_signed",
                     .to = to_role(Role::clerk),
                     .title = "答复已签发",
                     .content = ""},
                    noon());
    });
    EXPECT_EQ(code(read_message(database(), id, person(Role::signatory), noon())),
              "notify.message_not_found");
    EXPECT_TRUE(read_message(database(), id, person(Role::clerk), noon()).has_value());
    EXPECT_EQ(read_all_messages(database(), person(Role::clerk), noon()), 0);
    EXPECT_EQ(list_messages(database(), person(Role::clerk), false, 20, 0).unread, 0);
}

TEST_P(TaskDesk, keeps_what_an_agency_lays_down) {
    const auto head = person(Role::office_head);
    auto stored = *find_settings(database(), "xigebi");
    EXPECT_EQ(stored.version, 0);
    EXPECT_EQ(stored.settings, Settings{});
    stored.settings = {
        .lights = {.soon_from = 7, .red_from = 1},
        .remind_at = {10, 2},
        .escalate_after = 3,
        .escalate_to = Role::deputy_leader,
        .hours = {.from_minute = 540, .until_minute = 1020, .is_working_days_only = false}};
    EXPECT_EQ(*change_settings(database(), "xigebi", stored, head, noon()), 1);
    EXPECT_EQ(find_settings(database(), "xigebi")->settings, stored.settings);
    EXPECT_EQ(find_settings(database(), "bali")->settings, Settings{});
    EXPECT_EQ(code(change_settings(database(), "xigebi", stored, head, noon())),
              "notify.settings_changed");
    stored.version = 1;
    EXPECT_EQ(code(change_settings(database(), "xigebi", stored, person(Role::clerk), noon())),
              "notify.settings_not_allowed");
    stored.settings.remind_at.clear();
    EXPECT_EQ(*change_settings(database(), "xigebi", stored, head, noon()), 2);
    EXPECT_TRUE(find_settings(database(), "xigebi")->settings.remind_at.empty());
}

TEST_P(TaskDesk, lets_lights_follow_what_the_agency_laid_down) {
    give(to_role(Role::clerk), {Date(2026, 5, 18)});
    const auto clerk = person(Role::clerk);
    EXPECT_EQ(list(clerk)->lines.front().signal.light, Light::green);
    ASSERT_TRUE(change_settings(database(), "xigebi", {0, {.lights = {.soon_from = 7}}},
                                person(Role::office_head), noon())
                    .has_value());
    EXPECT_EQ(list(clerk)->lines.front().signal.light, Light::yellow);
    EXPECT_EQ(list(clerk, {.urgency = Urgency::due_soon})->total, 1);
}

TEST_P(TaskDesk, remembers_how_a_person_wants_to_be_told) {
    const auto clerk = person(Role::clerk);
    EXPECT_TRUE(own_carriers(database(), clerk).empty());
    choose_carriers(database(), {Carrier::mail, Carrier::short_message}, clerk);
    EXPECT_THAT(own_carriers(database(), clerk),
                testing::ElementsAre(Carrier::mail, Carrier::short_message));
    choose_carriers(database(), {}, clerk);
    EXPECT_TRUE(own_carriers(database(), clerk).empty());
}

TEST_P(TaskDesk, sends_again_what_failed_and_nothing_else) {
    const auto ring = people::new_key_ring();
    const auto id = database().write([&](store::Transaction& transaction) {
        return send(transaction, ring,
                    {.agency = town_.id, .address = "jia@example.org", .subject = "", .text = "文"},
                    noon());
    });
    const auto head = person(Role::office_head);
    EXPECT_EQ(code(send_again(database(), id, head, noon())), "notify.outgoing_not_failed");
    EXPECT_EQ(code(send_again(database(), id, person(Role::clerk), noon())),
              "notify.outgoing_not_found");
    database().write([&](store::Transaction& transaction) {
        const auto rows = claim_outgoing(transaction, noon(), noon(), 1);
        save_attempt(transaction, rows.front().id,
                     {OutgoingStatus::failed, 7, std::nullopt, "Timeout"}, noon());
    });
    EXPECT_EQ(list_outgoing(database(), "xigebi", {.status = OutgoingStatus::failed}, head)->total,
              1);
    EXPECT_EQ(code(list_outgoing(database(), "xigebi", {}, person(Role::clerk))),
              "notify.settings_not_allowed");
    EXPECT_TRUE(send_again(database(), id, head, noon()).has_value());
    const auto counts = database().read(count_outgoing);
    EXPECT_EQ(counts.waiting, 1);
    EXPECT_EQ(counts.failed, 0);
}

TEST(TestMessage, says_what_is_not_configured_or_why_it_did_not_go) {
    const auto off = make_gateway({});
    EXPECT_EQ(code(send_test(*off, Carrier::mail, "jia@example.org", Moment{1})),
              "notify.channel_off");
    const auto gone = make_gateway({.webhook_url = "http://127.0.0.1:1/"});
    EXPECT_EQ(code(send_test(*gone, Carrier::wechat, "13800000000", Moment{1})),
              "notify.sending_failed");
}

}  // namespace
}  // namespace gk::notify
