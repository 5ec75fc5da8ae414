// Files, functions and lines that can be read in one go.
#include <algorithm>
#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "tidy/source.hpp"

namespace gk::tidy {
namespace {

using testing::IsEmpty;

constexpr std::size_t source_lines_max = 400;
constexpr std::size_t header_lines_max = 250;
constexpr std::size_t function_lines_max = 70;
constexpr std::size_t columns_max = 100;

std::string place(const SourceFile& file, std::size_t line) {
    return file.path + ":" + std::to_string(line);
}

struct Function {
    std::size_t line;
    std::size_t lines;
};

// What stands before a "{" opens a function when it ends a list of parameters and is not inside
// another function. Namespaces, classes and tables do not count, nor does what is inside a call.
bool opens_function(const std::string& before) {
    static const std::regex other(
        R"(^\s*(namespace|class|struct|enum|union|extern|template\s*<[^>]*>\s*(class|struct))\b)");
    const auto opened = std::ranges::count(before, '(');
    return opened > 0 && opened == std::ranges::count(before, ')') &&
           !std::regex_search(before, other);
}

std::vector<Function> functions(const SourceFile& file) {
    const auto code = without_comments_and_literals(file.text);
    std::vector<Function> found;
    std::vector<bool> is_function_at;  // For every open brace.
    std::string before;
    std::size_t line = 1;
    std::size_t inside = 0;
    for (const char c : code) {
        line += c == '\n' ? 1 : 0;
        if (c == '{') {
            const bool opens = inside == 0 && opens_function(before);
            is_function_at.push_back(opens);
            if (opens || inside > 0) {
                ++inside;
            }
            if (opens) {
                found.push_back({line, line});
            }
            before.clear();
        } else if (c == '}' && !is_function_at.empty()) {
            if (inside > 0) {
                --inside;
            }
            if (is_function_at.back()) {
                found.back().lines = line - found.back().line + 1;
            }
            is_function_at.pop_back();
            before.clear();
        } else if (c == ';') {
            before.clear();
        } else if (c != '\n' || !before.empty()) {
            before += c;
        }
    }
    return found;
}

TEST(Size, a_source_file_stays_under_400_lines_and_a_header_under_250) {
    std::vector<std::string> wrong;
    for (const auto& file : our_code()) {
        const auto lines = file.lines().size();
        if (lines >= (file.is_header() ? header_lines_max : source_lines_max)) {
            wrong.push_back(place(file, lines));
        }
    }
    EXPECT_THAT(wrong, IsEmpty());
}

TEST(Size, a_function_stays_under_70_lines) {
    std::vector<std::string> wrong;
    std::size_t seen = 0;
    for (const auto& file : our_code()) {
        for (const auto& function : functions(file)) {
            ++seen;
            if (function.lines >= function_lines_max) {
                wrong.push_back(place(file, function.line) + " " + std::to_string(function.lines) +
                                " lines");
            }
        }
    }
    EXPECT_GT(seen, 100U);
    EXPECT_THAT(wrong, IsEmpty());
}

TEST(Size, a_function_is_measured_from_its_brace_to_its_brace) {
    const SourceFile file{
        "src/x/x.cpp",
        "namespace x {\nstruct S {\n    int a() const {\n        if (a) {\n"
        "        }\n        return 1;  // {\n    }\n};\nconst T table[] = {{1}};\n"
        "}\n"};
    const auto found = functions(file);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].line, 3U);
    EXPECT_EQ(found[0].lines, 5U);
}

// A line of a raw literal is somebody else's text: XML, SQL.
bool is_inside_raw_literal(std::string_view line, std::string_view plain) {
    const auto words = text::trim(line);
    return text::trim(plain).empty() && !words.starts_with("//") && !words.starts_with('"');
}

TEST(Size, a_line_stays_within_100_columns) {
    std::vector<std::string> wrong;
    for (const auto& file : our_code()) {
        const auto plain = without_comments_and_literals(file.text);
        const auto plain_lines = text::split(plain, '\n');
        const auto lines = file.lines();
        for (std::size_t at = 0; at < lines.size(); ++at) {
            if (text::decode(lines[at]).size() > columns_max &&
                !is_inside_raw_literal(lines[at], plain_lines[at])) {
                wrong.push_back(place(file, at + 1));
            }
        }
    }
    EXPECT_THAT(wrong, IsEmpty());
}

}  // namespace
}  // namespace gk::tidy
