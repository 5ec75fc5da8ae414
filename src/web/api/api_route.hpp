// A row of the JSON API, and how it becomes a row of the route table: the session is looked up,
// the permission checked, query and body held against their schemas before the handler runs.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "people/agency.hpp"
#include "store/database.hpp"
#include "web/api/fields.hpp"
#include "web/api/schema.hpp"
#include "web/api/session.hpp"
#include "web/form/multipart.hpp"
#include "web/route.hpp"

namespace gk::web::api {

// What a handler is given. Everything lives as long as the call.
struct Call {
    const Request& request;
    const people::Actor& actor;    // people::everyone() where nobody is signed in.
    const Session* session;        // nullptr where nobody is signed in.
    const people::Agency* agency;  // Of {agency} in the pattern; else nullptr.
    const Fields& query;
    const Fields& body;                  // Of JSON, or the fields of a form.
    const std::vector<FormPart>& files;  // Of a form.
    Moment now;

    // {year} of the pattern.
    [[nodiscard]] int year() const;
    [[nodiscard]] std::string argument(std::string_view name) const;
};

using ApiHandler = std::function<Result<Response>(const Call&)>;

enum class BodyKind { json, form };

struct ApiRoute {
    static constexpr std::size_t json_bytes_max = 1U << 20U;

    Method method;
    // "/api/v1/agencies/{agency}/annual-reports/{year}": {agency} is the code of an agency, for
    // which the permission is checked; {year} has four digits.
    std::string pattern;
    RequiredPermission permission;
    std::string operation_id;  // "list_annual_reports"; unique.
    std::string summary;       // Chinese.
    std::vector<Field> query = {};
    std::optional<Schema> body = {};  // An object; nothing: no body.
    BodyKind body_kind = BodyKind::json;
    std::optional<Schema> answer = {};  // Of JSON.
    std::string media_type = {};        // Of an answer that is a file.
    int status = 200;                   // Of the answer; 204 where it has neither.
    std::size_t body_bytes_max = json_bytes_max;
    ApiHandler handler;
};

struct ApiServices {
    store::Database& database;
    const Clock& clock;
    SessionSource sessions;
};

// Refusals of the kit, in this order: no session (401 web.not_signed_in; a row of `everyone` needs
// neither one nor the next), a change without X-CSRF-Token (403), no permission (404 for a pattern
// with {…}, else 403), a query or a body that does not fit (422). A Bug for a row that is not
// sound. The services must outlive the routes.
[[nodiscard]] std::vector<Route> web_routes(std::vector<ApiRoute> rows,
                                            const ApiServices& services);

}  // namespace gk::web::api
