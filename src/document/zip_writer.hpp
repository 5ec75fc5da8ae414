// A ZIP container in memory, as docx is: the same parts always give the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gk::document {

struct ZipPart {
    std::string path;
    std::string bytes;
};

// Throws Fault where memory does not suffice.
[[nodiscard]] std::string zip(const std::vector<ZipPart>& parts);

}  // namespace gk::document
