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

// start makes an empty draft of the form of its year, edit changes what is typed in it. import_file
// makes the draft too, or replaces what it says; compute makes it, or replaces tables 三 and 四 by
// what the cases say.
enum class ReportAction { start, edit, import_file, compute, submit, send_back, clear, publish };
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

// Takes what the report says further, rather than changing it.
[[nodiscard]] bool is_further(ReportAction action);
[[nodiscard]] people::Permission permission_for(ReportAction action);
// What the action rests on; empty where the regulation does not name it.
[[nodiscard]] Citation basis(ReportAction action);

// What the rules look at.
struct Standing {
    int report_year = 0;
    std::optional<ReportStatus> status;  // Nothing: there is no report yet.
    Id<people::Agency> agency = {};
    // The names in the trail of those who drafted or submitted it.
    std::vector<std::string> drafters = {};
};

// The names of those whose acts made the report what it is.
[[nodiscard]] std::vector<std::string> drafters_of(std::span<const Act> acts);

// The status that the action leads to. Refuses who may not in this agency, what cannot follow on
// the status, to take a report further before its year is over (条例 art. 49: of the year before),
// and to clear what one has drafted or submitted, for oneself or for another. The operator at the
// command line, who answers for all of it, is let past the last.
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
