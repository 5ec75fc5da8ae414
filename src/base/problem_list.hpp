// Gathers problems, so that a form or a list of events gets all of them at once.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "base/result.hpp"

namespace gk {

class ProblemList {
public:
    // The kind of the error is the kind of the first problem. A problem that is there already, in
    // the same words and for the same field, is not repeated.
    void add(Error error);

    // The value, or nothing after taking its problems over.
    template <typename T>
    std::optional<T> take(Result<T> result) {
        if (!result) {
            add(std::move(result).error());
            return std::nullopt;
        }
        return *std::move(result);
    }

    [[nodiscard]] bool empty() const { return !error_.has_value(); }

    // Asserts that there is a problem.
    [[nodiscard]] Error error() &&;

private:
    std::optional<Error> error_;
};

}  // namespace gk
