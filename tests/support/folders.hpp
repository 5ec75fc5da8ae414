// Where the tests find their files. Functions, so that no compiled test depends on the place of
// the checkout and a compiler cache serves every checkout.
#pragma once

#include <filesystem>

namespace gk::test {

// The root of the checkout.
[[nodiscard]] const std::filesystem::path& source_folder();

// build/<preset>, for what a test writes.
[[nodiscard]] const std::filesystem::path& binary_folder();

}  // namespace gk::test
