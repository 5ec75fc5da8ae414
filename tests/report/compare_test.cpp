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
    const auto comparison = compare(first, second, Agencies::same);
    EXPECT_EQ(comparison.cells.size(), 200U);
    const auto& granted = cell(comparison, "applications.granted[0]");
    EXPECT_TRUE(granted.differs());
    EXPECT_EQ(granted.change, Decimal(5));
    EXPECT_EQ(std::ranges::count_if(comparison.cells, &CellComparison::differs), 1);
}

TEST(Compare, of_two_forms_shows_each_cell_that_either_has) {
    const auto first = sample_report(ReportFormat::trial_2019);
    const auto second = sample_report(ReportFormat::form_2021);
    const auto comparison = compare(first, second, Agencies::same);
    const auto& other = cell(comparison, "applications.otherwise_closed[0]");
    EXPECT_NE(other.first, nullptr);
    EXPECT_EQ(other.second, nullptr);
    EXPECT_TRUE(other.differs());
    EXPECT_EQ(other.change, std::nullopt);
    for (const auto form : {ReportFormat::trial_2019, ReportFormat::form_2021}) {
        for (const auto& proactive : law::proactive_cells(form)) {
            const auto name = cell_name(proactive);
            EXPECT_EQ(std::ranges::count(comparison.cells, name, &CellComparison::cell_name), 1)
                << name;
        }
    }
}

TEST(Compare, of_two_years_in_a_row_checks_what_was_carried_over) {
    const auto first = sample_report(ReportFormat::form_2021);
    auto second = first;
    second.report_year = 2024;
    const auto comparison = compare(first, second, Agencies::same);
    EXPECT_FALSE(comparison.relations.empty());
    EXPECT_TRUE(std::ranges::any_of(comparison.relations, [](const Relation& relation) {
        return relation.state == RelationState::fails;
    }));
    // In whatever order the two are named.
    const auto other_way = compare(second, first, Agencies::same);
    ASSERT_EQ(other_way.relations.size(), comparison.relations.size());
    EXPECT_EQ(other_way.relations[0].left, comparison.relations[0].left);
    second.report_year = 2025;
    EXPECT_TRUE(compare(first, second, Agencies::same).relations.empty());
}

TEST(Compare, of_two_agencies_carries_nothing_over) {
    auto first = sample_report(ReportFormat::form_2021);
    auto second = first;
    second.report_year = *first.report_year + 1;
    EXPECT_TRUE(compare(first, second, Agencies::different).relations.empty());
    first.agency = "青石县柳林镇人民政府";
    second.agency = "柳林镇";
    EXPECT_EQ(agencies_of(first, second), Agencies::same);
    second.agency = "田家镇";
    EXPECT_EQ(agencies_of(first, second), Agencies::different);
    second.agency.reset();
    EXPECT_EQ(agencies_of(first, second), Agencies::same);
}

TEST(Compare, tells_how_much_of_the_text_is_the_same) {
    const auto first = sample_report(ReportFormat::form_2021);
    auto second = first;
    EXPECT_GT(compare(first, second, Agencies::same).similarity.share, 0);
    EXPECT_EQ(compare(first, second, Agencies::same).in_first.size(),
              compare(first, second, Agencies::same).similarity.passages.size());
    second.sections = {};
    EXPECT_DOUBLE_EQ(compare(first, second, Agencies::same).similarity.share, 0);
}

}  // namespace
}  // namespace gk::report
