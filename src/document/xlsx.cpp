#include "document/xlsx.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "document/errors.hpp"
#include "document/raised_text.hpp"
#include "document/sheet_blocks.hpp"
#include "document/xml_part.hpp"

namespace gk::document {

namespace {

constexpr int rows_most = 1'048'576;
constexpr int columns_most = 16'384;
constexpr std::size_t merge_work_max = 200'000'000;

struct Place {
    int row = 0;
    int column = 0;
};

// "C12" → row 11, column 2.
std::optional<Place> place_of(std::string_view reference) {
    Place place;
    std::size_t letters = 0;
    for (; letters < std::min<std::size_t>(reference.size(), 3); ++letters) {
        const char letter = reference[letters];
        if (letter < 'A' || letter > 'Z') {
            break;
        }
        place.column = place.column * 26 + (letter - 'A' + 1);
    }
    place.row = number_in(reference.substr(letters), 1, rows_most, 0) - 1;
    --place.column;
    const bool is_place = letters > 0 && place.row >= 0 && place.column < columns_most;
    return is_place ? std::optional(place) : std::nullopt;
}

// The text of <si> or <is>, without the phonetic guides.
std::string rich_text(const pugi::xml_node& item) {
    std::string text;
    for (const auto& node : item.children()) {
        if (local_name(node) == "t") {
            text += node.text().get();
        } else if (local_name(node) == "r") {
            const std::string_view own = child(node, "t").text().get();
            const bool is_raised =
                attribute(child(child(node, "rPr"), "vertAlign"), "val") == "superscript";
            text += is_raised ? raised(own) : own;
        }
    }
    return text;
}

std::int64_t key_of(Place place) {
    return static_cast<std::int64_t>(place.row) * columns_most + place.column;
}

class SheetReader {
public:
    SheetReader(const std::vector<std::string>& strings, const ExtractLimits& limits)
        : strings_(strings), limits_(limits) {}

    Result<std::vector<GridCell>> read(const pugi::xml_node& sheet) {
        read_hidden_columns(child(sheet, "cols"));
        Place next;
        for (const auto& row : child(sheet, "sheetData").children()) {
            next.row = number_in(attribute(row, "r"), 1, rows_most, next.row + 1) - 1;
            next.column = 0;
            GK_CHECK(read_row(row, next));
            ++next.row;
        }
        GK_CHECK(merge(child(sheet, "mergeCells")));
        return std::move(cells_);
    }

private:
    void read_hidden_columns(const pugi::xml_node& columns) {
        for (const auto& node : columns.children()) {
            if (attribute(node, "hidden") == "1" || attribute(node, "hidden") == "true") {
                const int first = number_in(attribute(node, "min"), 1, columns_most, 1);
                const int last = number_in(attribute(node, "max"), first, columns_most, first);
                for (int column = first; column <= last; ++column) {
                    hidden_columns_.insert(column - 1);
                }
            }
        }
    }

    Result<void> read_row(const pugi::xml_node& row, Place next) {
        if (attribute(row, "hidden") == "1" || attribute(row, "hidden") == "true") {
            return {};
        }
        for (const auto& node : row.children()) {
            if (local_name(node) != "c") {
                continue;
            }
            const auto place = place_of(attribute(node, "r")).value_or(next);
            next = {place.row, place.column + 1};
            auto text = value_of_cell(node);
            if (text.empty() || hidden_columns_.contains(place.column)) {
                continue;
            }
            // One shared string may stand in every cell.
            text_bytes_ += text.size();
            if (cells_.size() >= limits_.blocks_max || text_bytes_ > limits_.unpacked_bytes_max) {
                return error(too_many_parts, "单元格");
            }
            if (at_.emplace(key_of(place), cells_.size()).second) {
                cells_.push_back({std::move(text), place.row, place.column, 1, 1});
            }
        }
        return {};
    }

    std::string value_of_cell(const pugi::xml_node& cell) const {
        const auto type = attribute(cell, "t", "n");
        if (type == "inlineStr") {
            return rich_text(child(cell, "is"));
        }
        const std::string_view value = child(cell, "v").text().get();
        if (type == "s") {
            const auto index = number_in(value, 0, 1 << 30, -1);
            const bool is_there = index >= 0 && std::cmp_less(index, strings_.size());
            return is_there ? strings_[static_cast<std::size_t>(index)] : std::string();
        }
        if (type == "b") {
            return value == "1" ? "TRUE" : "FALSE";
        }
        return type == "n" ? plain_number(value) : std::string(value);
    }

    // The merged ranges, without text; one that lies on an earlier one does not count.
    static Result<std::vector<GridCell>> areas_of(const pugi::xml_node& ranges) {
        std::vector<GridCell> areas;
        std::size_t work = 0;
        for (const auto& node : ranges.children()) {
            const auto range = attribute(node, "ref");
            const auto colon = std::min(range.find(':'), range.size());
            const auto first = place_of(range.substr(0, colon));
            const auto last = place_of(range.substr(std::min(colon + 1, range.size())));
            if (!first || !last || last->row < first->row || last->column < first->column) {
                continue;
            }
            const bool is_taken = std::ranges::any_of(areas, [&](const GridCell& area) {
                return first->row < area.row + area.row_span && last->row >= area.row &&
                       first->column < area.column + area.column_span &&
                       last->column >= area.column;
            });
            if (!is_taken) {
                areas.push_back({"", first->row, first->column, last->row - first->row + 1,
                                 last->column - first->column + 1});
            }
            work += areas.size();
            if (work > merge_work_max) {
                return error(too_many_parts, "合并单元格");
            }
        }
        return areas;
    }

    // The first cell of a merged range covers it; the others are not shown.
    Result<void> merge(const pugi::xml_node& ranges) {
        GK_TRY(auto merged, areas_of(ranges));
        if (merged.size() * cells_.size() > merge_work_max) {
            return error(too_many_parts, "合并单元格");
        }
        for (auto& area : merged) {
            const auto at = at_.find(key_of({area.row, area.column}));
            if (at != at_.end()) {
                area.text = cells_[at->second].text;
            }
        }
        const auto is_covered = [&](const GridCell& cell) {
            return std::ranges::any_of(merged, [&](const GridCell& area) {
                return cell.row >= area.row && cell.row < area.row + area.row_span &&
                       cell.column >= area.column && cell.column < area.column + area.column_span;
            });
        };
        std::erase_if(cells_, is_covered);
        // An empty merged cell far from everything else would stretch the grid.
        std::erase_if(merged, [](const GridCell& area) { return area.text.empty(); });
        cells_.insert(cells_.end(), merged.begin(), merged.end());
        return {};
    }

    const std::vector<std::string>& strings_;
    const ExtractLimits& limits_;
    std::vector<GridCell> cells_;
    std::unordered_map<std::int64_t, std::size_t> at_;
    std::set<int> hidden_columns_;
    std::uint64_t text_bytes_ = 0;
};

Result<std::vector<std::string>> read_strings(OfficePackage& package, const std::string& path) {
    std::vector<std::string> strings;
    if (package.has(path)) {
        GK_TRY(const auto xml, read_xml(package, path));
        for (const auto& item : xml.document_element().children()) {
            if (local_name(item) == "si") {
                strings.push_back(rich_text(item));
            }
        }
    }
    return strings;
}

}  // namespace

std::string plain_number(std::string_view stored) {
    const auto digits =
        std::count_if(stored.begin(), stored.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits <= 15 && stored.find_first_of("eE") == stored.npos) {
        return std::string(stored);
    }
    double value = 0;
    const auto [end, failed] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
    const bool is_number = failed == std::errc() && end == stored.data() + stored.size();
    if (!is_number || !(std::abs(value) < 1e15)) {
        return std::string(stored);
    }
    // 15 digits in all, of which those before the point are not to be lost.
    const int whole_digits = value == 0 ? 1 : static_cast<int>(std::log10(std::abs(value))) + 1;
    auto text = fmt::format("{:.{}f}", value, std::clamp(15 - whole_digits, 0, 15));
    if (text.find('.') != text.npos) {
        text.erase(text.find_last_not_of('0') + 1);
        text.erase(text.find_last_not_of('.') + 1);
    }
    return text;
}

Result<Document> extract_xlsx(OfficePackage& package, const ExtractLimits& limits) {
    GK_TRY(const auto top, relationships_of(package, ""));
    const auto path = part_of_type(top, "officeDocument", "xl/workbook.xml");
    GK_TRY(const auto parts, relationships_of(package, path));
    GK_TRY(const auto workbook, read_xml(package, path));
    GK_TRY(const auto strings,
           read_strings(package, part_of_type(parts, "sharedStrings", "xl/sharedStrings.xml")));
    Document document;
    document.kind = FileKind::xlsx;
    int number = 0;
    for (const auto& sheet : child(workbook.document_element(), "sheets").children()) {
        ++number;
        // Two attributes are called "id" but for their prefix: the relationship is the r:id.
        std::string_view relationship;
        for (const auto& it : sheet.attributes()) {
            if (std::string_view(it.name()).ends_with(":id")) {
                relationship = it.value();
            }
        }
        const auto part = parts.find(relationship);
        const auto state = attribute(sheet, "state");
        if (state == "hidden" || state == "veryHidden" ||
            (part != parts.end() && part->second.type != "worksheet")) {
            continue;
        }
        if (part == parts.end()) {
            return error(broken_archive, attribute(sheet, "name"));
        }
        GK_TRY(const auto xml, read_xml(package, part->second.path));
        GK_TRY(auto cells, SheetReader(strings, limits).read(xml.document_element()));
        GK_CHECK(append_sheet(std::move(cells), number, limits, document.blocks));
    }
    return document;
}

}  // namespace gk::document
