#include "application/awaited_day.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "law/enum_table.hpp"

namespace gk::application {

namespace {

struct Row {
    Awaited value;
    std::string_view key;
    std::string_view label;
    std::string_view who;
    std::string_view what;
    std::string_view consequence;
};

// 条例(2019)第30条：申请人无正当理由逾期不补正的，视为放弃申请，行政机关不再处理该申请。
// 信息处理费管理办法第6条：逾期未缴纳费用的，视为放弃申请，行政机关不再处理该申请。
// 条例(2019)第35条：行政机关认为申请理由不合理的，告知申请人不予处理。
constexpr auto rows = law::enum_table(std::array{
    Row{Awaited::correction, "correction", "补正", "申请人", "补正",
        "无正当理由逾期不补正的，视为放弃申请，不再处理（《条例》第三十条）"},
    Row{Awaited::payment, "payment", "缴费", "申请人", "缴纳信息处理费",
        "逾期未缴纳的，视为放弃申请，不再处理（《信息处理费管理办法》第六条）"},
    Row{Awaited::reasons, "reasons", "说明理由", "申请人", "说明理由",
        "认为申请理由不合理的，告知申请人不予处理（《条例》第三十五条）"},
    Row{Awaited::opinion, "opinion", "征求意见", "被征求意见的一方", "提出意见", ""},
});

std::string_view consequence(const AwaitedDay& day) {
    return day.consulted ? law::silence_text(*day.consulted) : rows[day.awaited].consequence;
}

bool is_worked_on(CaseState state) {
    return state == CaseState::awaiting_examination || state == CaseState::consulting ||
           state == CaseState::in_progress;
}

class Days {
public:
    void add(Awaited awaited, const Event* asked, std::optional<Date> last_day) {
        if (asked != nullptr && last_day) {
            all_.push_back(
                {.awaited = awaited, .last_day = *last_day, .event_number = asked->number});
        }
    }

    void add(const ConsultationStanding& each) {
        if (!each.consultation.returned_on && each.opinion_due_on) {
            all_.push_back({.awaited = Awaited::opinion,
                            .last_day = *each.opinion_due_on,
                            .event_number = each.event_number,
                            .consulted = each.consultation.consulted});
        }
    }

    std::vector<AwaitedDay> take() { return std::move(all_); }

private:
    std::vector<AwaitedDay> all_;
};

}  // namespace

std::span<const Awaited> awaited_kinds() {
    return rows.values();
}

std::string_view key(Awaited awaited) {
    return rows[awaited].key;
}

std::string_view label(Awaited awaited) {
    return rows[awaited].label;
}

std::vector<AwaitedDay> awaited_days(const Standing& standing) {
    const auto& round = standing.round;
    Days days;
    if (standing.state == CaseState::awaiting_correction && round.correction_asked != nullptr) {
        days.add(Awaited::correction, round.correction_asked, round.correction_asked->entry.due_on);
    }
    if (standing.state == CaseState::awaiting_payment && standing.deadline) {
        days.add(Awaited::payment, round.fee_notified, standing.deadline->payment_due_on);
    }
    if (round.reasons_asked != nullptr && round.reasons_recorded == nullptr &&
        is_worked_on(standing.state)) {
        days.add(Awaited::reasons, round.reasons_asked, round.reasons_asked->entry.due_on);
    }
    if (!is_concluded(standing.state)) {
        std::ranges::for_each(round.consultations, [&](const auto& each) { days.add(each); });
    }
    return days.take();
}

bool has_passed(const AwaitedDay& day, Date today) {
    return day.last_day < today;
}

PassedWords passed_words(const AwaitedDay& day) {
    const auto& row = rows[day.awaited];
    const auto who = day.consulted ? law::label(*day.consulted) : row.who;
    return {.title = day.consulted ? fmt::format("{}提出意见的期限已过", who)
                                   : fmt::format("{}期限已过", row.label),
            .content = fmt::format("{}没有在{}前{}。{}。", who, day.last_day.chinese(), row.what,
                                   consequence(day))};
}

std::optional<Date> next_passing(const Standing& standing) {
    std::optional<Date> next;
    for (const auto& day : awaited_days(standing)) {
        const auto after = day.last_day.next();
        if (!has_passed(day, standing.derived_on)) {
            next = std::min(next.value_or(after), after);
        }
    }
    return next;
}

}  // namespace gk::application
