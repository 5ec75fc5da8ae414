// The counters of applications and remedies at the start of the day. Each is shown to those whose
// act is awaited, and counts what its list shows them.
#include <algorithm>
#include <map>

#include "application/list_service.hpp"
#include "remedy/store.hpp"
#include "web/office/case_desk.hpp"
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

}  // namespace

std::vector<Counter> count_cases(const OfficeServices& services, const people::Actor& actor,
                                 Moment now) {
    const auto held = desk_of(services);
    const auto agencies = application::agencies_of(actor, Permission::case_read);
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
    std::vector<Counter> counters = {
        {"cases_overdue", "逾期的申请", overdue, "/cases?urgency=overdue"},
        {"cases_due_soon", "临期的申请", due_soon, "/cases?urgency=due_soon"}};
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
                                    Moment /*now*/) {
    if (!actor.may(Permission::remedy_handle)) {
        return {};
    }
    std::map<RemedyStage, std::int64_t> by_stage;
    services.database.read([&](store::Snapshot& snapshot) {
        by_stage.clear();
        for (const auto agency : application::agencies_of(actor, Permission::remedy_handle)) {
            for (const auto& [stage, count] : remedy::count_stages(snapshot, agency)) {
                by_stage[stage] += count;
            }
        }
    });
    std::vector<Counter> counters;
    for (const auto stage : awaited_remedies) {
        const std::string word(key(stage));
        counters.push_back({"remedies_" + word, "复议诉讼：" + std::string(label(stage)),
                            by_stage[stage], "/remedies?stage=" + word});
    }
    return counters;
}

}  // namespace gk::web::office
