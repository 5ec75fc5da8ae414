// The letters (文书) of a disclosure case: on which article each stands and what it must state.
// 条例(2019) arts 30 to 42 and the fee measures. Their wording and titles are templates, not here.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/citation.hpp"

namespace gk::law {

enum class LetterKind {
    // Procedural letters: the case goes on.
    acknowledgement,
    correction_notice,
    reasons_request,
    extension_notice,
    third_party_consultation,
    consultation_notice,
    joint_agency_consultation,
    third_party_notice,
    fee_notice,
    // Final answers.
    granted,
    granted_in_part,
    refused,
    registry_inquiry,
    not_found,
    held_elsewhere,
    needs_creation,
    still_unclear,
    repeat,
    petition_or_complaint,
    published_material,
    excessive,
    no_correction,
    fee_unpaid,
    reconfirmation,
    // Further letters.
    deferral_notice,
    withdrawal_confirmation,
    record_amendment,
};

enum class LetterAddressee { applicant, third_party, joint_agency };
// procedural: the case goes on. final_answer: it ends. confirmation: it ended by the applicant's
// own act. separate: not a disclosure case (art. 41).
enum class LetterRole { procedural, final_answer, confirmation, separate };
// Whether an article makes it a duty to send it.
enum class LetterDuty { prescribed, customary };

[[nodiscard]] std::span<const LetterKind> letter_kinds();
[[nodiscard]] std::string_view key(LetterKind kind);
[[nodiscard]] std::optional<LetterKind> letter_kind_of(std::string_view key);
// READING: 0012, the names; a town may use its own.
[[nodiscard]] std::string_view label(LetterKind kind);
[[nodiscard]] LetterAddressee addressee(LetterKind kind);
[[nodiscard]] std::string_view label(LetterAddressee addressee);
[[nodiscard]] LetterRole role(LetterKind kind);
[[nodiscard]] std::string_view label(LetterRole role);
[[nodiscard]] LetterDuty duty(LetterKind kind);
// The articles it stands on; empty where none names it.
[[nodiscard]] std::span<const Citation> basis(LetterKind kind);
// What it must state, one thing each, Chinese.
[[nodiscard]] std::span<const std::string_view> must_state(LetterKind kind);

}  // namespace gk::law
