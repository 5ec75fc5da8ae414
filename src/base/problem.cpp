#include "base/problem.hpp"

#include <utility>

#include "base/assert.hpp"

namespace gk {

std::string_view key(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid:
            return "invalid";
        case ErrorKind::refused:
            return "refused";
        case ErrorKind::forbidden:
            return "forbidden";
        case ErrorKind::not_found:
            return "not_found";
        case ErrorKind::conflict:
            return "conflict";
    }
    GK_ASSERT(!"a kind of error");
    return {};
}

Error::Error(ErrorKind kind, std::vector<Problem> problems)
    : kind_(kind), problems_(std::move(problems)) {
    GK_ASSERT(!problems_.empty());
}

Error Error::at(std::string_view field) && {
    for (auto& each : problems_) {
        if (each.field.empty()) {
            each.field = field;
        }
    }
    return std::move(*this);
}

Error Error::on(Citation basis) && {
    for (auto& each : problems_) {
        if (each.basis.empty()) {
            each.basis = basis;
        }
    }
    return std::move(*this);
}

Problem make_problem(const ProblemCode& code, fmt::format_args arguments) {
    return {.code = std::string(code.code),
            .message = fmt::vformat(code.message, arguments),
            .field = {},
            .basis = {},
            .hint = fmt::vformat(code.hint, arguments)};
}

}  // namespace gk
