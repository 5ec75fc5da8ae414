// A value that is no enumerator, from a cast gone wrong, is our own mistake: it throws a Bug and
// is never answered with some rule of law.
#include <gtest/gtest.h>

#include "base/assert.hpp"
#include "law/annual_report_due.hpp"
#include "law/catalogue.hpp"
#include "law/cross_check.hpp"
#include "law/outcome.hpp"
#include "law/remedy_notice.hpp"
#include "law/remedy_period.hpp"

namespace gk::law {
namespace {

template <typename Enum>
constexpr Enum nonsense() {
    return static_cast<Enum>(99);
}

const Date today(2026, 1, 1);

TEST(Nonsense, a_level_that_is_none_is_a_bug) {
    const auto level = nonsense<AgencyLevel>();
    EXPECT_THROW((void)annual_report_due(level, 2025, std::nullopt), Bug);
    EXPECT_THROW((void)catalogue(level, today), Bug);
    EXPECT_THROW((void)review_body(level, Leadership::local, today), Bug);
}

TEST(Nonsense, an_exemption_that_is_none_is_a_bug) {
    EXPECT_THROW((void)ruling(nonsense<Exemption>(), {}), Bug);
    EXPECT_THROW((void)outcome_under(nonsense<Exemption>(), Severability::whole), Bug);
}

TEST(Nonsense, a_form_or_figure_that_is_none_is_a_bug) {
    EXPECT_THROW((void)title(Section::overview, nonsense<ReportFormat>()), Bug);
    EXPECT_THROW((void)is_possible(nonsense<FigureKind>(), Decimal(0)), Bug);
}

TEST(Nonsense, a_remedy_that_is_none_is_a_bug) {
    EXPECT_THROW((void)remedy_notice_kind(nonsense<RemedySubject>(), {}), Bug);
    EXPECT_THROW((void)text(NaturalPeriod{1, nonsense<PeriodUnit>()}), Bug);
    const RemedyFacts facts{.subject = RemedySubject::refusal,
                            .level = AgencyLevel::township,
                            .answered_on = today,
                            .review_body_name = {}};
    EXPECT_THROW((void)remedy_notice(facts, {.scope_basis = {"no-such-instrument", 1}}), Bug);
}

}  // namespace
}  // namespace gk::law
