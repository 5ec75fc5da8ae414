// Samples and corpora that are kept outside of this repository.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>

#include <gtest/gtest.h>

#include "support/folders.hpp"

namespace gk::test {

// GONGKAI_SHARED_DIR, else ../shared beside the source folder; nothing where neither is there.
inline std::optional<std::filesystem::path> shared_folder() {
    const auto* set = std::getenv("GONGKAI_SHARED_DIR");
    const auto folder =
        set != nullptr ? std::filesystem::path(set) : source_folder().parent_path() / "shared";
    return std::filesystem::is_directory(folder) ? std::optional(folder) : std::nullopt;
}

}  // namespace gk::test

// Declares `variable` as the folder `path` of the samples, or skips the test and says so.
#define GK_SHARED_FOLDER_OR_SKIP(variable, path)                                              \
    const auto variable##_root = ::gk::test::shared_folder();                                 \
    if (!variable##_root || !std::filesystem::is_directory(*variable##_root / (path))) {      \
        GTEST_SKIP() << "SKIPPED: the samples " << (path)                                     \
                     << " are not there; set GONGKAI_SHARED_DIR to the folder that has them"; \
    }                                                                                         \
    const auto variable = *variable##_root / (path)
