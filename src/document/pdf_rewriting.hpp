// A PDF taken apart and written anew by qpdf. The headers of qpdf are C++17 (clang does not take
// them as C++20), and so is this one: nothing but the standard library goes in and out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gk::document {

struct RewrittenPdf {
    enum class Fault : unsigned char { none, broken, locked, too_many_pages };
    Fault fault = Fault::none;
    std::string bytes;  // Nothing where there is a fault.
};

// Without document information, XMP, attachments, scripts and what earlier revisions held.
[[nodiscard]] RewrittenPdf rewritten_pdf(std::string_view bytes, std::size_t pages_max);

}  // namespace gk::document
