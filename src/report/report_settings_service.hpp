// What an agency lays down about its annual report: which remedies table 四 counts where nobody
// says otherwise. The table report_settings.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.hpp"
#include "people/actor.hpp"
#include "report/compute.hpp"
#include "store/database.hpp"

namespace gk::report {

struct ReportSettings {
    std::int64_t version = 0;  // 0: nobody has set anything.
    RemedyScope remedies = RemedyScope::all_of_year;
};

[[nodiscard]] ReportSettings load_report_settings(store::Snapshot& snapshot,
                                                  Id<people::Agency> agency);

// Refuses an unknown agency.
[[nodiscard]] Result<ReportSettings> find_report_settings(store::Database& database,
                                                          std::string_view agency_code);

// Returns the new version. Refuses who may not, and settings that have changed since
// `changed.version`.
[[nodiscard]] Result<std::int64_t> change_report_settings(store::Database& database,
                                                          std::string_view agency_code,
                                                          const ReportSettings& changed,
                                                          const people::Actor& actor, Moment now);

}  // namespace gk::report
