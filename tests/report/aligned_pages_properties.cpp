// Random reports set on pages without a single ruled line: what stands below and beside each other
// makes the tables, in a PDF and in the text that a PDF reader prints of it.
#include <algorithm>
#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "document/blocks.hpp"
#include "document/extract.hpp"
#include "document/limits.hpp"
#include "document/pdf_layout.hpp"
#include "report/differences.hpp"
#include "report/read.hpp"
#include "report/typesetter.hpp"

namespace gk::report {
namespace {

constexpr unsigned runs = 40;

AnnualReport random_short_report(Random& random, bool with_marks = false) {
    auto report = random_report(
        chance(random, 50) ? law::ReportFormat::form_2021 : law::ReportFormat::trial_2019,
        with_marks, random);
    shorten(report);
    return report;
}

class AlignedPages : public testing::TestWithParam<std::tuple<Place, bool>> {};

TEST_P(AlignedPages, give_back_every_cell_of_random_reports) {
    const auto [place, is_centred] = GetParam();
    const auto first_seed = static_cast<unsigned>(std::random_device{}());
    std::cout << "seeds from " << first_seed << '\n';
    for (unsigned run = 0; run < runs; ++run) {
        Random random(first_seed + run);
        const auto printed = random_short_report(random);
        const Typography typography{.place = place, .is_centred = is_centred};
        document::Document document{document::FileKind::pdf, "", {}};
        auto blocks = document::blocks_of_pages(typeset(printed, typography, random), {});
        ASSERT_TRUE(blocks.has_value());
        document.blocks = *std::move(blocks);
        const auto wrong = differences(printed, gk::report::read(document).report);
        ASSERT_TRUE(wrong.empty())
            << "seed " << first_seed + run << ": " << wrong.size() << " cells, the first "
            << wrong.front() << document::test::shown(document);
    }
}

// With empty cells a row may be lost, for nothing shows where they are; but no figure moves.
void expect_none_moved(const AnnualReport& printed, const document::Document& document) {
    for (const auto& wrong : differences(printed, gk::report::read(document).report)) {
        ASSERT_TRUE(wrong.ends_with("was read as no cell") ||
                    wrong.find("was read as absent") != wrong.npos)
            << wrong << "\n"
            << document::test::shown(document);
    }
}

TEST_P(AlignedPages, put_no_figure_into_the_wrong_cell) {
    const auto [place, is_centred] = GetParam();
    const auto first_seed = static_cast<unsigned>(std::random_device{}());
    std::cout << "seeds from " << first_seed << '\n';
    for (unsigned run = 0; run < runs; ++run) {
        Random random(first_seed + run);
        const auto printed = random_short_report(random, true);
        const Typography typography{.place = place, .is_centred = is_centred};
        document::Document document{document::FileKind::pdf, "", {}};
        auto blocks = document::blocks_of_pages(typeset(printed, typography, random), {});
        ASSERT_TRUE(blocks.has_value());
        document.blocks = *std::move(blocks);
        ASSERT_NO_FATAL_FAILURE(expect_none_moved(printed, document)) << first_seed + run;
    }
}

INSTANTIATE_TEST_SUITE_P(Places, AlignedPages,
                         testing::Combine(testing::Values(Place::top, Place::middle, Place::bottom),
                                          testing::Bool()));

// The text of pages as "pdftotext -layout" prints it: a character in each column, an empty line
// for each wide gap, a page number at the bottom of each page.
std::string text_of(const std::vector<document::PdfPage>& pages, double letter_width) {
    constexpr double digit_width = 5;
    std::string text;
    for (const auto& page : pages) {
        std::map<int, std::vector<const document::PdfWord*>> lines;
        for (const auto& word : page.words) {
            lines[static_cast<int>(std::lround(word.top * 2))].push_back(&word);
        }
        int last = 0;
        for (auto& [top, words] : lines) {
            constexpr int gap = 34;
            text += top - last > gap ? "\n" : "";
            last = top;
            std::ranges::sort(words, {}, &document::PdfWord::left);
            std::size_t column = 0;
            for (const auto* word : words) {
                const auto wanted = static_cast<std::size_t>(std::lround(word->left / digit_width));
                const auto from = std::max(wanted, column + (column > 0 ? 1 : 0));
                text.append(from - column, ' ').append(word->text);
                column = from;
                for (const auto letter : text::decode(word->text)) {
                    column += letter < 0x80 || letter_width <= digit_width ? 1 : 2;
                }
            }
            text += "\n";
        }
        text += "\n                                 - 3 -\n\f";
    }
    return text;
}

class AlignedTexts : public testing::TestWithParam<std::tuple<Place, bool, double>> {};

TEST_P(AlignedTexts, give_back_every_cell_of_random_reports) {
    const auto [place, is_centred, letter_width] = GetParam();
    const auto first_seed = static_cast<unsigned>(std::random_device{}());
    std::cout << "seeds from " << first_seed << '\n';
    for (unsigned run = 0; run < runs; ++run) {
        Random random(first_seed + run);
        const auto printed = random_short_report(random);
        const Typography typography{.place = place,
                                    .is_centred = is_centred,
                                    .letter_width = letter_width,
                                    .label_letters = 10 + random() % (letter_width > 5 ? 5U : 16U)};
        const auto text = text_of(typeset(printed, typography, random), letter_width);
        const auto document = document::extract_here(text, "report.txt");
        ASSERT_TRUE(document.has_value());
        const auto wrong = differences(printed, gk::report::read(*document).report);
        ASSERT_TRUE(wrong.empty()) << "seed " << first_seed + run << ": " << wrong.size()
                                   << " cells, the first " << wrong.front() << "\n"
                                   << text << document::test::shown(*document);
    }
}

TEST_P(AlignedTexts, put_no_figure_into_the_wrong_cell) {
    const auto [place, is_centred, letter_width] = GetParam();
    const auto first_seed = static_cast<unsigned>(std::random_device{}());
    std::cout << "seeds from " << first_seed << '\n';
    for (unsigned run = 0; run < runs; ++run) {
        Random random(first_seed + run);
        const auto printed = random_short_report(random, true);
        const Typography typography{
            .place = place, .is_centred = is_centred, .letter_width = letter_width};
        const auto text = text_of(typeset(printed, typography, random), letter_width);
        const auto document = document::extract_here(text, "report.txt");
        ASSERT_TRUE(document.has_value());
        ASSERT_NO_FATAL_FAILURE(expect_none_moved(printed, *document)) << first_seed + run << "\n"
                                                                       << text;
    }
}

INSTANTIATE_TEST_SUITE_P(Places, AlignedTexts,
                         testing::Combine(testing::Values(Place::middle, Place::top, Place::bottom),
                                          testing::Bool(), testing::Values(5.0, 10.0)));

}  // namespace
}  // namespace gk::report
