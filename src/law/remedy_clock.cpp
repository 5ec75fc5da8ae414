#include "law/remedy_clock.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"
#include "law/enum_table.hpp"
#include "law/errors.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;
using enum RemedyClock;

struct Row {
    RemedyClock value;
    std::string_view label;
    InForce<ClockLength> in_force[1];
};

constexpr auto reconsideration_from = 2024y / 1 / 1;
constexpr auto litigation_from = 2017y / 7 / 1;

constexpr InForce<ClockLength> of_reconsideration(int count, ClockUnit unit, int article,
                                                  int paragraph = 0) {
    return {reconsideration_from,
            ClockLength{count, unit},
            {"reconsideration-law-2023", article, paragraph}};
}

constexpr InForce<ClockLength> of_litigation(int count, ClockUnit unit, int article,
                                             int paragraph = 0) {
    return {litigation_from, ClockLength{count, unit}, {"litigation-law-2017", article, paragraph}};
}

constexpr auto table = enum_table(std::to_array<Row>({
    // 复议法(2023)第48条：被申请人应当自收到……之日起十日内，提出书面答复。
    {respondent_reply, "提出复议答复", {of_reconsideration(10, ClockUnit::working_days, 48)}},
    // 第54条：……自收到……之日起五日内，提出书面答复。
    {respondent_reply_simplified,
     "提出复议答复（简易程序）",
     {of_reconsideration(5, ClockUnit::working_days, 54)}},
    // 第62条第1款：……应当自受理申请之日起六十日内作出行政复议决定；……延长期限最多不得超过三十日。
    {reconsideration_decision, "作出复议决定", {of_reconsideration(60, ClockUnit::days, 62, 1)}},
    // 第62条第2款：适用简易程序……自受理申请之日起三十日内。
    {reconsideration_decision_simplified,
     "作出复议决定（简易程序）",
     {of_reconsideration(30, ClockUnit::days, 62, 2)}},
    {reconsideration_extension,
     "延长复议期限，最多",
     {of_reconsideration(30, ClockUnit::days, 62, 1)}},
    // 行诉法第45条：……可以在收到复议决定书之日起十五日内向人民法院提起诉讼。
    {suit_after_decision, "申请人提起诉讼", {of_litigation(15, ClockUnit::days, 45)}},
    // 第67条第1款：被告应当在收到起诉状副本之日起十五日内向人民法院提交……答辩状。
    {defendant_reply, "提交答辩状", {of_litigation(15, ClockUnit::days, 67, 1)}},
    // 第81条：人民法院应当在立案之日起六个月内作出第一审判决。
    {first_instance_judgment, "作出一审判决", {of_litigation(6, ClockUnit::months, 81)}},
    // 第85条：不服判决的，……判决书送达之日起十五日内；不服裁定的，……裁定书送达之日起十日内。
    {appeal_against_judgment, "对判决提起上诉", {of_litigation(15, ClockUnit::days, 85)}},
    {appeal_against_ruling, "对裁定提起上诉", {of_litigation(10, ClockUnit::days, 85)}},
    // 第88条：……应当在收到上诉状之日起三个月内作出终审判决。
    {second_instance_judgment, "作出终审判决", {of_litigation(3, ClockUnit::months, 88)}},
}));

// The same day of a later month, or its last day.
Date plus_months(Date from, int count) {
    const auto month = std::chrono::year_month_day(from.days()) + std::chrono::months(count);
    return Date(month.ok()
                    ? std::chrono::sys_days(month)
                    : std::chrono::sys_days(month.year() / month.month() / std::chrono::last));
}

}  // namespace

std::span<const RemedyClock> remedy_clocks() {
    return table.values();
}

std::string_view label(RemedyClock clock) {
    return table[clock].label;
}

std::string text(const ClockLength& length) {
    switch (length.unit) {
        case ClockUnit::working_days:
            return fmt::format("{}个工作日", length.count);
        case ClockUnit::days:
            return fmt::format("{}日", length.count);
        case ClockUnit::months:
            return fmt::format("{}个月", length.count);
    }
    throw_bug("a unit of clocks", std::source_location::current());
}

Result<Ruled<ClockLength>> remedy_clock(RemedyClock clock, Date from) {
    return in_force_on(table[clock].in_force, from);
}

Result<RemedyDue> remedy_due(RemedyClock clock, Date from, const WorkingCalendar& calendar,
                             int days_more) {
    if (from.year() >= WorkingCalendar::last_year) {
        return error(date_out_of_range, from.chinese(), WorkingCalendar::last_year);
    }
    GK_TRY(const auto ruled, remedy_clock(clock, from));
    const auto [count, unit] = ruled.value;
    if (unit == ClockUnit::working_days) {
        // So few days after a date within the range are within it as well.
        const auto due = *calendar.add_working_days(from, count);
        return RemedyDue{calendar.working_day_from(due.date.plus_days(days_more)),
                         due.is_provisional, ruled.basis};
    }
    const Date last = unit == ClockUnit::days ? from.plus_days(count) : plus_months(from, count);
    const Date due = calendar.working_day_from(last.plus_days(days_more));
    return RemedyDue{due, !calendar.covers(due.year()), ruled.basis};
}

}  // namespace gk::law
