#include "web/office/light_sums.hpp"

#include <utility>

#include <boost/json/object.hpp>

namespace gk::web::office {

boost::json::object LightSums::json_with(std::string_view name, std::string_view of) const {
    return {{name, boost::json::string_view(of.data(), of.size())},
            {"count", count},
            {"due_soon_count", due_soon_count},
            {"overdue_count", overdue_count}};
}

api::Schema light_sums_schema(std::string name, api::Field of) {
    return api::object(std::move(name), {std::move(of),
                                         {"count", "件数", api::number()},
                                         {"due_soon_count", "临期", api::number()},
                                         {"overdue_count", "逾期", api::number()}});
}

}  // namespace gk::web::office
