#include "notify/reminder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calendar/load.hpp"

namespace gk::notify {
namespace {

const law::WorkingCalendar& calendar() {
    static const law::WorkingCalendar loaded = *calendar::load(std::nullopt);
    return loaded;
}

// Due on Friday 2026-05-22.
Task task() {
    Task made;
    made.public_id = "01T";
    made.agency = {1};
    made.to = to_role(people::Role::clerk);
    made.title = "答复：水费收缴标准";
    made.due = {Date(2026, 5, 22), Pace::running};
    return made;
}

std::vector<std::string> told(Date today, const Settings& settings = {},
                              const Task& about = task()) {
    std::vector<std::string> lines;
    for (const auto& message : reminders(about, settings, today, calendar())) {
        lines.push_back(message.kind + " " + message.title);
    }
    return lines;
}

TEST(Reminders, begin_five_working_days_before_and_name_the_days_that_are_left) {
    EXPECT_THAT(told({2026, 5, 14}), testing::IsEmpty());
    EXPECT_THAT(told({2026, 5, 15}),
                testing::ElementsAre("reminder 还剩5个工作日：答复：水费收缴标准"));
    EXPECT_THAT(told({2026, 5, 18}),
                testing::ElementsAre("reminder 还剩4个工作日：答复：水费收缴标准"));
    EXPECT_THAT(told({2026, 5, 22}), testing::ElementsAre("reminder 今天到期：答复：水费收缴标准"));
}

TEST(Reminders, of_one_step_have_one_mark_and_of_another_due_date_another) {
    const auto mark = [](Date today, const Task& about) {
        return reminders(about, {}, today, calendar()).front().once;
    };
    EXPECT_EQ(mark({2026, 5, 15}, task()), mark({2026, 5, 18}, task()));
    EXPECT_NE(mark({2026, 5, 18}, task()), mark({2026, 5, 19}, task()));
    auto moved = task();
    moved.due.due_on = Date(2026, 5, 21);
    EXPECT_NE(mark({2026, 5, 18}, task()), mark({2026, 5, 18}, moved));
}

TEST(Reminders, go_up_to_the_head_of_the_office_when_it_is_late) {
    EXPECT_THAT(told({2026, 5, 25}),
                testing::ElementsAre("reminder 已逾期1个工作日：答复：水费收缴标准",
                                     "escalation 已逾期1个工作日：答复：水费收缴标准"));
    const auto messages = reminders(task(), {}, {2026, 5, 25}, calendar());
    EXPECT_EQ(messages[1].to, to_role(people::Role::office_head));
}

TEST(Reminders, go_up_earlier_or_later_as_the_agency_laid_down) {
    EXPECT_EQ(told({2026, 5, 22}, {.escalate_after = 0}).size(), 2U);
    EXPECT_EQ(told({2026, 5, 25}, {.escalate_after = 2}).size(), 1U);
    EXPECT_EQ(told({2026, 5, 26}, {.escalate_after = 2}).size(), 2U);
    EXPECT_THAT(told({2026, 5, 21}, {.remind_at = {}}), testing::IsEmpty());
}

TEST(Reminders, are_not_written_for_days_that_do_not_run) {
    for (const auto pace : {Pace::paused, Pace::unstarted, Pace::answered}) {
        auto still = task();
        still.due.pace = pace;
        EXPECT_THAT(told({2026, 6, 25}, {}, still), testing::IsEmpty());
    }
    auto ended = task();
    ended.status = TaskStatus::done;
    EXPECT_THAT(told({2026, 6, 25}, {}, ended), testing::IsEmpty());
    auto without = task();
    without.due.due_on.reset();
    EXPECT_THAT(told({2026, 6, 25}, {}, without), testing::IsEmpty());
}

}  // namespace
}  // namespace gk::notify
