// Which kept report a command is about, and who asks for it.
#pragma once

#include "cli/command.hpp"
#include "cli/context.hpp"
#include "people/actor.hpp"
#include "report/service.hpp"

namespace gk::cli {

inline constexpr Option report_agency_option{.name = "--agency",
                                             .takes = Takes::one,
                                             .value_name = "CODE",
                                             .help = "行政机关的代码。",
                                             .choices = {},
                                             .is_required = true};
inline constexpr Option report_year_option{.name = "--year",
                                           .takes = Takes::one,
                                           .value_name = "Y",
                                           .help = "报告年度。",
                                           .choices = {},
                                           .is_required = true};

// --agency and --year. Refuses a year that is no number.
[[nodiscard]] Result<report::ReportReference> report_reference(const Arguments& arguments);

// The operator at the command line.
[[nodiscard]] people::Actor actor_of(const Context& context);

}  // namespace gk::cli
