// What is wrong, where, on what legal basis, and what to do: the one shape of every refusal.
// The codes with their Chinese messages stand in the errors.hpp of each folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "base/citation.hpp"

namespace gk {

enum class ErrorKind { invalid, refused, forbidden, not_found, conflict };

// "invalid", "refused" …: the `kind` of problem JSON.
[[nodiscard]] std::string_view key(ErrorKind kind);

// A row of an errors.hpp. `code` is stable and never reused; `message` and `hint` are Chinese
// fmt texts, whose {} are filled by problem().
struct ProblemCode {
    std::string_view code;
    ErrorKind kind;
    std::string_view message;
    std::string_view hint = {};
};

struct Problem {
    std::string code;
    std::string message;
    std::string field;  // The form field or option; empty where none is to blame.
    Citation basis;
    std::string hint;
};

// One kind and at least one problem: a form returns all of its problems at once.
class Error {
public:
    Error(ErrorKind kind, std::vector<Problem> problems);

    [[nodiscard]] ErrorKind kind() const { return kind_; }

    [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }

    [[nodiscard]] const Problem& first() const { return problems_.front(); }

    // The same error, its problems naming this field where they name none.
    [[nodiscard]] Error at(std::string_view field) &&;
    [[nodiscard]] Error on(Citation basis) &&;

private:
    ErrorKind kind_;
    std::vector<Problem> problems_;
};

[[nodiscard]] Problem make_problem(const ProblemCode& code, fmt::format_args arguments);

// The arguments fill the message and the hint alike, by position.
template <typename... Arguments>
[[nodiscard]] Problem problem(const ProblemCode& code, const Arguments&... arguments) {
    return make_problem(code, fmt::make_format_args(arguments...));
}

template <typename... Arguments>
[[nodiscard]] Error error(const ProblemCode& code, const Arguments&... arguments) {
    return Error(code.kind, {problem(code, arguments...)});
}

}  // namespace gk
