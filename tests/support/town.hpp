// A town in the register, for tests that need some agency.
#pragma once

#include "people/service.hpp"

namespace gk::test {

inline people::Agency registered_town(store::Database& database, Moment now) {
    return *people::register_agency(database,
                                    {.code = "xigebi",
                                     .name = "某镇人民政府",
                                     .short_name = "某镇",
                                     .level = law::AgencyLevel::township,
                                     .parent_code = std::nullopt,
                                     .valid_from = std::nullopt,
                                     .valid_to = std::nullopt,
                                     .units = {{"finance", "财政所"}}},
                                    people::operator_named("cli:root"), now);
}

}  // namespace gk::test
