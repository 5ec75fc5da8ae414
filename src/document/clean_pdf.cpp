#include "document/clean_parts.hpp"
#include "document/errors.hpp"
#include "document/pdf_rewriting.hpp"

namespace gk::document {

Result<std::string> clean_pdf(std::string_view bytes, const CleanLimits& limits) {
    auto rewritten = rewritten_pdf(bytes, static_cast<std::size_t>(limits.pages_max));
    switch (rewritten.fault) {
        case RewrittenPdf::Fault::too_many_pages:
            return error(too_many_parts, "页数");
        case RewrittenPdf::Fault::locked:
            return error(encrypted);
        case RewrittenPdf::Fault::broken:
            return error(broken_pdf);
        case RewrittenPdf::Fault::none:
            break;
    }
    return std::move(rewritten.bytes);
}

}  // namespace gk::document
