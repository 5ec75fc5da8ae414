#include "web/portal/home.hpp"

#include <gmock/gmock.h>

#include "web/portal/portal_fixture.hpp"
#include "web/portal/sample_report.hpp"

namespace gk::web::portal {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(HomePage, the_four_columns_stand_in_their_order_before_the_application) {
    const auto site = test_site();
    const auto html = home_page(viewing_of(site, "/"), {});
    std::size_t at = 0;
    for (const std::string_view name :
         {"政府信息公开指南</a>", "政府信息公开制度</a>", "法定主动公开内容</a>",
          "政府信息公开年报</a>", "依申请公开</a>"}) {
        at = html.find(name, at);
        ASSERT_NE(at, std::string::npos) << name;
    }
}

TEST(HomePage, hostile_names_are_shown_as_text) {
    auto site = test_site();
    site.agency_name = "<script>alert(1)</script>";
    site.office.telephone = "\"><img src=x onerror=alert(1)>";
    auto report = sample_line(2023);
    report.title = "</a><svg onload=alert(1)>";
    const auto html =
        home_page(viewing_of(site, "/"), {.reports = {report}, .latest = {}, .classes = {}});
    EXPECT_THAT(html, AllOf(Not(HasSubstr("<script")), Not(HasSubstr("<img")),
                            Not(HasSubstr("<svg onload"))));
    EXPECT_THAT(html, HasSubstr("&lt;/a&gt;&lt;svg onload=alert(1)&gt;"));
}

TEST(HomePage, large_type_is_kept_by_every_link_and_can_be_left) {
    const auto site = test_site();
    auto viewing = viewing_of(site, "/");
    viewing.is_large = true;
    const auto html =
        home_page(viewing, {.reports = {sample_line(2023)}, .latest = {}, .classes = {}});
    EXPECT_THAT(html, HasSubstr("<html lang=\"zh-CN\" class=\"elder\">"));
    auto links = own_links(html);
    EXPECT_EQ(std::erase(links, "/"), 1) << "the one link to the ordinary type";
    EXPECT_THAT(links, AllOf(Not(IsEmpty()), Each(HasSubstr("?v=large"))));
}

TEST(HomePage, with_nothing_published_it_says_so_and_what_to_do) {
    const auto site = test_site();
    const auto html = home_page(viewing_of(site, "/"), {});
    EXPECT_THAT(html, HasSubstr("还没有公开的信息"));
    EXPECT_THAT(html, Not(HasSubstr("历年年报")));
}

TEST(HomePage, what_was_published_last_stands_first) {
    const auto site = test_site();
    auto late = sample_line(2021);
    late.published_on = Date(2025, 6, 1);
    const auto html = home_page(
        viewing_of(site, "/"), {.reports = {sample_line(2023), late}, .latest = {}, .classes = {}});
    EXPECT_LT(html.find("礼和镇2021年"), html.find("礼和镇2023年"));
    EXPECT_THAT(html, HasSubstr("2021—2023年"));
}

TEST(HomePage, a_class_without_information_shows_its_zero) {
    const auto site = test_site();
    DisclosureClass statistics;
    statistics.anchor = "article-20-4";
    statistics.name = "统计信息";
    const auto html =
        home_page(viewing_of(site, "/"), {.reports = {}, .latest = {}, .classes = {statistics}});
    EXPECT_THAT(own_links(html), Contains("/statutory-disclosures#article-20-4"));
    EXPECT_THAT(html, HasSubstr("统计信息</span><span class=\"toc-dots\"></span>"
                                "<span class=\"num\">0<"));
}

TEST(HomePage, a_figure_that_the_report_leaves_out_is_not_a_zero) {
    const auto site = test_site();
    report::AnnualReport latest;
    report::ApplicationFigures row;
    row.back() = figure(12);
    latest.applications[law::ApplicationRow::newly_received] = row;
    latest.applications[law::ApplicationRow::outcomes_total] = {};
    const auto html = home_page(viewing_of(site, "/"),
                                {.reports = {sample_line(2023)}, .latest = latest, .classes = {}});
    EXPECT_THAT(html, HasSubstr("收到公开申请</dt><dd>12<small>件</small>"));
    EXPECT_THAT(html, HasSubstr("办结公开申请</dt><dd>未填</dd>"));
}

TEST(HomePage, what_the_site_does_not_have_is_left_out) {
    auto site = test_site();
    site.office = {};
    const auto html = home_page(viewing_of(site, "/"), {});
    EXPECT_THAT(html, AllOf(Not(HasSubstr("工作机构</dt>")), Not(HasSubstr("ICP备案")),
                            Not(HasSubstr("演示"))));
}

TEST(Phrases, a_title_may_break_before_the_year_and_the_subject) {
    EXPECT_THAT(phrases("沙湾市西戈壁镇2023年政府信息公开工作年度报告"),
                ::testing::ElementsAre("沙湾市西戈壁镇", "2023年", "政府信息公开", "工作年度报告"));
    EXPECT_THAT(phrases("四、政府信息公开行政复议、行政诉讼情况"),
                ::testing::ElementsAre("四、政府信息公开行政复议、", "行政诉讼情况"));
    EXPECT_THAT(phrases("礼和镇人民政府"), ::testing::ElementsAre("礼和镇", "人民政府"));
}

}  // namespace
}  // namespace gk::web::portal
