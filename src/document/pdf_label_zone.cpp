#include "document/pdf_label_zone.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>

#include "base/text.hpp"

namespace gk::document {

namespace {

constexpr std::size_t rows_below_max = 3;
constexpr double line_gap_max = 1.9;  // Between lines of one text, in heights of a line.
constexpr std::u32string_view numerals = U"一二三四五六七八九十";

double center(const PdfWord& word) {
    return (word.left + word.right) / 2;
}

// "（三）", "四、", "2.": what begins a label or the name of a group.
bool begins_with_number(std::string_view text) {
    const auto letters = text::decode(text.substr(0, 16));
    if (letters.empty()) {
        return false;
    }
    const bool is_digit = letters[0] >= U'0' && letters[0] <= U'9';
    const bool is_numeral = numerals.find(letters[0]) != numerals.npos;
    return letters[0] == U'（' || letters[0] == U'(' ||
           (letters.size() > 1 && (is_digit || is_numeral) &&
            (letters[1] == U'.' || letters[1] == U'、' || letters[1] == U'．'));
}

// "（三）", "（3）", "2.": not a bracket within a label.
bool is_numbered(std::string_view text) {
    const auto letters = text::decode(text.substr(0, 16));
    const bool has_bracket = letters.size() > 1 && (letters[0] == U'（' || letters[0] == U'(');
    return begins_with_number(text) &&
           (!has_bracket || numerals.find(letters[1]) != numerals.npos ||
            (letters[1] >= U'0' && letters[1] <= U'9'));
}

}  // namespace

void append_line(std::string& text, std::string_view line) {
    text.append(text.empty() ? "" : "\n").append(line);
}

bool is_prose(const WordRow& row, double left) {
    std::string text;
    for (const auto& word : row.words) {
        text += word.text;
    }
    if (text.find("。") != text.npos) {
        return true;
    }
    const auto letters = text::decode(text);
    return letters.size() > 2 && numerals.find(letters[0]) != numerals.npos &&
           letters[1] == U'、' && row.words.size() == 1 && row.words[0].right > left;
}

LabelZone::LabelZone(std::span<const WordRow> rows, const FigureRows& figures, std::size_t first)
    : rows_(rows), figures_(figures), first_(first) {
    find_lefts();
    collect();
    assign();
    join_groups();
}

double LabelZone::line_height() const {
    return rows_[figures_.rows.front()].height;
}

bool LabelZone::is_figure(std::size_t row, std::size_t word) const {
    const auto& words = rows_[row].words;
    const double left = figures_.columns.front().left;
    if (row < figures_.rows.front() && has_all_heads(row)) {
        return word + figures_.columns.size() >= words.size();
    }
    const bool is_in_row = std::ranges::binary_search(figures_.rows, row) &&
                           is_figure_word(words[word].text) && words[word].right > left;
    return is_in_row || center(words[word]) > left;
}

bool LabelZone::has_all_heads(std::size_t row) const {
    const auto words = rows_[row].words.size();
    return words == figures_.columns.size() || words == figures_.columns.size() + 1;
}

// Where labels and names of groups begin, line below line. Most of them are labels: what ends left
// of those names a group of rows.
void LabelZone::find_lefts() {
    std::vector<double> places;
    for (auto i = first_; i <= figures_.rows.back(); ++i) {
        for (std::size_t j = 0; j < rows_[i].words.size(); ++j) {
            if (!is_figure(i, j)) {
                places.push_back(rows_[i].words[j].left);
            }
        }
    }
    std::ranges::sort(places);
    constexpr std::size_t lines_min = 3;
    std::size_t most = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto end = std::ranges::upper_bound(places, places[i] + same_left);
        const auto count = static_cast<std::size_t>(end - places.begin()) - i;
        if (count >= lines_min) {
            lefts_.push_back(places[i]);
        }
        if (count > most) {
            most = count;
            labels_left_ = places[i];
        }
    }
}

bool LabelZone::begins_column(const PdfWord& word) const {
    return std::ranges::any_of(
        lefts_, [&](double left) { return std::abs(word.left - left) <= same_left; });
}

void LabelZone::collect() {
    const auto last = figures_.rows.back();
    const auto end = std::min(rows_.size(), last + 1 + rows_below_max);
    for (auto i = first_; i < end; ++i) {
        const auto& row = rows_[i];
        if (i > last && is_prose(row, figures_.columns.front().left)) {
            return;
        }
        const auto begin = segments_.size();
        for (std::size_t j = 0; j < row.words.size(); ++j) {
            const auto& word = row.words[j];
            if (is_figure(i, j)) {
                continue;
            }
            const bool goes_on = segments_.size() > begin &&
                                 word.left - segments_.back().right < 0.5 * row.height &&
                                 !begins_column(word) && !is_numbered(word.text);
            if (goes_on) {
                segments_.back().text += word.text;
                segments_.back().right = word.right;
            } else {
                segments_.push_back({i, word.text, word.left, word.right});
            }
        }
        if (segments_.size() > begin) {
            last_of_row_.push_back(segments_.size() - 1);
            left_ = std::min(left_, segments_[begin].left);
        }
    }
}

// A label that ends where the names of groups do: beside its figures, below a row that is whole.
bool LabelZone::is_short_label(std::size_t segment) const {
    const auto row = segments_[segment].row;
    const auto& rows = figures_.rows;
    return begins_with_number(segments_[segment].text) && row > rows.front() &&
           std::ranges::binary_search(rows, row) && std::ranges::binary_search(rows, row - 1);
}

void LabelZone::assign() {
    for (const auto last : last_of_row_) {
        if (segments_[last].right > labels_left_ + 0.6 * line_height() || is_short_label(last)) {
            lines_.push_back(last);
        }
    }
    std::vector<double> heights;
    heights.reserve(figures_.rows.size());
    std::vector<LabelLine> lines;
    lines.reserve(lines_.size());
    for (const auto row : figures_.rows) {
        heights.push_back(rows_[row].middle);
    }
    for (const auto line : lines_) {
        lines.push_back(
            {rows_[segments_[line].row].middle, begins_with_number(segments_[line].text)});
    }
    labels_ = labels_of_rows(heights, lines, line_height());
    const auto is_used = [](const LabelLines& label) { return label.end > label.first; };
    const auto first = std::ranges::find_if(labels_, is_used);
    const auto last = std::ranges::find_if(std::ranges::reverse_view(labels_), is_used);
    if (first != labels_.end()) {
        first_label_row_ = std::min(segments_[lines_[first->first]].row, figures_.rows.front());
        last_row_ = segments_[lines_[last->end - 1]].row;
    }
    last_row_ = std::max(last_row_, figures_.rows.back());
}

// The lines of the name of a group follow each other closely, whatever rows they stand beside.
void LabelZone::join_groups() {
    std::vector<double> bottoms;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        const auto& segment = segments_[i];
        if (std::ranges::binary_search(lines_, i) || segment.row < first_label_row_) {
            continue;
        }
        const double middle = rows_[segment.row].middle;
        std::size_t block = begins_with_number(segment.text) ? groups_.size() : 0;
        while (block < groups_.size() &&
               (std::abs(groups_[block].left - segment.left) > same_left ||
                middle - bottoms[block] > line_gap_max * line_height())) {
            ++block;
        }
        if (block == groups_.size()) {
            groups_.push_back(segment);
            bottoms.push_back(middle);
        } else {
            append_line(groups_[block].text, segment.text);
            bottoms[block] = middle;
        }
    }
}

std::vector<std::string> LabelZone::above() const {
    std::vector<std::string> texts;
    for (const auto& segment : segments_) {
        if (segment.row < std::min(first_label_row_, figures_.rows.front())) {
            texts.push_back(segment.text);
        }
    }
    return texts;
}

LabelZone::Label LabelZone::label(std::size_t index) const {
    Label found;
    for (auto line = labels_[index].first; line < labels_[index].end; ++line) {
        append_line(found.label, segments_[lines_[line]].text);
    }
    const auto row = figures_.rows[index];
    const auto from = index == 0 ? std::min(first_label_row_, row) : row;
    const auto end = index + 1 < figures_.rows.size() ? figures_.rows[index + 1] : last_row_ + 1;
    const bool has_label = !found.label.empty();
    for (const auto& block : groups_) {
        if (block.row >= from && block.row < end) {
            // A short label may end where the names of groups do.
            const bool is_label = !has_label && block.row == row;
            append_line(is_label ? found.label : found.group, block.text);
        }
    }
    return found;
}

}  // namespace gk::document
