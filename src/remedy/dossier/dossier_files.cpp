// What both forms of a dossier hold: the form and the course as documents.
#include "remedy/dossier/dossier_files.hpp"

#include "base/text.hpp"

namespace gk::remedy::dossier {

namespace {

using document::BoxedTable;
using document::CellAlign;
using document::OfficialDocument;
using document::Text;
using document::TextLevel;

OfficialDocument titled(const Dossier& dossier, const std::string& title) {
    OfficialDocument page{
        .title = title, .author = dossier.agency_name, .made_at = dossier.made_at, .blocks = {}};
    page.blocks.emplace_back(Text{TextLevel::title, title});
    return page;
}

}  // namespace

OfficialDocument form_page(const Dossier& dossier) {
    auto page = titled(dossier, "政府信息公开申请表");
    BoxedTable table{.caption = "申请表",
                     .rows = static_cast<int>(dossier.form.size()),
                     .head_rows = 0,
                     .column_shares = {0.3, 0.7},
                     .type_size_pt = 12,
                     .cells = {}};
    for (int row = 0; row < table.rows; ++row) {
        const auto& fact = dossier.form[static_cast<std::size_t>(row)];
        table.cells.push_back({.text = fact.label, .row = row, .column = 0});
        table.cells.push_back(
            {.text = fact.text, .row = row, .column = 1, .align = CellAlign::left});
    }
    page.blocks.emplace_back(std::move(table));
    return page;
}

OfficialDocument course_pages(const Dossier& dossier) {
    auto page = titled(dossier, "办理过程");
    BoxedTable table{.caption = "办理过程",
                     .rows = static_cast<int>(dossier.course.size()) + 1,
                     .head_rows = 1,
                     .column_shares = {0.16, 0.2, 0.14, 0.5},
                     .type_size_pt = 10.5,
                     .cells = {}};
    int column = 0;
    for (const auto* head : {"日期", "事项", "办理人", "内容"}) {
        table.cells.push_back({.text = head, .row = 0, .column = column++, .is_head = true});
    }
    for (int row = 1; row < table.rows; ++row) {
        const auto& each = dossier.course[static_cast<std::size_t>(row) - 1];
        table.cells.push_back({.text = each.on.iso(), .row = row, .column = 0});
        table.cells.push_back(
            {.text = each.title, .row = row, .column = 1, .align = CellAlign::left});
        table.cells.push_back({.text = each.actor, .row = row, .column = 2});
        table.cells.push_back({.text = text::join(each.lines, "\n"),
                               .row = row,
                               .column = 3,
                               .align = CellAlign::left});
    }
    page.blocks.emplace_back(std::move(table));
    return page;
}

}  // namespace gk::remedy::dossier
