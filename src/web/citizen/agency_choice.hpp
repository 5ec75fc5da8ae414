// Which agency an application goes to: the tree of agencies with what each is for, and which of
// them fits what somebody writes that the information is about. Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "people/agency.hpp"

namespace gk::web::citizen {

// What agencies say that they are for.
using AgencyDuties = std::map<Id<people::Agency>, std::string>;

struct AgencyChoice {
    std::string code;
    std::string name;
    // What it says that it is for; its units and what art. 21 names for its level where it does
    // not.
    std::string duties;
    int depth = 0;
    bool is_suggested = false;
};

// The tree from above, each below its parent, those that exist on `today`. The agencies that fit
// `matter` best are marked; none where nothing does.
[[nodiscard]] std::vector<AgencyChoice> agency_choices(const std::vector<people::Agency>& agencies,
                                                       const AgencyDuties& duties,
                                                       std::string_view matter, Date today);

}  // namespace gk::web::citizen
