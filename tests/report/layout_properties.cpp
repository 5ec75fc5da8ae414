// Random reports, printed in the layouts of real documents and read back: every cell is the same,
// figure or mark.
#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "report/differences.hpp"
#include "report/layout.hpp"
#include "report/read.hpp"

namespace gk::report {
namespace {

// Lines do not show a row of which every cell is empty: such a row gets another mark.
void fill_empty_rows(AnnualReport& report) {
    const auto fill = [](Figure& figure) {
        if (figure.mark == Mark::blank) {
            figure.mark = Mark::slash;
            figure.printed = "/";
        }
    };
    for (auto& [name, figure] : report.proactive_disclosure) {
        fill(figure);
    }
    for (auto& [row, figures] : report.applications) {
        fill(figures.back());
    }
}

class Layouts : public testing::TestWithParam<int> {};

TEST_P(Layouts, give_back_every_cell_of_random_reports) {
    const auto layout = static_cast<Layout>(GetParam());
    const auto first_seed = static_cast<unsigned>(std::random_device{}());
    constexpr unsigned runs = 60;
    std::cout << "layout " << GetParam() << ", seeds from " << first_seed << '\n';
    for (unsigned run = 0; run < runs; ++run) {
        Random random(first_seed + run);
        const auto format =
            chance(random, 50) ? law::ReportFormat::form_2021 : law::ReportFormat::trial_2019;
        auto printed = random_report(format, shows_blanks(layout), random);
        if (layout == Layout::lines_spaced) {
            fill_empty_rows(printed);
        }
        const auto noise = random_noise(random);
        const auto file = print(printed, layout, noise, random);
        const auto document = document::extract_here(file.bytes, file.file_name);
        ASSERT_TRUE(document.has_value()) << document.error().first().message;
        const auto reading = read(*document);
        const auto wrong = differences(printed, reading.report);
        ASSERT_TRUE(wrong.empty()) << "seed " << first_seed + run << ": " << wrong.size()
                                   << " cells, the first " << wrong.front() << "\n"
                                   << file.bytes;
        EXPECT_EQ(reading.report.format, format);
        EXPECT_EQ(reading.report.agency, printed.agency);
        EXPECT_EQ(reading.report.report_year, printed.report_year);
        EXPECT_EQ(key(reading.status), key(ReadStatus::read));
    }
}

INSTANTIATE_TEST_SUITE_P(All, Layouts, testing::Range(0, layout_count));

}  // namespace
}  // namespace gk::report
