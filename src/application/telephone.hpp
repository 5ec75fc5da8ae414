// A telephone number as people and their browsers type it.
#pragma once

#include <string>
#include <string_view>

namespace gk::application {

// As law::normalised_number(), and a Chinese number without its country code: a telephone fills in
// +86 138 0000 0000 by itself.
[[nodiscard]] std::string normalised_telephone(std::string_view typed);

}  // namespace gk::application
