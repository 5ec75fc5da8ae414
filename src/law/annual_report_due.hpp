// By when the annual report must be published: 条例(2019) art. 49.
#pragma once

#include <optional>

#include "base/date.hpp"
#include "base/result.hpp"
#include "law/agency_level.hpp"
#include "law/in_force.hpp"

namespace gk::law {

// The last day; nothing where the article names none and no local date is set.
using ReportDue = Ruled<std::optional<Date>>;

// Departments 31 January, governments from the county up 31 March, of the year after. The article
// does not name townships and sub-district offices: theirs is `local_due_on`, which has no meaning
// for the others. `law.not_modelled` for a report due under the regulation of 2008.
// READING: 0023, the day itself is still in time.
[[nodiscard]] Result<ReportDue> annual_report_due(AgencyLevel level, int report_year,
                                                  std::optional<Date> local_due_on);

}  // namespace gk::law
