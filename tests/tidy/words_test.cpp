// Nothing is left for later, and nothing is named by a word that means something else here.
#include <array>
#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tidy/source.hpp"

namespace gk::tidy {
namespace {

using testing::IsEmpty;

TEST(Words, no_file_leaves_work_for_later) {
    // Written in halves, so that this file does not find itself.
    const std::regex unfinished(
        "\\b(TO"
        "DO|XX"
        "X|HA"
        "CK|FIX"
        "ME)\\b");
    std::vector<std::string> wrong;
    for (const auto* folder : {"src", "tests", "script", "cmake", "data", "docs", "bench"}) {
        constexpr std::array<std::string_view, 11> kinds = {
            "", ".cpp", ".hpp", ".cmake", ".txt", ".md", ".css", ".html", ".sql", ".mjs", ".toml"};
        for (const auto& file : files(folder, kinds)) {
            if (std::regex_search(file.text, unfinished)) {
                wrong.push_back(file.path);
            }
        }
    }
    EXPECT_THAT(wrong, IsEmpty());
}

TEST(Words, verbs_say_what_the_office_does) {
    const std::regex vague("\\b(handle_data|update_status|process_data|do_process|misc|utils?)\\b");
    std::vector<std::string> wrong;
    for (const auto& file : our_code()) {
        const auto code = without_comments_and_literals(file.text);
        if (std::regex_search(code, vague) || std::regex_search(file.path, vague)) {
            wrong.push_back(file.path);
        }
    }
    EXPECT_THAT(wrong, IsEmpty());
}

TEST(Words, a_header_says_what_it_is_for) {
    std::vector<std::string> wrong;
    for (const auto& file : program_code()) {
        if (file.is_header() && !file.text.starts_with("// ")) {
            wrong.push_back(file.path);
        }
    }
    EXPECT_THAT(wrong, IsEmpty());
}

}  // namespace
}  // namespace gk::tidy
