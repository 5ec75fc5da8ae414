#include "web/portal/content_pages.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "web/portal/portal_fixture.hpp"
#include "web/portal/report_list_page.hpp"
#include "web/portal/sample_report.hpp"
#include "web/portal/search_page.hpp"

namespace gk::web::portal {
namespace {

using law::AgencyLevel;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

const Date today(2026, 5, 7);

TEST(GuidePage, shows_what_article_12_asks_of_the_office_and_says_what_is_not_filled_in) {
    auto site = test_site();
    site.office.fax = "000-1111111";
    const auto html = guide_page(viewing_of(site, "/disclosure-guide"), 23);
    EXPECT_THAT(html, AllOf(HasSubstr("礼和镇党政办公室</dd>"), HasSubstr("分为23类"),
                            HasSubstr("联系电话</dt><dd><span class=\"num\">000-0000000</span>"),
                            HasSubstr("传真号码</dt><dd><span class=\"num\">000-1111111</span>")));
    for (const std::string_view missing : {"办公地址", "办公时间", "互联网联系方式"}) {
        EXPECT_THAT(html,
                    HasSubstr(std::string(missing) + "</dt><dd><span class=\"muted\">未填</span>"));
    }
}

TEST(ApplicationsPage, says_that_the_online_way_is_closed_and_how_to_apply) {
    const auto site = test_site();
    const auto html = applications_page(viewing_of(site, "/applications"));
    EXPECT_THAT(html, AllOf(HasSubstr("网上申请还没有开通"), HasSubstr("礼和镇党政办公室"),
                            HasSubstr("20个工作日内答复"), HasSubstr("7个工作日内一次告知")));
}

TEST(ApplicationsPage, begins_a_form_at_its_answer_where_the_online_way_is_open) {
    auto site = test_site();
    site.takes_applications = true;
    EXPECT_THAT(
        applications_page(viewing_of(site, "/applications")),
        AllOf(HasSubstr("action=\"/applications/started-forms#answer\""),
              HasSubstr("网上提交、当面提交或者邮寄"), Not(HasSubstr("网上申请还没有开通"))));
}

TEST(RulesPage, puts_what_is_in_force_before_what_has_lapsed) {
    const auto site = test_site();
    const auto html = rules_page(viewing_of(site, "/disclosure-rules"), today);
    EXPECT_LT(html.find("国务院令第711号"), html.find("国务院令第492号"));
    EXPECT_LT(html.rfind("#ok"), html.find("#hold"));
}

TEST(RulesPage, knows_what_was_in_force_on_another_day) {
    const auto site = test_site();
    const auto html = rules_page(viewing_of(site, "/disclosure-rules"), Date(2019, 5, 14));
    EXPECT_LT(html.find("国务院令第492号"), html.find("国务院令第711号"));
}

TEST(DisclosureClasses, of_a_township_are_the_items_of_article_20_and_its_eight_of_article_21) {
    const auto classes = disclosure_classes(AgencyLevel::township, today);
    ASSERT_THAT(classes, SizeIs(23));
    EXPECT_EQ(classes[3].anchor, "article-20-4");
    EXPECT_EQ(classes[3].name, "统计信息");
    EXPECT_EQ(classes[3].content, "国民经济和社会发展统计信息");
    EXPECT_EQ(classes[3].basis, "第二十条第（四）项");
    EXPECT_EQ(classes[15].anchor, "article-21-1");
    EXPECT_EQ(classes[15].name, "贯彻落实农业农村政策");
    EXPECT_EQ(classes[15].article_name, "第二十一条");
}

TEST(DisclosureClasses, all_have_names_that_fit_a_list) {
    for (const auto& item : disclosure_classes(AgencyLevel::county, today)) {
        EXPECT_LE(item.name.size(), 16 * 3U) << item.name;
    }
}

TEST(DisclosureClasses, have_different_anchors) {
    auto classes = disclosure_classes(AgencyLevel::township, today);
    std::ranges::sort(classes, {}, &DisclosureClass::anchor);
    EXPECT_EQ(std::ranges::adjacent_find(classes, {}, &DisclosureClass::anchor), classes.end());
}

TEST(DisclosureClasses, of_a_time_that_is_not_modelled_are_none) {
    EXPECT_THAT(disclosure_classes(AgencyLevel::township, Date(2015, 1, 1)), SizeIs(0));
}

TEST(StatutoryPage, shows_every_class_with_its_count_and_its_text) {
    const auto site = test_site();
    auto classes = disclosure_classes(AgencyLevel::township, today);
    classes[3].count = 5;
    const auto html = statutory_page(viewing_of(site, "/statutory-disclosures"), classes);
    for (const auto& item : classes) {
        EXPECT_THAT(html, HasSubstr("id=\"" + item.anchor + "\""));
        EXPECT_THAT(html, HasSubstr(item.content));
    }
    EXPECT_THAT(html, AllOf(HasSubstr(">5件<"), Not(HasSubstr("还没有公开信息"))));
}

TEST(ReportListPage, shows_all_years_or_says_that_there_are_none) {
    const auto site = test_site();
    const auto viewing = viewing_of(site, "/annual-reports");
    const auto html =
        report_list_page(viewing, "礼和镇人民政府", {sample_line(2023), sample_line(2022)});
    EXPECT_THAT(own_links(html),
                AllOf(Contains("/annual-reports/2023"), Contains("/annual-reports/2022")));
    EXPECT_THAT(html, HasSubstr("共2件"));
    EXPECT_THAT(report_list_page(viewing, "礼和镇人民政府", {}), HasSubstr("还没有公开的年度报告"));
}

std::string found_for(std::string query) {
    const auto site = test_site();
    auto viewing = viewing_of(site, "/search");
    viewing.query = std::move(query);
    return search_page(viewing, {sample_line(2023), sample_line(2022)});
}

TEST(SearchPage, finds_reports_by_year_in_either_width) {
    for (const auto* query : {"2023", "２０２３", "  2023　礼和 "}) {
        EXPECT_THAT(own_links(found_for(query)), Contains("/annual-reports/2023")) << query;
        EXPECT_THAT(own_links(found_for(query)), Not(Contains("/annual-reports/2022"))) << query;
    }
}

TEST(SearchPage, finds_the_pages_of_the_portal_by_what_is_on_them) {
    EXPECT_THAT(found_for("电话"), HasSubstr("共1件"));
    EXPECT_THAT(found_for("电话"), HasSubstr("<a href=\"/disclosure-guide\">政府信息公开指南</a>"));
}

TEST(SearchPage, asks_for_words_where_there_are_none) {
    EXPECT_THAT(found_for(" 　"), HasSubstr("请在上方填写要找的词语"));
}

TEST(SearchPage, shows_hostile_words_as_text_in_the_page_the_box_and_the_links) {
    const auto html = found_for("\"><script>alert(1)</script>&v=x");
    EXPECT_THAT(html, AllOf(Not(HasSubstr("<script")), HasSubstr("共0件")));
    EXPECT_THAT(html, HasSubstr("value=\"&quot;&gt;&lt;script&gt;"));
    EXPECT_THAT(html, HasSubstr("href=\"/search?q=%22%3E%3Cscript%3E"));
}

TEST(SearchPage, keeps_the_words_in_the_link_to_the_large_type) {
    EXPECT_THAT(found_for("年报"), HasSubstr("?q=%E5%B9%B4%E6%8A%A5&amp;v=large\">大字版"));
}

TEST(SiteMapPage, leads_to_every_fixed_page_and_every_report) {
    const auto site = test_site();
    const auto links = own_links(site_map_page(viewing_of(site, "/site-map"), {sample_line()}));
    for (const auto& fixed : fixed_paths) {
        EXPECT_THAT(links, Contains(std::string(fixed.path)));
    }
    EXPECT_THAT(links, Contains("/annual-reports/2023"));
}

TEST(AllPages, say_whose_they_are_and_where_one_is) {
    const auto site = test_site();
    for (const auto& html : {accessibility_page(viewing_of(site, "/accessibility")),
                             help_page(viewing_of(site, "/help")),
                             guide_page(viewing_of(site, "/disclosure-guide"), 23)}) {
        EXPECT_THAT(html, AllOf(HasSubstr(" - 礼和镇人民政府</title>"),
                                HasSubstr("aria-label=\"当前位置\""),
                                HasSubstr("<li aria-current=\"page\">")));
        EXPECT_THAT(own_links(html), Each(Not(HasSubstr("v=large&"))));
    }
}

TEST(AllPages, name_the_current_column) {
    const auto site = test_site();
    EXPECT_THAT(guide_page(viewing_of(site, "/disclosure-guide"), 23),
                HasSubstr("<a href=\"/disclosure-guide\" aria-current=\"true\">"));
    EXPECT_THAT(applications_page(viewing_of(site, "/applications")),
                HasSubstr("<a href=\"/applications\" aria-current=\"true\">"));
}

}  // namespace
}  // namespace gk::web::portal
