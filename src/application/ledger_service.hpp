// Coming from a spreadsheet: the cases of a running ledger, open and closed, taken in with their
// true dates. All rows or none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "application/desk_service.hpp"
#include "application/ledger.hpp"
#include "people/actor.hpp"

namespace gk::application {

// How the key of a case begins that came from a ledger.
inline constexpr std::string_view ledger_key_prefix = "ledger-";

enum class LedgerImport : std::uint8_t { try_out, keep };

struct RowProblem {
    int row_number = 0;  // In the spreadsheet.
    Problem problem;
};

struct LedgerImported {
    std::vector<std::string> titles;  // Of the columns.
    LedgerColumns columns;
    std::vector<LedgerRow> rows;       // As they were read, those without a problem.
    int row_count = 0;                 // That are not blank.
    int imported_count = 0;            // Or that would be: of these,
    int open_count = 0;                // without an outcome yet,
    int carried_in_count = 0;          // received before this year and open, or concluded in it.
    int repeated_count = 0;            // Taken in by an earlier import.
    std::vector<RowProblem> problems;  // Where there is one, nothing was taken in.
    bool is_kept = false;
};

// `choices` as chosen_columns() takes them. Refuses who may neither register nor operate, and a
// document or a choice of columns that is no ledger's. What is wrong with rows is in what it
// returns. A row that was imported before (its number, day, name and title are the same) is not
// taken in again.
[[nodiscard]] Result<LedgerImported> import_ledger(const Desk& desk, std::string_view agency_code,
                                                   const document::Document& document,
                                                   std::span<const std::string> choices,
                                                   LedgerImport mode, const people::Actor& actor,
                                                   Moment now);

}  // namespace gk::application
