// The relations of a report: beside a naive evaluation, across two years, and what explains a
// failure.
#include "report/check.hpp"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/table_model.hpp"

namespace gk::report {
namespace {

using law::ApplicationRow;
using testing::HasSubstr;

const Relation& relation(const CheckResult& result, std::string_view code) {
    for (const auto* list : {&result.relations, &result.more_relations}) {
        const auto found = std::ranges::find(*list, code, &Relation::code);
        if (found != list->end()) {
            return *found;
        }
    }
    ADD_FAILURE() << "no relation " << code;
    static const Relation none;
    return none;
}

bool has_remark(const CheckResult& result, std::string_view code) {
    return std::ranges::find(result.remarks, code, &Remark::code) != result.remarks.end();
}

Figure figure(int value) {
    return {.value = Decimal(value),
            .mark = Mark::figure,
            .printed = std::to_string(value),
            .place = {}};
}

// Every cell 0: every relation holds.
AnnualReport empty_report(int year = 2023) {
    AnnualReport report;
    report.agency = "青石县柳林镇人民政府";
    report.report_year = year;
    report.format = report.proactive_format = report.applications_format =
        law::ReportFormat::form_2021;
    for (const auto& cell : law::proactive_cells(law::ReportFormat::form_2021)) {
        report.proactive_disclosure[std::string(cell.key)] = figure(0);
    }
    for (const auto row : law::application_rows(law::ReportFormat::form_2021)) {
        report.applications[row].fill(figure(0));
    }
    for (const auto group : law::remedy_groups()) {
        report.remedies[group].fill(figure(0));
    }
    return report;
}

std::optional<Decimal> naive_sum(const std::vector<const Figure*>& figures) {
    Decimal sum;
    for (const auto* each : figures) {
        if (!each->value) {
            return std::nullopt;
        }
        sum += *each->value;
    }
    return sum;
}

void expect_like(const Relation& relation, const std::optional<Decimal>& left,
                 const std::optional<Decimal>& right) {
    const auto state = !left || !right   ? RelationState::not_assessable
                       : *left == *right ? RelationState::holds
                                         : RelationState::fails;
    EXPECT_EQ(static_cast<int>(relation.state), static_cast<int>(state)) << relation.code;
    if (state != RelationState::not_assessable) {
        EXPECT_EQ(relation.left, left) << relation.code;
        EXPECT_EQ(relation.right, right) << relation.code;
    }
}

TEST(Check, agrees_with_a_naive_evaluation_of_random_reports) {
    const auto seed = static_cast<unsigned>(std::random_device{}());
    std::cout << "seed " << seed << '\n';
    Random random(seed);
    for (int run = 0; run < 200; ++run) {
        const auto report = random_report(law::ReportFormat::form_2021, true, random);
        const auto result = check(report, {});
        const auto& table = report.applications;
        for (std::size_t column = 0; column < law::applicant_column_count; ++column) {
            const auto name = "[" + std::string(law::key(law::applicant_columns()[column])) + "]";
            const auto at = [&](ApplicationRow row) { return &table.at(row)[column]; };
            expect_like(
                relation(result, "applications.balance" + name),
                naive_sum({at(ApplicationRow::newly_received), at(ApplicationRow::carried_in)}),
                naive_sum({at(ApplicationRow::outcomes_total), at(ApplicationRow::carried_out)}));
            std::vector<const Figure*> outcomes;
            for (const auto row : law::outcome_rows(law::ReportFormat::form_2021)) {
                outcomes.push_back(at(row));
            }
            expect_like(relation(result, "applications.sum" + name), naive_sum(outcomes),
                        naive_sum({at(ApplicationRow::outcomes_total)}));
        }
        for (const auto& [row, figures] : table) {
            std::vector<const Figure*> parts;
            for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
                parts.push_back(&figures[i]);
            }
            expect_like(relation(result, "applications.total[" + std::string(law::key(row)) + "]"),
                        naive_sum(parts), naive_sum({&figures.back()}));
        }
    }
}

TEST(Check, finds_nothing_in_a_report_of_noughts) {
    const auto report = empty_report();
    const auto previous = empty_report(2022);
    const auto result = check(report, {.previous = &previous, .level = law::AgencyLevel::township});
    EXPECT_FALSE(result.has_error());
    EXPECT_EQ(result.relations.size(), 42U);
    EXPECT_TRUE(result.remarks.empty());
}

TEST(Check, what_was_carried_out_last_year_is_carried_in_this_year) {
    const auto report = empty_report();
    auto previous = empty_report(2022);
    previous.applications[ApplicationRow::carried_out][0] = figure(3);
    const auto result = check(report, {.previous = &previous, .level = std::nullopt});
    EXPECT_TRUE(result.has_error());
    EXPECT_EQ(relation(result, "R5[natural_person]").state, RelationState::fails);
    EXPECT_EQ(relation(result, "R5[total]").state, RelationState::holds);
}

TEST(Check, documents_in_force_that_do_not_follow_from_last_year_are_a_warning) {
    auto report = empty_report();
    report.proactive_disclosure["normative_documents.in_force"] = figure(5);
    const auto previous = empty_report(2022);
    const auto result = check(report, {.previous = &previous, .level = std::nullopt});
    EXPECT_FALSE(result.has_error());
    EXPECT_EQ(relation(result, "R6[normative_documents]").state, RelationState::fails);
}

TEST(Check, a_wrong_file_given_as_last_years_report_is_remarked_on) {
    auto report = empty_report(2023);
    report.agency = "西戈壁镇人民政府";
    const auto remarks_beside = [&](int year, const std::string& agency) {
        auto previous = empty_report(year);
        previous.agency = agency;
        std::vector<std::string> codes;
        for (const auto& remark :
             check(report, {.previous = &previous, .level = std::nullopt}).remarks) {
            if (remark.code.starts_with("previous.")) {
                codes.push_back(remark.code);
            }
        }
        return codes;
    };
    EXPECT_THAT(remarks_beside(2022, "沙湾市西戈壁镇"), testing::IsEmpty());
    EXPECT_THAT(remarks_beside(2021, "沙湾市西戈壁镇"),
                testing::ElementsAre("previous.other_year"));
    EXPECT_THAT(remarks_beside(2023, "青石县柳林镇"),
                testing::ElementsAre("previous.other_year", "previous.other_agency"));
}

TEST(Check, a_negative_or_broken_count_is_an_error) {
    auto report = empty_report();
    report.proactive_disclosure["permits"] = figure(-3);
    const auto result = check(report, {});
    EXPECT_TRUE(result.has_error());
    EXPECT_EQ(relation(result, "R7[proactive_disclosure.permits]").left, Decimal(-3));
}

TEST(Check, an_amount_printed_in_yuan_is_a_warning) {
    auto report = empty_report();
    report.proactive_disclosure["fees_10k_yuan"] = {
        .value = Decimal::parse("0.04"), .mark = Mark::figure, .printed = "400元", .place = {}};
    const auto result = check(report, {});
    EXPECT_FALSE(result.has_error());
    EXPECT_EQ(relation(result, "R8[fees_10k_yuan]").state, RelationState::fails);
}

TEST(Check, closing_for_unpaid_fees_is_to_be_explained_in_section_six) {
    auto report = empty_report();
    report.applications[ApplicationRow::otherwise_closed_fee_unpaid][6] = figure(1);
    EXPECT_EQ(relation(check(report, {}), "R11").state, RelationState::fails);
    report.sections[5].paragraphs = {"本年度收取信息处理费400元。"};
    EXPECT_EQ(relation(check(report, {}), "R11").state, RelationState::holds);
}

TEST(Check, digits_of_one_figure_in_two_cells_are_offered_as_the_explanation) {
    auto report = empty_report();
    auto& row = report.applications[ApplicationRow::newly_received];
    row[0] = figure(1);
    row[1] = figure(2);
    row[6] = figure(12);
    report.applications[ApplicationRow::carried_out][0] = figure(12);
    report.applications[ApplicationRow::carried_out][6] = figure(12);
    const auto result = check(report, {});
    const auto& total = relation(result, "applications.total[newly_received]");
    EXPECT_EQ(total.state, RelationState::fails);
    EXPECT_THAT(total.hint, HasSubstr("请与原件核对"));
    EXPECT_THAT(relation(result, "applications.balance[natural_person]").hint,
                HasSubstr("请与原件核对"));
}

TEST(Check, a_figure_in_the_column_beside_its_own_is_offered_as_the_explanation) {
    auto report = empty_report();
    report.applications[ApplicationRow::granted][1] = figure(4);
    report.applications[ApplicationRow::granted][6] = figure(4);
    auto& total = report.applications[ApplicationRow::outcomes_total];
    total[0] = figure(4);
    total[6] = figure(4);
    const auto result = check(report, {});
    EXPECT_THAT(relation(result, "applications.sum[natural_person]").hint,
                HasSubstr("请与原件核对"));
}

TEST(Check, prose_that_names_another_sum_is_a_remark_and_no_error) {
    auto report = empty_report();
    report.sections[0].paragraphs = {"本年受理政府信息公开申请17件，均已答复。"};
    const auto result = check(report, {});
    EXPECT_FALSE(result.has_error());
    EXPECT_TRUE(has_remark(result, "prose.newly_received"));
}

TEST(Check, the_place_of_a_remark_on_prose_is_quoted_whole) {
    auto report = empty_report();
    for (const std::string_view unit : {"件", " 件", "  宗"}) {
        report.sections[0].paragraphs = {"受理申请 3" + std::string(unit) + "。"};
        const auto remarks = check(report, {}).remarks;
        ASSERT_EQ(remarks.size(), 1U);
        EXPECT_EQ(remarks[0].place, "“受理申请 3" + std::string(unit) + "”");
    }
}

TEST(Check, prose_that_counts_applications_of_another_trade_is_no_remark) {
    auto report = empty_report();
    report.sections[0].paragraphs = {"本年受理行政复议申请17件，收到行政许可申请40件。"};
    EXPECT_FALSE(has_remark(check(report, {}), "prose.newly_received"));
}

TEST(Check, the_wrong_form_a_wrong_citation_and_text_left_open_are_remarks) {
    auto report = empty_report(2020);
    report.sections[0].paragraphs = {"按照国办发〔2021〕30号文件，累计发布   条。",
                                     "该部分以表格形式报告。"};
    const auto result = check(report, {});
    EXPECT_TRUE(has_remark(result, "form.wrong_for_year"));
    EXPECT_TRUE(has_remark(result, "prose.wrong_citation"));
    EXPECT_TRUE(has_remark(result, "prose.number_left_out"));
    EXPECT_TRUE(has_remark(result, "prose.instruction_left"));
    EXPECT_FALSE(result.has_error());
}

TEST(Check, numbers_of_documents_in_the_text_are_compared_with_table_2) {
    auto report = empty_report();
    auto& text = report.sections[0].paragraphs;
    text = {"全年制发行政规范性文件2件，现行有效行政规范性文件9件。"};
    report.proactive_disclosure["normative_documents.issued"] = figure(2);
    report.proactive_disclosure["normative_documents.in_force"] = figure(9);
    EXPECT_FALSE(has_remark(check(report, {}), "prose.documents_issued"));
    EXPECT_FALSE(has_remark(check(report, {}), "prose.documents_in_force"));
    text = {"全年制发行政规范性文件0件，现行有效行政规范性文件0件。"};
    EXPECT_TRUE(has_remark(check(report, {}), "prose.documents_issued"));
    EXPECT_TRUE(has_remark(check(report, {}), "prose.documents_in_force"));
}

}  // namespace
}  // namespace gk::report
