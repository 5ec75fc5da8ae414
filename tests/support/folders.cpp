#include "support/folders.hpp"

namespace gk::test {

const std::filesystem::path& source_folder() {
    static const std::filesystem::path folder(GONGKAI_SOURCE_DIR);
    return folder;
}

const std::filesystem::path& binary_folder() {
    static const std::filesystem::path folder(GONGKAI_BINARY_DIR);
    return folder;
}

}  // namespace gk::test
