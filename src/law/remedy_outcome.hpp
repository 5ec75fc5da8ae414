// How reconsiderations and lawsuits end, and in which cell of table 四 each is counted.
// 行政复议法(2023) arts 30 to 74, 行政诉讼法 arts 62 to 77.
// READING: 0020, no official text says which result a decision is.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string_view>

#include "base/citation.hpp"
#include "law/report_format.hpp"

namespace gk::law {

enum class ReconsiderationDecision {
    upheld,
    varied,
    revoked,
    confirmed_unlawful,
    ordered_to_perform,
    confirmed_void,
    claim_dismissed,
    application_dismissed,
    not_accepted,
    terminated,
    mediated,
    suspended_or_pending,
};

enum class LitigationRuling {
    claim_dismissed,
    revoked,
    ordered_to_perform,
    confirmed_unlawful_or_void,
    varied,
    suit_dismissed,
    not_docketed,
    withdrawn,
    pending,
};

// Where a case is counted.
struct Counting {
    // Nothing: the case is not counted.
    std::optional<RemedyResult> result;
    // Practice differs: ask the clerk, with `result` selected beforehand.
    bool must_ask = false;
};

// What an office decided otherwise; an overridden decision is not asked about.
struct CountingOverrides {
    std::map<ReconsiderationDecision, std::optional<RemedyResult>> reconsideration;
    std::map<LitigationRuling, std::optional<RemedyResult>> litigation;
};

[[nodiscard]] std::span<const ReconsiderationDecision> reconsideration_decisions();
[[nodiscard]] std::string_view key(ReconsiderationDecision decision);
[[nodiscard]] std::string_view label(ReconsiderationDecision decision);
[[nodiscard]] std::optional<ReconsiderationDecision> reconsideration_decision_of(
    std::string_view key);
[[nodiscard]] std::span<const Citation> basis(ReconsiderationDecision decision);
[[nodiscard]] Counting counting(ReconsiderationDecision decision,
                                const CountingOverrides& overrides);

[[nodiscard]] std::span<const LitigationRuling> litigation_rulings();
[[nodiscard]] std::string_view key(LitigationRuling ruling);
[[nodiscard]] std::string_view label(LitigationRuling ruling);
[[nodiscard]] std::optional<LitigationRuling> litigation_ruling_of(std::string_view key);
[[nodiscard]] std::span<const Citation> basis(LitigationRuling ruling);
[[nodiscard]] Counting counting(LitigationRuling ruling, const CountingOverrides& overrides);

}  // namespace gk::law
