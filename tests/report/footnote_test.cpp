// Marks of footnotes beside labels and figures.
#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "report/differences.hpp"
#include "report/folded_text.hpp"
#include "report/form_label.hpp"
#include "report/layout.hpp"
#include "report/printed_figure.hpp"
#include "report/read.hpp"

namespace gk::report {
namespace {

TEST(Footnote, behind_a_figure_is_no_part_of_it) {
    for (const std::string_view mark : {"*", "＊", "※", "①", "⑫", "¹", "[1]", "［2］", "〔注1〕",
                                        "【1】", "（注1）", "(注：含上年)", "[^1]", "[¹]", "①②"}) {
        const auto printed = printed_figure("12" + std::string(mark));
        ASSERT_TRUE(printed.has_value()) << mark;
        EXPECT_EQ(printed->value, Decimal(12)) << mark;
    }
}

TEST(Footnote, stays_behind_a_mark_for_none) {
    EXPECT_EQ(printed_figure("/①")->mark, Mark::slash);
    EXPECT_EQ(printed_figure("—*")->mark, Mark::dash);
    EXPECT_EQ(printed_figure("3件*")->unit, "件");
}

TEST(Footnote, alone_is_no_figure) {
    for (const std::string_view text :
         {"*", "①", "[1]", "¹", "（注1）", "12(1)", "12[abc]", "12]"}) {
        EXPECT_FALSE(printed_figure(text).has_value()) << text;
    }
}

TEST(Footnote, beside_a_label_is_no_part_of_it) {
    for (const std::string_view text : {"规章", "规章*", "※规章", "规章①", "规章[1]", "规章［注2］",
                                        "规章〔1〕", "规章[^1]", "规章¹", "★规章[¹]"}) {
        const auto label = exact_label(FoldedText::of(text));
        ASSERT_TRUE(label.has_value()) << text;
        EXPECT_EQ(label->kind, LabelKind::proactive_item) << text;
    }
    const auto amount = exact_label(FoldedText::of("本年收费金额[1]（单位：万元）"));
    ASSERT_TRUE(amount.has_value());
    EXPECT_EQ(amount->kind, LabelKind::proactive_column);
    const auto numbered = FoldedText::of("*1.属于国家秘密");
    EXPECT_EQ(numbered.number().value, 1);
}

// Of HTML, where the digit of a note must not become one of the figure.
TEST(Footnote, set_above_the_line_leaves_every_cell_as_it_is) {
    for (const std::string_view mark :
         {"<sup>1</sup>", "<sup>[1]</sup>", "<sup><a href=#n>①</a></sup>"}) {
        Random random(7);
        const auto printed = random_report(law::ReportFormat::form_2021, false, random);
        const auto file = print(printed, Layout::html_bare, {}, random);
        std::string bytes;
        for (std::size_t at = 0; at < file.bytes.size(); ++at) {
            if (file.bytes.compare(at, 5, "</td>") == 0) {
                bytes += mark;
            }
            bytes += file.bytes[at];
        }
        const auto document = document::extract_here(bytes, file.file_name);
        ASSERT_TRUE(document.has_value());
        const auto wrong = differences(printed, read(*document).report);
        EXPECT_TRUE(wrong.empty()) << mark << ": " << wrong.front();
    }
}

}  // namespace
}  // namespace gk::report
