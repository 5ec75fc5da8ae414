#include "web/portal/compare_page.hpp"

#include <gmock/gmock.h>

#include "web/portal/portal_fixture.hpp"
#include "web/portal/sample_report.hpp"

namespace gk::web::portal {
namespace {

using law::ApplicationRow;
using law::ReportFormat;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view copied = "持续推进基层政务公开标准化规范化建设工作";

class ComparePage : public ::testing::Test {
protected:
    ComparePage() {
        compared_.first.report_year = 2022;
        for (auto* report : {&compared_.first, &compared_.second}) {
            report->sections[0].paragraphs = {std::string(copied) + "<b>。"};
        }
        compared_.second.sections[0].paragraphs[0].insert(0, "一年来，");
    }

    std::string page() {
        const auto site = test_site();
        return compare_page(viewing_of(site, "/annual-reports/compare"),
                            {.choices = {compared_.second_line, compared_.first_line},
                             .first = "2022",
                             .second = "2023",
                             .problems = {},
                             .compared = compared_});
    }

    ComparedReports compared_{.first_line = sample_line(2022),
                              .second_line = sample_line(2023),
                              .first = sample_report(ReportFormat::form_2021),
                              .second = sample_report(ReportFormat::form_2021)};
};

TEST_F(ComparePage, shows_each_changed_cell_with_both_figures_and_the_change) {
    compared_.first.applications[ApplicationRow::granted][0] = figure(7);
    compared_.second.applications[ApplicationRow::granted][0] = figure(9);
    compared_.second.applications[ApplicationRow::granted][1] = marked(report::Mark::blank);
    EXPECT_THAT(page(), AllOf(HasSubstr("共200项数据，2项不同"),
                              HasSubstr("表三“（一）予以公开”的自然人</th><td>7</td><td>9</td>"
                                        "<td class=\"change\">+2</td>"),
                              HasSubstr("表三“（一）予以公开”的商业企业</th><td>0</td><td>未填</td>"
                                        "<td class=\"change\">—</td>")));
}

TEST_F(ComparePage, folds_the_cells_that_are_alike) {
    const auto html = page();
    const auto tables = html.substr(html.find("id=\"table-2\""));
    EXPECT_THAT(tables, HasSubstr("没有不同。"));
    EXPECT_LT(tables.find("<details>"), tables.find("<td>0</td>"));
    EXPECT_THAT(tables, HasSubstr("相同的175项"));
}

TEST_F(ComparePage, shows_what_carries_over_the_years_and_first_what_does_not_fit) {
    compared_.first.applications[ApplicationRow::carried_out][0] = figure(3);
    const auto html = page();
    const auto failing = html.find("不符</span>");
    ASSERT_NE(failing, std::string::npos);
    EXPECT_LT(failing, html.find("相符</span>"));
    EXPECT_THAT(html, Not(HasSubstr("不适用：")));
}

TEST_F(ComparePage, carries_nothing_over_between_two_agencies_and_names_both) {
    compared_.second_line.agency = "tianjia";
    compared_.second_line.agency_name = "田家镇人民政府";
    const auto html = page();
    EXPECT_THAT(html, AllOf(HasSubstr("不适用："), HasSubstr("田家镇人民政府2023年</h2>"),
                            HasSubstr("<optgroup label=\"田家镇人民政府\">"),
                            HasSubstr("<option value=\"tianjia:2023\">2023年</option>"),
                            HasSubstr("<option value=\"2022\" selected>2022年</option>")));
}

TEST_F(ComparePage, marks_the_text_in_common_on_both_sides_and_nothing_else) {
    const auto html = page();
    const auto mark = "<mark>" + std::string(copied) + "&lt;b";
    EXPECT_THAT(html, AllOf(HasSubstr("<p>" + mark), HasSubstr("<p>一年来，" + mark),
                            Not(HasSubstr("<b>"))));
    compared_.second.sections[0].paragraphs = {"另有安排。"};
    EXPECT_THAT(page(),
                AllOf(HasSubstr("没有连续12个字以上的相同文字。"), Not(HasSubstr("<mark>"))));
}

TEST_F(ComparePage, says_that_there_are_too_few_reports_to_compare) {
    const auto site = test_site();
    const auto html = compare_page(
        viewing_of(site, "/annual-reports/compare"),
        {.choices = {sample_line()}, .first = {}, .second = {}, .problems = {}, .compared = {}});
    EXPECT_THAT(html, AllOf(HasSubstr("不足两份"), Not(HasSubstr("<select"))));
}

TEST_F(ComparePage, keeps_both_choices_where_the_type_is_changed) {
    const auto site = test_site();
    auto viewing = viewing_of(site, "/annual-reports/compare");
    viewing.asked = {{"a", "tianjia:2022"}, {"b", "\"><b>"}};
    const CompareView view{
        .choices = {}, .first = {}, .second = {}, .problems = {}, .compared = {}};
    EXPECT_THAT(compare_page(viewing, view),
                AllOf(HasSubstr("compare?a=tianjia%3A2022&amp;b=%22%3E%3Cb%3E&amp;v=large\""),
                      Not(HasSubstr("<b>"))));
    viewing.is_large = true;
    EXPECT_THAT(compare_page(viewing, view),
                HasSubstr("compare?a=tianjia%3A2022&amp;b=%22%3E%3Cb%3E\""));
}

}  // namespace
}  // namespace gk::web::portal
