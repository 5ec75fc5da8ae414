// A report cut at any place: no crash, and no figure that the whole report does not have.
#include <random>

#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "report/check.hpp"
#include "report/check_json.hpp"
#include "report/layout.hpp"
#include "report/read.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"
#include "support/shared_data.hpp"

namespace gk::report {
namespace {

std::vector<std::string> contradictions(const AnnualReport& whole, const AnnualReport& cut) {
    std::vector<std::string> names;
    const auto compare = [&](const std::string& name, const Figure& figure) {
        const auto* original = find(whole, name);
        if (figure.value && (original == nullptr || original->value != figure.value)) {
            names.push_back(name + " = " + figure.value->text());
        }
    };
    if (cut.proactive_format == whole.proactive_format) {
        for (const auto& [name, figure] : cut.proactive_disclosure) {
            compare("proactive_disclosure." + name, figure);
        }
    }
    for (const auto& [row, figures] : cut.applications) {
        for (const auto column : law::applicant_columns()) {
            compare(cell_name(row, column), figures[static_cast<std::size_t>(column)]);
        }
    }
    for (const auto& [group, figures] : cut.remedies) {
        for (const auto result : law::remedy_results()) {
            compare(cell_name(group, result), figures[static_cast<std::size_t>(result)]);
        }
    }
    return names;
}

// Cuts at every byte from `first` on, `step` apart.
void expect_no_contradiction(const std::string& bytes, const std::string& name, std::size_t first,
                             std::size_t step) {
    const auto whole = document::extract_here(bytes, name);
    ASSERT_TRUE(whole.has_value());
    const auto reading = read(*whole);
    for (auto size = first; size < bytes.size(); size += step) {
        const auto document = document::extract_here(std::string_view(bytes).substr(0, size), name);
        if (!document.has_value()) {
            continue;
        }
        const auto cut = read(*document);
        const auto wrong = contradictions(reading.report, cut.report);
        ASSERT_TRUE(wrong.empty()) << name << " cut at " << size << ": " << wrong.front();
        EXPECT_FALSE(to_check_json(name, cut, check(cut.report, {})).empty());
    }
}

TEST(Truncation, of_the_own_sample_never_gives_a_figure_that_contradicts_it) {
    const auto bytes = gk::test::read_file(
        (gk::test::source_folder() / "tests/report/data/liulin-2023.html").string());
    expect_no_contradiction(bytes, "report.html", 1, 7);
}

TEST(Truncation, of_the_samples_never_gives_a_figure_that_contradicts_them) {
    GK_SHARED_FOLDER_OR_SKIP(folder, "samples/annual-reports");
    for (const auto* name :
         {"taiping-2022.txt", "xigebi-2023.txt", "beijing-street-guangzhou-2020.txt",
          "xiashihao-2022.txt", "hangzhou-style-2025.html"}) {
        expect_no_contradiction(gk::test::read_file((folder / name).string()), name, 1, 11);
    }
}

// A total of which the beginning happens to be the sum is taken for whole: none here is.
void add_up(AnnualReport& report) {
    const auto add_up_row = [](auto& figures) {
        Decimal sum;
        for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
            sum += figures[i].value.value_or(Decimal(0));
        }
        figures.back().value = sum;
        figures.back().printed = sum.text();
    };
    for (auto& [row, figures] : report.applications) {
        add_up_row(figures);
    }
    for (auto& [group, figures] : report.remedies) {
        add_up_row(figures);
    }
}

class TruncatedLayouts : public testing::TestWithParam<int> {};

TEST_P(TruncatedLayouts, never_give_a_figure_that_contradicts_the_whole) {
    const auto seed = static_cast<unsigned>(std::random_device{}());
    std::cout << "layout " << GetParam() << ", seed " << seed << '\n';
    Random random(seed);
    const auto layout = static_cast<Layout>(GetParam());
    auto report = random_report(law::ReportFormat::form_2021, false, random);
    add_up(report);
    const auto file = print(report, layout, {}, random);
    expect_no_contradiction(file.bytes, file.file_name, random() % 50U, 53);
}

INSTANTIATE_TEST_SUITE_P(All, TruncatedLayouts, testing::Range(0, layout_count));

}  // namespace
}  // namespace gk::report
