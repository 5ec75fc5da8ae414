// How many things there are, and how many of them are near or late: a line of a count in the API.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "web/api/schema.hpp"

namespace boost::json {
class object;
}

namespace gk::web::office {

struct LightSums {
    std::int64_t count = 0;
    std::int64_t due_soon_count = 0;
    std::int64_t overdue_count = 0;

    template <typename Counted>
    void add(const Counted& counted) {
        count += counted.count;
        due_soon_count += counted.due_soon_count;
        overdue_count += counted.overdue_count;
    }

    // With what they are of: {"state": "in_review", "count": 3, …}.
    [[nodiscard]] boost::json::object json_with(std::string_view name, std::string_view of) const;
};

[[nodiscard]] api::Schema light_sums_schema(std::string name, api::Field of);

}  // namespace gk::web::office
