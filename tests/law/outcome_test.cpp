#include "law/outcome.hpp"

#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law/cross_check.hpp"

namespace gk::law {
namespace {

std::span<const Outcome> all() {
    static const auto outcomes = *outcomes_on(Date(2026, 1, 1));
    return outcomes;
}

TEST(Outcome, is_read_back_from_its_key) {
    for (const auto outcome : all()) {
        EXPECT_EQ(outcome_of(key(outcome)), outcome);
    }
    EXPECT_EQ(outcome_of("refused"), std::nullopt);
}

TEST(Outcome, a_refusal_names_the_exemption_it_stands_on) {
    const auto exemptions = *exemptions_on(Date(2026, 1, 1));
    for (const auto exempted : exemptions) {
        const auto outcome = outcome_under(exempted, Severability::whole);
        EXPECT_EQ(exemption(outcome), exempted);
        EXPECT_THAT(basis(outcome), testing::Contains(basis(exempted)));
        EXPECT_EQ(ruling(exempted, {}) == Ruling::may_withhold, is_discretionary(outcome));
        EXPECT_EQ(exemption_of(key(exempted)), exempted);
        EXPECT_FALSE(label(exempted).empty());
    }
    EXPECT_EQ(exemption(Outcome::registry_inquiry), std::nullopt);
    EXPECT_EQ(exemption_of("other"), std::nullopt);
}

TEST(Outcome, the_classes_of_article_16_are_three_and_four) {
    EXPECT_THAT(classes(Exemption::internal_affairs),
                testing::ElementsAre("人事管理", "后勤管理", "内部工作流程"));
    EXPECT_THAT(classes(Exemption::deliberative),
                testing::ElementsAre("讨论记录", "过程稿", "磋商信函", "请示报告"));
    EXPECT_THAT(classes(Exemption::state_secret), testing::IsEmpty());
}

TEST(Outcome, every_row_of_either_form_is_the_row_of_some_outcome) {
    for (const auto format : report_formats()) {
        std::set<ApplicationRow> reached;
        for (const auto outcome : all()) {
            reached.insert(report_row(outcome, format));
        }
        EXPECT_THAT(reached, testing::UnorderedElementsAreArray(outcome_rows(format)));
    }
}

// Table 三 of one year, counted from applications: some come in from the year before, some are new,
// each has an outcome or is carried over.
using Table = std::map<ApplicationRow, std::map<ApplicantColumn, Decimal>>;

void add(Table& table, ApplicationRow row, ApplicantColumn column) {
    table[row][column] += Decimal(1);
    table[row][ApplicantColumn::total] += Decimal(1);
}

Table counted(ReportFormat format, std::mt19937& random) {
    const auto up_to = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit)(random);
    };
    Table table;
    for (auto applications = up_to(200); applications > 0; --applications) {
        const auto column = applicant_columns()[up_to(applicant_column_count - 2)];
        add(table, up_to(4) == 0 ? ApplicationRow::carried_in : ApplicationRow::newly_received,
            column);
        if (up_to(6) == 0) {
            add(table, ApplicationRow::carried_out, column);
            continue;
        }
        add(table, report_row(all()[up_to(all().size() - 1)], format), column);
        add(table, ApplicationRow::outcomes_total, column);
    }
    return table;
}

Decimal side(const std::vector<Term>& terms, Table& table) {
    Decimal sum;
    for (const auto& term : terms) {
        const auto& cell = std::get<ApplicationCell>(term.cell);
        sum += table[cell.row][cell.column];
    }
    return sum;
}

TEST(OutcomeProperties, new_and_carried_in_are_all_outcomes_and_carried_out) {
    const auto seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    RecordProperty("seed", std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 200; ++round) {
        for (const auto format : report_formats()) {
            auto table = counted(format, random);
            for (const auto& equation : application_equations(format)) {
                EXPECT_EQ(side(equation.left, table), side(equation.right, table))
                    << equation.code << " in the form of " << key(format);
            }
        }
    }
}

}  // namespace
}  // namespace gk::law
