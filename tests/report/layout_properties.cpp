// Random reports, printed in the layouts of real documents and read back: every cell is the same,
// figure or mark.
#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "report/layout.hpp"
#include "report/read.hpp"

namespace gk::report {
namespace {

bool is_same(const Figure& expected, const Figure* actual) {
    return actual != nullptr && actual->mark == expected.mark && actual->value == expected.value;
}

std::string shown(const Figure* figure) {
    return figure == nullptr ? "no cell" : std::string(key(figure->mark)) + " " + figure->printed;
}

// The names of the cells that were read otherwise than they were printed.
std::vector<std::string> differences(const AnnualReport& printed, const AnnualReport& read) {
    std::vector<std::string> names;
    const auto compare = [&](const std::string& name, const Figure& expected) {
        const auto* actual = find(read, name);
        if (!is_same(expected, actual)) {
            names.push_back(name + ": " + shown(&expected) + " was read as " + shown(actual));
        }
    };
    for (const auto& cell : law::proactive_cells(*printed.format)) {
        compare(cell_name(cell), printed.proactive_disclosure.at(std::string(cell.key)));
    }
    for (const auto& [row, figures] : printed.applications) {
        for (const auto column : law::applicant_columns()) {
            compare(cell_name(row, column), figures[static_cast<std::size_t>(column)]);
        }
    }
    for (const auto& [group, figures] : printed.remedies) {
        for (const auto result : law::remedy_results()) {
            compare(cell_name(group, result), figures[static_cast<std::size_t>(result)]);
        }
    }
    return names;
}

Noise random_noise(Random& random) {
    return {.half_width = chance(random, 40),
            .spaces = chance(random, 30),
            .other_with_qi_ta = chance(random, 30),
            .misprints = chance(random, 40),
            .other_numbers = chance(random, 30),
            .no_group_numbers = chance(random, 20)};
}

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
