// The way of an annual report from draft to publication: which act leads from where to where, who
// may do it and when. Pure; the verbs of service.hpp and the buttons ask the same function.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "people/actor.hpp"

namespace gk::report {

enum class ReportStatus { draft, submitted, sent_back, cleared, published };
[[nodiscard]] std::span<const ReportStatus> report_statuses();
[[nodiscard]] std::string_view key(ReportStatus status);
[[nodiscard]] std::string_view label(ReportStatus status);
[[nodiscard]] std::optional<ReportStatus> report_status_of(std::string_view key);

// import_file makes the draft, or replaces what it says; compute makes it too, or replaces tables
// 三 and 四 by what the cases say.
enum class ReportAction { import_file, compute, submit, send_back, clear, publish };
[[nodiscard]] std::span<const ReportAction> report_actions();
[[nodiscard]] std::string_view key(ReportAction action);
[[nodiscard]] std::string_view label(ReportAction action);
[[nodiscard]] std::optional<ReportAction> report_action_of(std::string_view key);

// What was done: written once, never changed. A mistake is undone by another act.
struct Act {
    ReportAction action = ReportAction::import_file;
    std::string actor;
    Moment at;
    std::string comment;
};

// Where the acts have led; nothing where there are none. Asserts that each of them was possible.
[[nodiscard]] std::optional<ReportStatus> status_after(std::span<const Act> acts);

// What the rules look at.
struct Standing {
    int report_year = 0;
    std::optional<ReportStatus> status;  // Nothing: there is no report yet.
};

// The status that the action leads to. Refuses who may not, what cannot follow on the status, and
// to take a report further before its year is over (条例 art. 49: of the year before).
[[nodiscard]] Result<ReportStatus> permit(ReportAction action, const Standing& standing,
                                          const people::Actor& actor, Date today);

struct AvailableAction {
    ReportAction action;
    std::optional<Error> obstacle;  // Nothing: yes.
};

// Every action, in their order.
[[nodiscard]] std::vector<AvailableAction> available_actions(const Standing& standing,
                                                             const people::Actor& actor,
                                                             Date today);

}  // namespace gk::report
