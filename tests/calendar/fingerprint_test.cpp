#include "calendar/fingerprint.hpp"

#include <gtest/gtest.h>

namespace gk::calendar {
namespace {

using law::DayKind;

const law::CalendarDay new_year{Date(2027, 1, 1), DayKind::off, "元旦"};

TEST(Fingerprint, is_that_of_the_days_and_not_of_their_files_or_names) {
    const law::WorkingCalendar one({{.year = 2027, .sources = {}}}, {new_year});
    const law::WorkingCalendar same({{.year = 2027, .sources = {{"通知", "1号"}}}},
                                    {{Date(2027, 1, 1), DayKind::off, "新年"}});
    EXPECT_EQ(fingerprint(one), fingerprint(same));
}

TEST(Fingerprint, tells_days_kinds_and_years_apart) {
    const law::WorkingCalendar one({{.year = 2027, .sources = {}}}, {new_year});
    EXPECT_NE(fingerprint(one), fingerprint(law::WorkingCalendar({}, {new_year})));
    EXPECT_NE(fingerprint(one),
              fingerprint(law::WorkingCalendar({{.year = 2027, .sources = {}}}, {})));
    EXPECT_NE(fingerprint(one),
              fingerprint(law::WorkingCalendar({{.year = 2027, .sources = {}}},
                                               {{new_year.date, DayKind::work, "元旦"}})));
}

}  // namespace
}  // namespace gk::calendar
