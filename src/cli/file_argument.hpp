// Files that are named at the command line.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace gk::cli {

// All of it. Refuses a file that cannot be read.
[[nodiscard]] Result<std::string> read_file_argument(const std::string& path);

// For the operator alone. Refuses where there is a file of that name.
[[nodiscard]] Result<void> write_file_argument(const std::string& path, std::string_view bytes);

}  // namespace gk::cli
