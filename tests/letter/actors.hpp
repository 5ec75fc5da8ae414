// The people of a small office, for tests.
#pragma once

#include <string>

#include "people/actor.hpp"

namespace gk::letter::test {

[[nodiscard]] inline people::Actor person(std::string name, people::Role role,
                                          Id<people::Agency> agency) {
    return {.name = "user:" + name,
            .display_name = std::move(name),
            .held_roles = {{.role = role, .agency = agency}}};
}

}  // namespace gk::letter::test
