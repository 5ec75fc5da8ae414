#include "web/office/routes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "web/api/openapi.hpp"
#include "web/office/identity_routes.hpp"
#include "web/office/workbench.hpp"

namespace gk::web::office {

std::vector<api::ApiRoute> office_rows(const OfficeServices& services) {
    std::vector<api::ApiRoute> rows;
    // One a line: they are many.
    // clang-format off
    for (const auto& make : {
             account_rows,
             agency_rows,
             agency_settings_rows,
             annual_report_rows,
             audit_entry_rows,
             bulk_rows,
             calendar_rows,
             case_action_rows,
             case_file_rows,
             case_answer_rows,
             case_intake_rows,
             case_list_rows,
             case_rows,
             dictionary_rows,
             dossier_rows,
             draft_rows,
             letter_desk_rows,
             letter_form_rows,
             letter_list_rows,
             letter_page_rows,
             letter_rows,
             letter_template_rows,
             notify_settings_rows,
             own_rows,
             released_file_rows,
             remedy_file_rows,
             remedy_count_rows,
             remedy_rows,
             report_computation_rows,
             role_rows,
             saved_view_rows,
             session_rows,
             sign_in_log_rows,
             site_rows,
             statistics_rows,
             task_rows,
             todo_rows,
             who_am_i_rows,
         }) {
        // clang-format on
        std::ranges::move(make(services), std::back_inserter(rows));
    }
    return rows;
}

std::vector<Route> office_routes(const OfficeServices& services) {
    auto rows = office_rows(services);
    auto routes = workbench_routes(workbench_files());
    std::ranges::move(identity_routes(services), std::back_inserter(routes));
    routes.push_back(api::openapi_route(api::openapi_document(rows)));
    std::ranges::move(api::web_routes(std::move(rows), {.database = services.database,
                                                        .clock = services.clock,
                                                        .sessions = services.sessions}),
                      std::back_inserter(routes));
    return routes;
}

}  // namespace gk::web::office
