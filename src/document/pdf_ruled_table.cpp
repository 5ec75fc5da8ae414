#include "document/pdf_ruled_table.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "base/text.hpp"
#include "document/pdf_lines.hpp"

namespace gk::document {

namespace {

constexpr double touch = 3.5;        // Lines that come this near meet.
constexpr double stands_alone = 40;  // A shorter line belongs to a table only between two others.
constexpr std::size_t rules_max = 4000;  // Of a page in each direction; a drawing has more.

bool crosses(const PdfRule& a, const PdfRule& b) {
    return a.at >= b.from - touch && a.at <= b.to + touch && b.at >= a.from - touch &&
           b.at <= a.to + touch;
}

// Whether the line meets two others, and so parts cells. The cells of some tables have borders of
// their own, a little apart; text close below may lengthen a line.
bool joins_two(const PdfRule& rule, const std::vector<PdfRule>& others) {
    double first = 1e9;
    double last = -1e9;
    for (const auto& other : others) {
        const bool is_met = other.at >= rule.from - same_place &&
                            other.at <= rule.to + same_place &&
                            rule.at >= other.from - same_place && rule.at <= other.to + same_place;
        if (is_met) {
            first = std::min(first, other.at);
            last = std::max(last, other.at);
        }
    }
    return last - first > 2 * same_place;
}

// Whether the line runs through the middle of a character: as a stroke of it does, and in a low row
// reaches from one line to the next.
bool is_in_character(const PdfRule& rule, const PdfWord& word, bool is_vertical) {
    if (word.rotation % 2 != 0 || word.character_centers.empty()) {
        return false;
    }
    const double height = word.bottom - word.top;
    if (!is_vertical) {
        return rule.at > word.top + 0.2 * height && rule.at < word.bottom - 0.2 * height &&
               rule.from >= word.left - 2 && rule.to <= word.right + 2;
    }
    const double shared = std::min(rule.to, word.bottom) - std::max(rule.from, word.top);
    if (shared < 0.45 * (rule.to - rule.from)) {
        return false;
    }
    const auto& centers = word.character_centers;
    for (std::size_t i = 0; i < centers.size(); ++i) {
        double width = word.right - word.left;
        width = i > 0 ? std::min(width, centers[i] - centers[i - 1]) : width;
        width = i + 1 < centers.size() ? std::min(width, centers[i + 1] - centers[i]) : width;
        if (std::abs(rule.at - centers[i]) < 0.42 * width) {
            return true;
        }
    }
    return false;
}

// Without the strokes of characters: they do not reach from one line to another.
std::vector<PdfRule> without_strokes(const std::vector<PdfRule>& rules,
                                     const std::vector<PdfRule>& others,
                                     const std::vector<PdfWord>& words, bool is_vertical) {
    std::vector<PdfRule> kept;
    std::ranges::copy_if(rules, std::back_inserter(kept), [&](const PdfRule& rule) {
        return rule.to - rule.from >= stands_alone ||
               (joins_two(rule, others) && std::ranges::none_of(words, [&](const PdfWord& word) {
                    return is_in_character(rule, word, is_vertical);
                }));
    });
    return kept;
}

// Number of the group of each rule, the horizontal ones first.
std::vector<std::size_t> groups_of(const PdfRules& rules) {
    const auto across = rules.horizontal.size();
    std::vector<std::size_t> parent(across + rules.vertical.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t i) {
        while (parent[i] != i) {
            i = parent[i] = parent[parent[i]];
        }
        return i;
    };
    for (std::size_t h = 0; h < across; ++h) {
        for (std::size_t v = 0; v < rules.vertical.size(); ++v) {
            if (crosses(rules.horizontal[h], rules.vertical[v])) {
                parent[root(h)] = root(across + v);
            }
        }
    }
    for (std::size_t i = 0; i < parent.size(); ++i) {
        parent[i] = root(i);
    }
    return parent;
}

// The places of the rules and of both borders, near ones taken together.
std::vector<double> edges(const std::vector<PdfRule>& rules, double first, double last) {
    std::vector<double> places = {first, last};
    for (const auto& rule : rules) {
        places.push_back(rule.at);
    }
    std::ranges::sort(places);
    std::vector<double> kept;
    for (const double place : places) {
        if (kept.empty() || place - kept.back() > same_place) {
            kept.push_back(place);
        }
    }
    return kept;
}

// Whether a rule at `at` covers `place`.
bool is_walled(const std::vector<PdfRule>& rules, double at, double place) {
    return std::ranges::any_of(rules, [&](const PdfRule& rule) {
        return rule.at >= at - 0.5 && rule.at <= at + same_place && rule.from <= place &&
               rule.to >= place;
    });
}

bool is_inside(const RuledTable& table, const PdfWord& word) {
    const double x = (word.left + word.right) / 2;
    const double y = (word.top + word.bottom) / 2;
    return x >= table.left && x <= table.right && y >= table.top && y <= table.bottom;
}

// A word that runs across a vertical rule is two words.
std::vector<PdfWord> cut_at(const PdfWord& word, const std::vector<PdfRule>& verticals) {
    const auto code_points = text::decode(word.text);
    const double y = (word.top + word.bottom) / 2;
    std::vector<double> cuts;
    for (const auto& rule : verticals) {
        if (rule.from <= y && rule.to >= y && rule.at > word.left + 1 && rule.at < word.right - 1) {
            cuts.push_back(rule.at);
        }
    }
    if (cuts.empty() || word.rotation % 2 != 0 ||
        word.character_centers.size() != code_points.size()) {
        return {word};
    }
    std::ranges::sort(cuts);
    cuts.push_back(word.right);
    std::vector<PdfWord> parts;
    double left = word.left;
    for (const double cut : cuts) {
        PdfWord part{"", left, word.top, cut, word.bottom, 0, {}};
        for (std::size_t i = 0; i < code_points.size(); ++i) {
            const double center = word.character_centers[i];
            if ((center >= left || left == word.left) && (center < cut || cut == word.right)) {
                text::append(part.text, code_points[i]);
            }
        }
        if (!part.text.empty()) {
            parts.push_back(std::move(part));
        }
        left = cut;
    }
    return parts;
}

// The cells between the edges: from the first one that is free to the right and then down, as far
// as no wall stands.
class CellFinder {
public:
    CellFinder(const PdfRules& rules, std::vector<double> xs, std::vector<double> ys)
        : rules_(rules), xs_(std::move(xs)), ys_(std::move(ys)) {}

    Grid find() {
        Grid grid;
        grid.rows = static_cast<int>(ys_.size()) - 1;
        grid.columns = static_cast<int>(xs_.size()) - 1;
        owner_.assign(static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.columns),
                      -1);
        for (int row = 0; row < grid.rows; ++row) {
            for (int column = 0; column < grid.columns; ++column) {
                if (owner(row, column) >= 0) {
                    continue;
                }
                const GridCell cell = cell_from(row, column, grid);
                for (int r = row; r < row + cell.row_span; ++r) {
                    for (int c = column; c < column + cell.column_span; ++c) {
                        owner(r, c) = static_cast<int>(grid.cells.size());
                    }
                }
                grid.cells.push_back(cell);
            }
        }
        return grid;
    }

    // The cell at this place.
    std::size_t cell_at(double x, double y) {
        const auto index = [](const std::vector<double>& places, double place) {
            const auto after = std::ranges::upper_bound(places, place);
            const auto before = after - places.begin() - 1;
            return static_cast<int>(std::clamp<std::ptrdiff_t>(
                before, 0, static_cast<std::ptrdiff_t>(places.size()) - 2));
        };
        return static_cast<std::size_t>(owner(index(ys_, y), index(xs_, x)));
    }

private:
    int& owner(int row, int column) {
        return owner_[static_cast<std::size_t>(row) * (xs_.size() - 1) +
                      static_cast<std::size_t>(column)];
    }

    static double between(const std::vector<double>& places, int i) {
        return (places[static_cast<std::size_t>(i)] + places[static_cast<std::size_t>(i) + 1]) / 2;
    }

    [[nodiscard]] bool is_open_to_right(int row, int column) const {
        return !is_walled(rules_.vertical, xs_[static_cast<std::size_t>(column) + 1],
                          between(ys_, row));
    }

    [[nodiscard]] bool is_open_below(int row, int column) const {
        return !is_walled(rules_.horizontal, ys_[static_cast<std::size_t>(row) + 1],
                          between(xs_, column));
    }

    GridCell cell_from(int row, int column, const Grid& grid) {
        GridCell cell{"", row, column, 1, 1};
        while (column + cell.column_span < grid.columns &&
               owner(row, column + cell.column_span) < 0 &&
               is_open_to_right(row, column + cell.column_span - 1)) {
            ++cell.column_span;
        }
        const auto is_open_row = [&](int above) {
            for (int c = column; c < column + cell.column_span; ++c) {
                if (!is_open_below(above, c) || owner(above + 1, c) >= 0) {
                    return false;
                }
            }
            return true;
        };
        while (row + cell.row_span < grid.rows && is_open_row(row + cell.row_span - 1)) {
            ++cell.row_span;
        }
        return cell;
    }

    const PdfRules& rules_;
    std::vector<double> xs_;
    std::vector<double> ys_;
    std::vector<int> owner_;
};

}  // namespace

void find_borders(RuledTable& table) {
    table.left = table.top = 1e9;
    table.right = table.bottom = -1e9;
    for (const auto& rule : table.rules.horizontal) {
        table.left = std::min(table.left, rule.from);
        table.right = std::max(table.right, rule.to);
        table.top = std::min(table.top, rule.at);
        table.bottom = std::max(table.bottom, rule.at);
    }
    for (const auto& rule : table.rules.vertical) {
        table.left = std::min(table.left, rule.at);
        table.right = std::max(table.right, rule.at);
        table.top = std::min(table.top, rule.from);
        table.bottom = std::max(table.bottom, rule.to);
    }
}

std::vector<double> column_edges(const RuledTable& table) {
    return edges(table.rules.vertical, table.left, table.right);
}

std::vector<RuledTable> take_tables(PdfPage& page, int page_number) {
    if (page.rules.horizontal.size() > rules_max || page.rules.vertical.size() > rules_max) {
        return {};
    }
    const PdfRules rules{
        without_strokes(page.rules.horizontal, page.rules.vertical, page.words, false),
        without_strokes(page.rules.vertical, page.rules.horizontal, page.words, true)};
    const auto groups = groups_of(rules);
    std::vector<RuledTable> by_group(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        auto& table = by_group[groups[i]];
        if (i < rules.horizontal.size()) {
            table.rules.horizontal.push_back(rules.horizontal[i]);
        } else {
            table.rules.vertical.push_back(rules.vertical[i - rules.horizontal.size()]);
        }
    }
    std::vector<RuledTable> tables;
    for (auto& table : by_group) {
        if (table.rules.horizontal.size() < 2 || table.rules.vertical.empty()) {
            continue;
        }
        find_borders(table);
        table.page = page_number;
        const auto columns = column_edges(table).size() - 1;
        const auto rows = edges(table.rules.horizontal, table.top, table.bottom).size() - 1;
        if (rows * columns > 1) {
            tables.push_back(std::move(table));
        }
    }
    std::ranges::stable_sort(
        tables, [](const RuledTable& a, const RuledTable& b) { return a.top < b.top; });
    std::vector<PdfWord> outside;
    for (auto& word : page.words) {
        const auto table =
            std::ranges::find_if(tables, [&](const RuledTable& it) { return is_inside(it, word); });
        if (table == tables.end()) {
            outside.push_back(std::move(word));
        } else {
            std::ranges::move(cut_at(word, table->rules.vertical),
                              std::back_inserter(table->words));
        }
    }
    page.words = std::move(outside);
    std::erase_if(tables, [](const RuledTable& table) { return table.words.empty(); });
    return tables;
}

Grid grid_of(const RuledTable& table) {
    CellFinder finder(table.rules, column_edges(table),
                      edges(table.rules.horizontal, table.top, table.bottom));
    auto grid = finder.find();
    grid.page = table.page;
    std::vector<std::vector<PdfWord>> words(grid.cells.size());
    for (const auto& word : table.words) {
        words[finder.cell_at((word.left + word.right) / 2, (word.top + word.bottom) / 2)].push_back(
            word);
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        grid.cells[i].text = cell_text(std::move(words[i]));
    }
    return grid;
}

}  // namespace gk::document
