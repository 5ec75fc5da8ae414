// Our own source files, read as text by the tests of the house rules.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gk::tidy {

struct SourceFile {
    std::string path;  // Below the source folder: "src/law/deadline.hpp".
    std::string text;

    [[nodiscard]] std::filesystem::path name() const { return std::filesystem::path(path); }

    [[nodiscard]] bool is_header() const { return path.ends_with(".hpp"); }

    // "law" of "src/law/deadline.hpp"; empty for a file of src/ itself.
    [[nodiscard]] std::string folder() const;
    [[nodiscard]] std::vector<std::string_view> lines() const;
};

// Every file below `folder` with one of these extensions (all files where none is given), in the
// order of their paths. Generated and foreign folders (generated, node_modules, corpus) are left
// out.
[[nodiscard]] std::vector<SourceFile> files(std::string_view folder,
                                            std::span<const std::string_view> extensions = {});

// The .hpp and .cpp files of src/ and tests/, read once.
[[nodiscard]] const std::vector<SourceFile>& our_code();
[[nodiscard]] const std::vector<SourceFile>& program_code();  // src/ alone

// The same text, with everything inside comments and literals blanked out; lines stay lines.
[[nodiscard]] std::string without_comments_and_literals(std::string_view code);

struct Include {
    std::string path;
    bool is_quoted;  // "law/deadline.hpp" or <vector>
};

[[nodiscard]] std::vector<Include> includes(const SourceFile& file);

}  // namespace gk::tidy
