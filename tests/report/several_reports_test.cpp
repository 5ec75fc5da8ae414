// A file with more than one report, and one with a table of contents.
#include <algorithm>

#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "report/differences.hpp"
#include "report/layout.hpp"
#include "report/read.hpp"

namespace gk::report {
namespace {

Reading read_page(const std::string& html) {
    return read(*document::extract_here(html, "report.html"));
}

TEST(SeveralReports, only_the_first_is_read_and_a_remark_says_so) {
    Random random(7);
    const auto first = random_report(law::ReportFormat::form_2021, false, random);
    auto second = random_report(law::ReportFormat::form_2021, false, random);
    second.agency = "青石县黑山镇人民政府";
    const auto pages = print(first, Layout::html, {}, random).bytes +
                       print(second, Layout::html, {}, random).bytes;
    const auto reading = read_page(pages);
    EXPECT_TRUE(differences(first, reading.report).empty());
    EXPECT_EQ(reading.report.agency, first.agency);
    ASSERT_EQ(reading.remarks.size(), 1U);
    EXPECT_EQ(reading.remarks[0].code, "reading.several_reports");
}

TEST(SeveralReports, a_table_that_the_first_has_not_is_not_taken_from_the_second) {
    Random random(8);
    const auto report = random_report(law::ReportFormat::form_2021, false, random);
    const auto whole = print(report, Layout::html, {}, random).bytes;
    auto first = whole;
    const auto table = first.rfind("<table>");
    first.erase(table, first.find("</table>", table) - table);
    const auto reading = read_page(first + whole);
    EXPECT_TRUE(reading.report.remedies.empty());
    EXPECT_FALSE(reading.report.applications.empty());
}

TEST(SeveralReports, a_table_of_contents_begins_no_report) {
    Random random(9);
    const auto report = random_report(law::ReportFormat::form_2021, false, random);
    std::string contents = "<p>目录</p>";
    for (const auto* heading :
         {"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
          "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况",
          "六、其他需要报告的事项"}) {
        contents.append("<p>").append(heading).append("</p>");
    }
    const auto reading = read_page(contents + print(report, Layout::html, {}, random).bytes);
    EXPECT_TRUE(differences(report, reading.report).empty());
    EXPECT_EQ(reading.report.agency, report.agency);
    EXPECT_EQ(reading.report.report_year, report.report_year);
    EXPECT_EQ(std::ranges::count(reading.remarks, "reading.several_reports", &Remark::code), 0);
}

}  // namespace
}  // namespace gk::report
