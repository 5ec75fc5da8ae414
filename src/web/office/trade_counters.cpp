// The counters of applications and remedies at the start of the day. Each is shown to those whose
// act is awaited, and counts what its list shows them.
#include <map>
#include <utility>

#include "application/list_service.hpp"
#include "remedy/service.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/light_sums.hpp"
#include "web/office/todo.hpp"

namespace gk::web::office {

namespace {

using application::CaseState;
using people::Permission;
using remedy::RemedyStage;

struct AwaitedCase {
    CaseState state;
    Permission needed;
};

constexpr AwaitedCase awaited_cases[] = {
    {CaseState::awaiting_confirmation, Permission::case_handle},
    {CaseState::awaiting_examination, Permission::case_handle},
    {CaseState::in_review, Permission::case_review},
    {CaseState::awaiting_signature, Permission::case_sign},
    {CaseState::awaiting_delivery, Permission::case_handle},
    {CaseState::awaiting_closing, Permission::case_handle},
};

constexpr RemedyStage awaited_remedies[] = {
    RemedyStage::awaiting_reply,
    RemedyStage::awaiting_performance,
};

Counter by_urgency(const std::string& list, std::string label, std::int64_t count,
                   notify::Urgency urgency) {
    const std::string word(key(urgency));
    return {.key = list + "_" + word,
            .label = std::move(label),
            .count = count,
            .address = "/" + list + "?urgency=" + word,
            .icon = notify::icon(urgency)};
}

Counter late(const std::string& list, std::string label, std::int64_t count) {
    return by_urgency(list, std::move(label), count, notify::Urgency::overdue);
}

Counter near(const std::string& list, std::string label, std::int64_t count) {
    return by_urgency(list, std::move(label), count, notify::Urgency::due_soon);
}

}  // namespace

std::vector<Counter> count_cases(const OfficeServices& services, const people::Actor& actor,
                                 Moment now) {
    const auto held = desk_of(services);
    const bool may_read = actor.may(Permission::case_read);
    const auto agencies =
        application::agencies_of(actor, may_read ? Permission::case_read : Permission::case_count);
    if (!held || agencies.empty()) {
        return {};
    }
    std::map<CaseState, std::int64_t> by_state;
    std::int64_t due_soon = 0;
    std::int64_t overdue = 0;
    for (const auto& each : application::count_states(held->desk, agencies, now.date())) {
        by_state[each.state] += each.count;
        due_soon += each.due_soon_count;
        overdue += each.overdue_count;
    }
    std::vector<Counter> counters = {late("cases", "逾期的申请", overdue),
                                     near("cases", "临期的申请", due_soon)};
    if (!may_read) {
        // Who only supervises has the counts of each agency there, and no list.
        for (auto& counter : counters) {
            counter.address = "/cases";
        }
    }
    for (const auto& [state, needed] : awaited_cases) {
        if (actor.may(needed)) {
            const std::string word(key(state));
            counters.push_back({"cases_" + word, "申请：" + std::string(label(state)),
                                by_state[state], "/cases?state=" + word});
        }
    }
    return counters;
}

std::vector<Counter> count_remedies(const OfficeServices& services, const people::Actor& actor,
                                    Moment now) {
    if (!actor.may(Permission::remedy_handle)) {
        return {};
    }
    const auto counts = remedy::count_remedies(
        services.database, application::agencies_of(actor, Permission::remedy_handle), actor,
        now.date(), services.calendar);
    if (!counts) {
        return {};
    }
    std::map<RemedyStage, std::int64_t> by_stage;
    LightSums all;
    for (const auto& of_agency : *counts) {
        for (const auto& each : of_agency.stages) {
            by_stage[each.stage] += each.count;
            all.add(each);
        }
    }
    std::vector<Counter> counters = {late("remedies", "逾期的复议诉讼", all.overdue_count),
                                     near("remedies", "临期的复议诉讼", all.due_soon_count)};
    for (const auto stage : awaited_remedies) {
        const std::string word(key(stage));
        counters.push_back({"remedies_" + word, "复议诉讼：" + std::string(label(stage)),
                            by_stage[stage], "/remedies?stage=" + word});
    }
    return counters;
}

}  // namespace gk::web::office
