#include "web/api/openapi.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include "base/assert.hpp"
#include "web/api/json_answer.hpp"

namespace gk::web::api {
namespace {

ApiRoute row(Method method, std::string pattern, std::string id) {
    return {.method = method,
            .pattern = std::move(pattern),
            .permission = people::Permission::report_edit,
            .operation_id = std::move(id),
            .summary = "说明",
            .status = 204,
            .handler = [](const Call&) -> Result<Response> { return empty_answer(); }};
}

TEST(OpenApi, describes_a_row_with_its_fields_and_words) {
    auto patch =
        row(Method::patch, "/api/v1/agencies/{agency}/annual-reports/{year}", "edit_report");
    patch.body =
        object("ReportPatch", {{"title", "标题", text(50)},
                               {"role", "角色", choice("Role", people::roles()), Need::optional}});
    const auto document = boost::json::parse(openapi_document({patch}));
    EXPECT_EQ(document.at("openapi"), "3.1.0");
    const auto& operation =
        document.at("paths").at("/api/v1/agencies/{agency}/annual-reports/{year}").at("patch");
    EXPECT_EQ(operation.at("operationId"), "edit_report");
    EXPECT_EQ(operation.at("x-permission"), "report_edit");
    EXPECT_EQ(operation.at("tags").at(0), "annual-reports");
    EXPECT_EQ(operation.at("parameters").at(1).at("schema").at("type"), "integer");
    const auto& schema = document.at("components").at("schemas").at("ReportPatch");
    EXPECT_EQ(schema.at("required"), boost::json::parse(R"(["title"])"));
    EXPECT_EQ(schema.at("additionalProperties"), false);
    EXPECT_EQ(schema.at("properties").at("title").at("title"), "标题");
    EXPECT_EQ(schema.at("properties").at("role").at("anyOf").at(0).at("$ref"),
              "#/components/schemas/Role");
    EXPECT_TRUE(operation.at("security").at(0).as_object().contains("csrf_token"));
}

TEST(OpenApi, has_one_meaning_for_one_name) {
    auto one = row(Method::post, "/api/v1/a", "a");
    one.body = object("Thing", {{"name", "名称", text()}});
    auto other = row(Method::post, "/api/v1/b", "b");
    other.body = object("Thing", {{"title", "标题", text()}});
    EXPECT_THROW(static_cast<void>(openapi_document({one, other})), Bug);
}

TEST(OpenApi, does_not_depend_on_the_order_of_the_rows) {
    const auto one = row(Method::post, "/api/v1/a", "a");
    const auto other = row(Method::del, "/api/v1/b", "b");
    EXPECT_EQ(openapi_document({one, other}), openapi_document({other, one}));
}

TEST(OpenApi, is_served_to_everyone) {
    const auto route = openapi_route("{}\n");
    EXPECT_EQ(route.permission.value(), people::Permission::everyone);
    const auto answer = route.handler(Request());
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->bytes(), "{}\n");
    EXPECT_TRUE(answer->headers.has("ETag"));
}

}  // namespace
}  // namespace gk::web::api
