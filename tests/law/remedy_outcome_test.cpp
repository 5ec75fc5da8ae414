#include "law/remedy_outcome.hpp"

#include <gtest/gtest.h>

namespace gk::law {
namespace {

TEST(RemedyOutcome, is_read_back_from_its_key) {
    for (const auto decision : reconsideration_decisions()) {
        EXPECT_EQ(reconsideration_decision_of(key(decision)), decision);
    }
    for (const auto ruling : litigation_rulings()) {
        EXPECT_EQ(litigation_ruling_of(key(ruling)), ruling);
    }
    EXPECT_EQ(reconsideration_decision_of("pending"), std::nullopt);
    EXPECT_EQ(litigation_ruling_of("upheld"), std::nullopt);
}

TEST(RemedyOutcome, an_overridden_decision_is_not_asked_about) {
    CountingOverrides overrides;
    overrides.reconsideration[ReconsiderationDecision::claim_dismissed] =
        RemedyResult::other_result;
    overrides.litigation[LitigationRuling::not_docketed] = std::nullopt;
    EXPECT_EQ(counting(ReconsiderationDecision::claim_dismissed, overrides),
              (Counting{RemedyResult::other_result, false}));
    EXPECT_EQ(counting(LitigationRuling::not_docketed, overrides), (Counting{std::nullopt, false}));
    EXPECT_EQ(counting(ReconsiderationDecision::mediated, overrides),
              (Counting{RemedyResult::other_result, true}));
}

}  // namespace
}  // namespace gk::law
