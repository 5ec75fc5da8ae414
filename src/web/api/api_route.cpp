#include "web/api/api_route.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "web/api/errors.hpp"
#include "web/error_answer.hpp"

namespace gk::web::api {

namespace {

constexpr int unauthorized = 401;
constexpr int no_content = 204;
constexpr std::int64_t bytes_of_megabyte = 1'000'000;

void require(bool holds, const ApiRoute& row, std::string_view what) {
    if (!holds) {
        throw Bug(fmt::format("API row {} {}: {}", key(row.method), row.pattern, what));
    }
}

void require_sound(const ApiRoute& row) {
    const bool may_have_body = row.method != Method::get;
    require(row.pattern.starts_with("/api/v1/"), row, "does not begin with /api/v1/");
    require(row.handler != nullptr, row, "has no handler");
    require(!row.operation_id.empty() && !row.summary.empty(), row, "is not described");
    require(!row.body || may_have_body, row, "GET has no body");
    require(!row.body || row.body->shape == Shape::object, row, "a body is an object");
    require((row.answer || !row.media_type.empty()) == (row.status != no_content), row,
            "204 where there is no answer, and only there");
}

bool is_change(Method method) {
    return method != Method::get && method != Method::head;
}

// The parts of a form that are no files, as parameters, and those that are.
struct Form {
    Parameters fields;
    std::vector<FormPart> files;
};

Form form_of(const std::vector<FormPart>& parts) {
    Form form;
    for (const auto& part : parts) {
        if (part.file_name) {
            // A browser sends a file that nobody chose as one without name and bytes. Its name is
            // held against the schema, as proof that it came.
            if (!part.file_name->empty() || !part.content.empty()) {
                form.files.push_back(part);
                form.fields.emplace_back(part.name, *part.file_name);
            }
        } else {
            form.fields.emplace_back(part.name, std::string(part.content));
        }
    }
    return form;
}

Result<void> check_files(const std::vector<FormPart>& files, const Schema& body) {
    for (const auto& field : *body.fields) {
        const auto* given = find(files, field.name);
        if (field.schema.shape != Shape::file) {
            continue;
        }
        if (given == nullptr || given->content.empty()) {
            if (field.need == Need::required) {
                return error(field_missing, field.label).at(field.name);
            }
        } else if (static_cast<std::int64_t>(given->content.size()) > field.schema.max) {
            return error(file_too_large, field.label, field.schema.max / bytes_of_megabyte)
                .at(field.name);
        }
    }
    return {};
}

// One row at work.
class Serving {
public:
    Serving(ApiRoute row, ApiServices services)
        : row_(std::move(row)), services_(std::move(services)) {}

    [[nodiscard]] Result<Response> answer(const Request& request) const {
        const auto now = services_.clock.now();
        GK_TRY(const auto session, session_of(request, now));
        const bool is_guarded = row_.permission.value() != people::Permission::everyone;
        if (is_guarded && !session) {
            return error_answer(error(not_signed_in), unauthorized, request, Audience::api, {});
        }
        if (is_guarded && is_change(request.method) &&
            !is_same_secret(session->csrf_token, request.headers.get(csrf_header))) {
            return error(csrf_token_wrong);
        }
        const auto actor = session ? session->actor : people::everyone();
        GK_TRY(const auto agency, permitted_agency(request, actor));
        GK_TRY(const auto query, read_parameters(request.query, row_.query));
        std::vector<FormPart> files;
        GK_TRY(const auto body, body_of(request, files));
        return row_.handler({.request = request,
                             .actor = actor,
                             .session = session ? &*session : nullptr,
                             .agency = agency ? &*agency : nullptr,
                             .query = query,
                             .body = body,
                             .files = files,
                             .now = now});
    }

private:
    [[nodiscard]] Result<std::optional<Session>> session_of(const Request& request,
                                                            Moment now) const {
        const auto token = session_token(request);
        if (!token) {
            return std::optional<Session>();
        }
        auto session = services_.sessions(*token, now);
        if (session) {
            return std::optional(*std::move(session));
        }
        const auto kind = session.error().kind();
        const bool is_none = kind == ErrorKind::not_found || kind == ErrorKind::forbidden;
        if (is_none || row_.permission.value() == people::Permission::everyone) {
            return std::optional<Session>();
        }
        return std::move(session).error();
    }

    // The agency of the path, where there is one, once it is clear that the actor may. Who may not
    // learns no more than who asks for an agency that is not there.
    [[nodiscard]] Result<std::optional<people::Agency>> permitted_agency(
        const Request& request, const people::Actor& actor) const {
        const auto needed = row_.permission.value();
        const auto code = find(request.arguments, "agency");
        const auto year = find(request.arguments, "year");
        if (year && !text::year_number(*year)) {
            return error(thing_not_found);
        }
        if (!code) {
            if (actor.may(needed)) {
                return std::optional<people::Agency>();
            }
            return request.arguments.empty() ? error(permission_missing, people::label(needed))
                                             : error(thing_not_found);
        }
        auto agency = people::find_agency(services_.database, *code);
        if (!agency || !actor.may(needed, agency->id)) {
            return error(thing_not_found);
        }
        return std::optional(*std::move(agency));
    }

    [[nodiscard]] Result<Fields> body_of(const Request& request,
                                         std::vector<FormPart>& files) const {
        if (!row_.body) {
            return Fields();
        }
        if (row_.body_kind == BodyKind::json) {
            return read_body(request, *row_.body);
        }
        GK_TRY(const auto parts,
               parse_multipart(request.headers.get("Content-Type"), request.body));
        auto form = form_of(parts);
        GK_TRY(auto fields, read_parameters(form.fields, *row_.body->fields));
        GK_CHECK(check_files(form.files, *row_.body));
        files = std::move(form.files);
        return fields;
    }

    ApiRoute row_;
    ApiServices services_;
};

Route web_route(ApiRoute row, const ApiServices& services) {
    require_sound(row);
    const auto method = row.method;
    const auto pattern = row.pattern;
    const auto permission = row.permission;
    const RouteLimits limits{.body_bytes_max = row.body ? row.body_bytes_max : 0};
    const auto serving = std::make_shared<const Serving>(std::move(row), services);
    return {.method = method,
            .pattern = pattern,
            .permission = permission,
            .audience = Audience::api,
            .limits = limits,
            .handler = [serving](const Request& request) { return serving->answer(request); },
            .guard = Guard::session};
}

}  // namespace

int Call::year() const {
    const auto year = text::year_number(request.argument("year"));
    GK_ASSERT(year.has_value());
    return *year;
}

std::string Call::argument(std::string_view name) const {
    return std::string(request.argument(name));
}

std::vector<Route> web_routes(std::vector<ApiRoute> rows, const ApiServices& services) {
    std::vector<std::string> ids;
    std::vector<Route> routes;
    for (auto& row : rows) {
        require(std::ranges::find(ids, row.operation_id) == ids.end(), row,
                "has the operation id of another row");
        ids.push_back(row.operation_id);
        routes.push_back(web_route(std::move(row), services));
    }
    return routes;
}

}  // namespace gk::web::api
