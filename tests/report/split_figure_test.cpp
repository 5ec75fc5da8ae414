// Rows with a cell too many, because the digits of one figure stand in two cells.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "document/extract.hpp"
#include "report/check.hpp"
#include "report/layout.hpp"
#include "report/read.hpp"

namespace gk::report {
namespace {

using law::ApplicationRow;
using law::RemedyGroup;
using testing::HasSubstr;

Figure figure(std::int64_t value) {
    return {.value = Decimal(value),
            .mark = Mark::figure,
            .printed = std::to_string(value),
            .place = {}};
}

AnnualReport report_of_noughts() {
    Random random(1);
    auto report = random_report(law::ReportFormat::form_2021, false, random);
    for (auto& [key, cell] : report.proactive_disclosure) {
        cell = figure(0);
    }
    for (auto& [row, figures] : report.applications) {
        figures.fill(figure(0));
    }
    for (auto& [group, figures] : report.remedies) {
        figures.fill(figure(0));
    }
    return report;
}

Reading read_text(std::string_view bytes, std::string_view file_name) {
    const auto document = document::extract_here(bytes, file_name);
    EXPECT_TRUE(document.has_value());
    return read(*document);
}

std::size_t count_of(const Reading& reading, std::string_view code) {
    return static_cast<std::size_t>(std::ranges::count(reading.remarks, code, &Remark::code));
}

struct Split {
    Layout layout;
    std::string_view between;  // What stands between two cells.
};

class SplitFigures : public testing::TestWithParam<Split> {};

TEST_P(SplitFigures, are_put_together_where_the_sums_of_the_row_come_out) {
    auto report = report_of_noughts();
    auto& received = report.applications[ApplicationRow::newly_received];
    received[0] = received[6] = figure(4711);
    auto& reviews = report.remedies[RemedyGroup::direct_litigation];
    reviews[1] = reviews[4] = figure(2903);
    Random random(1);
    auto file = print(report, GetParam().layout, {}, random);
    for (const auto& [whole, first, second] :
         {std::tuple{"4711", "47", "11"}, std::tuple{"2903", "29", "03"}}) {
        file.bytes =
            text::replace_all(file.bytes, whole, first + std::string(GetParam().between) + second);
    }
    const auto reading = read_text(file.bytes, file.file_name);
    const auto& rows = reading.report.applications;
    ASSERT_TRUE(rows.contains(ApplicationRow::newly_received)) << file.bytes;
    EXPECT_EQ(rows.at(ApplicationRow::newly_received)[0].value, Decimal(4711));
    EXPECT_EQ(rows.at(ApplicationRow::newly_received)[1].value, Decimal(0));
    EXPECT_EQ(rows.at(ApplicationRow::newly_received)[6].value, Decimal(4711));
    ASSERT_EQ(reading.report.remedies.size(), law::remedy_group_count) << file.bytes;
    const auto& litigation = reading.report.remedies.at(RemedyGroup::direct_litigation);
    EXPECT_EQ(litigation[1].value, Decimal(2903));
    EXPECT_EQ(litigation[4].value, Decimal(2903));
    EXPECT_EQ(count_of(reading, "reading.digits_joined"), 4U);
    EXPECT_THAT(reading.remarks.front().text, HasSubstr("请与原件核对"));
    EXPECT_EQ(key(reading.status), "read");
}

INSTANTIATE_TEST_SUITE_P(
    Layouts, SplitFigures,
    testing::Values(Split{Layout::html, "</td><td>"}, Split{Layout::html_bare, "</td><td>"},
                    Split{Layout::html_no_row_spans, "</td><td>"}, Split{Layout::lines, "\n"},
                    Split{Layout::piped_lines, " |\n"}, Split{Layout::pipes, " | "},
                    Split{Layout::pipes_grid, " | "}, Split{Layout::tabs, "\t"},
                    Split{Layout::spaces, "  "}, Split{Layout::markdown, " | "}));

TEST(SplitFigure, below_one_head_is_put_together) {
    const auto reading = read_text(
        "<p>柳林镇2023年政府信息公开工作年度报告</p><table>"
        "<tr><td colspan=3>第二十条第（五）项</td></tr>"
        "<tr><td>信息内容</td><td colspan=2>本年处理决定数量</td></tr>"
        "<tr><td>行政许可</td><td>94</td><td>87</td></tr></table>"
        "<p>三、收到和处理政府信息公开申请情况</p>",
        "report.html");
    const auto* permits = find(reading.report, "proactive_disclosure.permits");
    ASSERT_NE(permits, nullptr);
    EXPECT_EQ(permits->value, Decimal(9487));
    EXPECT_EQ(count_of(reading, "reading.digits_joined"), 1U);
}

// Table 三 with one row whose figures are these.
Reading read_row(std::string_view figures) {
    auto report = report_of_noughts();
    report.applications[ApplicationRow::granted].fill(figure(4711));
    Random random(1);
    auto file = print(report, Layout::tabs, {}, random);
    std::string row = "4711";
    for (int i = 0; i < 6; ++i) {
        row += "\t4711";
    }
    file.bytes = text::replace_all(file.bytes, row, figures);
    return read_text(file.bytes, file.file_name);
}

TEST(SplitFigure, that_no_sum_explains_leaves_the_row_out_with_a_remark) {
    const auto reading = read_row("1\t2\t0\t0\t0\t0\t0\t99");
    EXPECT_FALSE(reading.report.applications.contains(ApplicationRow::granted));
    EXPECT_EQ(count_of(reading, "reading.row_left_out"), 1U);
    EXPECT_EQ(key(reading.status), "partly_read");
}

TEST(SplitFigure, that_two_ways_explain_leaves_the_row_out) {
    const auto reading = read_row("1\t1\t0\t0\t0\t0\t0\t11");
    EXPECT_FALSE(reading.report.applications.contains(ApplicationRow::granted));
    EXPECT_EQ(count_of(reading, "reading.digits_joined"), 0U);
}

// As a PDF reader prints columns one after the other.
TEST(SplitFigure, is_not_made_of_figures_that_only_follow_each_other) {
    const auto reading = read_text(
        "柳林镇2023年政府信息公开工作年度报告\n第二十条第（一）项\n信息内容\n本年制发件数\n"
        "本年废止件数\n现行有效件数\n规章\n2\n行政规范性文件\n109\n0\n11\n489\n597\n"
        "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n5\n"
        "三、收到和处理政府信息公开申请情况\n",
        "report.txt");
    const auto& cells = reading.report.proactive_disclosure;
    EXPECT_FALSE(cells.contains("normative_documents.issued"));
    EXPECT_FALSE(cells.contains("normative_documents.in_force"));
    EXPECT_TRUE(cells.contains("permits"));
    EXPECT_EQ(count_of(reading, "reading.row_left_out"), 1U);
}

// Two figures in one line do not say how many empty lines stand between others.
TEST(SplitFigure, is_not_made_of_a_row_whose_figures_are_not_all_there) {
    const auto reading = read_text(
        "柳林镇2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n行政复议\n\n"
        "行政诉讼\n\n结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉\n\n复议后起诉\n\n"
        "结果维持 结果纠正 其他结果 尚未审结 总计\n376\n\n97\n\n196\n\n121\n\n790 16\n\n"
        "1\n\n12\n\n五、存在的主要问题及改进情况\n公开不够及时。\n",
        "report.txt");
    EXPECT_TRUE(reading.report.remedies.empty());
}

TEST(SplitFigure, within_one_cell_is_read_and_remarked_on) {
    const auto reading = read_row("1 2\t0\t0\t0\t0\t0\t12");
    ASSERT_TRUE(reading.report.applications.contains(ApplicationRow::granted));
    EXPECT_EQ(reading.report.applications.at(ApplicationRow::granted)[0].value, Decimal(12));
    EXPECT_EQ(count_of(reading, "reading.digits_joined"), 1U);
}

TEST(SplitFigure, keeps_noughts_at_the_front_of_its_second_part) {
    const auto reading = read_row("1\t05\t0\t0\t0\t0\t0\t105");
    ASSERT_TRUE(reading.report.applications.contains(ApplicationRow::granted));
    EXPECT_EQ(reading.report.applications.at(ApplicationRow::granted)[0].value, Decimal(105));
}

// Seven cells of which two belong to one figure: the row is read as it stands, and what is wrong
// with it explained.
TEST(SplitFigure, in_place_of_an_empty_cell_explains_the_sum_that_fails) {
    const auto reading = read_row("1\t05\t0\t0\t0\t0\t105");
    const auto result = check(reading.report, {});
    const auto found =
        std::ranges::find(result.relations, "applications.total[granted]", &Relation::code);
    ASSERT_NE(found, result.relations.end());
    EXPECT_EQ(found->state, RelationState::fails);
    EXPECT_THAT(found->hint, HasSubstr("请与原件核对"));
}

// Wherever the page ended in the row; the sums of the row do not tell, for they are wrong.
TEST(SplitFigures, the_number_of_a_page_is_no_figure_of_the_row_that_it_stands_in) {
    auto report = report_of_noughts();
    auto& row = report.applications.at(ApplicationRow::refused_state_secret);
    row = {figure(4), figure(0), figure(3), figure(0), figure(0), figure(1), figure(9)};
    Random random(1);
    const auto file = print(report, Layout::lines, {}, random);
    const std::string_view cells = "4\n0\n3\n0\n0\n1\n9\n";
    const auto first = file.bytes.find(cells);
    ASSERT_NE(first, std::string::npos);
    for (std::size_t at = 0; at <= cells.size(); at += 2) {
        auto bytes = file.bytes;
        bytes.insert(first + at, "\n\n5\n\n");
        const auto reading = read_text(bytes, file.file_name);
        const auto& read_row = reading.report.applications.at(ApplicationRow::refused_state_secret);
        for (std::size_t i = 0; i < row.size(); ++i) {
            EXPECT_EQ(read_row[i].value, row[i].value) << "before cell " << at / 2;
        }
    }
}

}  // namespace
}  // namespace gk::report
