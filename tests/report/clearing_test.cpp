// A report that is not whole, or whose figures do not agree, is cleared only by someone who says
// why.
#include <gtest/gtest.h>

#include "report/edit_service.hpp"
#include "report/kept_reports.hpp"

namespace gk::report {
namespace {

class ClearedReports : public Reports {};

GK_ON_BOTH_DATABASES(ClearedReports);

TEST_P(ClearedReports, whose_figures_do_not_agree_are_cleared_only_with_a_reason) {
    ASSERT_TRUE(import(form_2021()).has_value());
    ASSERT_TRUE(submit_report(database(), reference_, operating, now).has_value());
    const auto refused = clear_report(database(), reference_, " 　", operating, now);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind(), ErrorKind::refused);
    EXPECT_EQ(code_of(refused.error()), "report.clearing_reason_missing");
    EXPECT_EQ(refused.error().first().field, "comment");
    const auto stored = found();
    const auto failing = stored.check.errors();
    ASSERT_FALSE(failing.empty());
    const auto& message = refused.error().first().message;
    for (const auto* each : failing) {
        const std::string_view text = each->text;
        EXPECT_NE(message.find(text.substr(0, text.rfind("。"))), std::string::npos) << message;
    }
    EXPECT_EQ(message.find("。；"), std::string::npos) << message;
    EXPECT_EQ(message.find("。。"), std::string::npos) << message;
    EXPECT_EQ(stored.status, ReportStatus::submitted);

    const auto at_once = import_report(database(), {"bali", 2023}, file(form_2021()),
                                       AfterImport::publish, operating, now);
    ASSERT_FALSE(at_once.has_value());
    EXPECT_EQ(code_of(at_once.error()), "report.clearing_reason_missing");
    EXPECT_TRUE(list_reports(database(), "bali", operating).empty());
}

TEST_P(ClearedReports, that_are_not_whole_are_cleared_only_with_a_reason) {
    const auto started = start_report(database(), reference_, operating, now);
    ASSERT_TRUE(started.has_value());
    ReportEdit edit{.sections = {{law::Section::overview, {"一年的工作。"}},
                                 {law::Section::problems_and_improvements, {"仍有不足。"}}}};
    for (const auto& [cell, provenance] : started->provenance) {
        if (!cell.starts_with("remedies.") && cell != "applications.granted[6]") {
            edit.cells.push_back({cell, "0"});
        }
    }
    ASSERT_TRUE(edit_report(database(), reference_, edit, operating, now).has_value());
    ASSERT_TRUE(submit_report(database(), reference_, operating, now).has_value());
    const auto refused = clear_report(database(), reference_, {}, operating, now);
    EXPECT_EQ(code_of(refused.error()), "report.parts_missing");
    EXPECT_EQ(
        refused.error().first().message,
        "报告还没有写全，没有写明理由，不能审核通过：“收到和处理政府信息公开申请情况”有1格没有"
        "填，“政府信息公开行政复议、行政诉讼情况”有15格没有填，“其他需要报告的事项”没有写。");
    EXPECT_EQ(refused.error().first().basis, (Citation{"regulation-2019", 50}));
    EXPECT_TRUE(clear_report(database(), reference_, "先行公开", operating, now).has_value());
}

TEST_P(ClearedReports, whose_figures_agree_are_cleared_without_a_reason) {
    auto agreeing = form_2021();
    agreeing.applications.clear();
    agreeing.remedies.clear();
    for (const auto* const column : {"issued", "repealed", "in_force"}) {
        agreeing.proactive_disclosure[std::string("government_rules.") + column] =
            figure_of(Decimal(0));
    }
    ASSERT_TRUE(import(agreeing).has_value());
    ASSERT_FALSE(found().check.has_error());
    ASSERT_TRUE(submit_report(database(), reference_, operating, now).has_value());
    EXPECT_TRUE(clear_report(database(), reference_, {}, operating, now).has_value());
}

}  // namespace
}  // namespace gk::report
