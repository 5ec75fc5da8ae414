#include "web/portal/problem_view.hpp"

#include <algorithm>

namespace gk::web::portal {

void fill_problems(page::Values& values, std::span<const Problem> problems) {
    if (problems.empty()) {
        return;
    }
    auto summary = values.include("PROBLEMS", "problems.html");
    summary.set("ANCHOR", answer_anchor);
    const bool is_of_fields =
        std::ranges::none_of(problems, [](const Problem& one) { return one.field.empty(); });
    summary.set("HEADING", is_of_fields ? "有" + std::to_string(problems.size()) + "处需要更正"
                                        : std::string("这次没有办成"));
    for (const auto& problem : problems) {
        auto line = summary.add("PROBLEM").add(problem.field.empty() ? "OF_ALL" : "OF_FIELD");
        line.set("FIELD", problem.field).set("MESSAGE", problem.message).set("HINT", problem.hint);
    }
}

void fill_field_problem(page::Values& values, std::string_view section, std::string_view field,
                        std::span<const Problem> problems) {
    const auto found = std::ranges::find(problems, field, &Problem::field);
    if (found != problems.end()) {
        values.add(section).set("MESSAGE", found->message).set("HINT", found->hint);
    }
}

}  // namespace gk::web::portal
