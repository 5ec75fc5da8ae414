// How alike two descriptions are: by the pairs of characters that they share. Pure.
#pragma once

#include <string_view>

namespace gk::application {

// 0 to 100; white space and punctuation do not count. 100 where both say the same.
[[nodiscard]] int likeness_percent(std::string_view one, std::string_view other);

// From here on two descriptions are nearly the same.
inline constexpr int near_equal_percent = 60;

}  // namespace gk::application
