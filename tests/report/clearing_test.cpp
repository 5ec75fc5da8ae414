// A report whose figures do not agree is cleared only by someone who says why.
#include <gtest/gtest.h>

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
