#include "calendar/fingerprint.hpp"

#include "base/hash.hpp"

namespace gk::calendar {

std::string fingerprint(const law::WorkingCalendar& calendar) {
    Sha256 digest;
    for (const auto& year : calendar.years()) {
        digest.add(std::to_string(year.year) + "\n");
    }
    for (const auto& day : calendar.days()) {
        digest.add(day.date.iso() + (day.kind == law::DayKind::off ? " off\n" : " work\n"));
    }
    return digest.hex();
}

}  // namespace gk::calendar
