#include "report/form_label.hpp"

#include <gtest/gtest.h>

#include "law/report_format.hpp"

namespace gk::report {
namespace {

using law::ApplicationRow;
using law::RemedyGroup;

FormLabel row(ApplicationRow row) {
    return {LabelKind::application_row, static_cast<std::uint8_t>(row)};
}

std::optional<FormLabel> label_of(std::string_view text) {
    return exact_label(FoldedText::of(text));
}

TEST(FormLabel, a_row_in_one_cell_with_its_group_is_the_row) {
    EXPECT_EQ(label_of("（三）不予公开1.属于国家秘密"), row(ApplicationRow::refused_state_secret));
    EXPECT_EQ(label_of("三、本年度办理结果（一）予以公开"), row(ApplicationRow::granted));
    EXPECT_EQ(label_of("三、本年度办理结果 （五）不予处理 2、重复申请"),
              row(ApplicationRow::not_processed_repeat));
    EXPECT_EQ(label_of("（六）其他处理3.其他"), FormLabel{LabelKind::other});
    EXPECT_EQ(label_of("三、本年度办理结果（七）总计"), FormLabel{LabelKind::total});
    const FormLabel group{LabelKind::remedy_group,
                          static_cast<std::uint8_t>(RemedyGroup::direct_litigation)};
    EXPECT_EQ(label_of("行政诉讼（未经复议直接起诉）"), group);
    EXPECT_EQ(label_of("行政诉讼"), FormLabel{LabelKind::litigation_head});
}

TEST(FormLabel, a_number_stands_in_brackets_of_every_kind) {
    for (const auto* text :
         {"(七)总计", "﹙七﹚总计", "〔七〕总计", "【七】总计", "[七]总计", "︵七︶总计"}) {
        EXPECT_EQ(FoldedText::of(text).number(), (LabelNumber{NumberKind::in_brackets, 7})) << text;
        EXPECT_EQ(label_of(text), FormLabel{LabelKind::total}) << text;
    }
    // The mark of a footnote is none.
    EXPECT_EQ(FoldedText::of("[1]总计").number(), LabelNumber{});
}

TEST(FormLabel, a_sum_that_the_form_has_not_is_no_label) {
    EXPECT_EQ(label_of("（三）不予公开合计"), std::nullopt);
    EXPECT_EQ(label_of("行政诉讼合计"), std::nullopt);
    EXPECT_EQ(label_of("不予公开情况"), std::nullopt);
}

TEST(FormLabel, a_note_in_brackets_is_no_part_of_the_label) {
    EXPECT_EQ(label_of("（二）部分公开（只计这一情形）"), row(ApplicationRow::granted_in_part));
    EXPECT_EQ(label_of("（一）予以公开（含主动）"), row(ApplicationRow::granted));
}

TEST(FormLabel, a_misprint_leads_to_the_nearest_label) {
    const auto match = nearest_label(FoldedText::of("（三）不予公开7.属于行政执法案件"));
    ASSERT_TRUE(match.has_value());
    EXPECT_EQ(match->label, row(ApplicationRow::refused_enforcement_file));
    EXPECT_GT(match->cost, 0);
}

}  // namespace
}  // namespace gk::report
