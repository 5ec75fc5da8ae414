#include "tidy/source.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"

namespace gk::tidy {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 2> code_extensions = {".hpp", ".cpp"};

bool is_exempt(const fs::path& folder) {
    const auto name = folder.filename();
    return name == "generated" || name == "node_modules" || name == "corpus";
}

// The end of the literal or comment that begins at `at`, or `at` where none does.
std::size_t end_of_span(std::string_view code, std::size_t at) {
    const auto rest = code.substr(at);
    const auto after = [&](std::string_view end, std::size_t from) {
        const auto found = code.find(end, from);
        return found == std::string_view::npos ? code.size() : found + end.size();
    };
    if (rest.starts_with("//")) {
        return std::min(code.find('\n', at), code.size());
    }
    if (rest.starts_with("/*")) {
        return after("*/", at + 2);
    }
    if (rest.starts_with("R\"")) {
        const auto open = code.find('(', at);
        return after(")" + std::string(code.substr(at + 2, open - at - 2)) + "\"", open);
    }
    const bool is_digit_separator =
        rest[0] == '\'' && at > 0 && std::isxdigit(static_cast<unsigned char>(code[at - 1])) != 0;
    if (rest[0] != '"' && (rest[0] != '\'' || is_digit_separator)) {
        return at;
    }
    auto end = at + 1;
    while (end < code.size() && code[end] != rest[0]) {
        end += code[end] == '\\' ? 2 : 1;
    }
    return std::min(end + 1, code.size());
}

}  // namespace

std::string SourceFile::folder() const {
    const auto parts = text::split(path, '/');
    return parts.size() > 2 ? std::string(parts[1]) : std::string();
}

std::vector<std::string_view> SourceFile::lines() const {
    auto all = text::split(text, '\n');
    if (all.back().empty()) {
        all.pop_back();
    }
    return all;
}

std::vector<SourceFile> files(std::string_view folder,
                              std::span<const std::string_view> extensions) {
    const fs::path root(gk::test::source_folder());
    std::vector<SourceFile> found;
    if (!fs::is_directory(root / folder)) {
        return found;
    }
    for (auto each = fs::recursive_directory_iterator(root / folder);
         each != fs::recursive_directory_iterator(); ++each) {
        const auto extension = each->path().extension().string();
        if (each->is_directory()) {
            if (is_exempt(each->path())) {
                each.disable_recursion_pending();
            }
        } else if (extensions.empty() ||
                   std::ranges::find(extensions, extension) != extensions.end()) {
            found.push_back(
                {fs::relative(each->path(), root).generic_string(), test::read_file(each->path())});
        }
    }
    std::ranges::sort(found, {}, &SourceFile::path);
    return found;
}

const std::vector<SourceFile>& program_code() {
    static const auto all = files("src", code_extensions);
    return all;
}

const std::vector<SourceFile>& our_code() {
    static const auto all = [] {
        auto code = program_code();
        const auto tests = files("tests", code_extensions);
        code.insert(code.end(), tests.begin(), tests.end());
        return code;
    }();
    return all;
}

std::string without_comments_and_literals(std::string_view code) {
    std::string plain;
    plain.reserve(code.size());
    for (std::size_t at = 0; at < code.size();) {
        const auto end = end_of_span(code, at);
        if (end == at) {
            plain += code[at++];
            continue;
        }
        for (; at < end; ++at) {
            plain += code[at] == '\n' ? '\n' : ' ';
        }
    }
    return plain;
}

std::vector<Include> includes(const SourceFile& file) {
    std::vector<Include> found;
    for (const auto line : file.lines()) {
        constexpr std::string_view directive = "#include ";
        if (!line.starts_with(directive) || line.size() < directive.size() + 2) {
            continue;
        }
        const bool is_quoted = line[directive.size()] == '"';
        const auto begin = directive.size() + 1;
        const auto end = line.find(is_quoted ? '"' : '>', begin);
        found.push_back({std::string(line.substr(begin, end - begin)), is_quoted});
    }
    return found;
}

}  // namespace gk::tidy
