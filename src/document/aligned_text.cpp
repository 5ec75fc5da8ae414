#include "document/aligned_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>
#include <iterator>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "document/pdf_aligned_table.hpp"
#include "document/pdf_columns.hpp"

namespace gk::document {

namespace {

// The page on which the lines are set.
constexpr double letter_width = 10;
constexpr double letter_height = 10.5;
constexpr double line_step = 13;
constexpr double gap_of_words = 5;  // Of one text: less than half the height of a letter.

constexpr std::size_t figures_min = 3;
constexpr double misfit_max = 20;  // Of a figure and the one above it.

// How wide a digit or a space is.
enum class DigitWidth { half, full };

using Lines = std::span<const std::string_view>;

double width_of(char32_t letter, DigitWidth digits) {
    return digits == DigitWidth::half && letter < 0x2000 ? letter_width / 2 : letter_width;
}

// "- 3 -", "第 3 页": what a page break leaves between two rows.
bool is_page_number(std::string_view line) {
    constexpr std::u32string_view others = U"-—–－·第页共/";
    bool has_digit = false;
    bool has_mark = false;
    for (const auto c : text::decode(line)) {
        const bool is_digit = c >= U'0' && c <= U'9';
        const bool is_mark = others.find(c) != others.npos;
        has_digit = has_digit || is_digit;
        has_mark = has_mark || is_mark;
        if (!is_digit && !is_mark && !text::is_space(c)) {
            return false;
        }
    }
    const auto text = text::trim(line);
    constexpr std::size_t bytes_max = 40;
    return has_digit && has_mark && text.size() <= bytes_max &&
           (text.starts_with('-') || text.starts_with("—") || text.starts_with("－") ||
            text.starts_with("–") || text.starts_with("·") || text.starts_with("第"));
}

// The words of a line between spaces, at their places.
std::vector<PdfWord> words_of(std::string_view line, DigitWidth digits) {
    std::vector<PdfWord> words;
    double at = 0;
    std::size_t spaces = 0;
    for (const auto letter : text::decode(line)) {
        const double step = width_of(letter, digits);
        if (text::is_space(letter)) {
            ++spaces;
            at += step;
            continue;
        }
        if (spaces > 0 || words.empty()) {
            words.push_back({"", at, 0, at, letter_height, 0, {}, false});
        }
        // One space parts the words of a text, not two texts.
        if (spaces == 1 && words.size() > 1) {
            auto& before = words[words.size() - 2];
            before.right = std::max(before.right, at - gap_of_words);
        }
        spaces = 0;
        auto& word = words.back();
        text::append(word.text, letter);
        word.character_centers.push_back(at + step / 2);
        at += step;
        word.right = at;
    }
    return words;
}

std::size_t figures_at_end(const std::vector<PdfWord>& words) {
    const auto text = std::find_if_not(words.rbegin(), words.rend(), [](const PdfWord& word) {
        return is_figure_word(word.text);
    });
    return static_cast<std::size_t>(text - words.rbegin());
}

// Longer lines are none of a table.
constexpr std::size_t line_bytes_max = 1000;

// Running text, and lines that show their cells.
bool ends_stretch(std::string_view line) {
    return line.size() > line_bytes_max || line.find("。") != line.npos ||
           line.find_first_of("\t|") != line.npos;
}

// How far the figures of the lines are from those above them, on the average; nothing where no line
// of figures follows another of as many.
std::optional<double> misfit(Lines lines, DigitWidth digits) {
    double sum = 0;
    std::size_t count = 0;
    std::vector<PdfWord> above;
    for (const auto line : lines) {
        auto words = ends_stretch(line) ? std::vector<PdfWord>() : words_of(line, digits);
        const auto figures = figures_at_end(words);
        if (figures < figures_min) {
            continue;
        }
        words.erase(words.begin(), words.end() - static_cast<std::ptrdiff_t>(figures));
        for (std::size_t i = 0; i < figures && words.size() == above.size(); ++i) {
            sum += std::abs(words[i].left + words[i].right - above[i].left - above[i].right) / 2;
            ++count;
        }
        above = std::move(words);
    }
    return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
}

// How wide a digit is where the columns are straight; nothing where they are not.
std::optional<DigitWidth> straight_width(Lines lines) {
    const auto half = misfit(lines, DigitWidth::half);
    const auto full = misfit(lines, DigitWidth::full);
    if (!half || !full || (*half * 2 > misfit_max && *full > misfit_max)) {
        return std::nullopt;
    }
    return *full < *half * 2 ? DigitWidth::full : DigitWidth::half;
}

// More lines than a page of a PDF has are not set on one.
bool is_too_long(Lines lines) {
    constexpr std::ptrdiff_t lines_max = 300;
    return std::ranges::count_if(lines, [](auto line) { return !text::trim(line).empty(); }) >
           lines_max;
}

// The words with their gaps: wide ones, and those between cells, are tabs.
std::string text_of(std::span<const PdfWord> words) {
    std::string text;
    double end = 0;
    for (const auto& word : words) {
        const bool is_apart = word.begins_cell || word.left - end > gap_of_words;
        text += text.empty() ? "" : is_apart ? "\t" : " ";
        text += word.text;
        end = word.right;
    }
    return text;
}

// Lines of as many figures as no other line near them has: the whole rows of one table.
class WholeRows {
public:
    explicit WholeRows(std::span<std::vector<PdfWord>> lines)
        : lines_(lines), is_taken_(lines.size(), false) {
        for (const auto& line : lines) {
            const auto figures = figures_at_end(line);
            counts_.push_back(figures >= figures_min ? figures : 0);
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (counts_[i] > 0 && !is_taken_[i]) {
                straighten(rows_like(i));
            }
        }
    }

    // Whether figures stand so exactly below each other that their places tell their columns.
    [[nodiscard]] bool are_exact() const { return are_exact_; }

private:
    static constexpr std::size_t lines_near = 14;
    static constexpr double spread_max = letter_width / 2;

    [[nodiscard]] bool is_whole(std::size_t line) const {
        const auto first = line > lines_near ? line - lines_near : 0;
        const auto end = std::min(line + lines_near + 1, counts_.size());
        return std::all_of(counts_.begin() + static_cast<std::ptrdiff_t>(first),
                           counts_.begin() + static_cast<std::ptrdiff_t>(end),
                           [&](std::size_t count) { return count <= counts_[line]; });
    }

    // The rows of the table that begins with this one; none where it is not whole.
    [[nodiscard]] std::vector<std::size_t> rows_like(std::size_t first) {
        std::vector<std::size_t> rows;
        for (auto i = first; i < counts_.size() && (rows.empty() || i - rows.back() <= lines_near);
             ++i) {
            if (counts_[i] == counts_[first] && is_whole(i)) {
                rows.push_back(i);
                is_taken_[i] = true;
            }
        }
        return rows;
    }

    // Where the places of the figures do not tell their columns, moves those of each column below
    // the one furthest right, so that no label reaches them.
    void straighten(const std::vector<std::size_t>& rows) {
        constexpr std::size_t rows_min = 2;
        const auto columns = rows.size() < rows_min ? std::size_t{0} : counts_[rows.front()];
        double spread = 0;
        std::vector<double> places;
        for (std::size_t column = 0; column < columns; ++column) {
            spread = std::max(spread, spread_of(rows, column));
            places.push_back(furthest_right(rows, column));
        }
        are_exact_ = are_exact_ && spread <= spread_max;
        for (const auto row : rows) {
            for (std::size_t column = 0; column < columns && spread > spread_max; ++column) {
                auto& word = figure(row, column);
                word.left = places[column] - letter_width;
                word.right = places[column] + letter_width;
            }
        }
    }

    // How far the figures of the column are from standing below each other, by their left edges,
    // their right edges or their middles.
    [[nodiscard]] double spread_of(const std::vector<std::size_t>& rows, std::size_t column) const {
        double least = std::numeric_limits<double>::infinity();
        for (const double share : {0.0, 0.5, 1.0}) {
            double first = std::numeric_limits<double>::infinity();
            double last = -first;
            for (const auto row : rows) {
                const auto& word = figure(row, column);
                const double place = word.left + share * (word.right - word.left);
                first = std::min(first, place);
                last = std::max(last, place);
            }
            least = std::min(least, last - first);
        }
        return least;
    }

    [[nodiscard]] double furthest_right(const std::vector<std::size_t>& rows,
                                        std::size_t column) const {
        double place = 0;
        for (const auto row : rows) {
            const auto& word = figure(row, column);
            place = std::max(place, (word.left + word.right) / 2);
        }
        return place;
    }

    [[nodiscard]] PdfWord& figure(std::size_t row, std::size_t column) const {
        auto& words = lines_[row];
        return words[words.size() - counts_[row] + column];
    }

    std::span<std::vector<PdfWord>> lines_;
    std::vector<std::size_t> counts_;
    std::vector<bool> is_taken_;
    bool are_exact_ = true;
};

// Whether every row of figures has one in every column.
bool has_whole_rows(const Grid& grid) {
    const int figures = grid.columns - first_figure_column;
    std::vector<int> filled(static_cast<std::size_t>(grid.rows), 0);
    for (const auto& cell : grid.cells) {
        const bool is_figure = cell.column >= first_figure_column && is_figure_word(cell.text);
        filled[static_cast<std::size_t>(cell.row)] += is_figure ? 1 : 0;
    }
    return std::ranges::all_of(filled, [&](int count) { return count == 0 || count == figures; });
}

// Both from left to right.
bool overlap(const std::vector<PdfWord>& words, const std::vector<PdfWord>& others) {
    auto other = others.begin();
    for (const auto& word : words) {
        while (other != others.end() && other->right <= word.left) {
            ++other;
        }
        if (other != others.end() && other->left < word.right) {
            return true;
        }
    }
    return false;
}

// Sets lines below each other. Two lines whose words stand beside each other are half a line
// apart: a figure stands beside a label of two lines, which is printed above and below it.
class Typesetting {
public:
    // The words of the next line, at their height.
    std::vector<PdfWord> next(std::vector<PdfWord> words) {
        constexpr std::size_t lines_looked_at = 3;
        double top = tops_.empty() ? 0 : tops_.back() + line_step / 2;
        for (const auto& [line, line_top] : above_) {
            const bool is_below = line.empty() || words.empty() || overlap(line, words);
            top = is_below ? std::max(top, line_top + line_step) : top;
        }
        above_.emplace_back(words, top);
        if (above_.size() > lines_looked_at) {
            above_.pop_front();
        }
        tops_.push_back(top);
        for (auto& word : words) {
            word.top += top;
            word.bottom += top;
        }
        return words;
    }

    [[nodiscard]] std::span<const double> tops() const { return tops_; }

private:
    std::deque<std::pair<std::vector<PdfWord>, double>> above_;
    std::vector<double> tops_;
};

// Sets lines `[first, first + lines.size())` on a page and puts the tables found there, and what
// is left of the lines, in place of the paragraphs.
void set_tables(Lines lines, std::size_t first, DigitWidth digits, std::vector<Block>& blocks) {
    PdfPage page;
    std::vector<std::size_t> word_counts;
    std::vector<std::vector<PdfWord>> words_of_lines;
    for (const auto line : lines) {
        words_of_lines.push_back(
            words_of(is_page_number(line) ? std::string_view() : line, digits));
    }
    const WholeRows whole_rows(words_of_lines);
    Typesetting typesetting;
    for (auto& line : words_of_lines) {
        auto words = typesetting.next(std::move(line));
        word_counts.push_back(words.size());
        std::ranges::move(words, std::back_inserter(page.words));
    }
    const auto tops = typesetting.tops();
    auto tables = take_aligned_tables(page, 0);
    const bool is_clear =
        whole_rows.are_exact() || std::ranges::all_of(tables, [](const AlignedTable& table) {
            return has_whole_rows(table.grid);
        });
    if (tables.empty() || !is_clear) {
        return;
    }
    std::ranges::stable_sort(page.words, {},
                             [](const PdfWord& word) { return std::pair(word.top, word.left); });
    std::size_t at = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto begin = at;
        while (at < page.words.size() && page.words[at].top <= tops[i]) {
            ++at;
        }
        const auto left = std::span(page.words).subspan(begin, at - begin);
        const bool is_whole =
            left.size() == word_counts[i] && std::ranges::none_of(left, &PdfWord::begins_cell);
        if (!is_whole) {
            blocks[first + i] = Paragraph{text_of(left), 0, 0};
        }
    }
    for (auto& table : tables) {
        const auto below = std::ranges::upper_bound(tops, table.top);
        blocks[first + static_cast<std::size_t>(below - tops.begin()) - 1] = std::move(table.grid);
    }
}

}  // namespace

std::vector<Block> blocks_of_lines(const std::vector<std::string_view>& lines) {
    std::vector<Block> blocks;
    for (const auto line : lines) {
        blocks.emplace_back(Paragraph{std::string(line), 0, 0});
    }
    const auto digits = straight_width(lines);
    if (!digits) {
        return blocks;
    }
    for (std::size_t first = 0; first < lines.size();) {
        const auto end = static_cast<std::size_t>(
            std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end(),
                         ends_stretch) -
            lines.begin());
        const auto stretch = Lines(lines).subspan(first, end - first);
        if (!is_too_long(stretch)) {
            set_tables(stretch, first, *digits, blocks);
        }
        first = end + 1;
    }
    return blocks;
}

}  // namespace gk::document
