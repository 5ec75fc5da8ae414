#include "report/compare.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "report/sample_report.hpp"

namespace gk::report {
namespace {

using law::ReportFormat;

const CellComparison& cell(const Comparison& comparison, std::string_view name) {
    return *std::ranges::find(comparison.cells, name, &CellComparison::cell_name);
}

TEST(Compare, gives_the_change_of_every_cell_in_the_order_of_the_form) {
    const auto first = sample_report(ReportFormat::form_2021);
    auto second = first;
    second.report_year = 2024;
    second.applications[law::ApplicationRow::granted][0] = figure_of(Decimal(30));
    const auto comparison = compare(first, second);
    EXPECT_EQ(comparison.cells.size(), 200U);
    const auto& granted = cell(comparison, "applications.granted[0]");
    EXPECT_TRUE(granted.differs());
    EXPECT_EQ(granted.change, Decimal(5));
    EXPECT_EQ(std::ranges::count_if(comparison.cells, &CellComparison::differs), 1);
}

TEST(Compare, of_two_forms_shows_each_cell_that_either_has) {
    const auto first = sample_report(ReportFormat::trial_2019);
    const auto second = sample_report(ReportFormat::form_2021);
    const auto comparison = compare(first, second);
    const auto& other = cell(comparison, "applications.otherwise_closed[0]");
    EXPECT_NE(other.first, nullptr);
    EXPECT_EQ(other.second, nullptr);
    EXPECT_TRUE(other.differs());
    EXPECT_EQ(other.change, std::nullopt);
}

TEST(Compare, of_two_years_in_a_row_checks_what_was_carried_over) {
    const auto first = sample_report(ReportFormat::form_2021);
    auto second = first;
    second.report_year = 2024;
    const auto comparison = compare(first, second);
    EXPECT_FALSE(comparison.relations.empty());
    EXPECT_TRUE(std::ranges::any_of(comparison.relations, [](const Relation& relation) {
        return relation.state == RelationState::fails;
    }));
    second.report_year = 2025;
    EXPECT_TRUE(compare(first, second).relations.empty());
}

TEST(Compare, tells_how_much_of_the_text_is_the_same) {
    const auto first = sample_report(ReportFormat::form_2021);
    auto second = first;
    EXPECT_GT(compare(first, second).similarity.share, 0);
    second.sections = {};
    EXPECT_DOUBLE_EQ(compare(first, second).similarity.share, 0);
}

}  // namespace
}  // namespace gk::report
