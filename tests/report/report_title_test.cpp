// Whose report, of which year: in the title, around it, in the metadata of a page, in its text or
// in its signature.
#include "report/report_title.hpp"

#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "report/read.hpp"

namespace gk::report {
namespace {

const std::string agency = "青石县柳林镇人民政府";
constexpr std::string_view title = "<h1>青石县柳林镇人民政府2023年政府信息公开工作年度报告</h1>";
constexpr std::string_view bare_title = "<h1>2023年政府信息公开工作年度报告</h1>";

AnnualReport read_page(std::string_view before, std::string_view behind = {},
                       std::string_view file_title = {}) {
    std::string html = "<html><head><title>";
    html.append(file_title).append("</title></head><body>").append(before);
    html +=
        "<p>一、总体情况</p><p>本年度工作平稳有序。</p><p>二、主动公开政府信息情况</p>"
        "<p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p><p>无。</p>";
    html.append(behind).append("</body></html>");
    const auto document = document::extract_here(html, "report.html");
    return read(*document).report;
}

void expect_named(const AnnualReport& report) {
    EXPECT_EQ(report.agency, agency);
    EXPECT_EQ(report.report_year, 2023);
}

TEST(ReportTitle, is_read_in_every_form_it_takes) {
    for (const std::string_view text :
         {"青石县柳林镇人民政府2023年政府信息公开工作年度报告",
          "2023年青石县柳林镇人民政府政府信息公开工作年度报告",
          "青石县柳林镇人民政府二〇二三年政府信息公开工作年度报告",
          "青石县柳林镇人民政府二○二三年度政府信息公开年报",
          "青石县柳林镇人民政府二零二三年信息公开年度报告",
          "青石县柳林镇人民政府二Ｏ二三年政府信息公开工作报告",
          "青石县柳林镇人民政府政府信息公开工作年度报告（2023年）",
          "《青石县柳林镇人民政府 ２０２３ 年度政府信息公开工作年度报告》",
          "青石县柳林镇人民政府关于2023年政府信息公开工作情况的报告",
          "青石县柳林镇人民政府2023年政务公开工作年度报告"}) {
        SCOPED_TRACE(text);
        const auto parsed = parse_title(text);
        ASSERT_TRUE(parsed.has_value());
        EXPECT_EQ(parsed->agency, agency);
        EXPECT_EQ(parsed->year, 2023);
    }
}

TEST(ReportTitle, of_a_guide_a_notice_or_a_column_is_none) {
    for (const std::string_view text :
         {"青石县政府信息公开指南", "关于编制2023年政府信息公开工作年度报告的通知", "政务公开年报",
          "青石县2023年政府工作报告"}) {
        EXPECT_FALSE(parse_title(text).has_value()) << text;
    }
}

TEST(ReportTitle, may_stand_in_several_lines) {
    expect_named(
        read_page("<p>青石县柳林镇人民政府</p><p>2023年政府信息公开</p><p>工作年度报告</p>"));
    expect_named(read_page("<h1>青石县柳林镇人民政府<br>2023年度政府信息公开工作年度报告</h1>"));
    expect_named(
        read_page("<h1>青石县柳林镇人民政府政府信息公开工作年度报告</h1><p>（2023年度）</p>"));
}

TEST(ReportTitle, does_not_begin_in_the_line_of_source_and_visits_above_it) {
    for (const std::string_view note :
         {"<p>来源：青石县柳林镇人民政府　发布时间：2024-01-15　浏览次数：<span>38</span></p>",
          "<p>来源：青石县柳林镇人民政府</p><p>发布时间：2024-01-15 浏览次数：</p><p>38</p>",
          "<p>发布机构：青石县柳林镇人民政府</p><p>浏览次数 38</p>"}) {
        SCOPED_TRACE(note);
        expect_named(read_page(std::string(note).append(bare_title)));
    }
}

TEST(ReportTitle, links_to_other_reports_are_not_taken_for_it) {
    constexpr std::string_view link =
        "<p>相关链接</p><p>青石县黑山镇2022年政府信息公开工作年度报告</p>";
    constexpr std::string_view period = "<p>统计期限自2023年1月1日至2023年12月31日。</p>";
    expect_named(read_page(std::string(link).append(title)));
    expect_named(read_page(std::string(title).append(link).append(period)));
    expect_named(read_page(title, link));
}

TEST(ReportTitle, of_the_file_is_parted_from_the_names_of_site_and_column) {
    for (const std::string_view file_title :
         {"青石县柳林镇人民政府2023年政府信息公开工作年度报告_青石县人民政府",
          "青石县柳林镇人民政府2023年政府信息公开工作年度报告-政府信息公开年报-青石县人民政府",
          "青石县人民政府 政府信息公开年报 青石县柳林镇人民政府2023年政府信息公开工作年度报告"}) {
        expect_named(read_page("", "", file_title));
    }
}

TEST(ReportTitle, leaves_the_year_of_publication_aside) {
    expect_named(read_page(std::string(title) + "<p>发布时间：2024-01-25 来源：本站</p>"));
    expect_named(
        read_page("<h1>青石县柳林镇人民政府政府信息公开工作年度报告</h1>"
                  "<p>2024年1月20日</p><p>统计期限自2023年1月1日至12月31日。</p>"));
}

TEST(ReportTitle, without_a_name_the_agency_is_found_elsewhere) {
    expect_named(
        read_page(std::string(bare_title) + "<p>来源：青石县柳林镇人民政府 2024-01-20</p>"));
    expect_named(
        read_page("<table><tr><td>发布机构</td><td>青石县柳林镇人民政府</td></tr>"
                  "<tr><td>索引号</td><td>1</td></tr></table>" +
                  std::string(bare_title)));
    expect_named(read_page(std::string(bare_title) +
                           "<p>本年度报告由青石县柳林镇人民政府按照《条例》编制。</p>"));
    expect_named(read_page(bare_title, "<p>青石县柳林镇人民政府</p><p>二〇二四年一月二十日</p>"));
    EXPECT_EQ(read_page(bare_title).agency, std::nullopt);
    EXPECT_EQ(read_page(std::string(bare_title) + "<p>来源：本站</p>").agency, std::nullopt);
}

}  // namespace
}  // namespace gk::report
