// A PDF that qpdf holds, as bytes. For what is compiled as qpdf is.
#pragma once

#include <string>

class QPDF;

namespace gk::document {

// The same bytes for the same pages, unencrypted.
[[nodiscard]] std::string bytes_of(QPDF& pdf);

}  // namespace gk::document
