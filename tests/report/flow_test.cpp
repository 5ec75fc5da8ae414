#include "report/flow.hpp"

#include <gtest/gtest.h>

#include "support/golden.hpp"

namespace gk::report {
namespace {

const people::Actor operating = people::operator_named("cli:root");

Act act(ReportAction action) {
    return {.action = action, .actor = "cli:root", .at = {}, .comment = {}};
}

constexpr Id<people::Agency> town{7};

struct NamedActor {
    std::string name;
    people::Actor actor;
};

people::Actor holding(std::string name, people::Role role, Id<people::Agency> agency = town) {
    people::Actor actor;
    actor.name = std::move(name);
    actor.held_roles = {{.role = role, .agency = agency}};
    return actor;
}

// li drafted the report.
std::vector<NamedActor> actors() {
    using people::Role;
    return {{"public", people::everyone()},
            {"operator", operating},
            {"clerk", holding("user:wang", Role::clerk)},
            {"office_head", holding("user:wang", Role::office_head)},
            {"office_head, the drafter", holding("user:li", Role::office_head)},
            {"office_head elsewhere", holding("user:wang", Role::office_head, {8})},
            {"supervisor", holding("user:zhao", Role::supervisor)},
            {"system_administrator", holding("user:qian", Role::system_administrator)}};
}

// One line for one status, actor, day and action.
void print(std::string& text, std::optional<ReportStatus> status, const NamedActor& named,
           Date today) {
    const auto& actor = named.actor;
    const Standing standing{2023, status, town, {"user:li"}};
    for (const auto& [action, obstacle] : available_actions(standing, actor, today)) {
        const auto after = permit(action, standing, actor, today);
        EXPECT_EQ(after.has_value(), !obstacle.has_value());
        text += status ? key(*status) : "none";
        text += " | " + named.name + " | ";
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
        for (const auto& actor : actors()) {
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
    EXPECT_EQ(refused.error().first().hint, "现在可以做的：修改、导入文件、由案件计算、报送。");
}

TEST(ReportFlow, waits_for_the_end_of_the_year_on_its_legal_basis) {
    const auto refused =
        permit(ReportAction::submit, {2023, ReportStatus::draft}, operating, Date(2023, 12, 31));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "report.year_not_over");
    EXPECT_EQ(refused.error().first().basis, (Citation{"regulation-2019", 49}));
}

TEST(ReportFlow, lets_nobody_clear_what_he_drafted_or_submitted_for_himself_or_another) {
    using enum ReportAction;
    const auto refusal = [](const std::vector<Act>& acts, const people::Actor& actor) {
        const Standing standing{2023, ReportStatus::submitted, town, drafters_of(acts)};
        const auto permitted = permit(clear, standing, actor, Date(2024, 1, 1));
        return permitted ? std::string() : permitted.error().first().code;
    };
    const auto by = [](ReportAction action, std::string actor) {
        return Act{.action = action, .actor = std::move(actor), .at = {}, .comment = {}};
    };
    const auto wang = holding("user:wang", people::Role::office_head);
    EXPECT_EQ(refusal({by(edit, "user:li"), by(submit, "user:wang")}, wang),
              "report.second_person_missing");
    EXPECT_EQ(refusal({by(start, "user:wang"), by(submit, "user:li")}, wang),
              "report.second_person_missing");
    EXPECT_EQ(refusal({by(edit, "user:li on behalf of user:wang")}, wang),
              "report.second_person_missing");
    auto deputy = holding("user:zhou", people::Role::office_head);
    deputy.held_roles.front().on_behalf_of = "user:wang";
    EXPECT_EQ(refusal({by(edit, "user:wang")}, deputy), "report.second_person_missing");
    EXPECT_EQ(
        refusal({by(edit, "user:li"), by(submit, "user:li"), by(send_back, "user:wang")}, wang),
        "");
    EXPECT_EQ(refusal({by(import_file, "cli:root")}, operating), "");
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
