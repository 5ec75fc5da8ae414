#include "report/flow.hpp"

#include <gtest/gtest.h>

#include "support/golden.hpp"

namespace gk::report {
namespace {

const people::Actor operating = people::operator_named("cli:root");

Act act(ReportAction action) {
    return {.action = action, .actor = "cli:root", .at = {}, .comment = {}};
}

// One line for one status, actor, day and action.
void print(std::string& text, std::optional<ReportStatus> status, const people::Actor& actor,
           Date today) {
    for (const auto& [action, obstacle] : available_actions({2023, status}, actor, today)) {
        const auto after = permit(action, {2023, status}, actor, today);
        EXPECT_EQ(after.has_value(), !obstacle.has_value());
        text += status ? key(*status) : "none";
        text += actor.name.empty() ? " | public | " : " | operator | ";
        text += today.iso();
        text += " | ";
        text += key(action);
        text += " | ";
        text += after ? "→ " + std::string(key(*after)) : obstacle->first().code;
        text += '\n';
    }
}

TEST(ReportFlow, is_written_out_in_full) {
    std::string text = "status | actor | today | action | what comes of it (report of 2023)\n";
    std::vector<std::optional<ReportStatus>> all = {std::nullopt};
    all.insert(all.end(), report_statuses().begin(), report_statuses().end());
    for (const auto status : all) {
        for (const auto& actor : {people::everyone(), operating}) {
            for (const auto today : {Date(2023, 12, 31), Date(2024, 1, 1)}) {
                print(text, status, actor, today);
            }
        }
    }
    test::expect_golden("tests/golden/flow_annual_report.txt", text);
}

TEST(ReportFlow, follows_the_acts_from_the_first_to_the_last) {
    using enum ReportAction;
    EXPECT_EQ(status_after({}), std::nullopt);
    const std::vector<Act> acts = {act(import_file), act(submit), act(send_back), act(import_file),
                                   act(submit),      act(clear),  act(publish)};
    const std::vector<ReportStatus> statuses = {ReportStatus::draft,     ReportStatus::submitted,
                                                ReportStatus::sent_back, ReportStatus::sent_back,
                                                ReportStatus::submitted, ReportStatus::cleared,
                                                ReportStatus::published};
    for (std::size_t count = 1; count <= acts.size(); ++count) {
        EXPECT_EQ(status_after(std::span(acts).first(count)), statuses[count - 1]) << count;
    }
}

TEST(ReportFlow, takes_acts_that_cannot_have_been_for_a_mistake_of_ours) {
    const std::vector<Act> acts = {act(ReportAction::publish)};
    EXPECT_THROW(static_cast<void>(status_after(acts)), Bug);
}

TEST(ReportFlow, says_what_can_be_done_instead) {
    const auto refused =
        permit(ReportAction::publish, {2023, ReportStatus::draft}, operating, Date(2024, 1, 1));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind(), ErrorKind::refused);
    EXPECT_EQ(refused.error().first().code, "report.action_not_now");
    EXPECT_EQ(refused.error().first().message, "2023年度的年度报告现在是“草稿”，不能公开。");
    EXPECT_EQ(refused.error().first().hint, "现在可以做的：导入文件、由案件计算、报送。");
}

TEST(ReportFlow, waits_for_the_end_of_the_year_on_its_legal_basis) {
    const auto refused =
        permit(ReportAction::submit, {2023, ReportStatus::draft}, operating, Date(2023, 12, 31));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "report.year_not_over");
    EXPECT_EQ(refused.error().first().basis, (Citation{"regulation-2019", 49}));
}

TEST(ReportFlow, has_words_for_every_status_and_action) {
    for (const auto status : report_statuses()) {
        EXPECT_EQ(report_status_of(key(status)), status);
        EXPECT_FALSE(label(status).empty());
    }
    for (const auto action : report_actions()) {
        EXPECT_EQ(report_action_of(key(action)), action);
        EXPECT_FALSE(label(action).empty());
    }
    EXPECT_EQ(report_status_of("done"), std::nullopt);
    EXPECT_EQ(report_action_of("done"), std::nullopt);
}

}  // namespace
}  // namespace gk::report
