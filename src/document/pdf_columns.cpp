#include "document/pdf_columns.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"

namespace gk::document {

namespace {

constexpr std::size_t figures_of_row_min = 3;
constexpr std::size_t figures_of_single_row_min = 5;
constexpr double gap_of_rows_max = 14;  // In heights of a line.

double middle(const PdfWord& word) {
    return (word.top + word.bottom) / 2;
}

// How many words at the end of the line are figures, each apart from the one before.
std::size_t figures_at_end(const WordRow& row) {
    std::size_t count = 0;
    for (auto word = row.words.rbegin(); word != row.words.rend(); ++word) {
        const bool is_apart = count == 0 || std::prev(word)->left - word->right > 0.05 * row.height;
        if (!is_figure_word(word->text) || !is_apart) {
            break;
        }
        ++count;
    }
    return count;
}

std::span<const PdfWord> figures_of(const WordRow& row) {
    return std::span(row.words).last(figures_at_end(row));
}

bool overlaps(const Column& column, const PdfWord& word) {
    return word.left < column.right && column.left < word.right;
}

// The columns with those of the row; nothing where a figure stands below two of them, or the row
// has nothing in common with them.
std::optional<std::vector<Column>> with_row(std::vector<Column> columns, const WordRow& row) {
    std::size_t shared = 0;
    const auto figures = figures_of(row);
    for (const auto& word : figures) {
        const auto found = std::ranges::find_if(
            columns, [&](const Column& column) { return overlaps(column, word); });
        if (found == columns.end()) {
            columns.push_back({word.left, word.right});
            continue;
        }
        if (std::any_of(found + 1, columns.end(),
                        [&](const Column& column) { return overlaps(column, word); })) {
            return std::nullopt;
        }
        found->left = std::min(found->left, word.left);
        found->right = std::max(found->right, word.right);
        ++shared;
    }
    if (shared * 2 < figures.size()) {
        return std::nullopt;
    }
    std::ranges::sort(columns, {}, &Column::left);
    return columns;
}

// Whether text stands where the figures stand in other rows.
bool has_text_in_columns(const WordRow& row, const std::vector<Column>& columns) {
    return std::ranges::any_of(row.words, [&](const PdfWord& word) {
        return !is_figure_word(word.text) && word.right > columns.front().left + 1 &&
               text::decode(word.text).size() > 1;
    });
}

bool is_digits(const PdfWord& word) {
    return word.text.find_first_not_of("0123456789") == std::string::npos;
}

// The figures of a line that are the rest of those above them, broken where their cells end: a line
// of digits alone, close below figures, each below one of them.
bool is_rest_of_figures(const WordRow& row, const WordRow& above) {
    constexpr double step_max = 1.3;  // In heights of a line.
    const auto figures = figures_of(above);
    const bool is_close = row.middle - above.middle <= step_max * row.height;
    return is_close && figures.size() >= figures_of_single_row_min &&
           std::ranges::all_of(row.words, is_digits) &&
           std::ranges::all_of(row.words, [&](const PdfWord& word) {
               return std::ranges::any_of(figures, [&](const PdfWord& figure) {
                   return is_digits(figure) && overlaps({figure.left, figure.right}, word);
               });
           });
}

class RowsFinder {
public:
    explicit RowsFinder(std::span<const WordRow> rows) : rows_(rows) {}

    // The table whose first row of figures is this one.
    FigureRows from(std::size_t first) {
        FigureRows found{{first}, {}};
        for (const auto& word : figures_of(rows_[first])) {
            found.columns.push_back({word.left, word.right});
        }
        for (auto i = first + 1; i < rows_.size(); ++i) {
            const auto& row = rows_[i];
            const double gap = row.middle - rows_[found.rows.back()].middle;
            if (gap > gap_of_rows_max * row.height || has_text_in_columns(row, found.columns)) {
                break;
            }
            const auto figures = figures_at_end(row);
            if (figures == 0) {
                continue;
            }
            auto columns = with_row(found.columns, row);
            const bool is_new_column = columns && columns->size() > found.columns.size();
            if (!columns || (figures < figures_of_row_min && is_new_column)) {
                break;
            }
            found.columns = *std::move(columns);
            found.rows.push_back(i);
        }
        return found;
    }

private:
    std::span<const WordRow> rows_;
};

}  // namespace

std::vector<WordRow> rows_of_page(std::vector<PdfWord> words) {
    std::ranges::stable_sort(words, {}, middle);
    std::vector<WordRow> rows;
    for (auto& word : words) {
        const double height = std::max(word.bottom - word.top, 1.0);
        const bool is_on_row = !rows.empty() && middle(word) - rows.back().middle <=
                                                    0.4 * std::min(height, rows.back().height);
        if (!is_on_row) {
            rows.push_back({{}, middle(word), height});
        }
        rows.back().words.push_back(std::move(word));
    }
    for (auto& row : rows) {
        std::ranges::stable_sort(row.words, {}, &PdfWord::left);
    }
    return rows;
}

void join_broken_figures(std::vector<WordRow>& rows) {
    for (std::size_t i = rows.size(); i > 1; --i) {
        auto& row = rows[i - 1];
        auto& above = rows[i - 2];
        if (row.words.empty() || !is_rest_of_figures(row, above)) {
            continue;
        }
        for (const auto& rest : row.words) {
            const auto figure = std::ranges::find_if(above.words, [&](const PdfWord& word) {
                return overlaps({word.left, word.right}, rest);
            });
            figure->text += " " + rest.text;
        }
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i) - 1);
    }
}

bool is_figure_word(std::string_view printed) {
    constexpr std::size_t bytes_max = 24;
    const auto text = printed.size() <= bytes_max ? text::to_half_width(printed) : std::string();
    if (text == "无" || text == "-" || text == "—" || text == "/" || text == "——") {
        return true;
    }
    auto number = std::string_view(text);
    for (const std::string_view unit : {"件", "条", "项", "宗", "万元", "元"}) {
        if (number.ends_with(unit)) {
            number.remove_suffix(unit.size());
            break;
        }
    }
    if (number.starts_with('-')) {
        number.remove_prefix(1);
    }
    return !number.empty() && number.front() >= '0' && number.front() <= '9' &&
           number.find_first_not_of("0123456789., ") == number.npos && number.back() != '.';
}

std::size_t column_of(const std::vector<Column>& columns, const PdfWord& word) {
    const double center = (word.left + word.right) / 2;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double left = i == 0 ? columns[i].left - (columns[i].right - columns[i].left)
                                   : (columns[i - 1].right + columns[i].left) / 2;
        const double right = i + 1 == columns.size()
                                 ? columns[i].right + 2 * (columns[i].right - columns[i].left)
                                 : (columns[i].right + columns[i + 1].left) / 2;
        if (center >= left && center < right) {
            return i;
        }
    }
    return columns.size();
}

FigureRows next_figure_rows(std::span<const WordRow> rows, std::size_t from) {
    for (auto first = from; first < rows.size(); ++first) {
        const auto figures = figures_at_end(rows[first]);
        if (figures < figures_of_row_min) {
            continue;
        }
        auto found = RowsFinder(rows).from(first);
        const auto full_rows = std::ranges::count_if(found.rows, [&](std::size_t row) {
            return figures_at_end(rows[row]) >= figures_of_row_min;
        });
        if (full_rows >= 2 || figures >= figures_of_single_row_min) {
            return found;
        }
    }
    return {};
}

}  // namespace gk::document
