// The dossier as one file: a ZIP with an index, or a PDF of everything in it.
#pragma once

#include <string>

#include "base/result.hpp"
#include "document/official_document.hpp"
#include "remedy/dossier/dossier.hpp"

namespace gk::remedy::dossier {

// Each file under its readable name; beside them the form and the course as PDF, an index as a
// spreadsheet, and SHA256SUMS for `sha256sum --check`.
[[nodiscard]] std::string dossier_zip(const Dossier& dossier, const document::PdfFonts& fonts);

// Cover, contents, form, course, then the pages of every file: pictures on a page each, a docx as
// its text. Refuses where a file cannot be read, naming it.
[[nodiscard]] Result<std::string> dossier_pdf(const Dossier& dossier,
                                              const document::PdfFonts& fonts);

// The parts that the program writes itself.
[[nodiscard]] document::OfficialDocument form_page(const Dossier& dossier);
[[nodiscard]] document::OfficialDocument course_pages(const Dossier& dossier);

}  // namespace gk::remedy::dossier
