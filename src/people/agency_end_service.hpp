// The end of an agency: it is merged into another or abolished. Nothing may be left hanging on it:
// no agency below, no application, reconsideration or lawsuit without its end, no account, no role.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "people/actor.hpp"
#include "people/agency.hpp"
#include "people/agency_service.hpp"
#include "store/database.hpp"

namespace gk::people {

// What an agency still has to do, as the trades know it.
struct OpenMatters {
    std::int64_t applications = 0;
    std::int64_t remedies = 0;
};

using CountOpenMatters = std::function<OpenMatters(store::Snapshot&, Id<Agency>)>;

// Both refuse as every change of an agency does (agency_service.hpp), and with everything at once
// that still hangs on the agency. It exists until the day before; who continues its functions is
// its successor.
[[nodiscard]] Result<Agency> merge_agency(store::Database& database, std::string_view code,
                                          std::string_view into_code, const AgencyChange& change,
                                          const CountOpenMatters& open_matters, const Actor& actor,
                                          Moment now);
[[nodiscard]] Result<Agency> end_agency(store::Database& database, std::string_view code,
                                        std::optional<std::string> successor_code,
                                        const AgencyChange& change,
                                        const CountOpenMatters& open_matters, const Actor& actor,
                                        Moment now);

}  // namespace gk::people
