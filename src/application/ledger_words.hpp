// The words that ledgers of different offices use for one thing. Pure; used by ledger.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "application/ledger.hpp"
#include "law/receipt.hpp"

namespace gk::application {

// The field that a title names, its parts in brackets and white space aside.
[[nodiscard]] std::optional<LedgerField> field_named(std::string_view title);
[[nodiscard]] std::optional<ApplicantKind> applicant_kind_named(std::string_view text);
[[nodiscard]] std::optional<law::Channel> channel_named(std::string_view text);
// Whether the outcome says that there is none yet: 办理中.
[[nodiscard]] bool is_open_in_ledger(std::string_view outcome);
// Whether the cell names a sum of the rows above: 合计.
[[nodiscard]] bool is_sum_in_ledger(std::string_view cell);

}  // namespace gk::application
