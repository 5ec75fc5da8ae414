#include "document/pdf_lines.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

#include "base/text.hpp"

namespace gk::document {

namespace {

constexpr double tab_gap_in_heights = 1.5;

double middle(const PdfWord& word) {
    return (word.top + word.bottom) / 2;
}

double height(const PdfWord& word) {
    return std::max(word.bottom - word.top, 1.0);
}

bool is_plain(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

// Upright words, line by line.
std::vector<std::vector<PdfWord>> rows_of(std::vector<PdfWord> words) {
    std::ranges::stable_sort(
        words, [](const PdfWord& a, const PdfWord& b) { return middle(a) < middle(b); });
    std::vector<std::vector<PdfWord>> rows;
    double row_middle = 0;
    for (auto& word : words) {
        const bool is_on_row =
            !rows.empty() &&
            middle(word) - row_middle <= 0.5 * std::min(height(word), height(rows.back().front()));
        if (!is_on_row) {
            rows.emplace_back();
            row_middle = middle(word);
        }
        rows.back().push_back(std::move(word));
    }
    for (auto& row : rows) {
        std::ranges::stable_sort(
            row, [](const PdfWord& a, const PdfWord& b) { return a.left < b.left; });
    }
    return rows;
}

PdfLine line_of(const std::vector<PdfWord>& row) {
    PdfLine line{"", row.front().left, row.front().top, row.front().right, row.front().bottom};
    for (const auto& word : row) {
        const double gap = word.left - line.right;
        if (!line.text.empty() && (word.begins_cell || gap > tab_gap_in_heights * height(word))) {
            line.text += '\t';
            line.is_row = true;
        } else if (!line.text.empty() && gap > 0.1 * height(word) && is_plain(line.text.back()) &&
                   !word.text.empty() && is_plain(word.text.front())) {
            line.text += ' ';
        }
        line.text += word.text;
        line.top = std::min(line.top, word.top);
        line.right = std::max(line.right, word.right);
        line.bottom = std::max(line.bottom, word.bottom);
    }
    return line;
}

// Characters that stand below each other, turned or not, one column after the other.
std::vector<PdfLine> downward_lines(std::vector<PdfWord> words) {
    std::vector<PdfLine> lines;
    const auto place = [](const PdfWord& word) {
        // A quarter turn clockwise is read downwards, the columns from the right; the other way
        // round for a turn to the left. Columns are compared in steps of a few points.
        const double turn = word.rotation == 1 ? 1 : -1;
        return std::tuple(word.rotation, -turn * std::round(word.left / 4), turn * word.top);
    };
    std::ranges::stable_sort(
        words, [&](const PdfWord& a, const PdfWord& b) { return place(a) < place(b); });
    for (const auto& word : words) {
        if (lines.empty() || std::abs(lines.back().left - word.left) > 4) {
            lines.push_back({"", word.left, word.top, word.right, word.bottom});
        }
        lines.back().text += word.text;
        lines.back().top = std::min(lines.back().top, word.top);
        lines.back().bottom = std::max(lines.back().bottom, word.bottom);
    }
    return lines;
}

}  // namespace

std::vector<PdfLine> lines_of_words(std::vector<PdfWord> words) {
    const auto upright = std::ranges::stable_partition(
        words, [](const PdfWord& word) { return word.rotation % 2 != 0; });
    std::vector<PdfWord> turned(std::make_move_iterator(words.begin()),
                                std::make_move_iterator(upright.begin()));
    words.erase(words.begin(), upright.begin());
    auto lines = downward_lines(std::move(turned));
    for (const auto& row : rows_of(std::move(words))) {
        lines.push_back(line_of(row));
    }
    std::erase_if(lines, [](const PdfLine& line) { return text::trim(line.text).empty(); });
    std::ranges::stable_sort(lines,
                             [](const PdfLine& a, const PdfLine& b) { return a.top < b.top; });
    return lines;
}

std::string cell_text(std::vector<PdfWord> words) {
    std::string text;
    for (auto& line : lines_of_words(std::move(words))) {
        std::ranges::replace(line.text, '\t', ' ');
        text.append(text.empty() ? "" : "\n").append(line.text);
    }
    return text;
}

}  // namespace gk::document
