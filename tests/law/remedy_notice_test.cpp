#include "law/remedy_notice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law/citation_text.hpp"

namespace gk::law {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr Citation scope{"disclosure-interpretation-2025", 1, 0, 2};

RemedyFacts town(RemedySubject subject) {
    return {.subject = subject,
            .level = AgencyLevel::township,
            .answered_on = Date(2026, 3, 2),
            .review_body_name = "沙湾市人民政府"};
}

TEST(RemedyNotice, a_refusal_sends_to_reconsideration_first) {
    const auto notice = *remedy_notice(town(RemedySubject::refusal), {});
    EXPECT_EQ(notice.kind, RemedyNoticeKind::reconsideration_first);
    EXPECT_EQ(notice.review_body, ReviewBody::next_higher_government);
    ASSERT_THAT(notice.statements, SizeIs(2));
    EXPECT_EQ(notice.statements[0].text,
              "对本答复不服的，应当先申请行政复议，可以自知道本答复之日起60日内向沙湾市人民政府提出"
              "申请。");
    EXPECT_EQ(
        notice.statements[1].text,
        "对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向人民法院提起行政诉讼；"
        "行政复议机关决定不予受理、驳回申请或者逾期不作答复的，可以自收到决定书之日起或者行政复议"
        "期限届满之日起15日内提起行政诉讼。");
    EXPECT_THAT(notice.statements[0].basis,
                testing::ElementsAre(Citation{"reconsideration-law-2023", 20, 1},
                                     Citation{"reconsideration-law-2023", 23, 1, 4}, scope,
                                     Citation{"reconsideration-law-2023", 24, 1, 2}));
}

TEST(RemedyNotice, every_other_answer_leaves_the_choice_of_the_way_but_not_of_the_body) {
    const auto notice = *remedy_notice(town(RemedySubject::other_answer), {});
    EXPECT_EQ(notice.kind, RemedyNoticeKind::reconsideration_or_litigation);
    ASSERT_THAT(notice.statements, SizeIs(1));
    EXPECT_EQ(notice.statements[0].text,
              "对本答复不服的，可以自知道本答复之日起60日内向沙湾市人民政府申请行政复议，"
              "也可以自知道本答复之日起6个月内向人民法院提起行政诉讼。");
    EXPECT_THAT(notice.statements[0].basis, Not(Contains(scope)));
}

TEST(RemedyNotice, the_court_is_named_where_it_is_known) {
    auto facts = town(RemedySubject::refusal);
    facts.court_name = "沙湾市人民法院";
    EXPECT_THAT(remedy_notice(facts, {})->statements[1].text,
                testing::HasSubstr("15日内向沙湾市人民法院提起行政诉讼；"));
    facts.subject = RemedySubject::other_answer;
    EXPECT_THAT(remedy_notice(facts, {})->statements[0].text,
                testing::EndsWith("6个月内向沙湾市人民法院提起行政诉讼。"));
}

TEST(RemedyNotice, the_body_is_described_where_its_name_is_not_known) {
    auto facts = town(RemedySubject::other_answer);
    facts.level = AgencyLevel::county_department;
    facts.review_body_name = {};
    EXPECT_THAT(remedy_notice(facts, {})->statements.front().text,
                testing::HasSubstr("向本级人民政府申请行政复议"));
}

TEST(RemedyNotice, the_withheld_part_goes_first_to_reconsideration_unless_decided_otherwise) {
    const auto facts = town(RemedySubject::withheld_part);
    EXPECT_THAT(remedy_notice(facts, {})->statements.front().text,
                testing::StartsWith("对本答复中不予公开的部分不服的，应当先申请行政复议"));
    const RemedyOptions options{.withheld_part = RemedyNoticeKind::reconsideration_or_litigation};
    EXPECT_EQ(remedy_notice(facts, options)->kind, RemedyNoticeKind::reconsideration_or_litigation);
}

TEST(RemedyNotice, silence_is_open_to_both_ways_unless_decided_otherwise) {
    auto facts = town(RemedySubject::no_answer);
    const auto both = *remedy_notice(facts, {});
    EXPECT_EQ(both.statements.front().text,
              "对逾期不予答复不服的，可以向沙湾市人民政府申请行政复议，"
              "也可以自答复期限届满之日起6个月内向人民法院提起行政诉讼。");
    const Citation open_to_both{"disclosure-interpretation-2025", 2, 2};
    EXPECT_THAT(both.statements.front().basis, Contains(open_to_both));
    const RemedyOptions options{.no_answer = RemedyNoticeKind::reconsideration_first};
    const auto first = *remedy_notice(facts, options);
    EXPECT_EQ(first.statements.front().text,
              "对逾期不予答复不服的，应当先申请行政复议，可以向沙湾市人民政府提出申请。");
    EXPECT_THAT(first.statements.front().basis,
                Contains(Citation{"reconsideration-law-2023", 23, 1, 3}));
    EXPECT_THAT(first.statements.front().basis, Not(Contains(scope)));

    facts.answered_on = Date(2025, 5, 31);
    EXPECT_THAT(remedy_notice(facts, {})->statements.front().basis, Not(Contains(open_to_both)));
}

TEST(RemedyNotice, the_interpretation_of_2025_is_cited_from_its_first_day) {
    auto facts = town(RemedySubject::refusal);
    facts.answered_on = Date(2025, 5, 31);
    EXPECT_THAT(remedy_notice(facts, {})->statements.front().basis, Not(Contains(scope)));
    facts.answered_on = Date(2025, 6, 1);
    EXPECT_THAT(remedy_notice(facts, {})->statements.front().basis, Contains(scope));
    const Citation other{"disclosure-interpretation-2025", 10};
    EXPECT_THAT(remedy_notice(facts, {.scope_basis = other})->statements.front().basis,
                Contains(other));
}

TEST(RemedyNotice, an_answer_sent_by_internet_offers_the_internet_for_the_application) {
    auto facts = town(RemedySubject::other_answer);
    facts.served_by = ServedBy::internet;
    const auto notice = *remedy_notice(facts, {});
    ASSERT_THAT(notice.statements, SizeIs(2));
    EXPECT_EQ(notice.statements[1].text, "行政复议申请可以通过互联网向沙湾市人民政府提交。");
}

TEST(RemedyNotice, a_procedural_letter_tells_nothing) {
    const auto notice = *remedy_notice(town(RemedySubject::not_an_answer), {});
    EXPECT_EQ(notice.kind, RemedyNoticeKind::none);
    EXPECT_THAT(notice.statements, IsEmpty());
}

TEST(RemedyNotice, the_law_before_2024_is_not_modelled) {
    auto facts = town(RemedySubject::refusal);
    facts.answered_on = Date(2023, 12, 31);
    const auto notice = remedy_notice(facts, {});
    ASSERT_FALSE(notice.has_value());
    EXPECT_EQ(notice.error().first().code, "law.remedies_not_modelled");
    EXPECT_EQ(notice.error().first().message,
              "2023年12月31日适用2023年修订以前的《行政复议法》，本系统不提供当时的救济告知。");
}

TEST(RemedyNotice, kinds_and_subjects_are_named) {
    EXPECT_EQ(remedy_notice_kinds().size(), 3U);
    EXPECT_EQ(key(RemedyNoticeKind::none), "C");
    EXPECT_EQ(label(RemedyNoticeKind::none), "不告知救济途径");
    EXPECT_EQ(remedy_subjects().size(), 5U);
    EXPECT_EQ(label(RemedySubject::no_answer), "逾期不予答复");
}

}  // namespace
}  // namespace gk::law
