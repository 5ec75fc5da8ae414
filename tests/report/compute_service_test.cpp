#include "report/compute_service.hpp"

#include <gmock/gmock.h>

#include "report/report_settings_service.hpp"
#include "report/sample_report.hpp"
#include "report/town_with_cases.hpp"

namespace gk::report {
namespace {

using application::Action;
using law::ApplicantColumn;
using law::ApplicationRow;

using ComputedReport = TownWithCases;

GK_ON_BOTH_DATABASES(ComputedReport);

TEST_P(ComputedReport, counts_cases_by_the_days_that_govern_and_balances) {
    some_cases();
    const auto computed = compute(2025);
    ASSERT_TRUE(computed.has_value());
    const auto& stored = computed->stored;
    EXPECT_EQ(stored.status, ReportStatus::draft);
    EXPECT_EQ(cell(stored, ApplicationRow::newly_received), "2");
    EXPECT_EQ(cell(stored, ApplicationRow::newly_received, ApplicantColumn::commercial_enterprise),
              "1");
    EXPECT_EQ(cell(stored, ApplicationRow::carried_in), "1");
    EXPECT_EQ(cell(stored, ApplicationRow::granted), "1");
    EXPECT_EQ(cell(stored, ApplicationRow::otherwise_closed_other), "1");
    EXPECT_EQ(cell(stored, ApplicationRow::outcomes_total), "2");
    EXPECT_EQ(cell(stored, ApplicationRow::carried_out), "1");
    EXPECT_FALSE(stored.check.has_error());
    EXPECT_EQ(stored.provenance.at("applications.granted[6]").origin, CellOrigin::computed);
    EXPECT_EQ(stored.report.title, "某镇人民政府2025年政府信息公开工作年度报告");
    EXPECT_FALSE(computed->is_locked);
    EXPECT_THAT(stored.report.sections[5].paragraphs,
                testing::ElementsAre("2025年，本机关没有收取政府信息公开信息处理费。"));
}

TEST_P(ComputedReport, carries_over_from_year_to_year) {
    some_cases();
    ASSERT_TRUE(compute(2024).has_value());
    ASSERT_TRUE(compute(2025).has_value());
    const auto next = compute(2026);
    EXPECT_EQ(cell(next->stored, ApplicationRow::carried_in), "1");
    for (const auto& relation : next->stored.check.more_relations) {
        if (relation.code.starts_with("R5")) {
            EXPECT_EQ(relation.state, RelationState::holds) << relation.text;
        }
    }
}

TEST_P(ComputedReport, counts_remedies_with_those_of_earlier_years_or_without) {
    using enum law::RemedyResult;
    using law::RemedyGroup;
    decided(remedy(RemedyGroup::reconsideration, {2024, 12, 1}),
            law::ReconsiderationDecision::upheld, {2025, 1, 20});
    decided(remedy(RemedyGroup::reconsideration, {2025, 2, 1}),
            law::ReconsiderationDecision::revoked, {2025, 3, 20});
    remedy(RemedyGroup::direct_litigation, {2025, 11, 1});
    const auto all = compute(2025)->stored;
    EXPECT_EQ(cell(all, RemedyGroup::reconsideration, upheld), "1");
    EXPECT_EQ(cell(all, RemedyGroup::reconsideration, overturned), "1");
    EXPECT_EQ(cell(all, RemedyGroup::reconsideration, total), "2");
    EXPECT_EQ(cell(all, RemedyGroup::direct_litigation, pending), "1");
    EXPECT_EQ(cell(all, RemedyGroup::litigation_after_reconsideration, total), "0");
    EXPECT_EQ(behind("remedies.reconsideration[4]")->total, 2);
    EXPECT_EQ(behind("remedies.reconsideration[0]")->cases.front().received_on, Date(2024, 12, 1));
    EXPECT_EQ(behind("remedies.direct_litigation[3]")->total, 1);
    EXPECT_TRUE(behind("remedies.direct_litigation[3]")->are_remedies);
    const auto filed = compute(2025, {2026, 1, 10}, RemedyScope::filed_in_year)->stored;
    EXPECT_EQ(cell(filed, RemedyGroup::reconsideration, total), "1");
}

TEST_P(ComputedReport, counts_the_remedies_that_the_agency_has_laid_down) {
    using law::RemedyGroup;
    decided(remedy(RemedyGroup::reconsideration, {2024, 12, 1}),
            law::ReconsiderationDecision::upheld, {2025, 1, 20});
    const auto total_of = [&](const Result<Computed>& computed) {
        return cell(computed->stored, RemedyGroup::reconsideration, law::RemedyResult::total);
    };
    EXPECT_EQ(total_of(compute(2025, {2026, 1, 10}, std::nullopt)), "1");
    const auto head = person(people::Role::office_head);
    const auto now = noon({2026, 1, 10});
    const ReportSettings settings{.version = 0, .remedies = RemedyScope::filed_in_year};
    ASSERT_EQ(*change_report_settings(database(), "xigebi", settings, head, now), 1);
    EXPECT_EQ(total_of(compute(2025, {2026, 1, 10}, std::nullopt)), "0");
    EXPECT_EQ(total_of(compute(2025)), "1");
    EXPECT_EQ(cases_of_cell(database(), {"xigebi", 2025}, "remedies.reconsideration[4]",
                            std::nullopt, 100, 0, operating)
                  ->total,
              0);
    EXPECT_EQ(code(change_report_settings(database(), "xigebi", settings, head, now)),
              "report.settings_changed");
    EXPECT_EQ(code(change_report_settings(database(), "xigebi", settings, clerk(), now)),
              "report.settings_not_allowed");
    EXPECT_EQ(find_report_settings(database(), "xigebi")->version, 1);
}

TEST_P(ComputedReport, opens_the_cases_behind_every_cell_that_it_counts) {
    some_cases();
    const auto stored = compute(2025)->stored;
    for (const auto row : law::application_rows(law::ReportFormat::form_2021)) {
        for (const auto column : law::applicant_columns()) {
            const auto name = cell_name(row, column);
            const auto found = behind(name);
            ASSERT_TRUE(found.has_value()) << name;
            EXPECT_EQ(std::to_string(found->total), find(stored.report, name)->printed) << name;
            EXPECT_EQ(found->cases.size(), static_cast<std::size_t>(found->total)) << name;
        }
    }
    EXPECT_EQ(behind("applications.carried_out[6]")->cases.front().public_id, open_);
    EXPECT_EQ(code(behind("proactive_disclosure.permits")), "report.cell_without_cases");
    EXPECT_EQ(code(behind("applications.granted[6]", 2016)), "report.cell_without_cases");
}

TEST_P(ComputedReport, keeps_what_was_typed_beside_its_own_tables) {
    some_cases();
    auto typed = sample_report(law::ReportFormat::form_2021);
    typed.report_year = 2025;
    typed.sections[5].paragraphs = {"全年收取信息处理费0元。"};
    ASSERT_TRUE(
        import_report(
            database(), {"xigebi", 2025},
            {.name = "年报.docx", .sha256 = std::string(64, 'a'), .text = "全文", .report = typed},
            AfterImport::keep_draft, operating, noon({2026, 1, 8}))
            .has_value());
    const auto computed = compute(2025);
    const auto& stored = computed->stored;
    EXPECT_EQ(stored.report.proactive_disclosure, typed.proactive_disclosure);
    EXPECT_EQ(stored.report.sections[0].paragraphs, typed.sections[0].paragraphs);
    EXPECT_EQ(stored.report.sections[5].paragraphs, typed.sections[5].paragraphs);
    EXPECT_EQ(cell(stored, ApplicationRow::newly_received), "2");
    EXPECT_FALSE(computed->differences.empty());
    EXPECT_EQ(computed->figures_of, std::nullopt);
    EXPECT_EQ(stored.provenance.at("proactive_disclosure.permits").origin, CellOrigin::imported);
}

TEST_P(ComputedReport, leaves_a_locked_report_alone_and_says_which_case_changed_since) {
    some_cases();
    ASSERT_TRUE(compute(2025).has_value());
    ASSERT_TRUE(
        submit_report(database(), {"xigebi", 2025}, operating, noon({2026, 1, 11})).has_value());
    auto locked = compute(2025, {2026, 1, 12});
    EXPECT_TRUE(locked->is_locked);
    EXPECT_TRUE(locked->differences.empty());
    EXPECT_TRUE(locked->movements.empty());
    // Withdrawn in 2025, as it turns out only now.
    did(open_, Action::withdraw, {2026, 1, 13}, {.on = Date(2025, 12, 31), .text = "来电撤回"});
    locked = compute(2025, {2026, 1, 14});
    EXPECT_TRUE(locked->is_locked);
    EXPECT_EQ(locked->stored.version, 2);
    std::vector<std::string> cells;
    for (const auto& difference : locked->differences) {
        cells.push_back(difference.cell_name + " " + difference.kept + ">" + difference.computed);
    }
    EXPECT_THAT(cells, testing::UnorderedElementsAre("applications.otherwise_closed.other[0] 1>2",
                                                     "applications.otherwise_closed.other[6] 1>2",
                                                     "applications.outcomes_total[0] 1>2",
                                                     "applications.outcomes_total[6] 2>3",
                                                     "applications.carried_out[0] 1>0",
                                                     "applications.carried_out[6] 1>0"));
    ASSERT_EQ(locked->movements.size(), 1U);
    const auto& movement = locked->movements.front();
    EXPECT_EQ(movement.public_id, open_);
    EXPECT_THAT(movement.before, testing::HasSubstr("结转下年度继续办理"));
    EXPECT_THAT(movement.now, testing::HasSubstr("3.其他"));
    EXPECT_EQ(movement.acted_at, noon({2026, 1, 13}));
    EXPECT_EQ(locked->figures_of, noon({2026, 1, 10}));
}

TEST_P(ComputedReport, explains_a_remedy_that_was_decided_since) {
    const auto id = remedy(law::RemedyGroup::reconsideration, {2025, 12, 1});
    ASSERT_TRUE(compute(2025).has_value());
    ASSERT_TRUE(
        submit_report(database(), {"xigebi", 2025}, operating, noon({2026, 1, 11})).has_value());
    EXPECT_TRUE(
        remedy::act(remedy_desk_, {id}, remedy::RemedyAction::record_decision,
                    {.on = Date(2025, 12, 30), .decision = law::ReconsiderationDecision::upheld},
                    clerk(), noon({2026, 1, 13}))
            .has_value());
    const auto locked = compute(2025, {2026, 1, 14});
    ASSERT_EQ(locked->movements.size(), 1U);
    EXPECT_TRUE(locked->movements.front().is_remedy);
    EXPECT_EQ(locked->movements.front().before, "行政复议：尚未审结");
    EXPECT_EQ(locked->movements.front().now, "行政复议：结果维持");
}

TEST_P(ComputedReport, is_refused_for_years_without_tables_and_to_strangers) {
    EXPECT_EQ(code(compute(2018)), "report.year_out_of_range");
    EXPECT_EQ(code(compute(2027)), "report.year_out_of_range");
    EXPECT_EQ(
        code(compute_report({.database = database(), .calendar = calendar()}, {"xigebi", 2025},
                            RemedyScope::all_of_year, people::everyone(), noon({2026, 1, 10}))),
        "report.not_found");
    EXPECT_EQ(
        code(compute_report({.database = database(), .calendar = calendar()}, {"xigebi", 2025, 7},
                            RemedyScope::all_of_year, operating, noon({2026, 1, 10}))),
        "report.changed_by_another");
    EXPECT_EQ(code(cases_of_cell(database(), {"xigebi", 2025}, "applications.granted[6]",
                                 RemedyScope::all_of_year, 1, 0, people::everyone())),
              "report.not_found");
}

TEST_P(ComputedReport, replaces_its_own_sentence_on_the_fee) {
    some_cases();
    ASSERT_TRUE(compute(2025).has_value());
    const auto again = compute(2025);
    EXPECT_EQ(again->stored.report.sections[5].paragraphs.size(), 1U);
    EXPECT_TRUE(again->differences.empty());
}

}  // namespace
}  // namespace gk::report
