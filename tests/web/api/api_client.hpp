// Speaks to rows of the API within the process, as a browser would over HTTP: the target is read,
// the route found, session and CSRF header checked. Every answer with JSON is held against the
// schema that its row declares, so that no test passes with an answer that the document denies.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "people/actor.hpp"
#include "web/api/api_route.hpp"
#include "web/application.hpp"

namespace boost::json {
class value;
}

namespace gk::web::api {

// A person who holds one role in one agency: actor_with("user:wang", people::Role::clerk, id).
[[nodiscard]] people::Actor actor_with(std::string name, people::Role role,
                                       Id<people::Agency> agency);

// The kinds of what was refused and their codes: "web.field_missing at name".
[[nodiscard]] std::vector<std::string> problem_codes(const Response& response);

[[nodiscard]] boost::json::value json_of(const Response& response);

class ApiClient {
public:
    // Sessions are those of sign_in() alone.
    ApiClient(std::vector<ApiRoute> rows, store::Database& database, const Clock& clock);
    // Rows that were made elsewhere with `sessions()`.
    ApiClient(std::vector<ApiRoute> rows, std::vector<Route> routes);
    ~ApiClient();

    // From now on this person asks.
    void sign_in(people::Actor actor);
    void sign_out();
    // What a browser sends beside, until it is cleared: "Cookie", "X-CSRF-Token", "Origin".
    void set_header(std::string name, std::string value);

    Response get(std::string_view target);
    Response post(std::string_view target, std::string_view json = "{}");
    Response put(std::string_view target, std::string_view json);
    Response patch(std::string_view target, std::string_view json);
    Response del(std::string_view target, std::string_view json = "");
    // A form with one file and these fields.
    Response post_file(std::string_view target, std::string_view field, std::string_view file_name,
                       std::string_view bytes, const Parameters& fields = {});
    Response send(Method method, std::string_view target, std::string_view content_type,
                  std::string_view body);

private:
    [[nodiscard]] Result<Session> session_of(std::string_view token) const;
    void expect_declared(const Request& request, const Response& response) const;

    std::vector<ApiRoute> rows_;
    std::map<std::string, people::Actor, std::less<>> actors_;  // By token.
    std::map<std::string, std::string, std::less<>> headers_;
    std::unique_ptr<Application> application_;
};

}  // namespace gk::web::api
