// Where a case stands: its state, its clock, what is open in it, all derived from its events. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/event.hpp"
#include "base/result.hpp"
#include "law/deadline.hpp"

namespace gk::application {

// The lists of the workbench, in the order of the way through the office (art. 45).
enum class CaseState : std::uint8_t {
    awaiting_confirmation,
    awaiting_examination,
    awaiting_correction,
    awaiting_payment,
    consulting,
    in_progress,
    in_review,
    awaiting_signature,
    awaiting_delivery,
    awaiting_closing,  // There is an outcome.
    closed,
    archived,
};
[[nodiscard]] std::span<const CaseState> case_states();
[[nodiscard]] std::string_view key(CaseState state);
[[nodiscard]] std::string_view label(CaseState state);
[[nodiscard]] std::optional<CaseState> case_state_of(std::string_view key);
// It has an outcome: nothing more is due to the applicant.
[[nodiscard]] bool is_concluded(CaseState state);

// A case and what was done in it.
struct Case {
    Id<Case> id = {};
    Id<people::Agency> agency = {};
    std::string public_id = {};
    std::string number = {};  // "xigebi-2026-0012"
    CaseKind kind = CaseKind::disclosure;
    ApplicantKind applicant_kind = ApplicantKind::natural_person;
    Wanted wanted = {};
    std::string masked_name = {};
    std::string notice_version = {};
    std::optional<std::string> part_of = {};  // The number of the case that it was split from.
    std::int64_t version = 0;
    std::vector<Event> events = {};
};

// The events that stand: without those that were cancelled and the acts that cancelled them.
[[nodiscard]] std::vector<const Event*> standing_events(std::span<const Event> events);

enum class TaskState : std::uint8_t { given, signed_for, returned, searched };
[[nodiscard]] std::span<const TaskState> task_states();
[[nodiscard]] std::string_view key(TaskState state);
[[nodiscard]] std::string_view label(TaskState state);
[[nodiscard]] std::optional<TaskState> task_state_of(std::string_view key);

// A search that a unit was asked for.
struct SearchTask {
    int event_number = 0;  // Of the act that gave it.
    std::string unit;
    std::string text;
    std::optional<Date> due_on;
    TaskState state = TaskState::given;
    Date given_on;                      // For the first time.
    std::optional<Date> ended_on = {};  // Returned or searched.
};

struct ConsultationStanding {
    int event_number = 0;  // Of the act that asked.
    std::string party;
    law::Consultation consultation;
    std::optional<Date> opinion_due_on;
    std::optional<Opinion> opinion;
    bool is_open = false;  // On the day asked about.
};

// The acts of the current round: a case that was reopened begins a new one. Pointers into the
// events of the case.
struct Round {
    const Event* reopened = nullptr;  // READING: 0028 (the period begins anew).
    const Event* correction_asked = nullptr;
    const Event* correction_received = nullptr;
    const Event* extension_requested = nullptr;  // Nothing once it was refused.
    const Event* extension_consented = nullptr;
    const Event* extension_notified = nullptr;
    const Event* reasons_asked = nullptr;
    const Event* reasons_recorded = nullptr;
    const Event* deferred = nullptr;
    const Event* fee_notified = nullptr;
    const Event* fee_paid = nullptr;
    const Event* duplicate = nullptr;
    const Event* referral = nullptr;
    const Event* drafted = nullptr;  // Nothing once it was sent back.
    const Event* reviewed = nullptr;
    const Event* signed_by = nullptr;
    const Event* third_party_told = nullptr;
    const Event* answered = nullptr;  // Delivered, or replied on the spot.
    const Event* withdrawn = nullptr;
    const Event* closed = nullptr;
    const Event* archived = nullptr;
    bool is_release_cleared = false;
    bool has_released_file = false;
    bool is_handled = false;  // More was done than to receive it.
    std::vector<const Event*> searches = {};
    std::vector<SearchTask> tasks = {};
    std::vector<ConsultationStanding> consultations = {};
};

// What is counted in the report: the outcome of the first round that had one.
// READING: 0026 (an answer given again is not counted again).
struct Conclusion {
    std::optional<law::Outcome> outcome;              // Of a disclosure case,
    std::optional<AmendmentResult> amendment_result;  // or of one under art. 41.
    Date on;                                          // When it was delivered, withdrawn or closed.
};

// Whether an answer came by its last day.
enum class Timeliness : std::uint8_t {
    in_time,
    extended,  // In time, after an extension or a deferral.
    overdue,
};
[[nodiscard]] std::span<const Timeliness> timeliness_values();
[[nodiscard]] std::string_view key(Timeliness timeliness);
[[nodiscard]] std::string_view label(Timeliness timeliness);
[[nodiscard]] std::optional<Timeliness> timeliness_of(std::string_view key);

// How long the conclusion that is counted took.
struct AnswerTime {
    Timeliness timeliness = Timeliness::in_time;
    Date due_on;           // The last day for it, as the events of its round set it.
    int working_days = 0;  // From the day of receipt on, which is not counted.

    friend bool operator==(const AnswerTime&, const AnswerTime&) = default;
};

// The fees of all rounds.
struct FeeStanding {
    std::optional<Date> notified_on = {};  // The last time; so below.
    std::int64_t notified_fen = 0;
    std::optional<Date> paid_on = {};
    std::int64_t paid_fen = 0;
};

struct Standing {
    Date derived_on;                    // The day asked about,
    law::ReceiptRules receipt_rules{};  // and the rules by which it was received.
    CaseState state = CaseState::awaiting_confirmation;
    law::Submission submission{};           // As the application came in.
    law::ApplicationEvents clock_events{};  // Of the current round.
    // READING: 0027 (art. 41 sets no reply period): none for a case to amend a record.
    std::optional<law::Deadline> deadline;
    std::optional<Date> received_on;   // The art. 31 date; nothing while it is unconfirmed.
    std::optional<Date> reply_due_on;  // Nothing where no reply is due, or not yet.
    std::optional<Conclusion> counted;
    std::optional<Conclusion> latest;  // Of the last round.
    // Of `counted`; nothing where no answer was due: withdrawn, not corrected, not paid for.
    std::optional<AnswerTime> answer_time;
    FeeStanding fee;
    bool is_split = false;
    Round round;
};

// Refuses what the law refuses (law/deadline_check.hpp).
[[nodiscard]] Result<Standing> standing_of(const Case& of, const law::WorkingCalendar& calendar,
                                           Date today, const law::ReceiptRules& rules = {});

}  // namespace gk::application
