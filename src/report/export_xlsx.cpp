#include <algorithm>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "base/assert.hpp"
#include "document/scratch_file.hpp"
#include "report/export_kinds.hpp"
#include "report/report_document.hpp"
#include "report/statutory_table.hpp"

namespace gk::report {

namespace {

using law::Section;

struct Formats {
    lxw_format* title;
    lxw_format* heading;
    lxw_format* text;
    lxw_format* head;
    lxw_format* row_head;
    lxw_format* figure;
};

Formats make_formats(lxw_workbook* workbook) {
    const auto plain = [&] {
        auto* format = workbook_add_format(workbook);
        format_set_font_name(format, "宋体");
        format_set_font_size(format, 11);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        return format;
    };
    const auto boxed = [&](std::uint8_t align) {
        auto* format = plain();
        format_set_align(format, align);
        format_set_border(format, LXW_BORDER_THIN);
        return format;
    };
    Formats formats{plain(),
                    plain(),
                    plain(),
                    boxed(LXW_ALIGN_CENTER),
                    boxed(LXW_ALIGN_LEFT),
                    boxed(LXW_ALIGN_CENTER)};
    format_set_font_size(formats.title, 16);
    format_set_bold(formats.title);
    format_set_bold(formats.heading);
    format_set_bold(formats.head);
    return formats;
}

lxw_worksheet* add_sheet(lxw_workbook* workbook, std::string_view name) {
    auto* sheet = workbook_add_worksheet(workbook, std::string(name).c_str());
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    return sheet;
}

void write_text_sheet(lxw_workbook* workbook, const AnnualReport& report, const Formats& formats) {
    auto* sheet = add_sheet(workbook, "正文");
    worksheet_set_column(sheet, 0, 0, 90, nullptr);
    lxw_row_t row = 0;
    const auto write = [&](const std::string& text, lxw_format* format) {
        worksheet_write_string(sheet, row++, 0, text.c_str(), format);
    };
    write(report.title, formats.title);
    for (const auto& paragraph : report.preamble) {
        write(paragraph, formats.text);
    }
    for (std::size_t i = 0; i < law::section_count; ++i) {
        const auto& section = report.sections[i];
        if (!section.paragraphs.empty()) {
            write(numbered_title(report, static_cast<Section>(i)), formats.heading);
        }
        for (const auto& paragraph : section.paragraphs) {
            write(paragraph, formats.text);
        }
    }
}

lxw_format* format_of(const Formats& formats, CellRole role) {
    switch (role) {
        case CellRole::block_head:
        case CellRole::column_head:
        case CellRole::corner:
        case CellRole::group_head:
            return formats.head;
        case CellRole::row_head:
            return formats.row_head;
        case CellRole::figure:
        case CellRole::sum_figure:
            return formats.figure;
    }
    GK_ASSERT(!"a role of a cell");
    return nullptr;
}

void write_cell(lxw_worksheet* sheet, const StatutoryCell& cell, lxw_row_t row,
                lxw_format* format) {
    const auto column = static_cast<lxw_col_t>(cell.column);
    if (cell.row_span > 1 || cell.column_span > 1) {
        const auto last_row = row + static_cast<lxw_row_t>(cell.row_span - 1);
        const auto last_column = static_cast<lxw_col_t>(cell.column + cell.column_span - 1);
        worksheet_merge_range(sheet, row, column, last_row, last_column, "", format);
    }
    if (cell.figure != nullptr && cell.figure->value) {
        const auto number = static_cast<double>(cell.figure->value->micro()) / Decimal::unit;
        worksheet_write_number(sheet, row, column, number, format);
    } else if (!cell.text.empty()) {
        worksheet_write_string(sheet, row, column, cell.text.c_str(), format);
    } else {
        worksheet_write_blank(sheet, row, column, format);
    }
}

void write_table_sheet(lxw_workbook* workbook, const AnnualReport& report,
                       const StatutoryTable& table, const Formats& formats) {
    constexpr std::string_view names[] = {"", "二", "三", "四", "", ""};
    auto* sheet =
        add_sheet(workbook, fmt::format("表{}", names[static_cast<std::size_t>(table.section)]));
    const auto last = static_cast<lxw_col_t>(table.columns - 1);
    worksheet_set_column(sheet, 0, last, 11, nullptr);
    if (table.label_columns > 0) {
        const auto last_label = static_cast<lxw_col_t>(table.label_columns - 1);
        worksheet_set_column(sheet, last_label, last_label, 34, nullptr);
    }
    worksheet_merge_range(sheet, 0, 0, 0, last, numbered_title(report, table.section).c_str(),
                          formats.heading);
    constexpr lxw_row_t title_rows = 1;
    for (const auto& cell : table.cells) {
        write_cell(sheet, cell, title_rows + static_cast<lxw_row_t>(cell.row),
                   format_of(formats, cell.role));
    }
    const auto frozen = static_cast<lxw_row_t>(table.head_rows);
    worksheet_freeze_panes(sheet, title_rows + frozen, static_cast<lxw_col_t>(table.label_columns));
}

}  // namespace

std::string export_xlsx(const AnnualReport& report, const ExportContext& context) {
    const document::ScratchFile file;
    auto* workbook = workbook_new(file.path().c_str());
    if (workbook == nullptr) {
        throw Fault("libxlsxwriter has no memory");
    }
    auto title = report.title;
    auto author = context.agency_name;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.created = static_cast<std::time_t>(context.made_at.utc_ms / 1000);
    workbook_set_properties(workbook, &properties);
    const auto formats = make_formats(workbook);
    write_text_sheet(workbook, report, formats);
    for (const auto& table : statutory_tables(report)) {
        write_table_sheet(workbook, report, table, formats);
    }
    if (const auto failure = workbook_close(workbook); failure != LXW_NO_ERROR) {
        throw Fault(fmt::format("libxlsxwriter: {}", lxw_strerror(failure)));
    }
    return file.bytes();
}

}  // namespace gk::report
