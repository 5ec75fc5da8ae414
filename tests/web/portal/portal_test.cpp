#include "web/portal/portal.hpp"

#include <memory>

#include <gmock/gmock.h>

#include "people/service.hpp"
#include "report/export.hpp"
#include "report/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"
#include "web/portal/portal_fixture.hpp"
#include "web/portal/sample_report.hpp"
#include "web/router.hpp"

namespace gk::web::portal {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Moment published_at{1'705'708'800'000};  // 2024-01-20
const people::Actor operator_at_the_desk = people::operator_named("cli:test");

class PortalRoutes : public ::testing::Test {
protected:
    PortalRoutes() {
        EXPECT_TRUE(store::migrate_up(*database_, Moment{1}).has_value());
        add_agency("lihe", "礼和镇人民政府");
        add_agency("tianjia", "田家镇人民政府");
        add_report("lihe", 2023, report::AfterImport::publish);
        add_report("lihe", 2022, report::AfterImport::keep_draft);
        add_report("tianjia", 2023, report::AfterImport::publish);
        portal_ = std::make_unique<Portal>(
            PortalServices{.database = *database_, .clock = clock_, .font_folder = {}}, test_site(),
            files_);
        router_ = std::make_unique<Router>(portal_->routes());
        static_router_ = std::make_unique<Router>(files_.routes());
    }

    void add_agency(const std::string& code, const std::string& name) {
        people::NewAgency agency;
        agency.code = code;
        agency.name = name;
        agency.short_name = name;
        ASSERT_TRUE(people::register_agency(*database_, agency, operator_at_the_desk, Moment{1}));
    }

    void add_report(const std::string& agency, int year, report::AfterImport after) {
        auto content = sample_report(law::ReportFormat::form_2021);
        content.report_year = year;
        content.title = sample_line(year).title;
        content.proactive_format = law::ReportFormat::form_2021;
        content.applications_format = law::ReportFormat::form_2021;
        const auto imported = report::import_report(
            *database_, {.agency_code = agency, .report_year = year},
            {.name = "a.txt", .sha256 = std::string(64, '0'), .text = "text", .report = content},
            after, operator_at_the_desk, published_at, "经核对，原件如此");
        ASSERT_TRUE(imported) << imported.error().first().message;
    }

    Result<Response> get(const std::string& path, Parameters query = {}) {
        const auto match = router_->match(Method::get, path);
        if (match.route == nullptr) {
            ADD_FAILURE() << "no route for " << path;
            return Response{};
        }
        Request request;
        request.path = path;
        request.query = std::move(query);
        request.arguments = match.arguments;
        return match.route->handler(request);
    }

    std::string html(const std::string& path, Parameters query = {}) {
        auto response = get(path, std::move(query));
        if (!response) {
            ADD_FAILURE() << path << ": " << response.error().first().message;
            return {};
        }
        EXPECT_EQ(response->headers.get("Content-Type"), "text/html; charset=utf-8") << path;
        return response->body;
    }

    void expect_not_found(const std::string& path) {
        const auto response = get(path);
        ASSERT_FALSE(response) << path;
        EXPECT_EQ(response.error().kind(), ErrorKind::not_found) << path;
    }

    test::ThrowawayDatabase throwaway_{store::Dialect::sqlite};
    std::unique_ptr<store::Database> database_ = throwaway_.open();
    FixedClock clock_{Date(2026, 5, 7)};
    StaticFiles files_;
    std::unique_ptr<Portal> portal_;
    std::unique_ptr<Router> router_;
    std::unique_ptr<Router> static_router_;
};

TEST_F(PortalRoutes, show_a_published_report_at_the_address_of_the_site_and_of_its_agency) {
    const auto own = html("/annual-reports/2023");
    EXPECT_THAT(own, AllOf(HasSubstr("礼和镇人民政府"), HasSubstr("国办公开办函〔2021〕30号"),
                           HasSubstr("<time datetime=\"2024-01-20\">"), HasSubstr("勾稽核对通过")));
    EXPECT_THAT(html("/agencies/lihe/annual-reports/2023"), HasSubstr("勾稽核对通过"));
    EXPECT_THAT(html("/agencies/tianjia/annual-reports/2023"),
                HasSubstr("报告机关</dt><dd>田家镇人民政府"));
}

TEST_F(PortalRoutes, know_nothing_of_what_is_not_published_or_not_there) {
    for (const auto* path :
         {"/annual-reports/2022", "/annual-reports/2020", "/annual-reports/23",
          "/annual-reports/+202", "/annual-reports/02023", "/agencies/nobody/annual-reports",
          "/agencies/nobody/annual-reports/2023", "/agencies/lihe/annual-reports/2022/files/docx",
          "/agencies/lihe/annual-reports/2023/files/exe",
          "/agencies/lihe/annual-reports/2023/files/html"}) {
        expect_not_found(path);
    }
    EXPECT_THAT(html("/annual-reports"), Not(HasSubstr("2022年")));
    EXPECT_THAT(html("/"), Not(HasSubstr("2022年")));
    EXPECT_THAT(html("/search", {{"q", "2022"}}), HasSubstr("共0件"));
}

TEST_F(PortalRoutes, lead_from_every_page_to_pages_and_files_that_are_there) {
    for (const auto* path : {"/", "/annual-reports", "/annual-reports/2023", "/site-map",
                             "/agencies/tianjia/annual-reports/2023", "/search"}) {
        const auto page = html(path, {{"q", "2023"}});
        for (const auto& link : own_links(page)) {
            (void)get(link.substr(0, link.find_first_of("?#")));
        }
        constexpr std::string_view start = "href=\"/static/";
        for (auto at = page.find(start); at != std::string::npos; at = page.find(start, at + 1)) {
            const auto begin = at + std::string_view("href=\"").size();
            const auto address = page.substr(begin, page.find_first_of("\"#", begin) - begin);
            EXPECT_NE(static_router_->match(Method::get, address).route, nullptr) << address;
            EXPECT_EQ(std::ranges::count(address, '.'), 2) << "by its hash: " << address;
        }
    }
}

TEST_F(PortalRoutes, serve_the_large_type_at_the_same_addresses) {
    for (const auto& fixed : fixed_paths) {
        const std::string path(fixed.path);
        EXPECT_THAT(html(path), Not(HasSubstr("class=\"elder\""))) << path;
        EXPECT_THAT(html(path, {{"v", "large"}}), HasSubstr("class=\"elder\"")) << path;
        EXPECT_THAT(html(path, {{"v", "other"}}), Not(HasSubstr("class=\"elder\""))) << path;
    }
}

TEST_F(PortalRoutes, compare_two_published_reports_of_any_agency) {
    EXPECT_THAT(html("/annual-reports/compare", {{"a", "2023"}, {"b", "tianjia:2023"}}),
                AllOf(HasSubstr("共200项数据，0项不同"), HasSubstr("不适用："),
                      HasSubstr("href=\"/agencies/tianjia/annual-reports/2023\"")));
    EXPECT_THAT(
        html("/annual-reports/compare"),
        AllOf(HasSubstr("<option value=\"2023\" selected>"),
              HasSubstr("<option value=\"tianjia:2023\" selected>"), Not(HasSubstr("项数据"))));
}

TEST_F(PortalRoutes, say_what_is_wrong_with_the_two_that_were_chosen) {
    struct Case {
        std::string a;
        std::string b;
        int status;
        std::string_view code;
        std::string_view message;
    };

    for (const auto& [a, b, status, code, message] : {
             Case{"2023", "lihe:2023", 422, "compare.same_report",
                  "<a href=\"#b\">两次选择的是同一份年度报告。"},
             Case{"2023", "", 422, "compare.choice_missing", "<a href=\"#b\">没有选择第二份。"},
             Case{"2022", "2023", 404, "compare.unknown_choice",
                  "<a href=\"#a\">没有找到已经公开的“2022”年度报告。"},
             Case{"2023", "nobody:2023", 404, "compare.unknown_choice",
                  "没有找到已经公开的“nobody:2023”"},
             Case{":", "<b>", 404, "compare.unknown_choice", "没有找到已经公开的“&lt;b&gt;”"},
         }) {
        const auto answer = get("/annual-reports/compare", {{"a", a}, {"b", b}});
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, status) << code << ": " << a << " " << b;
        EXPECT_THAT(answer->body, AllOf(HasSubstr(message), HasSubstr("<title>错误：")));
    }
}

TEST_F(PortalRoutes, give_the_report_in_every_form_that_its_page_offers) {
    const auto page = html("/annual-reports/2023");
    for (const auto kind : report::export_kinds) {
        const auto path =
            "/agencies/lihe/annual-reports/2023/files/" + std::string(report::key(kind));
        if (kind == report::ExportKind::html) {
            EXPECT_THAT(page, Not(HasSubstr(path)));
            continue;
        }
        EXPECT_THAT(page, HasSubstr(path));
        const auto response = get(path);
        ASSERT_TRUE(response) << path;
        EXPECT_EQ(response->headers.get("Content-Type"), report::media_type(kind));
        EXPECT_EQ(response->headers.get("Content-Disposition"),
                  "attachment; filename=\"lihe-annual-report-2023." +
                      std::string(report::key(kind)) + "\"");
        EXPECT_GT(response->body.size(), 200U) << path;
    }
}

TEST_F(PortalRoutes, keep_no_page_that_depends_on_the_day_or_on_what_is_searched) {
    for (const auto& route : portal_->routes()) {
        const bool changes_by_itself =
            route.pattern == "/search" || route.pattern == "/disclosure-rules" ||
            route.pattern == "/disclosure-guide" || route.pattern == "/statutory-disclosures" ||
            route.method == Method::post;
        EXPECT_EQ(route.caching, changes_by_itself ? Caching::none : Caching::until_commit)
            << route.pattern;
        EXPECT_EQ(route.permission.value(), people::Permission::everyone) << route.pattern;
        EXPECT_EQ(route.limits.body_bytes_max,
                  route.method == Method::post ? ReportCheckDesk::body_bytes_max : 0U)
            << route.pattern;
    }
}

TEST_F(PortalRoutes, speak_for_the_agency_that_is_named_and_know_the_one_above_it) {
    people::NewAgency town;
    town.code = "xiaohe";
    town.name = "小河镇人民政府";
    town.short_name = "小河镇";
    town.parent_code = "lihe";
    ASSERT_TRUE(people::register_agency(*database_, town, operator_at_the_desk, Moment{1}));
    auto site = test_site();
    site.agency = "xiaohe";
    StaticFiles files;
    const Portal portal({.database = *database_, .clock = clock_, .font_folder = {}}, site, files);
    const auto page = portal.error_page({.status = 404,
                                         .kind = "not_found",
                                         .title = "没有找到",
                                         .problems = {},
                                         .path = {},
                                         .request_id = {}});
    EXPECT_THAT(page, AllOf(HasSubstr("<span class=\"site-home\">礼和镇人民政府</span>"),
                            HasSubstr("主办单位</dt><dd>小河镇人民政府</dd>")));
}

TEST_F(PortalRoutes, draw_an_error_in_the_look_of_the_portal) {
    const std::vector<Problem> problems = {{.code = "x",
                                            .message = "没有找到这个<页面>。",
                                            .field = {},
                                            .basis = {},
                                            .hint = "请检查网址。"}};
    const auto page = portal_->error_page({.status = 404,
                                           .kind = "not_found",
                                           .title = "没有找到",
                                           .problems = problems,
                                           .path = "/no\"such",
                                           .request_id = "1"});
    EXPECT_THAT(page, AllOf(HasSubstr("<h1>没有找到</h1>"), HasSubstr("没有找到这个&lt;页面&gt;。"),
                            HasSubstr("请检查网址。"), HasSubstr("礼和镇人民政府")));
}

}  // namespace
}  // namespace gk::web::portal
