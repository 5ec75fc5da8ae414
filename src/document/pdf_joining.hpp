// Several PDFs made one by qpdf, with page numbers through the whole and a bookmark for each. The
// headers of qpdf are C++17, and so is this one: nothing but the standard library goes in and out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gk::document {

struct PdfPart {
    std::string bookmark;
    std::string_view bytes;
};

struct JoinedPdf {
    std::string bytes;            // Empty where a part cannot be read.
    std::size_t broken_part = 0;  // Which one, from 0.
};

// The parts after the first get their page number in the corner of each page: the first counts its
// own.
[[nodiscard]] JoinedPdf joined_pdf(const std::vector<PdfPart>& parts);

// 0 for what is no readable PDF.
[[nodiscard]] std::size_t pdf_page_count(std::string_view bytes);

}  // namespace gk::document
