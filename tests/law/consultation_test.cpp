#include "law/consultation.hpp"

#include <gtest/gtest.h>

namespace gk::law {
namespace {

TEST(Consultation, the_last_day_for_an_opinion_needs_a_law_and_a_calendar) {
    const WorkingCalendar calendar({}, {});
    const Consultation old{.consulted = Consulted::third_party, .sent_on = Date(2019, 5, 13)};
    const auto unmodelled = opinion_due_on(old, Date(2019, 5, 10), calendar);
    ASSERT_FALSE(unmodelled.has_value());
    EXPECT_EQ(unmodelled.error().first().code, "law.not_modelled");

    const Consultation far{.consulted = Consulted::joint_agency, .sent_on = Date(2199, 12, 1)};
    const auto beyond = opinion_due_on(far, Date(2199, 11, 30), calendar);
    ASSERT_FALSE(beyond.has_value());
    EXPECT_EQ(beyond.error().first().code, "law.count_out_of_range");
}

}  // namespace
}  // namespace gk::law
