#include "law/letter_kind.hpp"

#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law/instrument.hpp"
#include "law/outcome.hpp"

namespace gk::law {
namespace {

TEST(LetterKind, is_read_back_from_its_key) {
    EXPECT_EQ(letter_kinds().size(), 27U);
    for (const auto kind : letter_kinds()) {
        EXPECT_EQ(letter_kind_of(key(kind)), kind);
    }
    EXPECT_EQ(letter_kind_of("letter"), std::nullopt);
}

TEST(LetterKind, each_has_a_name_of_its_own_and_something_to_state) {
    std::set<std::string_view> names;
    for (const auto kind : letter_kinds()) {
        EXPECT_TRUE(names.insert(label(kind)).second) << label(kind);
        EXPECT_FALSE(must_state(kind).empty()) << label(kind);
        for (const auto& citation : basis(kind)) {
            EXPECT_NE(find_instrument(citation.instrument), nullptr) << label(kind);
        }
    }
}

TEST(LetterKind, the_correction_notice_states_the_consequence_of_not_correcting) {
    EXPECT_THAT(must_state(LetterKind::correction_notice),
                testing::ElementsAre("需要补正的事项", "需要补正的理由", "合理的补正期限",
                                     "逾期不补正的后果"));
}

TEST(LetterKind, a_third_party_and_a_joint_agency_are_told_opposite_things_of_silence) {
    EXPECT_EQ(must_state(LetterKind::third_party_consultation).back(),
              "逾期未提出意见的，由行政机关依照条例的规定决定是否公开");
    EXPECT_EQ(must_state(LetterKind::joint_agency_consultation).back(),
              "逾期未提出意见的视为同意公开");
    EXPECT_EQ(label(addressee(LetterKind::third_party_consultation)), "第三方");
    EXPECT_EQ(label(addressee(LetterKind::joint_agency_consultation)), "共同制作机关");
    EXPECT_EQ(label(addressee(LetterKind::granted)), "申请人");
}

TEST(LetterKind, closing_letters_are_customary_and_answers_prescribed) {
    EXPECT_EQ(duty(LetterKind::no_correction), LetterDuty::customary);
    EXPECT_EQ(duty(LetterKind::refused), LetterDuty::prescribed);
    EXPECT_EQ(label(role(LetterKind::fee_notice)), "程序性文书");
    EXPECT_EQ(label(role(LetterKind::refused)), "答复");
    EXPECT_EQ(label(role(LetterKind::withdrawal_confirmation)), "确认");
    EXPECT_EQ(label(role(LetterKind::record_amendment)), "另行办理的事项");
    EXPECT_TRUE(basis(LetterKind::reconfirmation).empty());
}

TEST(LetterKind, every_final_answer_tells_some_outcome) {
    std::set<LetterKind> told;
    const auto outcomes = *outcomes_on(Date(2026, 1, 1));
    for (const auto outcome : outcomes) {
        if (const auto kind = letter(outcome)) {
            told.insert(*kind);
        }
    }
    for (const auto kind : letter_kinds()) {
        const bool ends_the_case =
            role(kind) == LetterRole::final_answer || role(kind) == LetterRole::confirmation;
        EXPECT_EQ(told.contains(kind), ends_the_case) << label(kind);
    }
}

}  // namespace
}  // namespace gk::law
