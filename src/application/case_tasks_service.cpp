#include "application/case_tasks_service.hpp"

#include <optional>
#include <vector>

#include <fmt/format.h>

#include "application/awaited_day.hpp"
#include "application/case_light.hpp"
#include "application/date_message_service.hpp"
#include "notify/service.hpp"

namespace gk::application {

namespace {

using notify::WantedTask;
using people::Role;

// What the state asks for, and of which role.
struct Asked {
    std::string_view kind;
    std::string_view what;
    Role role;
};

std::optional<Asked> asked_in(CaseState state) {
    switch (state) {
        case CaseState::awaiting_confirmation:
            return Asked{"case.confirm", "确认收到", Role::clerk};
        case CaseState::awaiting_examination:
            return Asked{"case.examine", "审查申请", Role::clerk};
        case CaseState::awaiting_correction:
        case CaseState::awaiting_payment:
        case CaseState::consulting:
        case CaseState::in_progress:
            return Asked{"case.handle", "办理", Role::clerk};
        case CaseState::in_review:
            return Asked{"case.review", "审核答复", Role::office_head};
        case CaseState::awaiting_signature:
            return Asked{"case.sign", "签发答复", Role::signatory};
        case CaseState::awaiting_delivery:
            return Asked{"case.deliver", "送达答复", Role::clerk};
        case CaseState::awaiting_closing:
            return Asked{"case.close", "办结", Role::clerk};
        case CaseState::closed:
        case CaseState::archived:
            break;
    }
    return std::nullopt;
}

// Of an extension that waits for its consent.
bool awaits_consent(const Round& round) {
    return round.extension_requested != nullptr && round.extension_consented == nullptr;
}

// What is to be made public is looked at before it leaves, art. 17.
bool awaits_release_review(const Standing& standing) {
    const auto& round = standing.round;
    const bool is_drafted = standing.state == CaseState::in_review ||
                            standing.state == CaseState::awaiting_signature ||
                            standing.state == CaseState::awaiting_delivery;
    const auto outcome = round.drafted != nullptr ? round.drafted->entry.outcome : std::nullopt;
    const bool discloses = outcome == law::Outcome::granted ||
                           outcome == law::Outcome::granted_in_part || round.has_released_file;
    return is_drafted && discloses && !round.is_release_cleared;
}

// What is to be decided on once somebody has let a day pass. An opinion that did not come lets the
// clock run again, and the case itself asks for the rest.
std::optional<Asked> asked_after(const AwaitedDay& day) {
    switch (day.awaited) {
        case Awaited::correction:
            return Asked{"case.no_correction", "逾期未补正，作出处理", Role::clerk};
        case Awaited::payment:
            return Asked{"case.fee_unpaid", "逾期未缴费，作出处理", Role::clerk};
        case Awaited::reasons:
            return Asked{"case.no_reasons", "逾期未说明理由，作出处理", Role::clerk};
        case Awaited::opinion:
            break;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Role> role_asked(CaseState state) {
    const auto asked = asked_in(state);
    return asked ? std::optional(asked->role) : std::nullopt;
}

void bring_tasks_along(store::Transaction& transaction, const Case& of, const Standing& standing,
                       std::string_view actor_name, Moment now) {
    std::vector<WantedTask> wanted;
    const auto want = [&](std::string_view kind, std::string_view what, notify::Assignee to,
                          notify::DueDate due) {
        wanted.push_back({.kind = std::string(kind),
                          .to = std::move(to),
                          .title = fmt::format("{}：{}", what, of.number),
                          .due = due});
    };
    const auto due = due_date(standing.state, standing.reply_due_on);
    if (const auto asked = asked_in(standing.state)) {
        want(asked->kind, asked->what, notify::to_role(asked->role), due);
        if (standing.state == CaseState::in_review) {
            // Whichever of the two comes first.
            want(asked->kind, asked->what, notify::to_role(Role::deputy_leader), due);
        }
        if (awaits_release_review(standing)) {
            want("case.release", "公开审查", notify::to_role(Role::secrecy_reviewer), due);
        }
        for (const auto& day : awaited_days(standing)) {
            if (!has_passed(day, standing.derived_on)) {
                continue;
            }
            tell_of_passing(transaction, of, day, now);
            if (const auto after = asked_after(day)) {
                want(after->kind, after->what, notify::to_role(after->role), due);
            }
        }
        if (awaits_consent(standing.round)) {
            want("case.extend", "同意延期", notify::to_role(Role::office_head), due);
        }
        for (const auto& task : standing.round.tasks) {
            if (task.state == TaskState::given || task.state == TaskState::signed_for) {
                want("case.search", "检索", notify::to_unit(task.unit), {task.due_on});
            }
        }
    }
    notify::keep_tasks(transaction, of.agency, {"case", of.public_id}, wanted, actor_name, now);
}

}  // namespace gk::application
