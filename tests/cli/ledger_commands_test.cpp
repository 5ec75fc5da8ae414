// ledger import: a spreadsheet as an office keeps it, tried out, put right, taken in once.
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/gongkai.hpp"
#include "document/table_sheet.hpp"

namespace gk::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class LedgerImport : public test::InDataFolder {
protected:
    LedgerImport() {
        EXPECT_EQ(run({"keys", "create"}).status, 0);
        EXPECT_EQ(run({"demo", "--without-year"}).status, 0);
    }

    // A year of an office; the date of the third row as it is given.
    std::string sheet(std::string_view date_title, document::SheetCell third_date) {
        document::TableSheet table("台账", {{"编号"},
                                            {std::string(date_title)},
                                            {"申请方式"},
                                            {"申请人"},
                                            {"申请内容"},
                                            {"办理结果"},
                                            {"答复日期"}});
        using Cell = document::SheetCell;
        const std::vector<std::vector<Cell>> rows = {
            {std::int64_t{1}, Date(2025, 12, 1), "邮寄", "申请人甲", "预算", "予以公开",
             Date(2025, 12, 20)},
            {std::int64_t{2}, Date(2025, 12, 29), "网上", "申请人乙", "决算", "信息不存在",
             Date(2026, 1, 20)},
            {std::int64_t{3}, std::move(third_date), "当面", "申请人丙", "采购", Cell(), Cell()}};
        for (const auto& row : rows) {
            table.add_row(row);
        }
        const auto path = folder_.path() / "台账.xlsx";
        std::ofstream(path, std::ios::binary) << table.finish();
        return path.string();
    }

    test::Outcome import(const std::string& path, const std::vector<std::string_view>& more = {}) {
        std::vector<std::string_view> words = {"ledger", "import", path, "--agency", "xigebi"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
};

TEST_F(LedgerImport, is_tried_out_then_kept_and_not_taken_in_twice) {
    const auto path = sheet("收到日期", Date(2026, 2, 2));
    const auto tried = import(path);
    EXPECT_EQ(tried.status, 0) << tried.out << tried.err;
    EXPECT_THAT(tried.out,
                AllOf(HasSubstr("收到日期 ← 收到日期"), HasSubstr("3行：可导入3件，其中未办结1件"),
                      HasSubstr("这是试导入，没有保存")));
    const auto kept = import(path, {"--keep"});
    EXPECT_EQ(kept.status, 0);
    EXPECT_THAT(kept.out, HasSubstr("已导入。"));
    EXPECT_THAT(import(path).out, HasSubstr("可导入0件"));
    EXPECT_THAT(import(path).out, HasSubstr("以前已导入3件"));
}

TEST_F(LedgerImport, names_the_row_of_every_problem_and_takes_nothing_in) {
    const auto path = sheet("收到日期", std::string("二月三十日"));
    const auto refused = import(path, {"--keep"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.out, AllOf(HasSubstr("第4行 "), HasSubstr("处问题，没有导入"),
                                   Not(HasSubstr("已导入。"))));
    EXPECT_THAT(import(sheet("收到日期", Date(2026, 2, 2))).out, HasSubstr("可导入3件"));
}

TEST_F(LedgerImport, takes_columns_by_the_titles_that_it_is_told) {
    const auto path = sheet("来文时间", Date(2026, 2, 2));
    const auto unknown = import(path);
    EXPECT_NE(unknown.status, 0);
    EXPECT_THAT(unknown.out, HasSubstr("没有认出“收到日期”一列"));
    const auto told = import(path, {"--column", "received_on=来文时间"});
    EXPECT_EQ(told.status, 0) << told.err;
    EXPECT_THAT(told.out, HasSubstr("收到日期 ← 来文时间"));
}

TEST_F(LedgerImport, refuses_an_agency_that_is_not_there_and_a_file_that_is_none) {
    EXPECT_NE(
        run({"ledger", "import", sheet("收到日期", Date(2026, 2, 2)), "--agency", "none"}).status,
        0);
    const auto text = folder_.path() / "a.txt";
    std::ofstream(text) << "没有表格";
    EXPECT_THAT(import(text.string()).err, HasSubstr("application.ledger_not_found"));
}

}  // namespace
}  // namespace gk::cli
