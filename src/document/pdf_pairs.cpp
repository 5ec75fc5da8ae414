#include "document/pdf_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/text.hpp"

namespace gk::document {

namespace {

constexpr std::size_t label_letters_max = 20;
constexpr std::size_t figures_max = 2;

bool is_aligned(const WordRow& row, std::span<const double> lefts) {
    return !row.words.empty() && std::ranges::any_of(lefts, [&](double left) {
        return std::abs(left - row.words.front().left) <= same_left;
    });
}

// How many figures stand behind the label; none where the row is no such row.
std::size_t figures_of_pair(const WordRow& row) {
    std::size_t labels = 0;
    std::size_t letters = 0;
    while (labels < row.words.size() && !is_figure_word(row.words[labels].text)) {
        letters += text::decode(row.words[labels++].text).size();
    }
    const auto figures = std::span(row.words).subspan(labels);
    const bool is_pair =
        labels > 0 && letters <= label_letters_max && figures.size() <= figures_max &&
        std::ranges::all_of(figures, [](const PdfWord& word) { return is_figure_word(word.text); });
    return is_pair ? figures.size() : 0;
}

}  // namespace

void mark_pairs(std::vector<WordRow>& rows, std::span<const double> lefts) {
    const auto mark = [](WordRow& row, std::size_t count) {
        for (auto& word : std::span(row.words).last(count)) {
            word.begins_cell = true;
        }
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto figures = is_aligned(rows[i], lefts) ? figures_of_pair(rows[i]) : 0;
        mark(rows[i], figures);
        const bool has_heads = figures > 0 && i > 0 && is_aligned(rows[i - 1], lefts) &&
                               rows[i - 1].words.size() == figures + 1;
        if (has_heads) {
            mark(rows[i - 1], figures);
        }
    }
}

}  // namespace gk::document
