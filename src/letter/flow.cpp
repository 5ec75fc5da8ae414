#include "letter/flow.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "law/enum_table.hpp"
#include "letter/errors.hpp"

namespace gk::letter {

namespace {

using people::Permission;
using enum LetterStatus;
using enum LetterAction;

struct StatusRow {
    LetterStatus value;
    std::string_view key;
    std::string_view label;
};

constexpr auto statuses = law::enum_table(std::array<StatusRow, 7>{{
    {draft, "draft", "草稿"},
    {submitted, "submitted", "审核中"},
    {sent_back, "sent_back", "退回修改"},
    {cleared, "cleared", "审核通过"},
    {signed_off, "signed_off", "已签发"},
    {delivered, "delivered", "已送达"},
    {cancelled, "cancelled", "已作废"},
}});

struct ActionRow {
    LetterAction value;
    std::string_view key;
    std::string_view label;
    Permission permission;
};

constexpr auto actions = law::enum_table(std::array<ActionRow, 8>{{
    {LetterAction::write, "write", "起草", Permission::case_handle},
    {submit, "submit", "送审", Permission::case_handle},
    {send_back, "send_back", "退回", Permission::case_review},
    {clear, "clear", "审核通过", Permission::case_review},
    {sign_off, "sign_off", "签发", Permission::case_sign},
    {deliver, "deliver", "登记送达", Permission::case_handle},
    {sign_for, "sign_for", "登记签收", Permission::case_handle},
    {cancel, "cancel", "作废", Permission::case_handle},
}});

enum class For : std::uint8_t { every_kind, clerks_kinds };

struct Step {
    std::optional<LetterStatus> from;
    LetterAction action;
    LetterStatus to;
    For kinds = For::every_kind;
};

// What is not here is not possible.
constexpr auto steps = std::to_array<Step>({
    {std::nullopt, LetterAction::write, draft},
    {draft, LetterAction::write, draft},
    {draft, submit, submitted},
    {draft, sign_off, signed_off, For::clerks_kinds},
    {draft, cancel, cancelled},
    {submitted, send_back, sent_back},
    {submitted, clear, cleared},
    {sent_back, LetterAction::write, sent_back},
    {sent_back, submit, submitted},
    {sent_back, cancel, cancelled},
    {cleared, send_back, sent_back},
    {cleared, sign_off, signed_off},
    {signed_off, deliver, delivered},
    {signed_off, cancel, cancelled},
    {delivered, deliver, delivered},
    {delivered, sign_for, delivered},
});

bool is_for(const Step& step, law::LetterKind kind) {
    return step.kinds == For::every_kind || is_issued_by_clerk(kind);
}

const Step* find_step(law::LetterKind kind, std::optional<LetterStatus> from, LetterAction action) {
    const auto* const found = std::ranges::find_if(steps, [&](const Step& step) {
        return step.from == from && step.action == action && is_for(step, kind);
    });
    return found == steps.end() ? nullptr : found;
}

std::string possible_actions(const LetterStanding& standing) {
    std::vector<std::string> labels;
    for (const auto& step : steps) {
        if (step.from == standing.status && is_for(step, standing.kind)) {
            labels.emplace_back(label(step.action));
        }
    }
    return labels.empty() ? "没有了" : text::join(labels, "、");
}

// A name in the trail may be two: "user:li on behalf of user:wang".
bool is_one_of(const people::Actor& actor, std::string_view trail_name) {
    constexpr std::string_view between = " on behalf of ";
    const auto at = trail_name.find(between);
    return actor.is_or_acts_for(trail_name.substr(0, at)) ||
           (at != trail_name.npos && actor.is_or_acts_for(trail_name.substr(at + between.size())));
}

bool wrote(const LetterStanding& standing, const people::Actor& actor) {
    return std::ranges::any_of(standing.writers,
                               [&](const std::string& name) { return is_one_of(actor, name); });
}

}  // namespace

std::span<const LetterStatus> letter_statuses() {
    return statuses.values();
}

std::string_view key(LetterStatus status) {
    return statuses[status].key;
}

std::string_view label(LetterStatus status) {
    return statuses[status].label;
}

std::optional<LetterStatus> letter_status_of(std::string_view key) {
    return statuses.value_of(key);
}

std::span<const LetterAction> letter_actions() {
    return actions.values();
}

std::string_view key(LetterAction action) {
    return actions[action].key;
}

std::string_view label(LetterAction action) {
    return actions[action].label;
}

std::optional<LetterAction> letter_action_of(std::string_view key) {
    return actions.value_of(key);
}

std::optional<LetterStatus> status_after(law::LetterKind kind, std::span<const LetterAct> acts) {
    std::optional<LetterStatus> status;
    for (const auto& act : acts) {
        const auto* step = find_step(kind, status, act.action);
        GK_ASSERT(step != nullptr);
        status = step->to;
    }
    return status;
}

bool is_issued_by_clerk(law::LetterKind kind) {
    return kind == law::LetterKind::acknowledgement ||
           kind == law::LetterKind::consultation_notice ||
           kind == law::LetterKind::withdrawal_confirmation;
}

Result<LetterStatus> permit(LetterAction action, const LetterStanding& standing,
                            const people::Actor& actor) {
    const auto permission = permission_of(action, standing.kind);
    if (!actor.may(permission, standing.agency)) {
        return error(not_permitted, people::label(permission));
    }
    const auto* step = find_step(standing.kind, standing.status, action);
    if (step == nullptr) {
        return error(action_not_now, law::label(standing.kind),
                     standing.status ? label(*standing.status) : "尚未起草", label(action),
                     possible_actions(standing));
    }
    const bool is_second_persons = action == clear || action == send_back ||
                                   (action == sign_off && !is_issued_by_clerk(standing.kind));
    if (is_second_persons && wrote(standing, actor)) {
        return error(own_letter, label(action));
    }
    // 条例(2019)第17条：行政机关公开政府信息前，应当……进行审查。
    if (action == deliver && standing.has_uncleared_files) {
        return error(release_not_reviewed).on({"regulation-2019", 17});
    }
    if (action == deliver && standing.lacks_severances) {
        return error(severance_missing).on({"regulation-2019", 37});
    }
    return step->to;
}

std::vector<AvailableAction> available_actions(const LetterStanding& standing,
                                               const people::Actor& actor) {
    std::vector<AvailableAction> available;
    for (const auto action : letter_actions()) {
        auto permitted = permit(action, standing, actor);
        available.push_back(
            {action, permitted ? std::nullopt : std::optional(std::move(permitted).error())});
    }
    return available;
}

Permission permission_of(LetterAction action, law::LetterKind kind) {
    if (action == sign_off && is_issued_by_clerk(kind)) {
        return Permission::case_handle;
    }
    return actions[action].permission;
}

}  // namespace gk::letter
