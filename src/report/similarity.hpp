// How much of a report's text stands in another one already (内容雷同, a fault that
// 国办公开办函〔2021〕30号 names). No threshold is laid down: the caller judges the share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/annual_report.hpp"

namespace gk::report {

// A run of text that both reports have, figures aside: as it stands in one of them.
struct SharedPassage {
    law::Section section = law::Section::overview;
    std::size_t paragraph = 0;  // Its number in the section, from 0.
    std::size_t begin = 0;      // Bytes within the paragraph.
    std::size_t end = 0;
};

// `report` is the one whose passage it is; the text lives as long.
[[nodiscard]] std::string_view text_of(const SharedPassage& passage, const AnnualReport& report);

struct Similarity {
    double share = 0;                     // Of the letters of the later report; 0 to 1.
    std::vector<SharedPassage> passages;  // In the order of the later report.
};

// Compares the prose of all sections. White space, punctuation and the value of figures do not
// count; a passage counts from 12 letters on.
[[nodiscard]] Similarity similarity(const AnnualReport& later, const AnnualReport& earlier);

// From this share on the checker remarks on it; an operator may set another.
inline constexpr double similarity_remark_from = 0.6;

}  // namespace gk::report
