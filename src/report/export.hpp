// An annual report in the forms in which it can be taken away. Each carries its text and all its
// cells: read back, it gives the same figures.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "document/official_document.hpp"
#include "report/annual_report.hpp"

namespace gk::report {

enum class ExportKind { docx, pdf, xlsx, json, xml, txt, html };

inline constexpr std::array export_kinds = {
    ExportKind::docx, ExportKind::pdf, ExportKind::xlsx, ExportKind::json,
    ExportKind::xml,  ExportKind::txt, ExportKind::html,
};

// "docx": the word of the command line, of addresses, and the extension of the file.
[[nodiscard]] std::string_view key(ExportKind kind);
// "docx", "xlsx", "JSON", "文本": what a link says.
[[nodiscard]] std::string_view label(ExportKind kind);
[[nodiscard]] std::string_view media_type(ExportKind kind);
[[nodiscard]] std::optional<ExportKind> export_kind_of(std::string_view key);

struct ExportContext {
    std::string agency_name;  // The full official name of who publishes it.
    Moment made_at;
    document::PdfFonts fonts;
};

// The bytes of the file. Throws Fault where the machine fails (no memory, no font, no disk).
[[nodiscard]] std::string export_report(const AnnualReport& report, ExportKind kind,
                                        const ExportContext& context);

}  // namespace gk::report
