// Official documents as PDF, drawn with pango and cairo.
#include "base/assert.hpp"
#include "document/official_document.hpp"
#include "document/pdf_canvas.hpp"
#include "document/pdf_pages.hpp"

namespace gk::document {

namespace {

// Returns how many pages it has.
int draw(pdf::Canvas& canvas, const OfficialDocument& document) {
    pdf::Pages pages(canvas, document);
    canvas.begin_tag("Document");
    pages.draw();
    canvas.end_tag("Document");
    return pages.page_count();
}

}  // namespace

std::string write_pdf(const OfficialDocument& document, const PdfFonts& fonts) {
    pdf::Canvas canvas(fonts);
    canvas.describe(document.title, document.author, document.made_at);
    draw(canvas, document);
    return std::move(canvas).bytes();
}

std::string write_pdf(const std::vector<OfficialDocument>& documents, const PdfFonts& fonts) {
    GK_ASSERT(!documents.empty());
    pdf::Canvas canvas(fonts);
    const auto& first = documents.front();
    canvas.describe(first.title, first.author, first.made_at);
    int pages_before = 0;
    for (const auto& document : documents) {
        for (int page = 0; &document != &first && page <= pages_before % 2; ++page) {
            canvas.next_page();
        }
        pages_before = draw(canvas, document);
    }
    return std::move(canvas).bytes();
}

std::vector<std::string> substituted_fonts(const PdfFonts& fonts) {
    return pdf::Canvas(fonts).substituted_fonts();
}

}  // namespace gk::document
