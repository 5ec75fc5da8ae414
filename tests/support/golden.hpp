// Golden files: what the program writes, kept beside the tests and read by people when it changes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace gk::test {

// Fails unless the file at `path` (below the source folder: "tests/golden/rulebook.md") holds
// exactly `actual`. With GONGKAI_BLESS=1 (script/bless) the file is written instead.
void expect_golden(const std::filesystem::path& path, std::string_view actual);

// The whole file; fails the test where it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace gk::test
