#include "application/standing.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "application/round.hpp"
#include "law/enum_table.hpp"
#include "law/errors.hpp"

namespace gk::application {

namespace {

using law::enum_table;

template <typename Value>
struct Row {
    Value value;
    std::string_view key;
    std::string_view label;
};

constexpr auto states = enum_table(std::array{
    Row{CaseState::awaiting_confirmation, "awaiting_confirmation", "待确认"},
    Row{CaseState::awaiting_examination, "awaiting_examination", "待审查"},
    Row{CaseState::awaiting_correction, "awaiting_correction", "补正中"},
    Row{CaseState::awaiting_payment, "awaiting_payment", "待缴费"},
    Row{CaseState::consulting, "consulting", "征求意见"},
    Row{CaseState::in_progress, "in_progress", "承办中"},
    Row{CaseState::in_review, "in_review", "审核中"},
    Row{CaseState::awaiting_signature, "awaiting_signature", "待签发"},
    Row{CaseState::awaiting_delivery, "awaiting_delivery", "待送达"},
    Row{CaseState::awaiting_closing, "awaiting_closing", "待办结"},
    Row{CaseState::closed, "closed", "已办结"},
    Row{CaseState::archived, "archived", "已归档"},
});

constexpr auto tasks = enum_table(std::array{
    Row{TaskState::given, "given", "待签收"},
    Row{TaskState::signed_for, "signed_for", "检索中"},
    Row{TaskState::returned, "returned", "已退回"},
    Row{TaskState::searched, "searched", "已反馈"},
});

constexpr auto timeliness_rows = enum_table(std::array{
    Row{Timeliness::in_time, "in_time", "按期答复"},
    Row{Timeliness::extended, "extended", "延期后按期答复"},
    Row{Timeliness::overdue, "overdue", "逾期答复"},
});

// The state that the acts have led to, or nothing where the clock decides.
std::optional<CaseState> state_by_acts(const Round& round) {
    if (round.archived != nullptr) {
        return CaseState::archived;
    }
    if (round.closed != nullptr) {
        return CaseState::closed;
    }
    if (round.answered != nullptr || round.withdrawn != nullptr) {
        return CaseState::awaiting_closing;
    }
    if (round.signed_by != nullptr) {
        return CaseState::awaiting_delivery;
    }
    if (round.reviewed != nullptr) {
        return CaseState::awaiting_signature;
    }
    if (round.drafted != nullptr) {
        return CaseState::in_review;
    }
    return std::nullopt;
}

CaseState state_by_clock(law::DeadlineState deadline, const Round& round) {
    switch (deadline) {
        case law::DeadlineState::awaiting_confirmation:
            return CaseState::awaiting_confirmation;
        case law::DeadlineState::awaiting_correction:
            return CaseState::awaiting_correction;
        case law::DeadlineState::awaiting_payment:
            return CaseState::awaiting_payment;
        case law::DeadlineState::consulting:
            return CaseState::consulting;
        case law::DeadlineState::running:
            break;
    }
    return round.is_handled ? CaseState::in_progress : CaseState::awaiting_examination;
}

// The day up to which the clock is asked: no further than the answer.
Date clock_day(const Round& round, Date today) {
    for (const auto* end : {round.answered, round.withdrawn, round.closed}) {
        if (end != nullptr) {
            return std::min(end->on(), today);
        }
    }
    return today;
}

// A consultation that goes on, or another calendar, may carry the period beyond a deferred date
// that was later when it was set: then the period stands.
Result<law::Deadline> deadline_of(const law::ApplicationEvents& events,
                                  const law::WorkingCalendar& calendar, Date day,
                                  const law::ReceiptRules& rules) {
    auto deadline = law::reply_deadline(events, calendar, day, rules);
    if (!deadline && deadline.error().first().code == law::deferral_not_later.code) {
        auto without = events;
        without.deferral.reset();
        return law::reply_deadline(without, calendar, day, rules);
    }
    return deadline;
}

// The day that an order sets takes the place of the period. READING: 0028.
void take_ordered_day(law::Deadline& deadline, const Round& round) {
    if (round.reopened == nullptr || !round.reopened->entry.due_on) {
        return;
    }
    const auto day = *round.reopened->entry.due_on;
    deadline.reply_due_on = day;
    deadline.is_provisional = false;
    deadline.trace.push_back(
        {.step = law::Step::ordered_day,
         .dates = {day},
         .text = fmt::format("决定或者裁判限定{}前（含当日）答复，按这一日期。", day.chinese()),
         .basis = {},
         .reading = "0028"});
}

bool is_open_consultation(const ConsultationStanding& each, const law::WorkingCalendar& calendar,
                          Date received_on, Date today) {
    const auto due = law::opinion_due_on(each.consultation, received_on, calendar);
    return due && law::is_open(each.consultation, *due, today);
}

void date_consultations(Round& round, const law::WorkingCalendar& calendar, Date received_on,
                        Date today) {
    for (auto& each : round.consultations) {
        const auto due = law::opinion_due_on(each.consultation, received_on, calendar);
        if (due && *due) {
            each.opinion_due_on = (*due)->date;
        }
        each.is_open = is_open_consultation(each, calendar, received_on, today);
    }
}

// Nothing where no answer was due.
std::optional<AnswerTime> answer_time(const History& history, const law::Deadline& deadline,
                                      const law::WorkingCalendar& calendar) {
    const auto& counted = *history.counted;
    if (!deadline.reply_due_on || !deadline.received_on ||
        counted.outcome == law::Outcome::withdrawn) {
        return std::nullopt;
    }
    const auto& clock = history.counted_clock ? *history.counted_clock : history.clock;
    auto timeliness = Timeliness::overdue;
    if (counted.on <= *deadline.reply_due_on) {
        timeliness = clock.extension || clock.deferral ? Timeliness::extended : Timeliness::in_time;
    }
    return AnswerTime{
        .timeliness = timeliness,
        .due_on = *deadline.reply_due_on,
        .working_days = calendar.working_days_between(*deadline.received_on, counted.on)};
}

}  // namespace

std::span<const CaseState> case_states() {
    return states.values();
}

std::string_view key(CaseState state) {
    return states[state].key;
}

std::string_view label(CaseState state) {
    return states[state].label;
}

std::optional<CaseState> case_state_of(std::string_view key) {
    return states.value_of(key);
}

bool is_concluded(CaseState state) {
    return state >= CaseState::awaiting_closing;
}

std::span<const TaskState> task_states() {
    return tasks.values();
}

std::string_view key(TaskState state) {
    return tasks[state].key;
}

std::string_view label(TaskState state) {
    return tasks[state].label;
}

std::optional<TaskState> task_state_of(std::string_view key) {
    return tasks.value_of(key);
}

std::span<const Timeliness> timeliness_values() {
    return timeliness_rows.values();
}

std::string_view key(Timeliness timeliness) {
    return timeliness_rows[timeliness].key;
}

std::string_view label(Timeliness timeliness) {
    return timeliness_rows[timeliness].label;
}

std::optional<Timeliness> timeliness_of(std::string_view key) {
    return timeliness_rows.value_of(key);
}

std::vector<const Event*> standing_events(std::span<const Event> events) {
    std::set<int> cancelled;
    for (const auto& event : events) {
        if (event.action == Action::cancel_event && event.entry.event_number) {
            cancelled.insert(*event.entry.event_number);
        }
    }
    std::vector<const Event*> standing;
    for (const auto& event : events) {
        if (event.action != Action::cancel_event && !cancelled.contains(event.number)) {
            standing.push_back(&event);
        }
    }
    return standing;
}

Result<Standing> standing_of(const Case& of, const law::WorkingCalendar& calendar, Date today,
                             const law::ReceiptRules& rules) {
    Standing standing;
    standing.derived_on = today;
    standing.receipt_rules = rules;
    auto history = follow(standing_events(of.events));
    standing.round = std::move(history.round);
    standing.counted = history.counted;
    standing.latest = history.latest;
    standing.is_split = history.is_split;
    standing.fee = history.fee;
    standing.submission = history.submission;
    standing.clock_events = history.clock;
    const bool is_dated = of.kind == CaseKind::disclosure;
    const auto day = clock_day(standing.round, today);
    GK_TRY(standing.received_on, law::received_on(history.submission, rules));
    GK_TRY(auto deadline, deadline_of(history.clock, calendar, day, rules));
    standing.state =
        state_by_acts(standing.round).value_or(state_by_clock(deadline.state, standing.round));
    if (deadline.received_on) {
        date_consultations(standing.round, calendar, *deadline.received_on, today);
    }
    if (is_dated && history.counted_clock) {
        GK_TRY(const auto counted,
               deadline_of(*history.counted_clock, calendar, history.counted->on, rules));
        standing.answer_time = answer_time(history, counted, calendar);
    } else if (is_dated && history.counted) {
        standing.answer_time = answer_time(history, deadline, calendar);
    }
    if (is_dated) {
        take_ordered_day(deadline, standing.round);
        standing.reply_due_on = deadline.reply_due_on;
        standing.deadline = std::move(deadline);
    }
    return standing;
}

}  // namespace gk::application
