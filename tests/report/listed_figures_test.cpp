// Reports that list their figures line by line in place of a table.
#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "report/layout.hpp"
#include "report/read.hpp"

namespace gk::report {
namespace {

using law::ApplicationRow;
using law::RemedyGroup;

AnnualReport read_list(std::string_view lines) {
    const auto text = "柳林镇2023年政府信息公开工作年度报告\n一、总体情况\n本年度工作平稳有序。\n" +
                      std::string(lines) + "五、存在的主要问题及改进情况\n";
    const auto document = document::extract_here(text, "report.txt");
    EXPECT_TRUE(document.has_value());
    return read(*document).report;
}

std::optional<Decimal> value(const AnnualReport& report, std::string_view cell) {
    const auto* figure = find(report, cell);
    return figure == nullptr ? std::nullopt : figure->value;
}

TEST(ListedFigures, of_table_two_are_read_with_the_column_in_the_label_or_below_the_item) {
    const auto report = read_list(
        "规章本年制发件数：1件\n规章：\n本年废止件数: 2\n现行有效件数：３\n"
        "行政规范性文件本年制发件数：4\n行政许可：5件\n行政处罚本年处理决定数量：6\n"
        "行政强制：0件\n行政事业性收费：7.5万元\n");
    EXPECT_EQ(value(report, "proactive_disclosure.government_rules.issued"), Decimal(1));
    EXPECT_EQ(value(report, "proactive_disclosure.government_rules.repealed"), Decimal(2));
    EXPECT_EQ(value(report, "proactive_disclosure.government_rules.in_force"), Decimal(3));
    EXPECT_EQ(value(report, "proactive_disclosure.normative_documents.issued"), Decimal(4));
    EXPECT_EQ(value(report, "proactive_disclosure.normative_documents.in_force"), std::nullopt);
    EXPECT_EQ(value(report, "proactive_disclosure.permits"), Decimal(5));
    EXPECT_EQ(value(report, "proactive_disclosure.penalties"), Decimal(6));
    EXPECT_EQ(value(report, "proactive_disclosure.coercive_measures"), Decimal(0));
    EXPECT_EQ(value(report, "proactive_disclosure.fees_10k_yuan"), Decimal::parse("7.5"));
    EXPECT_EQ(report.format, law::ReportFormat::form_2021);
}

TEST(ListedFigures, of_table_three_are_totals_unless_an_applicant_is_named) {
    const auto report = read_list(
        "一、本年新收政府信息公开申请数量：5件\n（一）予以公开：\n自然人：3\n商业企业：2件\n"
        "其他：0\n总计：5\n（七）总计：5件\n");
    const auto& received = report.applications.at(ApplicationRow::newly_received);
    EXPECT_EQ(received[6].value, Decimal(5));
    EXPECT_EQ(received[0].mark, Mark::absent);
    const auto& granted = report.applications.at(ApplicationRow::granted);
    EXPECT_EQ(granted[0].value, Decimal(3));
    EXPECT_EQ(granted[1].value, Decimal(2));
    EXPECT_EQ(granted[2].mark, Mark::absent);
    EXPECT_EQ(granted[5].value, Decimal(0));
    EXPECT_EQ(granted[6].value, Decimal(5));
    EXPECT_EQ(report.applications.at(ApplicationRow::outcomes_total)[6].value, Decimal(5));
}

TEST(ListedFigures, of_table_four_are_read_by_group_and_result) {
    const auto report =
        read_list("行政复议\n结果维持：1\n总计：4件\n未经复议直接起诉结果纠正：2件\n");
    EXPECT_EQ(report.remedies.at(RemedyGroup::reconsideration)[0].value, Decimal(1));
    EXPECT_EQ(report.remedies.at(RemedyGroup::reconsideration)[4].value, Decimal(4));
    EXPECT_EQ(report.remedies.at(RemedyGroup::direct_litigation)[1].value, Decimal(2));
}

TEST(ListedFigures, in_running_text_are_none) {
    const auto report = read_list(
        "全年行政许可：5件；行政处罚：6件。\n规章：1件，行政规范性文件：2件\n截至时间：10:30\n");
    EXPECT_TRUE(report.proactive_disclosure.empty());
}

TEST(ListedFigures, do_not_count_beside_a_table) {
    Random random(3);
    const auto printed = random_report(law::ReportFormat::form_2021, false, random);
    auto file = print(printed, Layout::lines, {}, random);
    file.bytes += "行政许可：987654件\n（一）予以公开：987654件\n";
    const auto document = document::extract_here(file.bytes, file.file_name);
    ASSERT_TRUE(document.has_value());
    const auto report = read(*document).report;
    EXPECT_EQ(value(report, "proactive_disclosure.permits"),
              value(printed, "proactive_disclosure.permits"));
    EXPECT_EQ(value(report, "applications.granted[6]"), value(printed, "applications.granted[6]"));
}

}  // namespace
}  // namespace gk::report
