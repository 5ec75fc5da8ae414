// The outcomes of an application (办理结果): on which article each stands, which letter tells it,
// and the one row of table 三 in which it is counted, in both forms of the annual report.
// 条例(2019) arts 30, 35 to 39 and the fee measures.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "law/exemption.hpp"
#include "law/letter_kind.hpp"
#include "law/report_format.hpp"

namespace gk::law {

// In the order of the form; finer than its rows where the article and the letter differ.
enum class Outcome {
    already_public,
    granted,
    granted_in_part,
    refused_state_secret,
    refused_prohibited_by_law,
    refused_security_or_stability,
    refused_third_party_rights,
    refused_internal_affairs,
    refused_deliberative,
    refused_enforcement_file,
    registry_inquiry,
    not_found,
    held_elsewhere,
    needs_creation,
    still_unclear,
    petition_or_complaint,
    repeat,
    published_material,
    excessive,
    reconfirmation,
    no_correction,
    fee_unpaid,
    withdrawn,
    closed_otherwise,
};

// All outcomes of the regulation that stands on the day of receipt; `law.not_modelled` where it is
// that of 2008.
[[nodiscard]] Result<std::span<const Outcome>> outcomes_on(Date received_on);
[[nodiscard]] std::string_view key(Outcome outcome);
[[nodiscard]] std::string_view label(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcome_of(std::string_view key);

// The articles it stands on, the one that rules the answer first; empty where none names it.
[[nodiscard]] std::span<const Citation> basis(Outcome outcome);
// The exemption that a refusal stands on.
[[nodiscard]] std::optional<Exemption> exemption(Outcome outcome);
// Whether the article leaves it to the agency (可以): arts 16, 38 and 39 ¶2.
[[nodiscard]] bool is_discretionary(Outcome outcome);
// The letter that tells it; none for `closed_otherwise`, whose letter depends on why.
[[nodiscard]] std::optional<LetterKind> letter(Outcome outcome);

// The one row in which it is counted. （六）其他处理 is a single row in the 2019 form.
// READING: 0013, outcomes to rows.
[[nodiscard]] ApplicationRow report_row(Outcome outcome, ReportFormat format);

// Whether the part that must not be disclosed can be told apart from the rest.
enum class Severability { whole, severable };

// Art. 37: what can be severed is granted in part, whatever the exemption; otherwise the refusal on
// that exemption.
[[nodiscard]] Outcome outcome_under(Exemption exemption, Severability severability);

}  // namespace gk::law
