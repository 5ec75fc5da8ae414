// What is done with agencies.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/actor.hpp"
#include "people/agency.hpp"
#include "store/database.hpp"

namespace gk::people {

struct NewAgency {
    std::string code;
    std::string name;
    std::string short_name;
    law::AgencyLevel level = law::AgencyLevel::township;
    std::optional<std::string> parent_code;
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
    std::vector<Unit> units;
};

// By the operator, or below an agency that the actor looks after (agency_manage). Refuses a code
// that is no slug or is taken, a blank name, a parent that is not there, dates in the wrong order;
// everything at once. The trail records it.
[[nodiscard]] Result<Agency> register_agency(store::Database& database, const NewAgency& given,
                                             const Actor& actor, Moment now);

// The same in a transaction, out of an agency that goes on. Throws store::Violation where the code
// is taken.
[[nodiscard]] Result<Agency> register_agency_out_of(store::Transaction& transaction,
                                                    const NewAgency& given, Id<Agency> out_of,
                                                    std::string_view reason, const Actor& actor,
                                                    Moment now);

// Refuses a code that no agency has.
[[nodiscard]] Result<Agency> find_agency(store::Database& database, std::string_view code);
[[nodiscard]] Result<Agency> find_agency(store::Snapshot& snapshot, std::string_view code);

// All agencies, by code.
[[nodiscard]] std::vector<Agency> list_agencies(store::Database& database);

}  // namespace gk::people
