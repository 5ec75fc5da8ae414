#include "notify/light.hpp"

#include <gtest/gtest.h>

#include "calendar/load.hpp"

namespace gk::notify {
namespace {

// Friday 2026-05-08; Saturday the 9th is worked, Sunday the 10th is not.
const Date today(2026, 5, 8);

const law::WorkingCalendar& calendar() {
    static const law::WorkingCalendar loaded = *calendar::load(std::nullopt);
    return loaded;
}

Signal signal_on(std::optional<Date> due_on, Pace pace = Pace::running, LightRules rules = {}) {
    return signal({due_on, pace}, today, calendar(), rules);
}

TEST(Lights, turn_from_green_over_yellow_to_red_as_working_days_run_out) {
    struct Row {
        Date due_on;
        int left;
        Light light;
        Urgency urgency;
        std::string_view text;
    };

    const Row rows[] = {
        {{2026, 5, 15}, 6, Light::green, Urgency::in_time, "剩 6 个工作日"},
        {{2026, 5, 14}, 5, Light::yellow, Urgency::due_soon, "剩 5 个工作日"},
        {{2026, 5, 9}, 1, Light::yellow, Urgency::due_soon, "剩 1 个工作日"},
        {{2026, 5, 8}, 0, Light::red, Urgency::due_today, "剩 0 个工作日"},
        {{2026, 5, 7}, -1, Light::red, Urgency::overdue, "超 1 个工作日"},
        {{2026, 4, 30}, -3, Light::red, Urgency::overdue, "超 3 个工作日"},
    };
    for (const auto& row : rows) {
        const auto seen = signal_on(row.due_on);
        EXPECT_EQ(seen.working_days_left, row.left) << row.due_on.iso();
        EXPECT_EQ(seen.light, row.light) << row.due_on.iso();
        EXPECT_EQ(seen.urgency, row.urgency) << row.due_on.iso();
        EXPECT_EQ(seen.text, row.text) << row.due_on.iso();
    }
}

TEST(Lights, call_late_what_was_due_on_friday_when_it_is_sunday) {
    EXPECT_EQ(working_days_left({2026, 5, 9}, {2026, 5, 10}, calendar()), -1);
}

TEST(Lights, never_show_red_for_what_is_paused_unstarted_or_answered) {
    for (const auto pace : {Pace::paused, Pace::unstarted, Pace::answered}) {
        const auto seen = signal_on(Date(2026, 1, 5), pace);
        EXPECT_EQ(seen.light, Light::none);
        EXPECT_EQ(seen.working_days_left, std::nullopt);
        EXPECT_EQ(seen.text, label(pace));
    }
}

TEST(Lights, are_green_where_no_day_is_set) {
    EXPECT_EQ(signal_on(std::nullopt).light, Light::green);
}

TEST(Lights, follow_the_rules_of_the_agency) {
    const LightRules strict{.soon_from = 10, .red_from = 2};
    EXPECT_EQ(signal_on(Date(2026, 5, 15), Pace::running, strict).light, Light::yellow);
    EXPECT_EQ(signal_on(Date(2026, 5, 11), Pace::running, strict).light, Light::red);
    EXPECT_EQ(signal_on(Date(2026, 5, 11), Pace::running, strict).urgency, Urgency::due_soon);
}

TEST(Lights, show_the_icon_of_their_colour) {
    EXPECT_EQ(icon(signal_on(Date(2026, 5, 15))), "ok");
    EXPECT_EQ(icon(signal_on(Date(2026, 5, 11))), "warn");
    EXPECT_EQ(icon(signal_on(Date(2026, 5, 11), Pace::running, {.soon_from = 5, .red_from = 2})),
              "bad");
    EXPECT_EQ(icon(signal_on(Date(2026, 1, 5), Pace::paused)), "hold");
}

TEST(Lights, tell_natural_days_where_the_law_counts_them) {
    const auto told = [](Date due_on, Pace pace = Pace::running) {
        return signal_in_days({due_on, pace}, today, calendar(), {}).text;
    };
    EXPECT_EQ(told({2026, 5, 18}), "剩 10 天");
    EXPECT_EQ(told({2026, 5, 7}), "超 1 天");
    EXPECT_EQ(told({2026, 5, 7}, Pace::answered), "已答复");
    EXPECT_EQ(signal_in_days({Date(2026, 5, 14)}, today, calendar(), {}).light, Light::yellow);
}

TEST(Lights, agree_with_the_day_up_to_which_a_list_filters) {
    for (int days = -1; days <= 12; ++days) {
        const auto last = last_due_within(days, today, calendar());
        EXPECT_LE(working_days_left(last, today, calendar()), days) << days;
        EXPECT_GT(working_days_left(last.next(), today, calendar()), days) << days;
    }
}

TEST(Lights, have_words_and_icons) {
    for (const auto urgency : urgencies()) {
        EXPECT_EQ(urgency_of(key(urgency)), urgency);
        EXPECT_FALSE(label(urgency).empty());
        EXPECT_FALSE(icon(urgency).empty());
    }
    EXPECT_EQ(pace_of("running"), Pace::running);
    EXPECT_EQ(key(Light::yellow), "yellow");
    EXPECT_EQ(label(Light::yellow), "黄灯");
}

}  // namespace
}  // namespace gk::notify
