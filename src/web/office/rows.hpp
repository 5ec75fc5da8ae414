// The rows of the office's API: one function for each capability, in the order of the alphabet.
// Each is defined in the file of its name in this folder.
#pragma once

#include <vector>

#include "web/api/api_route.hpp"
#include "web/office/office_services.hpp"

namespace gk::web::office {

// The services must outlive the rows.
[[nodiscard]] std::vector<api::ApiRoute> account_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> agency_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> agency_settings_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> annual_report_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> audit_entry_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> bulk_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> calendar_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> case_action_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> case_file_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> case_answer_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> case_intake_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> case_list_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> case_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> dictionary_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> dossier_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> draft_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> letter_desk_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> letter_form_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> letter_list_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> letter_page_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> letter_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> letter_template_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> notify_settings_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> own_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> released_file_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> remedy_file_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> remedy_count_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> remedy_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> report_computation_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> role_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> saved_view_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> session_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> sign_in_log_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> site_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> statistics_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> task_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> todo_rows(const OfficeServices& services);
[[nodiscard]] std::vector<api::ApiRoute> who_am_i_rows(const OfficeServices& services);

}  // namespace gk::web::office
