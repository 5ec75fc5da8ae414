// Every problem code is written once, speaks Chinese, and is reached by a test.
#include <algorithm>
#include <array>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "support/golden.hpp"
#include "tidy/problem_codes.hpp"
#include "tidy/source.hpp"

namespace gk::tidy {
namespace {

using testing::IsEmpty;

bool has_han(std::string_view text) {
    return std::ranges::any_of(text::decode(text),
                               [](char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; });
}

TEST(ProblemCodes, stand_in_an_errors_header_and_nowhere_else) {
    EXPECT_THAT(problem_rows(), testing::Not(IsEmpty()));
    for (const auto& row : problem_rows()) {
        EXPECT_TRUE(row.file.ends_with("/errors.hpp")) << row.code << " in " << row.file;
    }
}

TEST(ProblemCodes, are_never_given_twice) {
    std::set<std::string> seen;
    for (const auto& row : problem_rows()) {
        EXPECT_TRUE(seen.insert(row.code).second) << row.code;
        EXPECT_TRUE(std::regex_match(row.code, std::regex("[a-z_]+\\.[a-z0-9_]+"))) << row.code;
    }
}

TEST(ProblemCodes, have_a_chinese_message_that_is_a_sentence) {
    for (const auto& row : problem_rows()) {
        EXPECT_TRUE(has_han(row.message)) << row.code;
        EXPECT_TRUE(row.message.ends_with("。") || row.message.ends_with("？")) << row.code;
        for (const auto* empty_phrase : {"参数错误", "非法输入", "操作失败", "系统异常"}) {
            EXPECT_EQ(row.message.find(empty_phrase), std::string::npos) << row.code;
        }
    }
}

TEST(ProblemCodes, are_each_reached_by_a_test) {
    constexpr std::array<std::string_view, 6> kinds = {".cpp",  ".hpp", ".md",
                                                       ".json", ".mjs", ".sh"};
    const auto tests = files("tests", kinds);
    std::vector<std::string> unreached;
    for (const auto& row : problem_rows()) {
        const bool is_reached = std::ranges::any_of(tests, [&](const SourceFile& file) {
            return file.text.find(row.code) != std::string::npos;
        });
        if (!is_reached) {
            unreached.push_back(row.code + " of " + row.file);
        }
    }
    EXPECT_THAT(unreached, IsEmpty());
}

TEST(ProblemCodes, are_listed_in_the_documents) {
    std::string page =
        "# 问题代码\n\n"
        "由各目录的 `errors.hpp` 生成（`script/bless`）。代码固定，不重复使用；`{}` "
        "处填入实际内容。\n\n"
        "| 代码 | 种类 | 说明 | 办法 |\n|---|---|---|---|\n";
    auto rows = problem_rows();
    std::ranges::sort(rows, {}, &ProblemRow::code);
    for (const auto& row : rows) {
        page +=
            "| `" + row.code + "` | " + row.kind + " | " + row.message + " | " + row.hint + " |\n";
    }
    test::expect_golden("docs/generated/problem-codes.md", page);
}

}  // namespace
}  // namespace gk::tidy
