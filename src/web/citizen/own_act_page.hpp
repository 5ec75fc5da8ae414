// The page of an act of the applicant as HTML.
#pragma once

#include <string>
#include <vector>

#include "application/started/form.hpp"
#include "base/problem.hpp"
#include "web/citizen/case_story.hpp"
#include "web/portal/frame.hpp"

namespace gk::web::citizen {

struct OwnActView {
    OwnAct act = OwnAct::material;
    std::string number;
    std::string asked = {};  // What the office asks for.
    application::started::Fields fields = {};
    std::vector<Problem> problems = {};
};

// Where it is asked for.
[[nodiscard]] std::string own_act_path(OwnAct act);

[[nodiscard]] std::string own_act_page(const portal::Viewing& viewing, const OwnActView& view);

}  // namespace gk::web::citizen
