// multipart/form-data (RFC 7578) as browsers send it: fields and files of one form.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace gk::web {

struct FormPart {
    std::string name;
    std::optional<std::string> file_name;  // Of a file: its last component, never a path.
    std::string_view content;              // Points into the body.
};

inline constexpr std::size_t form_parts_max = 64;

// `content_type` is the header of the request. Refuses (form.malformed) a body that is no
// multipart/form-data, that ends before its last boundary, or a part without a name;
// (form.too_many_parts) more than 64 parts. The body must outlive what is returned.
[[nodiscard]] Result<std::vector<FormPart>> parse_multipart(std::string_view content_type,
                                                            std::string_view body);

// The first part of that name, or nullptr.
[[nodiscard]] const FormPart* find(const std::vector<FormPart>& parts, std::string_view name);

}  // namespace gk::web
