// /report-check as a browser uses it: through the server, byte by byte.
#include <memory>

#include <gmock/gmock.h>

#include "document/zip_writer.hpp"
#include "people/service.hpp"
#include "report/export.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"
#include "web/application.hpp"
#include "web/http/raw_client.hpp"
#include "web/portal/portal.hpp"
#include "web/portal/portal_fixture.hpp"
#include "web/portal/sample_report.hpp"

namespace gk::web::portal {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using web::testing::RawClient;
using web::testing::RawResponse;

std::string field(std::string_view name, std::string_view value) {
    return "--edge\r\nContent-Disposition: form-data; name=\"" + std::string(name) + "\"\r\n\r\n" +
           std::string(value) + "\r\n";
}

std::string file(std::string_view name, std::string_view bytes) {
    return "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" +
           std::string(name) + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" +
           std::string(bytes) + "\r\n";
}

constexpr std::string_view end_of_form = "--edge--\r\n";

class ReportCheckOverHttp : public ::testing::Test {
protected:
    ReportCheckOverHttp() {
        EXPECT_TRUE(store::migrate_up(*database_, Moment{1}).has_value());
        portal_ = std::make_unique<Portal>(
            PortalServices{.database = *database_, .clock = clock_, .font_folder = {}}, test_site(),
            files_);
        application_ = std::make_unique<Application>(
            portal_->routes(), [this](const ErrorView& view) { return portal_->error_page(view); });
        ServerOptions options;
        options.port = 0;
        server_ = std::make_unique<Server>(std::move(options), *application_);
        server_->start();
    }

    RawResponse send(const std::string& body, const std::string& origin = "http://a") {
        RawClient client(server_->port());
        client.send("POST /report-check HTTP/1.1\r\nHost: a\r\nOrigin: " + origin +
                    "\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n\r\n");
        client.send(body);
        return client.receive().value_or(RawResponse());
    }

    RawResponse send_file(std::string_view name, std::string_view bytes) {
        return send(file(name, bytes) + std::string(end_of_form));
    }

    static std::string exported(const report::AnnualReport& report, report::ExportKind kind) {
        return report::export_report(
            report, kind,
            {.agency_name = "礼和镇人民政府", .made_at = Moment{1'705'708'800'000}, .fonts = {}});
    }

    test::ThrowawayDatabase throwaway_{store::Dialect::sqlite};
    std::unique_ptr<store::Database> database_ = throwaway_.open();
    FixedClock clock_{Date(2026, 5, 7)};
    StaticFiles files_;
    std::unique_ptr<Portal> portal_;
    std::unique_ptr<Application> application_;
    std::unique_ptr<Server> server_;
};

TEST_F(ReportCheckOverHttp, a_report_in_any_form_is_read_in_the_child_and_checked) {
    const auto report = sample_report(law::ReportFormat::form_2021);
    for (const auto kind :
         {report::ExportKind::docx, report::ExportKind::xlsx, report::ExportKind::html}) {
        const auto answer =
            send_file("a." + std::string(report::key(kind)), exported(report, kind));
        EXPECT_EQ(answer.status, 200) << report::key(kind);
        EXPECT_EQ(answer.header("cache-control"), "no-store");
        EXPECT_THAT(answer.body, AllOf(HasSubstr("勾稽核对通过"), HasSubstr("2023年")))
            << report::key(kind);
    }
}

TEST_F(ReportCheckOverHttp, a_pdf_is_read_too) {
    const auto report = sample_report(law::ReportFormat::form_2021);
    const auto answer = send_file("a.pdf", exported(report, report::ExportKind::pdf));
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body,
                AllOf(HasSubstr("<caption class=\"vh\">表四："), Not(HasSubstr("数据不一致"))));
}

TEST_F(ReportCheckOverHttp, a_wrong_sum_is_explained_at_its_cells) {
    auto report = sample_report(law::ReportFormat::form_2021);
    report.remedies[law::RemedyGroup::reconsideration][4] = figure(5);
    const auto answer = send_file("a.docx", exported(report, report::ExportKind::docx));
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, AllOf(HasSubstr("数据不一致"), HasSubstr("</a>5</td>")));
}

TEST_F(ReportCheckOverHttp, the_level_of_the_agency_decides_whether_it_may_make_rules) {
    auto report = sample_report(law::ReportFormat::form_2021);
    report.proactive_disclosure["government_rules.issued"] = figure(2);
    const auto bytes = file("a.docx", exported(report, report::ExportKind::docx));
    const auto form = [&](std::string_view level) {
        return send(bytes + field("level", level) + std::string(end_of_form)).body;
    };
    EXPECT_THAT(form(""), HasSubstr("勾稽核对通过"));
    EXPECT_THAT(form("township"), HasSubstr("数据不一致"));
    EXPECT_THAT(form("empire"), HasSubstr("没有“empire”这个机关层级。"));
}

TEST_F(ReportCheckOverHttp, what_cannot_be_read_is_a_problem_of_the_field) {
    std::string encrypted = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    for (const char letter : std::string_view("EncryptedPackage")) {
        encrypted.append(1, letter).append(1, '\0');
    }
    const auto bomb = document::zip(
        {{"word/document.xml", "<d><body>" + std::string(3U << 20U, ' ') + "</body></d>"}});
    const std::pair<std::string, std::string_view> cases[] = {
        {encrypted, "文件设有打开密码，不能读取。"},
        {bomb, "文件解压后的体积异常"},
        {"", "文件是空的"},
        {"今天下午两点开会。", "不是政府信息公开年度报告"},
        {std::string(ReportCheckDesk::file_bytes_max + 1, 'a'), "文件超过10MB"},
    };
    for (const auto& [bytes, message] : cases) {
        const auto answer = send_file("a.docx", bytes);
        EXPECT_EQ(answer.status, 422) << message;
        EXPECT_THAT(answer.body, AllOf(HasSubstr("<a href=\"#file\">"), HasSubstr(message),
                                       HasSubstr("aria-invalid=\"true\"")));
    }
}

TEST_F(ReportCheckOverHttp, an_empty_form_asks_for_the_file) {
    for (const auto& body : {std::string(end_of_form), file("", "") + std::string(end_of_form),
                             field("file", "text") + std::string(end_of_form)}) {
        const auto answer = send(body);
        EXPECT_EQ(answer.status, 422);
        EXPECT_THAT(answer.body, HasSubstr("<a href=\"#file\">没有选择文件。</a>"));
    }
}

TEST_F(ReportCheckOverHttp, a_form_that_is_cut_is_said_to_be_incomplete) {
    const auto answer = send("--edge\r\nContent-Disposition");
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, HasSubstr("收到的表单不完整"));
}

TEST_F(ReportCheckOverHttp, more_than_the_limit_is_refused_before_it_is_read) {
    RawClient client(server_->port());
    client.send(
        "POST /report-check HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\n"
        "Content-Type: multipart/form-data; boundary=edge\r\nContent-Length: 20000000\r\n"
        "\r\n");
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 413);
    EXPECT_THAT(answer->body, AllOf(HasSubstr("一次提交的内容太大"), HasSubstr("礼和镇")));
}

TEST_F(ReportCheckOverHttp, a_form_of_another_site_is_refused) {
    const auto answer = send(file("a.txt", "x") + std::string(end_of_form), "http://evil.example");
    EXPECT_EQ(answer.status, 403);
}

TEST_F(ReportCheckOverHttp, one_address_waits_after_ten_and_is_told_how_long) {
    for (int i = 0; i < ReportCheckDesk::rule.at_once; ++i) {
        EXPECT_EQ(send(std::string(end_of_form)).status, 422);
    }
    const auto answer = send(std::string(end_of_form));
    EXPECT_EQ(answer.status, 429);
    EXPECT_EQ(answer.header("retry-after"), "6");
    EXPECT_THAT(answer.body, AllOf(HasSubstr("提交得太频繁"), HasSubstr("请在6秒以后再提交。"),
                                   HasSubstr("<form action=\"/report-check")));
    clock_.set({clock_.now().utc_ms + 6000});
    EXPECT_EQ(send(std::string(end_of_form)).status, 422);
}

DeskAnswer ask(ReportCheckDesk& desk, const std::string& body) {
    Request request;
    request.method = Method::post;
    request.headers.set("Content-Type", "multipart/form-data; boundary=edge");
    request.body = body;
    return desk.answer(request);
}

TEST(ReportCheckDesk, does_not_read_more_files_at_once_than_it_may) {
    const FixedClock clock{Date(2026, 5, 7)};
    const auto body = file("a.txt", "x") + std::string(end_of_form);
    ReportCheckDesk busy(clock, 0);
    const auto refused = ask(busy, body);
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.retry_after_seconds, 10);
    EXPECT_EQ(refused.problems.front().code, "report_check.all_busy");
    ReportCheckDesk one(clock, 1);
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(ask(one, body).problems.front().code, "report.not_a_report");
    }
}

TEST(ReportCheckDesk, tells_every_problem_of_the_form_at_once) {
    const FixedClock clock{Date(2026, 5, 7)};
    ReportCheckDesk desk(clock);
    const auto answer = ask(desk, field("level", "empire") + std::string(end_of_form));
    ASSERT_EQ(answer.problems.size(), 2U);
    EXPECT_EQ(answer.problems[0].code, "report_check.unknown_level");
    EXPECT_EQ(answer.problems[1].code, "report_check.file_missing");
    EXPECT_EQ(answer.level, "empire");
    for (int i = 1; i < ReportCheckDesk::rule.at_once; ++i) {
        (void)ask(desk, "");
    }
    EXPECT_EQ(ask(desk, "").problems.front().code, "report_check.too_often");
}

}  // namespace
}  // namespace gk::web::portal
