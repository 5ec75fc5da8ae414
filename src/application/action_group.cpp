#include "application/action_group.hpp"

#include <algorithm>
#include <array>

#include "application/awaited_day.hpp"
#include "application/consent.hpp"
#include "law/enum_table.hpp"

namespace gk::application {

namespace {

struct GroupRow {
    ActionGroup value;
    std::string_view key;
    std::string_view label;
};

constexpr auto groups = law::enum_table(std::array<GroupRow, 9>{{
    {ActionGroup::answer, "answer", "答复和送达"},
    {ActionGroup::search, "search", "检索"},
    {ActionGroup::consultation, "consultation", "征求意见"},
    {ActionGroup::correction, "correction", "补正"},
    {ActionGroup::extension, "extension", "延期和延迟"},
    {ActionGroup::fee, "fee", "信息处理费"},
    {ActionGroup::link, "link", "关联、拆分和移送"},
    {ActionGroup::receipt, "receipt", "收件和材料"},
    {ActionGroup::end, "end", "撤回、办结和更正"},
}});

using Steps = std::vector<Action>;

bool has_open_task(const Round& round) {
    return std::ranges::any_of(round.tasks, [](const SearchTask& task) {
        return task.state == TaskState::given || task.state == TaskState::signed_for;
    });
}

bool has_undelivered(const Round& round) {
    return std::ranges::any_of(round.consultations, [](const ConsultationStanding& each) {
        return each.is_open && !each.consultation.delivered_on;
    });
}

void add_extension(Steps& steps, const Round& round) {
    if (round.extension_requested == nullptr || round.extension_notified != nullptr) {
        return;
    }
    if (round.extension_consented == nullptr) {
        steps.insert(steps.end(), {Action::consent_to_extension, Action::refuse_extension});
    } else {
        steps.push_back(Action::notify_extension);
    }
}

void add_working(Steps& steps, const Round& round) {
    if (has_open_task(round)) {
        steps.insert(steps.end(), {Action::sign_for_task, Action::record_search});
    } else if (round.searches.empty()) {
        steps.push_back(Action::give_search_task);
    }
    steps.push_back(Action::draft_decision);
}

// What the applicant did not do in time ends with an answer, unless it comes after all.
void add_awaited(Steps& steps, const Standing& standing, Awaited awaited, Action comes) {
    const auto days = awaited_days(standing);
    if (std::ranges::any_of(days, [&](const AwaitedDay& day) {
            return day.awaited == awaited && has_passed(day, standing.derived_on);
        })) {
        steps.push_back(Action::draft_decision);
    }
    steps.push_back(comes);
}

void add_by_state(Steps& steps, const Standing& standing) {
    const auto& round = standing.round;
    switch (standing.state) {
        case CaseState::awaiting_confirmation:
            steps.push_back(Action::confirm_receipt);
            return;
        case CaseState::awaiting_examination:
            add_working(steps, round);
            steps.push_back(Action::ask_for_correction);
            return;
        case CaseState::awaiting_correction:
            add_awaited(steps, standing, Awaited::correction, Action::receive_correction);
            return;
        case CaseState::awaiting_payment:
            add_awaited(steps, standing, Awaited::payment, Action::record_payment);
            return;
        case CaseState::consulting:
            if (has_undelivered(round)) {
                steps.push_back(Action::record_consultation_delivery);
            }
            steps.push_back(Action::record_opinion);
            add_working(steps, round);
            return;
        case CaseState::in_progress:
            add_working(steps, round);
            return;
        case CaseState::in_review:
            steps.insert(steps.end(), {Action::review_decision, Action::send_back_decision});
            return;
        case CaseState::awaiting_signature:
            steps.insert(steps.end(), {Action::sign_decision, Action::send_back_decision});
            return;
        case CaseState::awaiting_delivery:
            // Of one that kept silent the office knows whether there is anything to tell.
            if (std::ranges::any_of(round.consultations, objects)) {
                steps.push_back(Action::tell_third_party);
            }
            steps.insert(steps.end(),
                         {Action::review_release, Action::reject_release, Action::deliver});
            return;
        case CaseState::awaiting_closing:
            steps.insert(steps.end(), {Action::close, Action::record_delivery_receipt});
            return;
        case CaseState::closed:
            steps.push_back(Action::archive);
            return;
        case CaseState::archived:
            return;
    }
}

}  // namespace

std::span<const ActionGroup> action_groups() {
    return groups.values();
}

std::string_view key(ActionGroup group) {
    return groups[group].key;
}

std::string_view label(ActionGroup group) {
    return groups[group].label;
}

std::optional<ActionGroup> action_group_of(std::string_view key) {
    return groups.value_of(key);
}

ActionGroup group(Action action) {
    switch (action) {
        case Action::submit:
        case Action::register_application:
        case Action::amend_registration:
        case Action::confirm_receipt:
        case Action::change_contact:
        case Action::add_material:
            return ActionGroup::receipt;
        case Action::ask_for_correction:
        case Action::receive_correction:
            return ActionGroup::correction;
        case Action::consult:
        case Action::record_consultation_delivery:
        case Action::record_opinion:
        case Action::tell_third_party:
            return ActionGroup::consultation;
        case Action::request_extension:
        case Action::consent_to_extension:
        case Action::refuse_extension:
        case Action::notify_extension:
        case Action::ask_for_reasons:
        case Action::record_reasons:
        case Action::defer_reply:
            return ActionGroup::extension;
        case Action::notify_fee:
        case Action::record_payment:
            return ActionGroup::fee;
        case Action::give_search_task:
        case Action::sign_for_task:
        case Action::forward_task:
        case Action::return_task:
        case Action::record_search:
            return ActionGroup::search;
        case Action::link_case:
        case Action::mark_duplicate:
        case Action::split_application:
        case Action::record_referral:
            return ActionGroup::link;
        case Action::draft_decision:
        case Action::review_decision:
        case Action::send_back_decision:
        case Action::sign_decision:
        case Action::add_released_file:
        case Action::review_release:
        case Action::reject_release:
        case Action::reply_on_the_spot:
        case Action::record_former_outcome:
        case Action::deliver:
        case Action::record_delivery_receipt:
            return ActionGroup::answer;
        case Action::withdraw:
        case Action::close:
        case Action::archive:
        case Action::reopen:
        case Action::cancel_event:
            break;
    }
    return ActionGroup::end;
}

std::vector<Action> next_steps(const Standing& standing) {
    Steps steps;
    if (!is_concluded(standing.state)) {
        add_extension(steps, standing.round);
    }
    add_by_state(steps, standing);
    return steps;
}

}  // namespace gk::application
