#include "document/docx.hpp"

#include <algorithm>
#include <array>

#include "base/number.hpp"
#include "base/text.hpp"
#include "document/docx_styles.hpp"
#include "document/errors.hpp"
#include "document/loose_table.hpp"
#include "document/raised_text.hpp"
#include "document/text_file.hpp"
#include "document/xml_part.hpp"

namespace gk::document {

namespace {

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that only wrap others: what they hold is read in their place. Deletions are no longer
// part of the text; insertions are.
constexpr std::array<std::string_view, 14> wrappers = {
    "sdt",       "sdtContent", "customXml", "smartTag", "ins",      "moveTo", "hyperlink",
    "fldSimple", "dir",        "bdo",       "ruby",     "rubyBase", "oMath",  "oMathPara"};

// The one alternative that is read, where a part is given in several.
pugi::xml_node alternative(const pugi::xml_node& alternates) {
    const auto choice = child(alternates, "Choice");
    return choice.empty() ? child(alternates, "Fallback") : choice;
}

// The check marks of Wingdings, which a font of Chinese does not have at these places.
void append_symbol(std::string& text, const pugi::xml_node& symbol) {
    const auto code = text::whole_number<unsigned>(attribute(symbol, "char"), 16).value_or(0);
    switch (code) {
        case 0xF0FE:
        case 0xF052:
            text += "☑";
            return;
        case 0xF0A8:
        case 0xF06F:
        case 0xF0A3:
            text += "□";
            return;
        case 0xF0FC:
            text += "√";
            return;
        case 0xF06C:
            text += "●";
            return;
        default:
            break;
    }
    const bool is_private = code >= 0xE000 && code <= 0xF8FF;
    if (code >= 0x20 && code < 0xFFFE && !is_private && (code < 0xD800 || code > 0xDFFF)) {
        text::append(text, code);
    }
}

class DocxReader {
public:
    DocxReader(DocxStyles styles, DocxNumbering numbering, const ExtractLimits& limits)
        : styles_(std::move(styles)), numbering_(std::move(numbering)), limits_(limits) {}

    Result<void> read_blocks(const pugi::xml_node& parent, std::vector<Block>& blocks,
                             std::size_t depth) {
        GK_CHECK(check_depth(depth));
        for (const auto& node : parent.children()) {
            const auto name = local_name(node);
            if (name == "p") {
                GK_CHECK(read_paragraph(node, blocks, depth + 1));
            } else if (name == "tbl") {
                LooseTable table;
                GK_CHECK(read_rows(node, table, depth + 1));
                GK_CHECK(append_table(std::move(table), limits_, 0, blocks));
            } else if (name == "AlternateContent") {
                GK_CHECK(read_blocks(alternative(node), blocks, depth + 1));
            } else if (is_one_of(name, wrappers)) {
                GK_CHECK(read_blocks(node, blocks, depth + 1));
            }
        }
        return {};
    }

private:
    Result<void> check_depth(std::size_t depth) const {
        if (depth > limits_.depth_max) {
            return error(too_deep, limits_.depth_max);
        }
        return {};
    }

    Result<void> read_paragraph(const pugi::xml_node& paragraph, std::vector<Block>& blocks,
                                std::size_t depth) {
        if (++paragraphs_ > limits_.blocks_max) {
            return error(too_many_parts, "段落");
        }
        const auto properties = child(paragraph, "pPr");
        std::string text;
        std::vector<Block> boxes;
        GK_CHECK(read_runs(paragraph, text, boxes, depth));
        if (!text::trim(text).empty()) {
            if (const auto place = styles_.list_place(properties); !place.list.empty()) {
                text.insert(0, numbering_.next_label(place));
            }
            const int level = styles_.heading_level(properties);
            for (const auto line : lines_of(text)) {
                if (!text::trim(line).empty()) {
                    blocks.emplace_back(Paragraph{std::string(line), level, 0});
                }
            }
        }
        std::ranges::move(boxes, std::back_inserter(blocks));
        return {};
    }

    // The text of the line goes to `text`, the blocks of text boxes to `boxes`.
    Result<void> read_runs(const pugi::xml_node& parent, std::string& text,
                           std::vector<Block>& boxes, std::size_t depth) {
        GK_CHECK(check_depth(depth));
        for (const auto& node : parent.children()) {
            const auto name = local_name(node);
            if (name == "r") {
                GK_CHECK(read_run(node, text, boxes, depth + 1));
            } else if (name == "t") {
                text += node.text().get();
            } else if (name == "tab" || name == "ptab") {
                text += '\t';
            } else if (name == "br" || name == "cr") {
                text += '\n';
            } else if (name == "noBreakHyphen") {
                text += '-';
            } else if (name == "sym") {
                append_symbol(text, node);
            } else if (name == "AlternateContent") {
                GK_CHECK(read_runs(alternative(node), text, boxes, depth + 1));
            } else if (name == "drawing" || name == "pict" || name == "object") {
                GK_CHECK(read_boxes(node, boxes, depth + 1));
            } else if (is_one_of(name, wrappers)) {
                GK_CHECK(read_runs(node, text, boxes, depth + 1));
            }
        }
        return {};
    }

    Result<void> read_run(const pugi::xml_node& run, std::string& text, std::vector<Block>& boxes,
                          std::size_t depth) {
        const auto properties = child(run, "rPr");
        if (is_on(properties, "vanish")) {
            return {};
        }
        std::string own;
        GK_CHECK(read_runs(run, own, boxes, depth));
        text += value_of(properties, "vertAlign") == "superscript" ? raised(own) : own;
        return {};
    }

    Result<void> read_boxes(const pugi::xml_node& drawing, std::vector<Block>& boxes,
                            std::size_t depth) {
        GK_CHECK(check_depth(depth));
        for (const auto& node : drawing.children()) {
            if (local_name(node) == "txbxContent") {
                GK_CHECK(read_blocks(node, boxes, depth + 1));
            } else if (local_name(node) == "AlternateContent") {
                GK_CHECK(read_boxes(alternative(node), boxes, depth + 1));
            } else {
                GK_CHECK(read_boxes(node, boxes, depth + 1));
            }
        }
        return {};
    }

    Result<void> read_rows(const pugi::xml_node& parent, LooseTable& table, std::size_t depth) {
        GK_CHECK(check_depth(depth));
        for (const auto& node : parent.children()) {
            if (local_name(node) == "tr") {
                const auto properties = child(node, "trPr");
                if (!child(properties, "del").empty() || is_on(properties, "hidden")) {
                    continue;
                }
                LooseRow row;
                row.skipped_columns = number_in(value_of(properties, "gridBefore"), 0, 1000, 0);
                GK_CHECK(read_cells(node, row, depth + 1));
                table.rows.push_back(std::move(row));
            } else if (is_one_of(local_name(node), wrappers)) {
                GK_CHECK(read_rows(node, table, depth + 1));
            }
        }
        return {};
    }

    Result<void> read_cells(const pugi::xml_node& parent, LooseRow& row, std::size_t depth) {
        GK_CHECK(check_depth(depth));
        for (const auto& node : parent.children()) {
            if (local_name(node) == "tc") {
                GK_CHECK(read_cell(node, row, depth + 1));
            } else if (is_one_of(local_name(node), wrappers)) {
                GK_CHECK(read_cells(node, row, depth + 1));
            }
        }
        return {};
    }

    Result<void> read_cell(const pugi::xml_node& node, LooseRow& row, std::size_t depth) {
        const auto properties = child(node, "tcPr");
        LooseCell cell;
        cell.column_span = number_in(value_of(properties, "gridSpan"), 1, 1000, 1);
        const auto merge = child(properties, "vMerge");
        cell.continues_above = !merge.empty() && attribute(merge, "val", "continue") == "continue";
        GK_CHECK(read_blocks(node, cell.blocks, depth));
        // The older way to merge within a row.
        const auto beside = child(properties, "hMerge");
        if (!beside.empty() && attribute(beside, "val", "continue") == "continue" &&
            !row.cells.empty()) {
            auto& left = row.cells.back();
            left.column_span += cell.column_span;
            std::ranges::move(cell.blocks, std::back_inserter(left.blocks));
            return {};
        }
        row.cells.push_back(std::move(cell));
        return {};
    }

    DocxStyles styles_;
    DocxNumbering numbering_;
    const ExtractLimits& limits_;
    std::size_t paragraphs_ = 0;
};

// An empty document where the file has no such part.
Result<pugi::xml_document> read_optional(OfficePackage& package, const std::string& path) {
    if (path.empty() || !package.has(path)) {
        return pugi::xml_document();
    }
    return read_xml(package, path);
}

}  // namespace

Result<Document> extract_docx(OfficePackage& package, const ExtractLimits& limits) {
    GK_TRY(const auto top, relationships_of(package, ""));
    const auto path = part_of_type(top, "officeDocument", "word/document.xml");
    GK_TRY(const auto parts, relationships_of(package, path));
    GK_TRY(const auto xml, read_xml(package, path));
    GK_TRY(const auto styles, read_optional(package, part_of_type(parts, "styles", "")));
    GK_TRY(const auto numbering, read_optional(package, part_of_type(parts, "numbering", "")));
    GK_TRY(const auto core, read_optional(package, part_of_type(top, "core-properties", "")));
    const auto body = child(xml.document_element(), "body");
    if (body.empty()) {
        return error(broken_archive, path);
    }
    Document document;
    document.kind = FileKind::docx;
    document.title = text::trim(child(core.document_element(), "title").text().get());
    DocxReader reader(DocxStyles(styles.document_element()),
                      DocxNumbering(numbering.document_element()), limits);
    GK_CHECK(reader.read_blocks(body, document.blocks, 0));
    return document;
}

}  // namespace gk::document
