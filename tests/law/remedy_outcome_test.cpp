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
    const auto dismissed = counting(ReconsiderationDecision::claim_dismissed, overrides);
    EXPECT_EQ(dismissed.result, RemedyResult::other_result);
    EXPECT_FALSE(dismissed.must_ask);
    const auto not_docketed = counting(LitigationRuling::not_docketed, overrides);
    EXPECT_EQ(not_docketed.result, std::nullopt);
    EXPECT_FALSE(not_docketed.must_ask);
    EXPECT_TRUE(counting(ReconsiderationDecision::mediated, overrides).must_ask);
}

}  // namespace
}  // namespace gk::law
