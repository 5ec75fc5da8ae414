#include "document/scratch_file.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include <unistd.h>

#include "base/assert.hpp"

namespace gk::document {

ScratchFile::ScratchFile()
    : path_((std::filesystem::temp_directory_path() / "gongkai-XXXXXX").string()) {
    const int file = mkstemp(path_.data());
    if (file < 0) {
        throw Fault("no scratch file can be made: " + path_);
    }
    close(file);
}

ScratchFile::~ScratchFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

std::string ScratchFile::bytes() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace gk::document
