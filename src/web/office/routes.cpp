#include "web/office/routes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "web/api/openapi.hpp"
#include "web/office/workbench.hpp"

namespace gk::web::office {

std::vector<api::ApiRoute> office_rows(const OfficeServices& services) {
    std::vector<api::ApiRoute> rows;
    for (const auto& make :
         {audit_entry_rows, case_rows, case_action_rows, case_intake_rows, case_list_rows}) {
        std::ranges::move(make(services), std::back_inserter(rows));
    }
    return rows;
}

std::vector<Route> office_routes(const OfficeServices& services) {
    auto rows = office_rows(services);
    auto routes = workbench_routes(workbench_files());
    routes.push_back(api::openapi_route(api::openapi_document(rows)));
    std::ranges::move(api::web_routes(std::move(rows), {.database = services.database,
                                                        .clock = services.clock,
                                                        .sessions = services.sessions}),
                      std::back_inserter(routes));
    return routes;
}

}  // namespace gk::web::office
