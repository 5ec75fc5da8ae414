#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "report/check_parts.hpp"

namespace gk::report {

namespace {

// Runs of so many characters are compared: shorter ones are set phrases of every report.
constexpr std::size_t run_length = 12;

// The letters of the prose, without figures: last year's sentence with this year's number is the
// same sentence.
std::u32string letters_of(const AnnualReport& report) {
    std::u32string letters;
    for (const auto& section : report.sections) {
        for (const auto& paragraph : section.paragraphs) {
            for (const auto c : text::decode(paragraph)) {
                if (c >= 0x3400 && c <= 0x9FFF) {
                    letters += c;
                }
            }
        }
    }
    return letters;
}

std::vector<std::u32string_view> runs_of(std::u32string_view letters) {
    std::vector<std::u32string_view> runs;
    for (std::size_t i = 0; i + run_length <= letters.size(); ++i) {
        runs.push_back(letters.substr(i, run_length));
    }
    return runs;
}

}  // namespace

double text_overlap(const AnnualReport& report, const AnnualReport& other) {
    const auto letters = letters_of(report);
    const auto other_letters = letters_of(other);
    const auto runs = runs_of(letters);
    auto others = runs_of(other_letters);
    if (runs.empty()) {
        return 0;
    }
    std::ranges::sort(others);
    std::vector<bool> is_common(letters.size(), false);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (std::ranges::binary_search(others, runs[i])) {
            std::fill_n(is_common.begin() + static_cast<std::ptrdiff_t>(i), run_length, true);
        }
    }
    return static_cast<double>(std::ranges::count(is_common, true)) /
           static_cast<double>(letters.size());
}

}  // namespace gk::report
