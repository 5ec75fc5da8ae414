#include "report/cell_label.hpp"

#include <set>

#include <gtest/gtest.h>

#include "report/sample_report.hpp"

namespace gk::report {
namespace {

using law::ReportFormat;

TEST(CellLabel, says_table_row_and_column_in_the_words_of_the_form) {
    EXPECT_EQ(cell_label("applications.refused.state_secret[0]", ReportFormat::form_2021),
              "表三“（三）不予公开1.属于国家秘密”的自然人");
    EXPECT_EQ(cell_label("remedies.reconsideration[4]", ReportFormat::form_2021),
              "表四“行政复议”的总计");
    EXPECT_EQ(cell_label("no.such.cell", ReportFormat::form_2021), "no.such.cell");
}

TEST(CellLabel, names_every_cell_of_a_report_and_no_two_alike) {
    for (const auto format : {ReportFormat::trial_2019, ReportFormat::form_2021}) {
        const auto report = sample_report(format);
        std::set<std::string> labels;
        std::size_t found = 0;
        for (const auto& cell : labelled_cells(format)) {
            EXPECT_TRUE(labels.insert(cell.label).second) << cell.label;
            found += find(report, cell.name) != nullptr ? 1 : 0;
        }
        const auto rows = law::application_rows(format).size();
        EXPECT_EQ(found, law::proactive_cells(format).size() + rows * 7 + 15);
    }
}

}  // namespace
}  // namespace gk::report
