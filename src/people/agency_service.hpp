// The tree of agencies and their units in time, looked after by the system administrator
// (agency_manage) of the agency or of one above it. How one ends: agency_end_service.hpp.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/actor.hpp"
#include "people/agency.hpp"
#include "people/agency_act.hpp"
#include "people/service.hpp"
#include "store/database.hpp"

namespace gk::people {

// From when, and why: the document that decided it.
struct AgencyChange {
    Date effective_on = {};
    std::string reason = {};
};

// Each refuses an agency that is not there or may not be known of, one that has ended, a day that
// is still to come or lies before the last act, a blank reason.
[[nodiscard]] Result<Agency> rename_agency(store::Database& database, std::string_view code,
                                           std::string_view name, std::string_view short_name,
                                           const AgencyChange& change, const Actor& actor,
                                           Moment now);
// Sets up a new agency out of one that goes on; the parent of the new one is that of the old one
// where none is given. Refuses a parent that has ended.
[[nodiscard]] Result<Agency> split_agency(store::Database& database, std::string_view code,
                                          NewAgency given, const AgencyChange& change,
                                          const Actor& actor, Moment now);

// From that day on it stands below another agency, which the actor looks after as well: whoever
// supervises from there sees it then, and no longer whoever did before. Refuses a parent that did
// not exist that day or has ended since, the agency itself and one below it.
[[nodiscard]] Result<Agency> move_agency(store::Database& database, std::string_view code,
                                         std::string_view parent_code, const AgencyChange& change,
                                         const Actor& actor, Moment now);

// As it was that day. Refuses a code that no agency has.
[[nodiscard]] Result<Agency> agency_as_of(store::Database& database, std::string_view code,
                                          Date day);
[[nodiscard]] std::optional<Agency> agency_as_of(store::Snapshot& snapshot, Id<Agency> id,
                                                 Date day);

// What became of it, the oldest first.
struct AgencyHistory {
    Agency agency;
    std::vector<AgencyAct> acts;
};

[[nodiscard]] Result<AgencyHistory> agency_history(store::Database& database,
                                                   std::string_view code);

struct NewUnit {
    std::string code = {};
    std::string name = {};
    UnitKind kind = UnitKind::internal_unit;
    std::optional<Date> valid_from = {};
};

// Refuses a code that is none or is taken in the agency, a blank name.
[[nodiscard]] Result<Unit> add_unit(store::Database& database, std::string_view agency_code,
                                    const NewUnit& given, const Actor& actor, Moment now);
[[nodiscard]] Result<Unit> rename_unit(store::Database& database, std::string_view agency_code,
                                       std::string_view unit_code, std::string_view name,
                                       const Actor& actor, Moment now);

// What a unit still has to do, as the trades know it.
struct UnitMatters {
    std::int64_t search_tasks = 0;
    std::int64_t tasks = 0;  // Given by hand.
};

using CountUnitMatters =
    std::function<UnitMatters(store::Snapshot&, Id<Agency>, std::string_view unit_code)>;

// Its last day. Roles held for it end that day too. Refuses, everything at once, while it has
// something to do: nobody could do it any more.
[[nodiscard]] Result<Unit> end_unit(store::Database& database, std::string_view agency_code,
                                    std::string_view unit_code, Date last_day,
                                    std::string_view reason, const CountUnitMatters& open_matters,
                                    const Actor& actor, Moment now);

}  // namespace gk::people
