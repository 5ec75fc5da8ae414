#include "notify/settings.hpp"

#include <gtest/gtest.h>

#include "calendar/load.hpp"

namespace gk::notify {
namespace {

TEST(TimeOfDay, is_read_as_people_write_it_and_nothing_else_is) {
    EXPECT_EQ(minute_of_day("08:30"), 510);
    EXPECT_EQ(minute_of_day(" 8：30 "), 510);
    EXPECT_EQ(minute_of_day("24:00"), 1440);
    EXPECT_EQ(minute_of_day("24:01"), std::nullopt);
    EXPECT_EQ(minute_of_day("08:60"), std::nullopt);
    EXPECT_EQ(minute_of_day("8:5"), std::nullopt);
    EXPECT_EQ(minute_of_day("-1:00"), std::nullopt);
    EXPECT_EQ(minute_of_day("8点"), std::nullopt);
    EXPECT_EQ(time_of_day(510), "08:30");
}

const law::WorkingCalendar& calendar() {
    static const law::WorkingCalendar loaded = *calendar::load(std::nullopt);
    return loaded;
}

// 2026-05-08T… in Asia/Shanghai.
Moment at(Date date, int hour, int minute) {
    const std::int64_t days = date.days().time_since_epoch().count();
    return {((days * 24 + hour - 8) * 60 + minute) * 60'000};
}

std::string refused_field(const Settings& settings) {
    const auto checked = check(settings);
    return checked ? "" : checked.error().first().field + " " + checked.error().first().code;
}

TEST(NotifySettings, are_sound_by_default) {
    EXPECT_EQ(refused_field({}), "");
}

TEST(NotifySettings, refuse_what_cannot_be) {
    EXPECT_EQ(refused_field({.lights = {.soon_from = 2, .red_from = 3}}),
              "soon_from notify.light_days_invalid");
    EXPECT_EQ(refused_field({.remind_at = {1, 3}}), "remind_at notify.reminder_days_invalid");
    EXPECT_EQ(refused_field({.remind_at = {3, 3}}), "remind_at notify.reminder_days_invalid");
    EXPECT_EQ(refused_field({.remind_at = {90}}), "remind_at notify.reminder_days_invalid");
    EXPECT_EQ(refused_field({.escalate_after = -1}),
              "escalate_after notify.escalation_days_invalid");
    EXPECT_EQ(refused_field({.escalate_to = people::Role::audit_administrator}),
              "escalate_to notify.escalation_role_invalid");
    EXPECT_EQ(refused_field({.hours = {.from_minute = 600, .until_minute = 600}}),
              "sends_until notify.sending_hours_invalid");
}

TEST(NotifySettings, name_every_field_that_is_wrong_at_once) {
    const auto checked = check({.remind_at = {1, 3}, .escalate_after = 99});
    ASSERT_FALSE(checked.has_value());
    EXPECT_EQ(checked.error().problems().size(), 2U);
}

TEST(SendingHours, let_pass_at_once_by_day_and_wait_for_the_morning_at_night) {
    const SendingHours hours;
    const Date friday(2026, 5, 8);
    EXPECT_EQ(earliest_sending(at(friday, 12, 0), hours, calendar()), at(friday, 12, 0));
    EXPECT_EQ(earliest_sending(at(friday, 6, 0), hours, calendar()), at(friday, 8, 30));
    // The Saturday after is worked.
    EXPECT_EQ(earliest_sending(at(friday, 20, 0), hours, calendar()), at({2026, 5, 9}, 8, 30));
}

TEST(SendingHours, wait_for_the_end_of_a_holiday) {
    EXPECT_EQ(earliest_sending(at({2026, 5, 1}, 12, 0), {}, calendar()), at({2026, 5, 6}, 8, 30));
    EXPECT_EQ(
        earliest_sending(at({2026, 5, 1}, 12, 0), {.is_working_days_only = false}, calendar()),
        at({2026, 5, 1}, 12, 0));
    EXPECT_EQ(
        earliest_sending(at({2026, 5, 1}, 22, 0), {.is_working_days_only = false}, calendar()),
        at({2026, 5, 2}, 8, 30));
}

}  // namespace
}  // namespace gk::notify
