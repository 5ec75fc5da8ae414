#include "application/flow.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "application/action_table.hpp"
#include "application/entry_check.hpp"
#include "application/errors.hpp"
#include "base/text.hpp"

namespace gk::application {

namespace {

// A unit officer holds a role for a unit: any of them will do here, the task decides later.
bool holds(people::Permission needed, const Situation& situation) {
    return situation.actor.may(needed, situation.of.agency);
}

bool may(const ActionRow& row, const Situation& situation) {
    if (is_applicant(situation.actor)) {
        return row.may_applicant;
    }
    return holds(row.permission, situation) ||
           (row.or_permission && holds(*row.or_permission, situation));
}

bool is_act_on_a_case(const ActionRow& row) {
    return row.states != 0;
}

bool is_of_kind(const ActionRow& row, const Situation& situation) {
    return !row.needs_reply_period || situation.of.kind == CaseKind::disclosure;
}

bool can_follow(const ActionRow& row, const Situation& situation) {
    return (row.states & bit(situation.standing.state)) != 0 && is_of_kind(row, situation);
}

// 告知补正、征求意见: what this actor can do in this state.
std::string possible_actions(const Situation& situation) {
    std::vector<std::string> labels;
    for (const auto action : actions()) {
        const auto& row = row_of(action);
        if (can_follow(row, situation) && may(row, situation) &&
            (row.condition == nullptr || row.condition(action, situation))) {
            labels.emplace_back(label(action));
        }
    }
    return labels.empty() ? "没有了" : text::join(labels, "、");
}

}  // namespace

Citation basis(Action action) {
    return row_of(action).basis;
}

std::span<const FieldUse> action_fields(Action action) {
    return row_of(action).fields;
}

people::Permission permission(Action action) {
    return row_of(action).permission;
}

people::Permission permission_used(Action action, const Situation& situation) {
    const auto& row = row_of(action);
    return row.or_permission && !holds(row.permission, situation) ? *row.or_permission
                                                                  : row.permission;
}

Result<void> permit(Action action, const Situation& situation) {
    const auto& row = row_of(action);
    if (!may(row, situation)) {
        return error(not_permitted, label(action), people::label(row.permission));
    }
    if (!is_of_kind(row, situation)) {
        return error(not_of_kind, label(situation.of.kind), label(action));
    }
    if (!can_follow(row, situation)) {
        return error(action_not_now, label(situation.standing.state), label(action),
                     possible_actions(situation))
            .on(row.basis);
    }
    return row.condition == nullptr ? Result<void>() : row.condition(action, situation);
}

Result<void> permit(Action action, const Entry& entry, const Situation& situation) {
    GK_CHECK(permit(action, situation));
    ProblemList problems;
    check_entry(problems, action, entry, situation);
    if (!problems.empty()) {
        return std::move(problems).error();
    }
    return {};
}

std::vector<AvailableAction> available_actions(const Situation& situation) {
    std::vector<AvailableAction> available;
    for (const auto action : actions()) {
        if (is_act_on_a_case(row_of(action))) {
            auto permitted = permit(action, situation);
            available.push_back(
                {action, permitted ? std::nullopt : std::optional(std::move(permitted).error()),
                 followable_records(action, situation)});
        }
    }
    return available;
}

namespace {

// What nobody can take back, and what to do instead.
std::string_view stays_because(const Event& event) {
    if (event.action == Action::submit || event.action == Action::register_application) {
        return "登记有误的，办理“更正登记”。";
    }
    if (event.action == Action::split_application) {
        return "拆出的各件已经有了自己的编号，请分别办理。";
    }
    if (event.action == Action::reopen) {
        return "重新办理以后，请作出新的处理。";
    }
    return is_applicant({.name = event.actor}) ? "这是申请人自己的行为，工作人员不能撤销。" : "";
}

// Nothing but the registration itself is dated before the receipt.
bool is_before_receipt(const Event& event, const Standing& standing) {
    const bool registers =
        event.action == Action::amend_registration || event.action == Action::confirm_receipt;
    return !registers && event.entry.on && standing.received_on &&
           *event.entry.on < *standing.received_on;
}

// Whoever did it was permitted then: only state, conditions and the receipt are asked again.
bool still_follows(const Case& before, const Event& event, const law::WorkingCalendar& calendar,
                   const law::ReceiptRules& rules) {
    const auto today = event.at.date();
    const auto standing = standing_of(before, calendar, today, rules);
    if (!standing || is_before_receipt(event, *standing)) {
        return false;
    }
    const people::Actor actor{.name = event.actor};
    const auto& row = row_of(event.action);
    const Situation situation{before, *standing, actor, today};
    if (event.entry.event_number) {
        const bool refers = std::ranges::any_of(before.events, [&](const Event& each) {
            return each.number == *event.entry.event_number;
        });
        if (!refers) {
            return false;
        }
    }
    const bool is_of_unit = row.permission == people::Permission::case_search;
    return can_follow(row, situation) &&
           (row.condition == nullptr || is_of_unit || row.condition(event.action, situation));
}

}  // namespace

Result<void> check_cancelling(const Case& of, int event_number,
                              const law::WorkingCalendar& calendar,
                              const law::ReceiptRules& rules) {
    const auto standing = standing_events(of.events);
    const auto found =
        std::ranges::find_if(standing, [&](const Event* e) { return e->number == event_number; });
    if (found == standing.end()) {
        return error(event_unknown, label(Action::cancel_event), event_number).at("event_number");
    }
    if (const auto why = stays_because(**found); !why.empty()) {
        return error(event_stays, label((*found)->action), why);
    }
    auto left = of;
    left.events.clear();
    for (const auto* event : standing) {
        if (event == *found) {
            continue;
        }
        if (event->number > event_number && !still_follows(left, *event, calendar, rules)) {
            return error(event_needed, label((*found)->action), label(event->action),
                         event->on().chinese());
        }
        left.events.push_back(*event);
    }
    return {};
}

}  // namespace gk::application
