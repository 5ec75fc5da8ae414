#include "base/problem_list.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace gk {

void ProblemList::add(Error error) {
    if (!error_) {
        error_ = std::move(error);
        return;
    }
    auto problems = error_->problems();
    for (const auto& each : error.problems()) {
        const bool is_there = std::ranges::any_of(problems, [&](const Problem& known) {
            return known.code == each.code && known.message == each.message &&
                   known.field == each.field;
        });
        if (!is_there) {
            problems.push_back(each);
        }
    }
    error_ = Error(error_->kind(), std::move(problems));
}

Error ProblemList::error() && {
    GK_ASSERT(error_.has_value());
    return *std::move(error_);
}

}  // namespace gk
