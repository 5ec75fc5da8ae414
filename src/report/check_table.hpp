// The result of checking many reports as a table to keep: a line for each report and a line for
// each finding, as CSV or xlsx. No cell is ever a formula, whatever a report calls itself.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include "report/check_files.hpp"

namespace gk::report {

// UTF-8 with a byte order mark, lines ended by CRLF, as spreadsheets expect it. The first column
// says whether the line is a report (报告) or one of its findings (不符, 提示), which follow it.
[[nodiscard]] std::string check_table_csv(std::span<const CheckedFile> checked);

// Two sheets: 报告 and 发现. Throws Fault where the file cannot be written.
void write_check_table_xlsx(std::span<const CheckedFile> checked,
                            const std::filesystem::path& path);

// How many relations of the report, further ones included, are in that state.
[[nodiscard]] std::size_t count_relations(const CheckedFile& checked, RelationState state);

// 没有不符, 有不符, 没有读出: the verdict in words.
[[nodiscard]] std::string_view label(Verdict verdict);

}  // namespace gk::report
