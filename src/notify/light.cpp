#include "notify/light.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "law/enum_table.hpp"

namespace gk::notify {

namespace {

using law::enum_table;

struct PaceRow {
    Pace value;
    std::string_view key;
    std::string_view label;
};

constexpr auto paces = enum_table(std::array{
    PaceRow{Pace::running, "running", "计时中"},
    PaceRow{Pace::paused, "paused", "暂停计时"},
    PaceRow{Pace::unstarted, "unstarted", "未起算"},
    PaceRow{Pace::answered, "answered", "已答复"},
});

struct LightRow {
    Light value;
    std::string_view key;
    std::string_view label;
};

constexpr auto lights = enum_table(std::array{
    LightRow{Light::green, "green", "绿灯"},
    LightRow{Light::yellow, "yellow", "黄灯"},
    LightRow{Light::red, "red", "红灯"},
    LightRow{Light::none, "none", "无灯"},
});

struct UrgencyRow {
    Urgency value;
    std::string_view key;
    std::string_view label;
    std::string_view icon;
};

constexpr auto table = enum_table(std::array{
    UrgencyRow{Urgency::in_time, "in_time", "正常", "ok"},
    UrgencyRow{Urgency::due_soon, "due_soon", "临期", "warn"},
    UrgencyRow{Urgency::due_today, "due_today", "今天到期", "bad"},
    UrgencyRow{Urgency::overdue, "overdue", "已逾期", "bad"},
    UrgencyRow{Urgency::paused, "paused", "暂停计时", "hold"},
    UrgencyRow{Urgency::unstarted, "unstarted", "未起算", "info"},
    UrgencyRow{Urgency::answered, "answered", "已答复", "ok"},
});

Signal unlit(Urgency urgency) {
    return {.urgency = urgency,
            .light = Light::none,
            .working_days_left = std::nullopt,
            .text = std::string(label(urgency))};
}

Urgency urgency_with(int left, const LightRules& rules) {
    if (left < 0) {
        return Urgency::overdue;
    }
    if (left == 0) {
        return Urgency::due_today;
    }
    return left <= std::max(rules.soon_from, rules.red_from) ? Urgency::due_soon : Urgency::in_time;
}

Light light_with(int left, const LightRules& rules) {
    if (left <= std::max(rules.red_from, 0)) {
        return Light::red;
    }
    return left <= rules.soon_from ? Light::yellow : Light::green;
}

Signal lit(Date due_on, Date today, const law::WorkingCalendar& calendar, const LightRules& rules) {
    const int left = working_days_left(due_on, today, calendar);
    return {.urgency = urgency_with(left, rules),
            .light = light_with(left, rules),
            .working_days_left = left,
            .text = left < 0 ? fmt::format("超 {} 个工作日", -left)
                             : fmt::format("剩 {} 个工作日", left)};
}

}  // namespace

std::string_view key(Pace pace) {
    return paces[pace].key;
}

std::string_view label(Pace pace) {
    return paces[pace].label;
}

std::optional<Pace> pace_of(std::string_view key) {
    return paces.value_of(key);
}

std::string_view key(Light light) {
    return lights[light].key;
}

std::string_view label(Light light) {
    return lights[light].label;
}

std::span<const Urgency> urgencies() {
    return table.values();
}

std::string_view key(Urgency urgency) {
    return table[urgency].key;
}

std::string_view label(Urgency urgency) {
    return table[urgency].label;
}

std::optional<Urgency> urgency_of(std::string_view key) {
    return table.value_of(key);
}

std::string_view icon(Urgency urgency) {
    return table[urgency].icon;
}

std::string_view icon(const Signal& signal) {
    switch (signal.light) {
        case Light::green:
            return icon(Urgency::in_time);
        case Light::yellow:
            return icon(Urgency::due_soon);
        case Light::red:
            return icon(Urgency::overdue);
        case Light::none:
            break;
    }
    return icon(signal.urgency);
}

int working_days_left(Date due_on, Date today, const law::WorkingCalendar& calendar) {
    if (due_on >= today) {
        return calendar.working_days_between(today, due_on);
    }
    // On the weekend after a Friday no working day has passed, and yet it is late.
    return -std::max(1, calendar.working_days_between(due_on, today));
}

Signal signal(const DueDate& due, Date today, const law::WorkingCalendar& calendar,
              const LightRules& rules) {
    switch (due.pace) {
        case Pace::paused:
            return unlit(Urgency::paused);
        case Pace::unstarted:
            return unlit(Urgency::unstarted);
        case Pace::answered:
            return unlit(Urgency::answered);
        case Pace::running:
            break;
    }
    return due.due_on ? lit(*due.due_on, today, calendar, rules)
                      : Signal{.urgency = Urgency::in_time,
                               .light = Light::green,
                               .working_days_left = std::nullopt,
                               .text = "没有期限"};
}

Signal signal_in_days(const DueDate& due, Date today, const law::WorkingCalendar& calendar,
                      const LightRules& rules) {
    auto shown = signal(due, today, calendar, rules);
    if (shown.working_days_left) {
        const auto days = (due.due_on->days() - today.days()).count();
        shown.text = days < 0 ? fmt::format("超 {} 天", -days) : fmt::format("剩 {} 天", days);
    }
    return shown;
}

Date last_due_within(int working_days, Date today, const law::WorkingCalendar& calendar) {
    if (working_days < 0) {
        return today.plus_days(-1);
    }
    const auto after = calendar.add_working_days(today, working_days + 1);
    return after ? after->date.plus_days(-1) : Date::last_of(law::WorkingCalendar::last_year);
}

}  // namespace gk::notify
