#include "web/portal/upload_check_page.hpp"

#include <gmock/gmock.h>

#include "web/portal/errors.hpp"
#include "web/portal/portal_fixture.hpp"
#include "web/portal/sample_report.hpp"

namespace gk::web::portal {
namespace {

using law::ReportFormat;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string page_of(const DeskAnswer& answer) {
    const auto site = test_site();
    return upload_check_page(viewing_of(site, "/report-check"), answer);
}

DeskAnswer answer_of(report::AnnualReport content) {
    CheckedUpload checked{.file_name = "年报<1>.docx", .reading = {}, .check = {}};
    checked.check = report::check(content, {});
    checked.reading.report = std::move(content);
    checked.reading.status = report::ReadStatus::read;
    DeskAnswer answer;
    answer.checked = std::move(checked);
    return answer;
}

TEST(UploadCheckPage, begins_as_a_form_with_a_label_for_every_field) {
    const auto html = page_of({});
    EXPECT_THAT(html, AllOf(HasSubstr("method=\"post\" enctype=\"multipart/form-data\""),
                            HasSubstr("action=\"/report-check#answer\""),
                            HasSubstr("<label for=\"file\">"), HasSubstr("<label for=\"level\">"),
                            HasSubstr("<option value=\"township\">"), HasSubstr("不超过10MB"),
                            Not(HasSubstr("错误")), Not(HasSubstr("id=\"answer\""))));
}

TEST(UploadCheckPage, says_every_problem_above_the_form_and_again_at_its_field) {
    DeskAnswer answer;
    answer.level = "empire";
    answer.problems = {error(unknown_level, "empire").at("level").first(),
                       error(file_missing).at("file").first()};
    const auto html = page_of(answer);
    EXPECT_THAT(html, AllOf(HasSubstr("<title>错误：核对一份年报"), HasSubstr("有2处需要更正"),
                            HasSubstr("id=\"answer\" role=\"alert\" tabindex=\"-1\""),
                            HasSubstr("<a href=\"#level\">没有“empire”这个机关层级。</a>"),
                            HasSubstr("<a href=\"#file\">没有选择文件。</a>"),
                            HasSubstr("</span>没有选择文件。请选择一份年度报告的文件。</span>"),
                            HasSubstr("aria-describedby=\"file-hint file-problem\""),
                            HasSubstr("aria-describedby=\"level-hint level-problem\"")));
}

TEST(UploadCheckPage, keeps_the_level_that_was_chosen) {
    DeskAnswer answer;
    answer.level = "county";
    EXPECT_THAT(page_of(answer), HasSubstr("<option value=\"county\" selected>"));
}

TEST(UploadCheckPage, shows_facts_verdict_and_tables_of_what_was_read) {
    const auto html = page_of(answer_of(sample_report(ReportFormat::form_2021)));
    EXPECT_THAT(html, AllOf(HasSubstr("勾稽核对通过"), HasSubstr("年报&lt;1&gt;.docx"),
                            HasSubstr("国办公开办函〔2021〕30号"), HasSubstr("2023年度报告</h2>"),
                            HasSubstr("id=\"answer\" tabindex=\"-1\""), HasSubstr("再核对一份"),
                            Not(HasSubstr("没有读出的部分"))));
    EXPECT_EQ(std::string_view(html).find("<table class=\"statute"),
              html.find("<table class=\"statute"));
}

TEST(UploadCheckPage, explains_what_does_not_fit_at_its_cells) {
    auto report = sample_report(ReportFormat::form_2021);
    report.remedies[law::RemedyGroup::reconsideration][4] = figure(5);
    EXPECT_THAT(page_of(answer_of(report)),
                AllOf(HasSubstr("数据不一致"), HasSubstr("is-broken"),
                      HasSubstr("id=\"explain-1\""), HasSubstr("href=\"#explain-1\"")));
}

TEST(UploadCheckPage, names_what_could_not_be_read) {
    auto report = sample_report(ReportFormat::form_2021);
    report.remedies.clear();
    report.applications.erase(law::ApplicationRow::granted);
    report.is_truncated = true;
    EXPECT_THAT(
        page_of(answer_of(report)),
        AllOf(HasSubstr("没有读出的部分"), HasSubstr("<li>表四（行政复议、行政诉讼情况）</li>"),
              HasSubstr("<li>表三的“（一）予以公开”</li>"), HasSubstr("文本不完整"),
              Not(HasSubstr("<li>表二"))));
}

TEST(UploadCheckPage, a_report_from_before_the_tables_has_nothing_to_check) {
    report::AnnualReport report;
    report.report_year = 2012;
    EXPECT_THAT(page_of(answer_of(report)),
                AllOf(HasSubstr("没有可以核对的数据"), Not(HasSubstr("核对结果"))));
}

}  // namespace
}  // namespace gk::web::portal
