#include "support/golden.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "support/folders.hpp"

namespace gk::test {

namespace {

// Where the two first differ, in words.
std::string first_difference(std::string_view expected, std::string_view actual) {
    std::size_t line = 1;
    while (!expected.empty() && !actual.empty()) {
        const auto left = expected.substr(0, expected.find('\n'));
        const auto right = actual.substr(0, actual.find('\n'));
        if (left != right) {
            return "line " + std::to_string(line) + "\n  file: " + std::string(left) +
                   "\n  now:  " + std::string(right);
        }
        expected.remove_prefix(std::min(left.size() + 1, expected.size()));
        actual.remove_prefix(std::min(right.size() + 1, actual.size()));
        ++line;
    }
    return "line " + std::to_string(line) + ": one of them ends here";
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    EXPECT_TRUE(in.good()) << "cannot read " << path;
    return {std::istreambuf_iterator<char>(in), {}};
}

void expect_golden(const std::filesystem::path& path, std::string_view actual) {
    const auto file = source_folder() / path;
    if (std::getenv("GONGKAI_BLESS") != nullptr) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << actual;
        return;
    }
    const auto expected = read_file(file);
    if (expected != actual) {
        ADD_FAILURE() << path << " differs at " << first_difference(expected, actual)
                      << "\nRead the change; if it is meant, run script/bless.";
    }
}

}  // namespace gk::test
