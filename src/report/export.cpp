#include "report/export.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "report/export_kinds.hpp"
#include "report/report_document.hpp"
#include "report/report_json.hpp"

namespace gk::report {

namespace {

struct KindRow {
    ExportKind kind;
    std::string_view key;
    std::string_view label;
    std::string_view media_type;
};

constexpr std::array<KindRow, export_kinds.size()> rows = {{
    {ExportKind::docx, "docx", "docx",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {ExportKind::pdf, "pdf", "PDF", "application/pdf"},
    {ExportKind::xlsx, "xlsx", "xlsx",
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {ExportKind::json, "json", "JSON", "application/json; charset=utf-8"},
    {ExportKind::xml, "xml", "XML", "application/xml; charset=utf-8"},
    {ExportKind::txt, "txt", "文本", "text/plain; charset=utf-8"},
    {ExportKind::html, "html", "网页", "text/html; charset=utf-8"},
}};

const KindRow& row_of(ExportKind kind) {
    return *std::ranges::find(rows, kind, &KindRow::kind);
}

}  // namespace

std::string_view key(ExportKind kind) {
    return row_of(kind).key;
}

std::string_view label(ExportKind kind) {
    return row_of(kind).label;
}

std::string_view media_type(ExportKind kind) {
    return row_of(kind).media_type;
}

std::optional<ExportKind> export_kind_of(std::string_view key) {
    const auto found = std::ranges::find(rows, key, &KindRow::key);
    return found == rows.end() ? std::nullopt : std::optional(found->kind);
}

std::string export_report(const AnnualReport& report, ExportKind kind,
                          const ExportContext& context) {
    const auto document = [&] {
        return official_document(report, context.agency_name, context.made_at);
    };
    switch (kind) {
        case ExportKind::docx:
            return document::write_docx(document());
        case ExportKind::pdf:
            return document::write_pdf(document(), context.fonts);
        case ExportKind::xlsx:
            return export_xlsx(report, context);
        case ExportKind::json:
            return export_json(report, context);
        case ExportKind::xml:
            return export_xml(report, context);
        case ExportKind::txt:
            return export_txt(report);
        case ExportKind::html:
            return export_html(report);
    }
    GK_ASSERT(!"a kind of export");
    return {};
}

}  // namespace gk::report
