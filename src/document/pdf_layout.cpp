#include "document/pdf_layout.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <variant>

#include "base/text.hpp"
#include "document/errors.hpp"
#include "document/pdf_aligned_table.hpp"
#include "document/pdf_lines.hpp"
#include "document/pdf_ruled_table.hpp"

namespace gk::document {

namespace {

using Item = std::variant<PdfLine, RuledTable, AlignedTable>;

constexpr double margin_share = 0.13;  // Of the height of the page, where its number may stand.

double height(const PdfLine& line) {
    return std::max(line.bottom - line.top, 1.0);
}

// "-3-", "— 12 —", "3", "第3页", "第 3 页 共 5 页".
bool is_page_number(const PdfLine& line, const PdfPage& page) {
    const double y = (line.top + line.bottom) / 2;
    if (y > page.height * margin_share && y < page.height * (1 - margin_share)) {
        return false;
    }
    bool has_digit = false;
    for (const auto c : text::decode(text::to_half_width(line.text))) {
        const bool is_digit = c >= U'0' && c <= U'9';
        has_digit = has_digit || is_digit;
        constexpr std::u32string_view others = U"-—–―─·.第页共/\t";
        if (!is_digit && !text::is_space(c) && others.find(c) == others.npos) {
            return false;
        }
    }
    return has_digit && line.text.size() <= 40;
}

double top_of(const Item& item) {
    return std::visit([](const auto& each) { return each.top; }, item);
}

// The lines and tables of one page from top to bottom.
std::vector<Item> items_of(PdfPage page, int number) {
    auto ruled = take_tables(page, number);
    auto aligned = take_aligned_tables(page, number);
    auto lines = lines_of_words(std::move(page.words));
    if (!lines.empty() && is_page_number(lines.back(), page)) {
        lines.pop_back();
    }
    if (!lines.empty() && is_page_number(lines.front(), page)) {
        lines.erase(lines.begin());
    }
    std::vector<Item> items;
    for (auto& line : lines) {
        line.page = number;
        items.emplace_back(std::move(line));
    }
    std::ranges::move(ruled, std::back_inserter(items));
    std::ranges::move(aligned, std::back_inserter(items));
    std::ranges::stable_sort(items, {}, top_of);
    return items;
}

bool goes_on(const RuledTable& table, const RuledTable& part) {
    constexpr double near = 4;
    return part.page > table.page && std::abs(table.left - part.left) <= near &&
           std::abs(table.right - part.right) <= near;
}

struct Margins {
    double left = 0;
    double right = 0;
};

// Where full lines of running text begin and end: the left edge that most lines share, and the
// right edge that only few pass.
Margins margins_of(const std::vector<Item>& items) {
    std::vector<double> left;
    std::vector<double> right;
    for (const auto& item : items) {
        if (const auto* line = std::get_if<PdfLine>(&item); line != nullptr && !line->is_row) {
            left.push_back(line->left);
            right.push_back(line->right);
        }
    }
    if (left.empty()) {
        return {};
    }
    std::ranges::sort(left);
    std::ranges::sort(right);
    return {left[left.size() / 10], right[right.size() * 9 / 10]};
}

// A full line is followed by the rest of its paragraph, unless that is indented.
bool continues(const PdfLine& above, const PdfLine& line, const Margins& margins) {
    const double character = std::min(height(above), height(line));
    return !above.is_row && !line.is_row && above.right >= margins.right - 1.5 * character &&
           line.left <= margins.left + 0.8 * character &&
           above.left <= margins.left + 3 * character &&
           std::max(height(above), height(line)) < 1.4 * character;
}

Result<void> append_grid(const RuledTable& table, const ExtractLimits& limits,
                         std::vector<Block>& blocks) {
    // Before it is built: the cells are counted from the lines.
    const auto rows = table.rules.horizontal.size() + 2;
    const auto columns = table.rules.vertical.size() + 2;
    if (rows * columns > limits.grid_cells_max) {
        return error(too_many_parts, "表格行列");
    }
    blocks.emplace_back(grid_of(table));
    return {};
}

}  // namespace

Result<std::vector<Block>> blocks_of_pages(std::vector<PdfPage> pages,
                                           const ExtractLimits& limits) {
    std::vector<Item> items;
    int number = 0;
    for (auto& page : pages) {
        for (auto& item : items_of(std::move(page), ++number)) {
            auto* part = std::get_if<RuledTable>(&item);
            auto* table = items.empty() ? nullptr : std::get_if<RuledTable>(&items.back());
            if (part != nullptr && table != nullptr && goes_on(*table, *part)) {
                const int page_number = part->page;
                stitch(*table, std::move(*part));
                table->page = page_number;
            } else {
                items.push_back(std::move(item));
            }
        }
        if (items.size() > limits.blocks_max) {
            return error(too_many_parts, "行数");
        }
    }
    const auto margins = margins_of(items);
    std::vector<Block> blocks;
    const PdfLine* above = nullptr;
    for (const auto& item : items) {
        if (const auto* table = std::get_if<RuledTable>(&item)) {
            GK_CHECK(append_grid(*table, limits, blocks));
            above = nullptr;
            continue;
        }
        if (const auto* table = std::get_if<AlignedTable>(&item)) {
            blocks.emplace_back(table->grid);
            above = nullptr;
            continue;
        }
        const auto& line = std::get<PdfLine>(item);
        if (above != nullptr && continues(*above, line, margins)) {
            std::get<Paragraph>(blocks.back()).text += line.text;
        } else {
            blocks.emplace_back(Paragraph{line.text, 0, line.page});
        }
        above = &line;
    }
    return blocks;
}

}  // namespace gk::document
