// Every row of the office's API against every role, in its own agency and in another: what the
// table of permissions does not give is refused, whichever row it is and whenever it was added.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

using people::Permission;
using people::Role;
using testing::IsEmpty;

class PermissionMatrix : public OfficeFixture {
protected:
    [[nodiscard]] std::vector<api::ApiRoute> guarded_rows() {
        auto rows = office_rows(services_);
        std::erase_if(rows, [](const api::ApiRoute& row) {
            return row.permission.value() == Permission::everyone;
        });
        EXPECT_GT(rows.size(), 20U);
        return rows;
    }

    // The address of a thing of that agency; one that nobody has.
    static std::string path_of(const api::ApiRoute& row, const std::string& agency) {
        std::vector<std::string> segments;
        for (const auto segment : text::split(row.pattern, '/')) {
            if (segment == "{agency}") {
                segments.push_back(agency);
            } else if (segment == "{year}") {
                segments.emplace_back("2024");
            } else {
                segments.emplace_back(segment.starts_with('{') ? "none" : segment);
            }
        }
        return text::join(segments, "/");
    }

    Response ask(const api::ApiRoute& row, const std::string& agency,
                 std::string_view body = "{}") {
        const bool has_body = row.body.has_value();
        return client_->send(row.method, path_of(row, agency), has_body ? "application/json" : "",
                             has_body ? body : "");
    }

    static bool is_refused(const Response& response) {
        return response.status == 401 || response.status == 403 || response.status == 404;
    }

    static std::string name_of(const api::ApiRoute& row) {
        return std::string(key(row.method)) + " " + row.pattern;
    }

    static std::optional<Role> role_with(Permission permission) {
        for (const auto role : people::roles()) {
            if (people::allows(role, permission)) {
                return role;
            }
        }
        return std::nullopt;
    }
};

GK_ON_BOTH_DATABASES(PermissionMatrix);

TEST_P(PermissionMatrix, refuses_everybody_who_is_not_signed_in) {
    std::vector<std::string> open;
    for (const auto& row : guarded_rows()) {
        if (ask(row, "lihe").status != 401) {
            open.push_back(name_of(row));
        }
    }
    EXPECT_THAT(open, IsEmpty());
}

TEST_P(PermissionMatrix, refuses_every_role_that_the_table_does_not_give_the_permission) {
    std::vector<std::string> open;
    const auto rows = guarded_rows();
    for (const auto role : people::roles()) {
        sign_in(role);
        for (const auto& row : rows) {
            if (!people::allows(role, row.permission.value()) && !is_refused(ask(row, "lihe"))) {
                open.push_back(std::string(people::key(role)) + " " + name_of(row));
            }
        }
    }
    EXPECT_THAT(open, IsEmpty());
}

TEST_P(PermissionMatrix, refuses_every_role_in_an_agency_that_is_not_its_own) {
    std::vector<std::string> open;
    const auto rows = guarded_rows();
    for (const auto role : people::roles()) {
        sign_in(role);
        for (const auto& row : rows) {
            const bool is_of_agency = row.pattern.find("{agency}") != std::string::npos &&
                                      row.permission.value() != Permission::sign_in;
            if (is_of_agency && ask(row, "tianjia").status != 404) {
                open.push_back(std::string(people::key(role)) + " " + name_of(row));
            }
        }
    }
    EXPECT_THAT(open, IsEmpty());
}

TEST_P(PermissionMatrix, is_asked_of_permissions_that_some_role_has) {
    for (const auto& row : guarded_rows()) {
        EXPECT_TRUE(role_with(row.permission.value()).has_value()) << name_of(row);
    }
}

TEST_P(PermissionMatrix, takes_no_change_without_the_token_of_the_session) {
    std::vector<std::string> open;
    for (const auto& row : guarded_rows()) {
        if (row.method == Method::get) {
            continue;
        }
        sign_in(*role_with(row.permission.value()));
        client_->set_header("X-CSRF-Token", "");
        if (api::problem_codes(ask(row, "lihe")) !=
            std::vector<std::string>{"web.csrf_token_wrong"}) {
            open.push_back(name_of(row));
        }
    }
    EXPECT_THAT(open, IsEmpty());
}

TEST_P(PermissionMatrix, takes_no_word_in_a_query_that_a_row_does_not_declare) {
    std::vector<std::string> open;
    for (const auto& row : guarded_rows()) {
        if (row.method != Method::get) {
            continue;
        }
        sign_in(*role_with(row.permission.value()));
        const auto answer = client_->get(path_of(row, "lihe") + "?held_roles=clerk");
        const auto codes = api::problem_codes(answer);
        if (!is_refused(answer) &&
            std::ranges::find(codes, "web.field_unknown at held_roles") == codes.end()) {
            open.push_back(name_of(row));
        }
    }
    EXPECT_THAT(open, IsEmpty());
}

TEST_P(PermissionMatrix, takes_no_field_that_a_row_does_not_declare) {
    std::vector<std::string> open;
    for (const auto& row : guarded_rows()) {
        if (!row.body || row.body_kind != api::BodyKind::json) {
            continue;
        }
        sign_in(*role_with(row.permission.value()));
        const auto codes =
            api::problem_codes(ask(row, "lihe", R"({"held_roles":["system_administrator"]})"));
        if (std::ranges::find(codes, "web.field_unknown at held_roles") == codes.end()) {
            open.push_back(name_of(row));
        }
    }
    EXPECT_THAT(open, IsEmpty());
}

}  // namespace
}  // namespace gk::web::office
