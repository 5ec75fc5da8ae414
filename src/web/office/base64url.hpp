// Base 64 for addresses (RFC 4648, section 5), without padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gk::web::office {

[[nodiscard]] std::string to_base64url(std::string_view bytes);
// Nothing where it is none.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace gk::web::office
