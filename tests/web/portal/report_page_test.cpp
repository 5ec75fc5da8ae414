#include "web/portal/report_page.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "web/portal/portal_fixture.hpp"
#include "web/portal/sample_report.hpp"

namespace gk::web::portal {
namespace {

using law::ApplicationRow;
using law::ReportFormat;
using report::RelationState;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string page_of(const report::AnnualReport& report, const report::CheckResult& check) {
    const auto site = test_site();
    return report_page(viewing_of(site, "/annual-reports/2023"),
                       {.line = sample_line(),
                        .report = report,
                        .check = check,
                        .downloads = {{"docx", "/agencies/lihe/annual-reports/2023/files/docx"}},
                        .years = {sample_line(2023), sample_line(2022)}});
}

std::size_t count_of(const std::string& html, std::string_view part) {
    std::size_t count = 0;
    for (auto at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) {
        ++count;
    }
    return count;
}

class ReportPage : public ::testing::TestWithParam<ReportFormat> {};

INSTANTIATE_TEST_SUITE_P(BothForms, ReportPage,
                         ::testing::Values(ReportFormat::trial_2019, ReportFormat::form_2021),
                         [](const auto& of) { return std::string(law::key(of.param)); });

TEST_P(ReportPage, shows_every_row_of_the_form_under_its_official_label) {
    const auto html =
        page_of(sample_report(GetParam()), sample_check(GetParam(), RelationState::holds));
    for (const auto row : law::application_rows(GetParam())) {
        EXPECT_THAT(html, HasSubstr(">" + std::string(law::label(row)) + "</th>"));
    }
    for (const auto& cell : law::proactive_cells(GetParam())) {
        EXPECT_THAT(html,
                    HasSubstr(">" + std::string(law::label(cell.item, GetParam())) + "</th>"));
    }
}

TEST_P(ReportPage, has_one_cell_for_each_figure_of_the_form) {
    const auto html =
        page_of(sample_report(GetParam()), sample_check(GetParam(), RelationState::holds));
    const auto tables = html.substr(0, html.find("id=\"check\""));
    const auto figures =
        law::proactive_cells(GetParam()).size() + law::application_rows(GetParam()).size() * 7 + 15;
    EXPECT_EQ(count_of(tables, "<td"), figures);
    EXPECT_EQ(count_of(tables, "is-zero"), figures);
}

TEST_P(ReportPage, gives_every_head_a_scope_and_every_table_a_caption) {
    const auto html =
        page_of(sample_report(GetParam()), sample_check(GetParam(), RelationState::holds));
    EXPECT_EQ(count_of(html, "<th>"), 0U);
    EXPECT_EQ(count_of(html, "<th "), count_of(html, " scope=\""));
    EXPECT_EQ(count_of(html, "<table"), count_of(html, "<caption"));
    EXPECT_THAT(html, HasSubstr("rowspan=\"8\">（三）不予公开</th>"));
}

TEST_P(ReportPage, counts_the_relations_that_hold) {
    const auto check = sample_check(GetParam(), RelationState::holds);
    const auto html = page_of(sample_report(GetParam()), check);
    EXPECT_THAT(html, HasSubstr("勾稽核对通过</span>" + std::to_string(check.relations.size()) +
                                "项勾稽关系全部成立。"));
}

TEST(ReportTables, keep_what_is_blank_missing_and_marked_apart_from_zero) {
    auto report = sample_report(ReportFormat::form_2021);
    auto& row = report.applications[ApplicationRow::carried_out];
    row = {figure(3),
           marked(report::Mark::blank),
           marked(report::Mark::absent),
           marked(report::Mark::slash),
           marked(report::Mark::dash),
           marked(report::Mark::none_word),
           figure(0)};
    const auto html = page_of(report, sample_check(ReportFormat::form_2021, RelationState::holds));
    EXPECT_THAT(html, HasSubstr("<td>3</td><td class=\"is-none\">未填</td>"
                                "<td class=\"is-none\">未提供</td><td class=\"is-none\">/</td>"
                                "<td class=\"is-none\">-</td><td class=\"is-none\">无</td>"
                                "<td class=\"is-sum is-zero\">0</td>"));
}

TEST(ReportTables, that_are_wide_scroll_in_a_named_region_that_the_keyboard_reaches) {
    const auto html = page_of(sample_report(ReportFormat::form_2021),
                              sample_check(ReportFormat::form_2021, RelationState::holds));
    EXPECT_EQ(count_of(html, "role=\"region\" aria-label=\"表三，可左右滚动\" tabindex=\"0\""), 1U);
    EXPECT_EQ(count_of(html, "role=\"region\" aria-label=\"表四，可左右滚动\" tabindex=\"0\""), 1U);
}

report::CheckResult one_failing_sum(report::AnnualReport& report, report::Severity severity) {
    report.applications[ApplicationRow::granted][0] = figure(7);
    report.applications[ApplicationRow::outcomes_total][0] = figure(9);
    auto check = sample_check(ReportFormat::form_2021, RelationState::holds);
    const auto relation = std::ranges::find(check.relations, "applications.sum[natural_person]",
                                            &report::Relation::code);
    relation->state = RelationState::fails;
    relation->severity = severity;
    relation->left = Decimal(7);
    relation->right = Decimal(9);
    relation->text = "自然人：7≠9";
    relation->hint = "请对照原文。";
    return check;
}

TEST(ReportCheck, a_failing_relation_is_an_equation_whose_cells_are_marked_in_the_table) {
    auto report = sample_report(ReportFormat::form_2021);
    const auto check = one_failing_sum(report, report::Severity::error);
    const auto html = page_of(report, check);
    EXPECT_THAT(html, HasSubstr("数据不一致</span>42项勾稽关系中1项不成立。"));
    EXPECT_THAT(html, HasSubstr("</span>甲</a>7</td>"));
    EXPECT_THAT(html, HasSubstr("</span>乙</a>9</td>"));
    EXPECT_EQ(count_of(html, "is-broken"), 2U);
    EXPECT_THAT(
        html,
        HasSubstr("<span class=\"tag\">甲</span>表三“（一）予以公开”的自然人</dt><dd>7</dd>"));
    EXPECT_THAT(html,
                HasSubstr("<span class=\"tag\">乙</span>表三“（七）总计”的自然人</dt><dd>9</dd>"));
    EXPECT_THAT(html, HasSubstr("相差</dt><dd>-2</dd>"));
    EXPECT_THAT(html, HasSubstr("请对照原文。"));
    EXPECT_THAT(html, AllOf(HasSubstr("1项不成立</span>"), HasSubstr("6项成立</span>")));
}

TEST(ReportCheck, a_warning_is_not_called_an_error) {
    auto report = sample_report(ReportFormat::form_2021);
    const auto html = page_of(report, one_failing_sum(report, report::Severity::warning));
    EXPECT_THAT(html, HasSubstr("请留意</span>42项勾稽关系中1项请留意。"));
    EXPECT_THAT(html, Not(HasSubstr("不成立")));
}

TEST(ReportCheck, what_cannot_be_assessed_is_not_called_good) {
    const auto html = page_of(sample_report(ReportFormat::form_2021),
                              sample_check(ReportFormat::form_2021, RelationState::not_assessable));
    EXPECT_THAT(html, HasSubstr("部分未能核对</span>42项勾稽关系中0项成立，42项"));
    EXPECT_THAT(html, Not(HasSubstr("勾稽核对通过")));
}

TEST(ReportCheck, a_report_that_lacks_a_table_is_not_called_good) {
    auto report = sample_report(ReportFormat::form_2021);
    report.remedies.clear();
    const auto html = page_of(report, sample_check(ReportFormat::form_2021, RelationState::holds));
    EXPECT_THAT(html, HasSubstr("部分未能核对</span>报告缺少法定表格，只核对了42项"));
}

TEST(ReportCheck, remarks_are_counted_and_listed) {
    auto check = sample_check(ReportFormat::form_2021, RelationState::holds);
    check.remarks.push_back({"x", "正文写新收5件", {}});
    const auto html = page_of(sample_report(ReportFormat::form_2021), check);
    EXPECT_THAT(html, AllOf(HasSubstr("另有1处提示。"), HasSubstr(">正文写新收5件</th>")));
}

TEST(ReportArticle, a_report_without_tables_is_text_and_is_not_checked) {
    report::AnnualReport report;
    report.title = "礼和镇2012年政府信息公开工作年度报告";
    report.preamble = {"2012年，礼和镇……"};
    const auto html = page_of(report, {});
    EXPECT_THAT(html, AllOf(HasSubstr("<p>2012年，礼和镇……</p>"), HasSubstr("没有法定表格"),
                            Not(HasSubstr("核对结果")), Not(HasSubstr("<table"))));
}

TEST(ReportArticle, hostile_text_is_shown_as_text) {
    auto report = sample_report(ReportFormat::form_2021);
    report.sections[0].title = "<script>alert(1)</script>";
    report.sections[0].paragraphs = {"<img src=x onerror=alert(1)>", "\"'><svg/onload=alert(1)>"};
    auto check = one_failing_sum(report, report::Severity::error);
    check.relations[7].hint = "<b onmouseover=alert(1)>";
    check.remarks.push_back({"x", "</th><script>", {}});
    const auto html = page_of(report, check);
    EXPECT_THAT(html, AllOf(Not(HasSubstr("<script")), Not(HasSubstr("<img")),
                            Not(HasSubstr("<svg/")), Not(HasSubstr("<b on"))));
}

TEST(ReportArticle, links_its_files_the_other_years_and_says_which_is_this) {
    const auto html = page_of(sample_report(ReportFormat::form_2021),
                              sample_check(ReportFormat::form_2021, RelationState::holds));
    EXPECT_THAT(html, HasSubstr("href=\"/agencies/lihe/annual-reports/2023/files/docx\" download"));
    EXPECT_THAT(html, HasSubstr("<a href=\"/annual-reports/2023\" aria-current=\"page\">2023年"));
    EXPECT_THAT(html, HasSubstr("<a href=\"/annual-reports/2022\">2022年"));
}

TEST(ReportArticle, a_short_line_without_a_stop_heads_what_follows_it) {
    auto report = sample_report(ReportFormat::form_2021);
    report.sections[4].paragraphs = {"存在的问题：", "公开不够及时。", "改进措施", "无"};
    const auto html = page_of(report, sample_check(ReportFormat::form_2021, RelationState::holds));
    EXPECT_THAT(html, HasSubstr("<h3>存在的问题：</h3><p>公开不够及时。</p>"
                                "<h3>改进措施</h3><p>无</p>"));
}

TEST(ReportLine, another_agency_has_addresses_of_its_own) {
    auto line = sample_line();
    const auto site = test_site();
    EXPECT_EQ(line.path(site), "/annual-reports/2023");
    line.agency = "tianjia";
    EXPECT_EQ(line.path(site), "/agencies/tianjia/annual-reports/2023");
}

}  // namespace
}  // namespace gk::web::portal
