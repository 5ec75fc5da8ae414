// Whether dates of one case stand in the order in which things can happen.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.hpp"
#include "base/problem_list.hpp"

namespace gk::law {

// A date with the name that a clerk knows it by, and the field it was typed in.
struct NamedDate {
    std::string_view name;
    std::string_view field;
    std::optional<Date> date;
};

// Adds `law.dates_out_of_order` where both are known and `later` is before `earlier`; the same day
// is in order.
void check_order(ProblemList& problems, const NamedDate& earlier, const NamedDate& later);

}  // namespace gk::law
