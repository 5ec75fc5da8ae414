#include "report/statutory_table.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "report/sample_report.hpp"

namespace gk::report {
namespace {

using law::ReportFormat;

class StatutoryTables : public testing::TestWithParam<ReportFormat> {};

TEST_P(StatutoryTables, cover_every_field_of_their_grid_exactly_once) {
    const auto report = sample_report(GetParam());
    const auto tables = statutory_tables(report);
    ASSERT_EQ(tables.size(), 3U);
    for (const auto& table : tables) {
        std::set<std::pair<int, int>> covered;
        for (const auto& cell : table.cells) {
            for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
                for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
                    EXPECT_TRUE(covered.emplace(row, column).second)
                        << table.caption << " row " << row << " column " << column;
                }
            }
        }
        EXPECT_EQ(covered.size(), static_cast<std::size_t>(table.rows * table.columns))
            << table.caption;
    }
}

TEST_P(StatutoryTables, show_every_figure_of_the_report_once_under_its_name) {
    const auto report = sample_report(GetParam());
    std::size_t figures = 0;
    for (const auto& table : statutory_tables(report)) {
        for (const auto& cell : table.cells) {
            if (cell.figure == nullptr) {
                continue;
            }
            ++figures;
            EXPECT_EQ(find(report, cell.cell_name), cell.figure) << cell.cell_name;
            EXPECT_EQ(cell.text, cell.figure->printed) << cell.cell_name;
        }
    }
    const auto rows = law::application_rows(GetParam()).size();
    EXPECT_EQ(figures, law::proactive_cells(GetParam()).size() + rows * 7 + 15);
}

INSTANTIATE_TEST_SUITE_P(Forms, StatutoryTables,
                         testing::Values(ReportFormat::form_2021, ReportFormat::trial_2019),
                         [](const auto& each) {
                             return "form_" + std::string(law::key(each.param));
                         });

TEST(StatutoryTable, leaves_out_rows_that_are_not_in_the_text) {
    auto report = sample_report(ReportFormat::form_2021);
    report.remedies.clear();
    report.applications.erase(law::ApplicationRow::carried_out);
    const auto tables = statutory_tables(report);
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_TRUE(std::ranges::none_of(tables[1].cells, [](const StatutoryCell& cell) {
        return cell.text == law::label(law::ApplicationRow::carried_out);
    }));
}

TEST(StatutoryTable, shows_a_mark_as_it_was_printed_and_never_as_zero) {
    EXPECT_EQ(shown(mark_of_cell(Mark::blank)), "");
    EXPECT_EQ(shown(mark_of_cell(Mark::slash)), "/");
    EXPECT_EQ(shown(mark_of_cell(Mark::dash)), "-");
    EXPECT_EQ(shown(mark_of_cell(Mark::none_word)), "无");
    EXPECT_EQ(shown(mark_of_cell(Mark::absent)), "");
    EXPECT_EQ(shown(figure_of(Decimal(0))), "0");
}

}  // namespace
}  // namespace gk::report
