// The addresses of the citizen's pages. A form is named in the query, which no log keeps.
#pragma once

#include <string>
#include <string_view>

#include "application/started/form.hpp"

namespace gk::web::citizen::paths {

inline constexpr std::string_view forms = "/applications/started-forms";
inline constexpr std::string_view form_page = "/applications/started-forms/{page}";
inline constexpr std::string_view saved = "/applications/started-forms/saved";
inline constexpr std::string_view discard = "/applications/started-forms/discard";
inline constexpr std::string_view receipt = "/applications/started-forms/receipt";
inline constexpr std::string_view status = "/applications/status";
inline constexpr std::string_view resend = "/applications/status/resend";
inline constexpr std::string_view own_case = "/applications/status/case";
inline constexpr std::string_view own_act = "/applications/status/case/{act}";
inline constexpr std::string_view published_answer = "/applications/answers/{file}";
inline constexpr std::string_view published_answers = "/applications/answers/";
inline constexpr std::string_view own_file = "/applications/status/case/files/{file}";
inline constexpr std::string_view own_files = "/applications/status/case/files/";
inline constexpr std::string_view leave = "/applications/status/leave";
inline constexpr std::string_view notice = "/applications/notice";

// The name in the query of the link of a form.
inline constexpr std::string_view form_parameter = "form";
// Where a page leads back to: "check" after a change from there.
inline constexpr std::string_view back_parameter = "back";
// What a page that was sent shows of itself when it comes again: "problems" or "matches".
inline constexpr std::string_view shows_parameter = "shows";

[[nodiscard]] inline std::string of_form(std::string_view path, std::string_view link) {
    return std::string(path) + "?" + std::string(form_parameter) + "=" + std::string(link);
}

[[nodiscard]] inline std::string of_page(application::started::FormPage page,
                                         std::string_view link) {
    return of_form(std::string(forms) + "/" + std::string(application::started::key(page)), link);
}

}  // namespace gk::web::citizen::paths
