#include <fmt/format.h>

#include "base/assert.hpp"
#include "document/extract.hpp"
#include "document/pdf_joining.hpp"
#include "document/picture_pdf.hpp"
#include "remedy/dossier/dossier_files.hpp"
#include "remedy/errors.hpp"

namespace gk::remedy::dossier {

namespace {

using document::BoxedTable;
using document::CellAlign;
using document::MediaKind;
using document::OfficialDocument;
using document::PdfFonts;
using document::Text;
using document::TextLevel;

OfficialDocument blank(const Dossier& dossier, const std::string& title) {
    return {
        .title = title, .author = dossier.agency_name, .made_at = dossier.made_at, .blocks = {}};
}

OfficialDocument cover_page(const Dossier& dossier) {
    auto page = blank(dossier, dossier.number + "案卷");
    page.blocks.emplace_back(
        Text{TextLevel::title, dossier.agency_name + "\n政府信息公开申请案卷"});
    for (const auto& fact : dossier.cover) {
        page.blocks.emplace_back(
            Text{TextLevel::body, fmt::format("{}：{}", fact.label, fact.text)});
    }
    page.blocks.emplace_back(
        Text{TextLevel::body, fmt::format("立卷日期：{}", dossier.made_at.date().chinese())});
    return page;
}

// A part of the whole, and what the contents say of it.
struct Part {
    std::string title;
    std::string date;
    std::string bytes;
};

OfficialDocument contents_pages(const Dossier& dossier, const std::vector<Part>& parts,
                                std::size_t first_page) {
    auto page = blank(dossier, "卷内目录");
    page.blocks.emplace_back(Text{TextLevel::title, "卷内目录"});
    BoxedTable table{.caption = "卷内目录",
                     .rows = static_cast<int>(parts.size()) + 1,
                     .head_rows = 1,
                     .column_shares = {0.1, 0.58, 0.18, 0.14},
                     .type_size_pt = 12,
                     .cells = {}};
    int column = 0;
    for (const auto* head : {"序号", "材料名称", "日期", "页码"}) {
        table.cells.push_back({.text = head, .row = 0, .column = column++, .is_head = true});
    }
    int row = 1;
    for (const auto& part : parts) {
        table.cells.push_back({.text = std::to_string(row), .row = row, .column = 0});
        table.cells.push_back(
            {.text = part.title, .row = row, .column = 1, .align = CellAlign::left});
        table.cells.push_back({.text = part.date, .row = row, .column = 2});
        table.cells.push_back({.text = std::to_string(first_page), .row = row, .column = 3});
        first_page += document::pdf_page_count(part.bytes);
        ++row;
    }
    page.blocks.emplace_back(std::move(table));
    return page;
}

// What cannot be shown page by page is said on a page of its own.
std::string note_page(const Dossier& dossier, const DossierFile& file, const std::string& note,
                      const PdfFonts& fonts) {
    auto page = blank(dossier, file.title);
    page.blocks.emplace_back(Text{TextLevel::title, file.title});
    page.blocks.emplace_back(Text{TextLevel::body, note});
    if (!file.sha256.empty()) {
        page.blocks.emplace_back(Text{TextLevel::body, "SHA-256：" + file.sha256});
    }
    return document::write_pdf(page, fonts);
}

void add_text(OfficialDocument& page, const document::Block& block) {
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
        page.blocks.emplace_back(Text{TextLevel::body, paragraph->text});
        return;
    }
    const auto& grid = std::get<document::Grid>(block);
    std::vector<std::string> rows(static_cast<std::size_t>(grid.rows));
    for (const auto& cell : grid.cells) {
        auto& row = rows[static_cast<std::size_t>(cell.row)];
        row += (row.empty() ? "" : "｜") + cell.text;
    }
    for (auto& row : rows) {
        page.blocks.emplace_back(Text{TextLevel::body, std::move(row)});
    }
}

// The text of a docx; its look is in the file itself.
std::string docx_pages(const Dossier& dossier, const DossierFile& file, const PdfFonts& fonts) {
    const auto read = document::extract_in_child(file.bytes, "file.docx");
    if (!read) {
        return note_page(dossier, file, "这是一个不能转为页面的docx文件，原件见电子案卷。", fonts);
    }
    auto page = blank(dossier, file.title);
    page.blocks.emplace_back(
        Text{TextLevel::note, "以下为docx文件的文字，版式以电子案卷中的原件为准。"});
    for (const auto& block : read->blocks) {
        add_text(page, block);
    }
    return document::write_pdf(page, fonts);
}

std::string pages_of(const Dossier& dossier, const DossierFile& file, const PdfFonts& fonts) {
    if (file.bytes.empty()) {
        return note_page(dossier, file, "这个文件已按保存期限删除。", fonts);
    }
    switch (file.kind) {
        case MediaKind::pdf:
            return file.bytes;
        case MediaKind::docx:
            return docx_pages(dossier, file, fonts);
        case MediaKind::jpeg:
        case MediaKind::png:
            break;
    }
    return document::picture_pdf(file.bytes, file.kind);
}

}  // namespace

Result<std::string> dossier_pdf(const Dossier& dossier, const PdfFonts& fonts) {
    std::vector<Part> parts = {{"申请表", "", document::write_pdf(form_page(dossier), fonts)},
                               {"办理过程", "", document::write_pdf(course_pages(dossier), fonts)}};
    for (const auto& file : dossier.files) {
        parts.push_back({file.title, file.on.iso(), pages_of(dossier, file, fonts)});
        if (document::pdf_page_count(parts.back().bytes) == 0) {
            return error(dossier_file_unreadable, file.title);
        }
    }
    const auto cover = document::write_pdf(cover_page(dossier), fonts);
    const auto before = document::pdf_page_count(cover);
    // As many pages as the contents have whatever numbers stand in them.
    auto contents = document::write_pdf(contents_pages(dossier, parts, 1), fonts);
    const auto first_page = before + document::pdf_page_count(contents) + 1;
    contents = document::write_pdf(contents_pages(dossier, parts, first_page), fonts);
    std::vector<document::PdfPart> pages = {{"封面", cover}, {"卷内目录", contents}};
    for (const auto& part : parts) {
        pages.push_back({part.title, part.bytes});
    }
    auto joined = document::joined_pdf(pages);
    if (joined.bytes.empty()) {
        return error(dossier_file_unreadable, pages[joined.broken_part].bookmark);
    }
    return std::move(joined.bytes);
}

}  // namespace gk::remedy::dossier
