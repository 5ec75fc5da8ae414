#include "report/flow.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "law/enum_table.hpp"
#include "report/errors.hpp"

namespace gk::report {

namespace {

using law::enum_table;

struct StatusRow {
    ReportStatus value;
    std::string_view key;
    std::string_view label;
};

constexpr auto statuses = enum_table(std::array<StatusRow, 5>{{
    {ReportStatus::draft, "draft", "草稿"},
    {ReportStatus::submitted, "submitted", "已报送"},
    {ReportStatus::sent_back, "sent_back", "退回修改"},
    {ReportStatus::cleared, "cleared", "审核通过"},
    {ReportStatus::published, "published", "已公开"},
}});

struct ActionRow {
    ReportAction value;
    std::string_view key;
    std::string_view label;
};

constexpr auto actions = enum_table(std::array<ActionRow, 8>{{
    {ReportAction::start, "start", "起草"},
    {ReportAction::edit, "edit", "修改"},
    {ReportAction::import_file, "import_file", "导入文件"},
    {ReportAction::compute, "compute", "由案件计算"},
    {ReportAction::submit, "submit", "报送"},
    {ReportAction::send_back, "send_back", "退回"},
    {ReportAction::clear, "clear", "审核通过"},
    {ReportAction::publish, "publish", "公开"},
}});

struct Step {
    std::optional<ReportStatus> from;
    ReportAction action;
    ReportStatus to;
};

// What is not here is not possible.
constexpr std::array<Step, 15> steps = {{
    {std::nullopt, ReportAction::start, ReportStatus::draft},
    {std::nullopt, ReportAction::import_file, ReportStatus::draft},
    {std::nullopt, ReportAction::compute, ReportStatus::draft},
    {ReportStatus::draft, ReportAction::edit, ReportStatus::draft},
    {ReportStatus::draft, ReportAction::import_file, ReportStatus::draft},
    {ReportStatus::draft, ReportAction::compute, ReportStatus::draft},
    {ReportStatus::draft, ReportAction::submit, ReportStatus::submitted},
    {ReportStatus::submitted, ReportAction::send_back, ReportStatus::sent_back},
    {ReportStatus::submitted, ReportAction::clear, ReportStatus::cleared},
    {ReportStatus::sent_back, ReportAction::edit, ReportStatus::sent_back},
    {ReportStatus::sent_back, ReportAction::import_file, ReportStatus::sent_back},
    {ReportStatus::sent_back, ReportAction::compute, ReportStatus::sent_back},
    {ReportStatus::sent_back, ReportAction::submit, ReportStatus::submitted},
    {ReportStatus::cleared, ReportAction::send_back, ReportStatus::sent_back},
    {ReportStatus::cleared, ReportAction::publish, ReportStatus::published},
}};

const Step* find_step(std::optional<ReportStatus> from, ReportAction action) {
    const auto* const found = std::ranges::find_if(
        steps, [&](const Step& step) { return step.from == from && step.action == action; });
    return found == steps.end() ? nullptr : found;
}

// 报送、导入文件: what can follow on this status.
std::string possible_actions(std::optional<ReportStatus> from) {
    std::vector<std::string> labels;
    for (const auto& step : steps) {
        if (step.from == from) {
            labels.emplace_back(label(step.action));
        }
    }
    return labels.empty() ? "没有了" : text::join(labels, "、");
}

// `trail_name` may be two: "user:li on behalf of user:wang".
bool had_a_hand(const people::Actor& actor, std::string_view trail_name) {
    constexpr std::string_view between = " on behalf of ";
    const auto at = trail_name.find(between);
    const bool is_first = actor.is_or_acts_for(trail_name.substr(0, at));
    return is_first || (at != std::string_view::npos &&
                        actor.is_or_acts_for(trail_name.substr(at + between.size())));
}

}  // namespace

std::span<const ReportStatus> report_statuses() {
    return statuses.values();
}

std::string_view key(ReportStatus status) {
    return statuses[status].key;
}

std::string_view label(ReportStatus status) {
    return statuses[status].label;
}

std::optional<ReportStatus> report_status_of(std::string_view key) {
    return statuses.value_of(key);
}

std::span<const ReportAction> report_actions() {
    return actions.values();
}

std::string_view key(ReportAction action) {
    return actions[action].key;
}

std::string_view label(ReportAction action) {
    return actions[action].label;
}

std::optional<ReportAction> report_action_of(std::string_view key) {
    return actions.value_of(key);
}

std::optional<ReportStatus> status_after(std::span<const Act> acts) {
    std::optional<ReportStatus> status;
    for (const auto& act : acts) {
        const auto* step = find_step(status, act.action);
        GK_ASSERT(step != nullptr);
        status = step->to;
    }
    return status;
}

bool is_further(ReportAction action) {
    switch (action) {
        case ReportAction::start:
        case ReportAction::edit:
        case ReportAction::import_file:
        case ReportAction::compute:
            return false;
        case ReportAction::submit:
        case ReportAction::send_back:
        case ReportAction::clear:
        case ReportAction::publish:
            return true;
    }
    GK_ASSERT(!"an action");
    return false;
}

people::Permission permission_for(ReportAction action) {
    switch (action) {
        case ReportAction::start:
        case ReportAction::edit:
        case ReportAction::import_file:
        case ReportAction::compute:
        case ReportAction::submit:
            return people::Permission::report_edit;
        case ReportAction::send_back:
        case ReportAction::clear:
            return people::Permission::report_review;
        case ReportAction::publish:
            return people::Permission::report_publish;
    }
    GK_ASSERT(!"an action");
    return people::Permission::operate;
}

Citation basis(ReportAction action) {
    const bool is_named = action == ReportAction::submit || action == ReportAction::publish;
    return is_named ? Citation{"regulation-2019", 49} : Citation{};
}

std::vector<std::string> drafters_of(std::span<const Act> acts) {
    std::vector<std::string> names;
    for (const auto& act : acts) {
        const bool is_drafting = !is_further(act.action) || act.action == ReportAction::submit;
        if (is_drafting && std::ranges::find(names, act.actor) == names.end()) {
            names.push_back(act.actor);
        }
    }
    return names;
}

Result<ReportStatus> permit(ReportAction action, const Standing& standing,
                            const people::Actor& actor, Date today) {
    if (!actor.may(permission_for(action), standing.agency)) {
        const auto refused =
            error(action_not_permitted, label(action), people::label(permission_for(action)));
        // Who may not even read it, may not learn that it is there.
        const bool may_know = actor.may(people::Permission::report_read, standing.agency);
        return Error(may_know ? refused.kind() : ErrorKind::forbidden, refused.problems());
    }
    const auto* step = find_step(standing.status, action);
    if (step == nullptr) {
        return error(action_not_now, standing.report_year,
                     standing.status ? label(*standing.status) : "尚未起草", label(action),
                     possible_actions(standing.status));
    }
    if (is_further(action) && today <= Date::last_of(standing.report_year)) {
        return error(year_not_over, standing.report_year, label(action))
            .on({"regulation-2019", 49});
    }
    const bool is_own = std::ranges::any_of(
        standing.drafters, [&](const std::string& drafter) { return had_a_hand(actor, drafter); });
    if (action == ReportAction::clear && is_own && !actor.is_operator) {
        return error(second_person_missing);
    }
    return step->to;
}

std::vector<AvailableAction> available_actions(const Standing& standing, const people::Actor& actor,
                                               Date today) {
    std::vector<AvailableAction> available;
    for (const auto action : report_actions()) {
        auto permitted = permit(action, standing, actor, today);
        available.push_back(
            {action, permitted ? std::nullopt : std::optional(std::move(permitted).error())});
    }
    return available;
}

}  // namespace gk::report
