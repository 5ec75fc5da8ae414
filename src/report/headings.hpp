// The headings of the six sections, 一、总体情况 to 六、其他需要报告的事项, wherever they stand.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "law/report_format.hpp"
#include "report/text_rows.hpp"

namespace gk::report {

struct Heading {
    std::uint32_t row = 0;
    law::Section section = law::Section::overview;
    std::string_view title;  // Without its number.
    std::string_view rest;   // Text of the section in the same line; may be empty.
};

[[nodiscard]] std::vector<Heading> find_headings(const TextRows& rows);

// The whole text of a row, from its first piece to its last, where it is one line; else its only
// piece, or empty where it has several cells with text.
[[nodiscard]] std::string_view line_of(const TextRows& rows, const Row& row);

}  // namespace gk::report
