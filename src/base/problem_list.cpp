#include "base/problem_list.hpp"

#include "base/assert.hpp"

namespace gk {

void ProblemList::add(Error error) {
    if (!error_) {
        error_ = std::move(error);
        return;
    }
    auto problems = error_->problems();
    for (const auto& each : error.problems()) {
        problems.push_back(each);
    }
    error_ = Error(error_->kind(), std::move(problems));
}

Error ProblemList::error() && {
    GK_ASSERT(error_.has_value());
    return *std::move(error_);
}

}  // namespace gk
