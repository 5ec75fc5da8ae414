#include <algorithm>
#include <cmath>
#include <sstream>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "document/docx_parts.hpp"
#include "document/official_document.hpp"
#include "document/zip_writer.hpp"

namespace gk::document {

namespace {

using pugi::xml_node;
using Layout = OfficialLayout;

constexpr double points_per_mm = 72 / 25.4;

int twips(double mm) {
    return static_cast<int>(std::lround(mm * points_per_mm * 20));
}

std::string half_points(double size_pt) {
    return fmt::format("{}", static_cast<int>(size_pt * 2));
}

xml_node add(xml_node parent, const char* name, std::string_view value = {}) {
    auto node = parent.append_child(name);
    if (!value.empty()) {
        node.append_attribute("w:val") = std::string(value).c_str();
    }
    return node;
}

void add_run_text(xml_node run, const std::string& text) {
    bool is_first = true;
    for (const auto line : text::split(text, '\n')) {
        if (!is_first) {
            run.append_child("w:br");
        }
        is_first = false;
        auto shown = run.append_child("w:t");
        shown.append_attribute("xml:space") = "preserve";
        shown.text() = std::string(line).c_str();
    }
}

const char* style_of(TextLevel level) {
    switch (level) {
        case TextLevel::title:
            return "Title";
        case TextLevel::reference_number:
            return "ReferenceNumber";
        case TextLevel::addressee:
            return "Addressee";
        case TextLevel::attachments:
            return "Attachments";
        case TextLevel::note:
            return "Note";
        case TextLevel::first_level:
            return "Heading1";
        case TextLevel::second_level:
            return "Heading2";
        case TextLevel::body:
            return "Normal";
    }
    GK_ASSERT(!"a level of text");
    return nullptr;
}

// What stands around a block, as far as it changes how the block is spaced.
struct Neighbours {
    bool has_number_after = false;
    bool has_title_before = false;
    bool has_signature_after = false;
};

void add_text(xml_node body, const Text& text, const Neighbours& around) {
    auto paragraph = body.append_child("w:p");
    auto properties = paragraph.append_child("w:pPr");
    add(properties, "w:pStyle", style_of(text.level));
    if (around.has_signature_after) {
        properties.append_child("w:keepNext");
        properties.append_child("w:keepLines");
    }
    if (text.level == TextLevel::title && around.has_number_after) {
        properties.append_child("w:spacing").append_attribute("w:after") = 0;
    } else if (text.level == TextLevel::addressee && around.has_title_before) {
        properties.append_child("w:spacing").append_attribute("w:before") = 0;
    }
    add_run_text(paragraph.append_child("w:r"), text.text);
}

void add_signature_line(xml_node body, const std::string& text, double right_characters,
                        int blank_lines, bool is_last) {
    constexpr int character_twips = static_cast<int>(Layout::body_size_pt * 20);
    constexpr int line_twips = 579;
    auto paragraph = body.append_child("w:p");
    auto properties = paragraph.append_child("w:pPr");
    add(properties, "w:pStyle", "Signature");
    if (!is_last) {
        properties.append_child("w:keepNext");
    }
    properties.append_child("w:spacing").append_attribute("w:before") = blank_lines * line_twips;
    properties.append_child("w:ind").append_attribute("w:right") =
        static_cast<int>(std::max(right_characters, 0.0) * character_twips);
    add_run_text(paragraph.append_child("w:r"), text);
}

// 7.3.5.1: the date four characters from the right, the signature centred above it.
void add_signature(xml_node body, const Signature& signature) {
    const double agency = width_in_characters(signature.agency);
    const double date = width_in_characters(signature.date);
    const double date_right = std::max(4.0, (agency - date) / 2);
    add_signature_line(body, signature.agency, date_right - (agency - date) / 2,
                       Layout::signature_gap_lines, false);
    add_signature_line(body, signature.date, date_right, 0, true);
}

void add_letterhead(xml_node body, const Letterhead& head) {
    const double size =
        std::min(Layout::letterhead_size_pt, Layout::rule_width_mm * points_per_mm /
                                                 std::max(width_in_characters(head.agency), 1.0));
    auto name = body.append_child("w:p");
    add(name.append_child("w:pPr"), "w:pStyle", "Letterhead");
    auto run = name.append_child("w:r");
    auto properties = run.append_child("w:rPr");
    add(properties, "w:sz", half_points(size));
    add(properties, "w:szCs", half_points(size));
    add_run_text(run, head.agency);
    auto number = body.append_child("w:p");
    add(number.append_child("w:pPr"), "w:pStyle", "LetterheadNumber");
    add_run_text(number.append_child("w:r"), head.number);
}

void add_cell_text(xml_node cell, const BoxedCell& content, double type_size_pt) {
    auto paragraph = cell.append_child("w:p");
    auto properties = paragraph.append_child("w:pPr");
    add(properties, "w:pStyle", "TableText");
    add(properties, "w:jc", content.align == CellAlign::centre ? "center" : "left");
    auto run = paragraph.append_child("w:r");
    auto run_properties = run.append_child("w:rPr");
    if (content.is_head) {
        run_properties.append_child("w:b");
    }
    add(run_properties, "w:sz", half_points(type_size_pt));
    add(run_properties, "w:szCs", half_points(type_size_pt));
    add_run_text(run, content.text);
}

// A field below the first of a merged cell is written as an empty continuation.
void add_cell(xml_node row, const BoxedTable& table, const BoxedCell& content, int at_row) {
    auto cell = row.append_child("w:tc");
    auto properties = cell.append_child("w:tcPr");
    double share = 0;
    for (int column = content.column; column < content.column + content.column_span; ++column) {
        share += table.column_shares[static_cast<std::size_t>(column)];
    }
    auto width = properties.append_child("w:tcW");
    width.append_attribute("w:w") = twips(share * Layout::text_width_mm);
    width.append_attribute("w:type") = "dxa";
    if (content.column_span > 1) {
        add(properties, "w:gridSpan", fmt::format("{}", content.column_span));
    }
    const bool is_first = at_row == content.row;
    if (content.row_span > 1) {
        add(properties, "w:vMerge", is_first ? "restart" : "continue");
    }
    add(properties, "w:vAlign", "center");
    if (is_first) {
        add_cell_text(cell, content, table.type_size_pt);
    } else {
        cell.append_child("w:p");
    }
}

void add_table_properties(xml_node table, const BoxedTable& content) {
    auto properties = table.append_child("w:tblPr");
    add(properties, "w:tblStyle", "StatutoryTable");
    auto width = properties.append_child("w:tblW");
    width.append_attribute("w:w") = twips(Layout::text_width_mm);
    width.append_attribute("w:type") = "dxa";
    add(properties, "w:jc", "center");
    properties.append_child("w:tblLayout").append_attribute("w:type") = "fixed";
    add(properties, "w:tblCaption", content.caption);
    auto grid = table.append_child("w:tblGrid");
    for (const auto share : content.column_shares) {
        grid.append_child("w:gridCol").append_attribute("w:w") =
            twips(share * Layout::text_width_mm);
    }
}

void add_table(xml_node body, const BoxedTable& content) {
    auto table = body.append_child("w:tbl");
    add_table_properties(table, content);
    const auto columns = static_cast<int>(content.column_shares.size());
    for (int at_row = 0; at_row < content.rows; ++at_row) {
        auto row = table.append_child("w:tr");
        auto properties = row.append_child("w:trPr");
        properties.append_child("w:cantSplit");
        if (at_row < content.head_rows) {
            properties.append_child("w:tblHeader");
        }
        for (int column = 0; column < columns;) {
            const auto& cell = covering(content, at_row, column);
            add_cell(row, content, cell, at_row);
            column += cell.column_span;
        }
    }
    // Word wants a paragraph between two tables and before the end.
    auto gap = body.append_child("w:p");
    add(gap.append_child("w:pPr"), "w:pStyle", "TableText");
}

void add_section(xml_node body, bool has_letterhead) {
    auto section = body.append_child("w:sectPr");
    const auto footer = [&](const char* type, const char* id) {
        auto reference = section.append_child("w:footerReference");
        reference.append_attribute("w:type") = type;
        reference.append_attribute("r:id") = id;
    };
    footer("default", "footer_odd");
    footer("even", "footer_even");
    if (has_letterhead) {
        footer("first", "footer_letterhead");
    }
    auto size = section.append_child("w:pgSz");
    size.append_attribute("w:w") = twips(Layout::page_width_mm);
    size.append_attribute("w:h") = twips(Layout::page_height_mm);
    const double right = Layout::page_width_mm - Layout::left_mm - Layout::text_width_mm;
    const double bottom = Layout::page_height_mm - Layout::top_mm - Layout::text_height_mm;
    const double number_height = Layout::page_number_size_pt / points_per_mm;
    auto margins = section.append_child("w:pgMar");
    margins.append_attribute("w:top") = twips(Layout::top_mm);
    margins.append_attribute("w:right") = twips(right);
    margins.append_attribute("w:bottom") = twips(bottom);
    margins.append_attribute("w:left") = twips(Layout::left_mm);
    margins.append_attribute("w:header") = twips(Layout::top_mm / 2);
    margins.append_attribute("w:footer") =
        twips(bottom - Layout::page_number_below_mm - number_height);
    margins.append_attribute("w:gutter") = 0;
    if (has_letterhead) {
        section.append_child("w:titlePg");
    }
}

bool is_text(const OfficialDocument& document, std::size_t block, TextLevel level) {
    const auto* text =
        block < document.blocks.size() ? std::get_if<Text>(&document.blocks[block]) : nullptr;
    return text != nullptr && text->level == level;
}

// Writes each kind of block.
struct BlockWriter {
    xml_node body;
    const OfficialDocument& document;
    std::size_t block = 0;

    void operator()(const Text& text) const {
        const auto next = block + 1;
        add_text(body, text,
                 {.has_number_after = is_text(document, next, TextLevel::reference_number),
                  .has_title_before = block > 0 && is_text(document, block - 1, TextLevel::title),
                  .has_signature_after = next < document.blocks.size() &&
                                         std::holds_alternative<Signature>(document.blocks[next])});
    }

    void operator()(const BoxedTable& table) const { add_table(body, table); }

    void operator()(const Signature& signature) const { add_signature(body, signature); }

    void operator()(const Letterhead& head) const { add_letterhead(body, head); }
};

std::string document_part(const OfficialDocument& document) {
    pugi::xml_document xml;
    auto root = xml.append_child("w:document");
    root.append_attribute("xmlns:w") = docx::word_namespace;
    root.append_attribute("xmlns:r") = docx::relationship_namespace;
    auto body = root.append_child("w:body");
    BlockWriter writer{.body = body, .document = document};
    for (const auto& block : document.blocks) {
        std::visit(writer, block);
        ++writer.block;
    }
    add_section(body, !document.blocks.empty() &&
                          std::holds_alternative<Letterhead>(document.blocks.front()));
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(out).str();
}

}  // namespace

std::string write_docx(const OfficialDocument& document) {
    auto parts = docx::fixed_parts();
    parts.push_back({"docProps/core.xml", docx::core_properties(document)});
    parts.push_back({"word/document.xml", document_part(document)});
    return zip(parts);
}

}  // namespace gk::document
