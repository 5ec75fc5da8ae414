// Reconsiderations (行政复议) and lawsuits (行政诉讼) about answers to applications: what was done
// in them, as an append-only list of acts. A mistake is undone by another act. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "law/remedy_notice.hpp"
#include "law/remedy_outcome.hpp"
#include "law/report_format.hpp"
#include "people/agency.hpp"

namespace gk::remedy {

enum class RemedyStage : std::uint8_t {
    registered,      // It is known of; no copy has come.
    awaiting_reply,  // The agency owes its reply or defence.
    in_examination,
    suspended,
    decided,
    on_appeal,
    awaiting_performance,  // The agency owes a new reply.
    closed,
};
[[nodiscard]] std::span<const RemedyStage> remedy_stages();
[[nodiscard]] std::string_view key(RemedyStage stage);
[[nodiscard]] std::string_view label(RemedyStage stage);
[[nodiscard]] std::optional<RemedyStage> remedy_stage_of(std::string_view key);

enum class RemedyAction : std::uint8_t {
    register_remedy,
    receive_copy,  // Of the application or the complaint: the reply is due.
    submit_reply,  // 复议答复书 or 答辩状, with the evidence.
    record_hearing,
    suspend,
    resume,
    record_extension,  // The body takes longer (复议法 art. 62).
    record_decision,
    record_appeal,
    record_final_ruling,
    order_new_reply,  // The original case is answered again.
    record_performance,
    add_document,
    close,
    cancel_act,
};
[[nodiscard]] std::span<const RemedyAction> remedy_actions();
[[nodiscard]] std::string_view key(RemedyAction action);
[[nodiscard]] std::string_view label(RemedyAction action);
[[nodiscard]] std::optional<RemedyAction> remedy_action_of(std::string_view key);

// The column of table 四 in which the office counts a decision.
enum class CountedAs : std::uint8_t { upheld, overturned, other_result, not_counted };
[[nodiscard]] std::span<const CountedAs> counted_as_values();
[[nodiscard]] std::string_view key(CountedAs value);
[[nodiscard]] std::string_view label(CountedAs value);
[[nodiscard]] std::optional<CountedAs> counted_as_of(std::string_view key);
[[nodiscard]] CountedAs counted_as(const std::optional<law::RemedyResult>& result);
[[nodiscard]] std::optional<law::RemedyResult> result_of(CountedAs value);

// What an act says. Each action uses some of it: action_fields() in flow.hpp.
struct Entry {
    std::optional<Date> on = {};  // The legal date; nothing: the day of the act.
    std::string text = {};
    std::string reference = {};              // The number of a document.
    std::vector<std::string> files = {};     // Public ids of stored files.
    std::optional<bool> is_simplified = {};  // 复议法 art. 53.
    std::optional<int> days = {};            // Of an extension.
    std::optional<Date> due_on = {};         // Until when a new reply is ordered.
    std::optional<law::ReconsiderationDecision> decision = {};
    std::optional<law::LitigationRuling> ruling = {};
    std::optional<CountedAs> counted = {};
    std::string counted_reason = {};     // Why it is counted otherwise than preselected.
    std::optional<int> act_number = {};  // The act that is cancelled.

    friend bool operator==(const Entry&, const Entry&) = default;
};

struct Act {
    int number = 0;  // From 1.
    RemedyAction action = RemedyAction::register_remedy;
    std::string actor;  // As in the trail.
    Moment at;
    Entry entry;

    // The legal date.
    [[nodiscard]] Date on() const { return entry.on.value_or(at.date()); }
};

struct RemedyCase {
    Id<RemedyCase> id = {};
    Id<people::Agency> agency = {};
    std::string agency_code = {};
    std::string public_id = {};
    law::RemedyGroup group = law::RemedyGroup::reconsideration;
    std::optional<std::string> application_id = {};  // Public id; nothing: it stands alone.
    std::optional<std::string> preceding_id = {};    // The reconsideration before a lawsuit.
    std::string title = {};                          // What it is about, without personal data.
    std::string body_name = {};                      // The reconsideration body or the court.
    std::string body_number = {};                    // Its number of the case; may come later.
    law::RemedySubject subject = law::RemedySubject::other_answer;
    std::string masked_name = {};  // Of who applied or sued.
    std::int64_t version = 0;
    std::vector<Act> acts = {};
};

[[nodiscard]] bool is_litigation(law::RemedyGroup group);
[[nodiscard]] std::optional<law::RemedyGroup> remedy_group_of(std::string_view key);
[[nodiscard]] std::string_view key(law::RemedySubject subject);
[[nodiscard]] std::optional<law::RemedySubject> remedy_subject_of(std::string_view key);

// The acts that stand: without those that were cancelled and the acts that cancelled them.
[[nodiscard]] std::vector<const Act*> standing_acts(std::span<const Act> acts);

}  // namespace gk::remedy
