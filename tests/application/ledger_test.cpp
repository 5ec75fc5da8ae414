#include "application/ledger.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gk::application {
namespace {

using law::Outcome;
using testing::ElementsAre;

const Date today(2026, 3, 10);

document::Document sheet(std::vector<std::vector<std::string>> lines) {
    document::Grid grid{.rows = static_cast<int>(lines.size()),
                        .columns = static_cast<int>(lines.front().size()),
                        .cells = {}};
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            grid.cells.push_back(
                {.text = lines[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)],
                 .row = row,
                 .column = column});
        }
    }
    return {.kind = document::FileKind::xlsx, .title = {}, .blocks = {grid}};
}

TEST(Ledger, is_found_below_its_heading_by_the_titles_of_its_columns) {
    const auto table = find_ledger(sheet({{"依申请公开台账", "", ""},
                                          {"收文日期", "申请人（姓名）", "申请事项"},
                                          {"2026-03-02", "申请人甲", "预算"}}));
    ASSERT_TRUE(table.has_value());
    EXPECT_EQ(table->header_row, 2);
    const auto columns = recognised_columns(table->titles);
    EXPECT_EQ(columns.at(LedgerField::received_on), 0);
    EXPECT_EQ(columns.at(LedgerField::applicant_name), 1);
    EXPECT_EQ(columns.at(LedgerField::title), 2);
    EXPECT_EQ(find_ledger(sheet({{"甲", "乙"}})).error().first().code,
              "application.ledger_not_found");
}

TEST(Ledger, takes_the_columns_that_are_chosen_over_those_it_recognises) {
    const std::vector<std::string> titles = {"收到日期", "来文时间", "申请人", "内容"};
    const std::vector<std::string> choices = {"received_on=来文时间", "title=D", "applicant_name="};
    const auto columns = chosen_columns(recognised_columns(titles), titles, choices);
    ASSERT_TRUE(columns.has_value());
    EXPECT_EQ(columns->at(LedgerField::received_on), 1);
    EXPECT_EQ(columns->at(LedgerField::title), 3);
    EXPECT_FALSE(columns->contains(LedgerField::applicant_name));
    EXPECT_EQ(check_columns(*columns).error().first().code, "application.ledger_column_missing");
    for (const auto* wrong : {"nothing=来文时间", "title=没有", "title", "title=Z"}) {
        EXPECT_FALSE(chosen_columns({}, titles, std::vector<std::string>{wrong}).has_value())
            << wrong;
    }
}

TEST(Ledger, reads_dates_however_they_are_written) {
    for (const auto* text : {"2025-03-01", "2025/3/1", "2025.3.1", "2025年3月1日", "２０２５-3-1",
                             "20250301", "45717", "2025-03-01 00:00:00"}) {
        EXPECT_EQ(ledger_date(text), Date(2025, 3, 1)) << text;
    }
    for (const auto* text : {"", "3月1日", "2025-02-30", "十二", "12", "2025-3", "2025-0-1"}) {
        EXPECT_EQ(ledger_date(text), std::nullopt) << text;
    }
}

TEST(Ledger, knows_the_outcomes_by_the_words_of_the_report_and_by_common_ones) {
    EXPECT_EQ(ledger_outcome("予以公开"), Outcome::granted);
    EXPECT_EQ(ledger_outcome("部分公开（区分处理的，只计这一情形）"), Outcome::granted_in_part);
    EXPECT_EQ(ledger_outcome("1.属于国家秘密"), Outcome::refused_state_secret);
    EXPECT_EQ(ledger_outcome("政府信息不存在"), Outcome::not_found);
    EXPECT_EQ(ledger_outcome("不属于本机关公开"), Outcome::held_elsewhere);
    EXPECT_EQ(ledger_outcome("申请人撤回"), Outcome::withdrawn);
    EXPECT_EQ(ledger_outcome("不予公开"), std::nullopt);
    EXPECT_EQ(ledger_outcome("不予公开（过程性信息）"), Outcome::refused_deliberative);
    EXPECT_EQ(ledger_outcome("公开"), Outcome::granted);
    EXPECT_EQ(ledger_outcome("不公开"), std::nullopt);
    const auto all = law::outcomes_on(today);
    ASSERT_TRUE(all.has_value());
    for (const auto outcome : *all) {
        EXPECT_EQ(ledger_outcome(law::label(outcome)), outcome) << law::label(outcome);
    }
}

std::vector<std::string> problems_of(std::vector<std::string> cells) {
    const auto table = find_ledger(sheet({{"收到日期", "申请人", "申请内容", "办理结果", "答复日期",
                                           "申请人类型", "申请方式", "延期天数"},
                                          std::move(cells)}));
    const auto row = read_ledger_row(*table, recognised_columns(table->titles), 0, today);
    std::vector<std::string> problems;
    if (!row) {
        for (const auto& problem : row.error().problems()) {
            problems.push_back(problem.field + " " + problem.code);
        }
    }
    return problems;
}

TEST(Ledger, says_what_is_wrong_with_a_row_and_in_which_column) {
    EXPECT_THAT(problems_of({"2026-03-02", "申请人甲", "预算", "", "", "自然人", "网上", "5"}),
                ElementsAre());
    EXPECT_THAT(
        problems_of({"三月", "", "预算", "", "", "", "", ""}),
        ElementsAre("收到日期 application.field_invalid", "申请人 application.field_missing"));
    EXPECT_THAT(
        problems_of({"2026-03-12", "申请人甲", "", "", "", "", "", ""}),
        ElementsAre("收到日期 application.date_in_future", "申请内容 application.field_missing"));
    EXPECT_THAT(
        problems_of(
            {"2026-03-02", "申请人甲", "预算", "不予公开", "2026-03-01", "外星人", "飞鸽", "多"}),
        ElementsAre("申请方式 application.field_invalid", "申请人类型 application.field_invalid",
                    "延期天数 application.field_invalid", "办理结果 application.field_invalid",
                    "答复日期 application.dates_crossed"));
    EXPECT_THAT(problems_of({"2026-03-02", "申请人甲", "预算", "予以公开", "", "", "", ""}),
                ElementsAre("答复日期 application.field_missing"));
    EXPECT_THAT(
        problems_of({"2026-02-30", "申请人甲", "预算", "予以公开", "2026-03-01", "", "", ""}),
        ElementsAre("收到日期 application.field_invalid"))
        << "a day that cannot be read is before and after nothing";
}

TEST(Ledger, takes_a_row_that_is_being_handled_as_open) {
    EXPECT_THAT(problems_of({"2026-03-02", "申请人甲", "预算", "办理中", "", "", "", ""}),
                ElementsAre());
    EXPECT_THAT(problems_of({"2026-03-02", "申请人甲", "预算", "在办", "2026-03-05", "", "", ""}),
                ElementsAre("办理结果 application.field_invalid"));
}

TEST(Ledger, leaves_the_sum_below_the_rows_out) {
    EXPECT_THAT(problems_of({"", "合计", "20件", "", "", "", "", ""}), ElementsAre());
}

TEST(Ledger, leaves_blank_rows_out) {
    const auto table = find_ledger(sheet({{"收到日期", "申请人", "申请内容"}, {"", "", ""}}));
    ASSERT_TRUE(table.has_value());
    const auto row = read_ledger_row(*table, recognised_columns(table->titles), 0, today);
    ASSERT_TRUE(row.has_value());
    EXPECT_FALSE(row->has_value());
}

TEST(Ledger, has_words_for_every_field) {
    for (const auto field : ledger_fields()) {
        EXPECT_EQ(ledger_field_of(key(field)), field);
        EXPECT_FALSE(label(field).empty());
    }
}

}  // namespace
}  // namespace gk::application
