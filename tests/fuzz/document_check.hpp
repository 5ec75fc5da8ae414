// What holds for every document, whatever it was read from.
#pragma once

#include "base/result.hpp"
#include "document/document.hpp"

namespace gk::document::fuzz {

// Ends the process where the text is not UTF-8, a cell lies outside its grid or on another, or the
// document does not survive the way from the reading child.
void expect_sound(const Result<Document>& result);

}  // namespace gk::document::fuzz
