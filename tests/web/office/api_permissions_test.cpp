// Every row of the API × every role × own agency, another one, nobody signed in: over the route
// table as it is served, with handlers that only say that they were reached.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "support/golden.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

using api::ApiRoute;

constexpr int reached = 204;

class ApiPermissions : public OfficeFixture {
protected:
    // The same rows, without what a body or a query would have to say.
    std::vector<ApiRoute> bare_rows() {
        auto rows = office_rows(services_);
        for (auto& row : rows) {
            row.body.reset();
            row.query.clear();
            row.answer.reset();
            row.media_type.clear();
            row.status = reached;
            row.handler = [](const api::Call&) -> Result<Response> { return api::empty_answer(); };
        }
        std::ranges::sort(rows, {},
                          [](const ApiRoute& row) { return std::pair(row.pattern, row.method); });
        return rows;
    }

    // Below this agency; every other name stands for something.
    static std::string target(const ApiRoute& row, std::string_view agency) {
        std::string path;
        for (const auto segment : text::split(std::string_view(row.pattern).substr(1), '/')) {
            path += '/';
            path += segment == "{agency}"      ? std::string(agency)
                    : segment == "{year}"      ? std::string("2025")
                    : segment.starts_with('{') ? std::string("x")
                                               : std::string(segment);
        }
        return path;
    }
};

GK_ON_BOTH_DATABASES(ApiPermissions);

TEST_P(ApiPermissions, let_in_whom_the_table_says_for_every_row_role_and_agency) {
    const auto rows = bare_rows();
    api::ApiClient client(rows, database(), clock_);
    std::string golden =
        "Who is let in to each row of the API in the own agency. In another agency: nobody.\n";
    for (const auto& row : rows) {
        const bool is_of_agency = row.pattern.find("{agency}") != std::string::npos;
        const bool is_open = row.permission.value() == people::Permission::everyone;
        client.sign_out();
        EXPECT_EQ(client.send(row.method, target(row, "lihe"), "", "").status,
                  is_open ? reached : 401)
            << row.pattern;
        std::vector<std::string> let_in;
        for (const auto role : people::roles()) {
            client.sign_in(api::actor_with("user:wang", role, agencies_.front().id));
            const auto own = client.send(row.method, target(row, "lihe"), "", "").status;
            EXPECT_EQ(own == reached, people::allows(role, row.permission.value()) || is_open)
                << row.pattern << " " << people::key(role);
            if (own == reached) {
                let_in.emplace_back(people::key(role));
            }
            const auto other = client.send(row.method, target(row, "tianjia"), "", "").status;
            const bool may_other = is_open || !is_of_agency;
            EXPECT_EQ(other, may_other || row.permission.value() == people::Permission::sign_in
                                 ? own
                                 : 404)
                << row.pattern << " " << people::key(role);
        }
        golden +=
            std::string(key(row.method)) + " " + row.pattern + ": " +
            (let_in.size() == people::roles().size() ? "every role" : text::join(let_in, ", ")) +
            (is_open ? ", and who is not signed in" : "") + "\n";
    }
    test::expect_golden("tests/golden/api_permissions.txt", golden);
}

}  // namespace
}  // namespace gk::web::office
