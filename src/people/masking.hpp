// Personal data as lists show it: enough to tell two people apart, not enough to be of use. How
// many digits to hide no national rule says; practice hides the middle.
#pragma once

#include <string>
#include <string_view>

namespace gk::people {

// 110105********002X: the first six and the last four characters stay; of a shorter number the
// first and the last.
[[nodiscard]] std::string masked_number(std::string_view number);

// 138****8000: the first three and the last four digits stay; of a shorter one the last two.
[[nodiscard]] std::string masked_phone(std::string_view phone);

// 张*, 欧***: the first character stays. Of a single character nothing does.
[[nodiscard]] std::string masked_name(std::string_view name);

}  // namespace gk::people
