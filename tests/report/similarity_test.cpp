#include "report/similarity.hpp"

#include <gtest/gtest.h>

namespace gk::report {
namespace {

AnnualReport with_overview(std::vector<std::string> paragraphs) {
    AnnualReport report;
    report.sections[0].paragraphs = std::move(paragraphs);
    return report;
}

TEST(Similarity, is_complete_for_a_text_copied_with_new_figures) {
    const auto earlier =
        with_overview({"2022年全镇主动公开政府信息566条，其中通过网站公开312条。"});
    const auto later = with_overview({"2023年全镇主动公开政府信息 71 条,其中通过网站公开9条。"});
    EXPECT_DOUBLE_EQ(similarity(later, earlier).share, 1);
}

TEST(Similarity, is_nothing_where_only_short_phrases_are_shared) {
    const auto earlier = with_overview({"本镇认真贯彻落实政府信息公开条例。"});
    const auto later = with_overview({"政府信息公开条例实施以来，水利项目进展另行公布。"});
    EXPECT_DOUBLE_EQ(similarity(later, earlier).share, 0);
    EXPECT_TRUE(similarity(later, earlier).passages.empty());
}

TEST(Similarity, marks_the_passage_within_its_paragraph) {
    const std::string shared = "对各项栏目信息进行补充完善力争全部公开";
    const auto earlier = with_overview({"去年的话。" + shared + "，结束。"});
    const auto later =
        with_overview({"无关的一段。", "今年新写的开头，" + shared + "；后文另写。"});
    const auto result = similarity(later, earlier);
    ASSERT_EQ(result.passages.size(), 1U);
    const auto& passage = result.passages.front();
    EXPECT_EQ(passage.paragraph, 1U);
    const auto& paragraph = later.sections[0].paragraphs[1];
    EXPECT_EQ(paragraph.substr(passage.begin, passage.end - passage.begin), shared);
    EXPECT_GT(result.share, 0.4);
    EXPECT_LT(result.share, 0.8);
}

TEST(Similarity, of_a_report_without_text_is_nothing) {
    EXPECT_DOUBLE_EQ(similarity({}, {}).share, 0);
}

}  // namespace
}  // namespace gk::report
