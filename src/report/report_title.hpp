// The title of a report: whose, of which year. From its first lines, the title of the file, the
// table of its metadata or its signature.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "report/text_rows.hpp"

namespace gk::report {

struct ReportTitle {
    std::string title;                  // As printed; empty where there is none.
    std::optional<std::string> agency;  // As the document names it.
    std::optional<int> year;
    std::uint32_t end_row = 0;  // The first row behind the title.
};

// Takes "沙湾市西戈壁镇2023年政府信息公开工作年度报告" apart; nothing where it is no such title.
[[nodiscard]] std::optional<ReportTitle> parse_title(std::string_view printed);

// `first_section`: the row of the first heading, or the number of rows; `last_section`: that of the
// last heading.
[[nodiscard]] ReportTitle find_title(const TextRows& rows, std::string_view document_title,
                                     std::uint32_t first_section, std::uint32_t last_section);

}  // namespace gk::report
