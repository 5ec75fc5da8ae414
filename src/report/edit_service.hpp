// The verbs of typing a report by hand.
#pragma once

#include "report/edit.hpp"
#include "report/service.hpp"

namespace gk::report {

// An empty draft of the form of its year. Refuses a report that is there, a year without reports,
// and as permit() does.
[[nodiscard]] Result<StoredReport> start_report(store::Database& database,
                                                const ReportReference& reference,
                                                const people::Actor& actor, Moment now);

// Keeps everything that was typed, figures or not, and checks the report again. Every save is a
// version and stands in the trail; those of one person on one day, one after the other, are one
// act. Refuses as permit() and apply() do, and where the report has changed since
// `reference.version`: then nothing is kept.
[[nodiscard]] Result<StoredReport> edit_report(store::Database& database,
                                               const ReportReference& reference,
                                               const ReportEdit& edit, const people::Actor& actor,
                                               Moment now);

}  // namespace gk::report
