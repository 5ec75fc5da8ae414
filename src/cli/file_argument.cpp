#include "cli/file_argument.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/private_file.hpp"
#include "cli/errors.hpp"
#include "document/errors.hpp"

namespace gk::cli {

Result<std::string> read_file_argument(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (!file) {
        return error(document::file_unreadable, path);
    }
    return bytes;
}

Result<void> write_file_argument(const std::string& path, std::string_view bytes) {
    if (!create_private_file(std::filesystem::absolute(path), bytes)) {
        return error(output_exists, path);
    }
    return {};
}

}  // namespace gk::cli
