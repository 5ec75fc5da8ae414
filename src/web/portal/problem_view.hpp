// The problems of a form: all of them above it, and each again at its field.
#pragma once

#include <span>
#include <string_view>

#include "base/problem.hpp"
#include "web/page/template.hpp"

namespace gk::web::portal {

// Where the answer to a form begins: the address of a form's target ends in it, so that a browser
// puts the focus there without a script.
inline constexpr std::string_view answer_anchor = "answer";

// Fills problems.html as {{>PROBLEMS}}; nothing where there is none.
void fill_problems(page::Values& values, std::span<const Problem> problems);

// {{#NAME_PROBLEM}} with MESSAGE and HINT, for the field of that name.
void fill_field_problem(page::Values& values, std::string_view section, std::string_view field,
                        std::span<const Problem> problems);

}  // namespace gk::web::portal
