// The rows of every errors.hpp, read as text.
#pragma once

#include <string>
#include <vector>

namespace gk::tidy {

struct ProblemRow {
    std::string file;  // "src/law/errors.hpp"
    std::string code;
    std::string kind;
    std::string message;
    std::string hint;
};

// In the order of the files and of their rows.
[[nodiscard]] std::vector<ProblemRow> problem_rows();

}  // namespace gk::tidy
