// A value that the law fixes, as rows: from when, the value, the citation. Old rows are never
// edited or deleted; a repeal is a row with no value. The date that picks the row has a name.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/result.hpp"

namespace gk::law {

template <typename T>
struct InForce {
    std::chrono::year_month_day from;
    std::optional<T> value;
    Citation basis;
};

// A value with what it rests on.
template <typename T>
struct Ruled {
    T value;
    Citation basis;
};

// Why there is no row for this date: `law.not_modelled` where the regulation of 2008 stands (only
// its reply period and extension are modelled), otherwise `law.no_law_in_force`.
[[nodiscard]] Error no_row_for(Date date);

// The value of the last row that begins on or before the date; no_row_for() where there is none or
// where it is a repeal. The rows stand in the order of their dates.
template <typename T, std::size_t count>
[[nodiscard]] Result<Ruled<T>> in_force_on(const InForce<T> (&rows)[count], Date date) {
    std::optional<Ruled<T>> found;
    for (const auto& row : rows) {
        if (std::chrono::sys_days(row.from) <= date.days()) {
            found = row.value ? std::optional(Ruled<T>{*row.value, row.basis}) : std::nullopt;
        }
    }
    if (!found) {
        return no_row_for(date);
    }
    return *found;
}

}  // namespace gk::law
