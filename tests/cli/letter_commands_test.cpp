// letter list, letter preview, files check, files collect.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/gongkai.hpp"
#include "support/golden.hpp"

namespace gk::cli {
namespace {

using test::gongkai;
using testing::HasSubstr;
using testing::StartsWith;

TEST(LetterCommand, lists_the_kinds) {
    const auto outcome = gongkai({"letter", "list"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.out, HasSubstr("correction_notice          补正告知书（申请人）\n"));
}

TEST(LetterCommand, previews_a_kind_as_text_and_as_files) {
    EXPECT_THAT(gongkai({"letter", "preview", "not_found"}).out,
                HasSubstr("政府信息公开申请答复书\n西戈壁政公开〔2026〕7号\n"));
    const test::Folder folder;
    const auto pdf = (folder.path() / "a.pdf").string();
    const auto docx = (folder.path() / "a.docx").string();
    const auto outcome = gongkai(
        {"letter", "preview", "not_found", "--pdf", pdf, "--docx", docx, "--layout", "letterhead"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(gk::test::read_file(pdf), StartsWith("%PDF-"));
    EXPECT_THAT(gk::test::read_file(docx), StartsWith("PK"));
}

TEST(LetterCommand, says_that_there_is_no_such_kind_or_folder) {
    const auto outcome = gongkai({"letter", "preview", "love_letter"});
    EXPECT_NE(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("letter.kind_unknown"));
    EXPECT_THAT(gongkai({"letter", "preview", "not_found", "--pdf", "/nowhere/a.pdf"}).err,
                HasSubstr("cli.file_not_written"));
}

using FilesCommand = test::InDataFolder;

TEST_F(FilesCommand, checks_a_folder_without_files) {
    const auto outcome = run({"files", "check"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.out, "数据库记有0个文件；缺失0个，损坏0个，无主文件0个。\n");
}

TEST_F(FilesCommand, collects_nothing_where_there_is_nothing) {
    EXPECT_EQ(run({"files", "collect"}).out, "已删除0个无主文件，共0字节。\n");
}

}  // namespace
}  // namespace gk::cli
