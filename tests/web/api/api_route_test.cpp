#include "web/api/api_route.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/assert.hpp"
#include "people/errors.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"
#include "web/api/api_client.hpp"
#include "web/api/json_answer.hpp"

namespace gk::web::api {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

namespace json = boost::json;

Schema note_body() {
    return object("Note", {{"name", "名称", text(5)},
                           {"role", "角色", choice("Role", people::roles()), Need::optional},
                           {"due_on", "日期", date(), Need::optional},
                           {"count", "份数", number(1, 10), Need::optional},
                           {"is_urgent", "加急", flag(), Need::optional},
                           {"remark", "备注", long_text_or_empty(20), Need::optional},
                           {"parts", "组成", list(object("Part", {{"code", "代码", text()}}), 2, 1),
                            Need::optional}});
}

// What the body said, for the tests to look at.
Result<Response> told(const Call& call) {
    const auto& body = call.body;
    json::object answer{{"actor", call.actor.name}};
    answer["name"] = body.text("name");
    answer["role"] = json::value();
    if (const auto role = body.choice_if("role", people::role_of)) {
        answer["role"] = json::string_view(people::label(*role));
    }
    answer["due_on"] = json_of(body.date_if("due_on"));
    answer["sum"] = body.number_if("count").value_or(0) + (body.flag_if("is_urgent") ? 100 : 0);
    answer["parts"] = json::array();
    if (body.has("parts")) {
        for (const auto& part : body.objects("parts")) {
            answer["parts"].as_array().push_back(json::string(part.text("code")));
        }
    }
    return json_answer(answer);
}

Schema told_schema() {
    return object("Told", {{"actor", "谁", text()},
                           {"name", "名称", text()},
                           {"role", "角色", text(), Need::optional},
                           {"due_on", "日期", date(), Need::optional},
                           {"sum", "和", number()},
                           {"parts", "组成", list(text())}});
}

Result<Response> say_actor(const Call& call) {
    return json_answer({{"actor", call.actor.name.empty() ? "nobody" : call.actor.name}});
}

Schema actor_schema() {
    return object("Who", {{"actor", "谁", text()}});
}

std::vector<ApiRoute> rows() {
    using people::Permission;
    return {{.method = Method::post,
             .pattern = "/api/v1/notes",
             .permission = Permission::sign_in,
             .operation_id = "add_note",
             .summary = "记一条",
             .body = note_body(),
             .answer = told_schema(),
             .handler = told},
            {.method = Method::get,
             .pattern = "/api/v1/notes",
             .permission = Permission::trail_read,
             .operation_id = "list_notes",
             .summary = "列出",
             .query = {{"page", "页码", number(1, 100), Need::optional},
                       {"kind", "种类", list(text(3)), Need::optional}},
             .answer = actor_schema(),
             .handler = say_actor},
            {.method = Method::get,
             .pattern = "/api/v1/who",
             .permission = Permission::everyone,
             .operation_id = "say_actor",
             .summary = "说是谁",
             .answer = actor_schema(),
             .handler = say_actor},
            {.method = Method::get,
             .pattern = "/api/v1/agencies/{agency}/reports/{year}",
             .permission = Permission::report_read,
             .operation_id = "read_report",
             .summary = "看报告",
             .answer = actor_schema(),
             .handler = say_actor},
            {.method = Method::post,
             .pattern = "/api/v1/files",
             .permission = Permission::sign_in,
             .operation_id = "add_file",
             .summary = "交文件",
             .body = object("NewFile", {{"file", "文件", file(10)}, {"title", "标题", text(5)}}),
             .body_kind = BodyKind::form,
             .status = 204,
             .handler = [](const Call& call) -> Result<Response> {
                 EXPECT_EQ(find(call.files, "file")->content, "abc");
                 EXPECT_EQ(call.body.text("title"), "表");
                 return empty_answer();
             }}};
}

class ApiKit : public test::OnBothDatabases {
protected:
    ApiKit() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        for (const auto* code : {"lihe", "tianjia"}) {
            people::NewAgency agency;
            agency.code = code;
            agency.name = std::string(code) + "镇人民政府";
            agency.short_name = code;
            agencies_.push_back(people::register_agency(database(), agency,
                                                        people::operator_named("cli:test"),
                                                        Moment{1})
                                    ->id);
        }
        client_ = std::make_unique<ApiClient>(rows(), database(), clock_);
    }

    void sign_in(people::Role role) {
        client_->sign_in(actor_with("user:wang", role, agencies_.front()));
    }

    FixedClock clock_{Date(2026, 3, 1)};
    std::vector<Id<people::Agency>> agencies_;
    std::unique_ptr<ApiClient> client_;
};

GK_ON_BOTH_DATABASES(ApiKit);

TEST_P(ApiKit, hands_over_what_the_body_says) {
    sign_in(people::Role::clerk);
    const auto answer = client_->post(
        "/api/v1/notes",
        R"({"name":"  甲　","role":"clerk","due_on":"2026-03-02","count":3,"is_urgent":true,)"
        R"("parts":[{"code":"a"},{"code":"b"}]})");
    EXPECT_EQ(answer.body, R"({"actor":"user:wang","name":"甲","role":"公开工作机构经办人",)"
                           R"("due_on":"2026-03-02","sum":103,"parts":["a","b"]})");
    EXPECT_EQ(answer.headers.get("Cache-Control"), "no-store");
}

TEST_P(ApiKit, tells_every_problem_of_a_body_at_once) {
    sign_in(people::Role::clerk);
    const auto answer = client_->post(
        "/api/v1/notes", R"({"name":" ","role":"king","due_on":"2026-02-30","count":11,)"
                         R"("is_urgent":"yes","remark":"a\u0000b","parts":[{"code":1},{}],)"
                         R"("is_admin":true})");
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(problem_codes(answer),
                UnorderedElementsAre(
                    "web.field_missing at name", "web.choice_unknown at role",
                    "web.date_unreadable at due_on", "web.number_out_of_range at count",
                    "web.field_wrong_type at is_urgent", "web.text_unprintable at remark",
                    "web.field_wrong_type at parts[0].code", "web.field_missing at parts[1].code",
                    "web.field_unknown at is_admin"));
}

TEST_P(ApiKit, says_how_much_is_too_much) {
    sign_in(people::Role::clerk);
    const auto answer = client_->post(
        "/api/v1/notes", R"({"name":"一二三四五六","count":18446744073709551615,"parts":[1,2,3]})");
    EXPECT_THAT(problem_codes(answer),
                ElementsAre("web.text_too_long at name", "web.number_out_of_range at count",
                            "web.list_too_long at parts"));
    EXPECT_THAT(answer.body, HasSubstr("“名称”最多5个字，现有6个。"));
}

TEST_P(ApiKit, says_how_little_is_too_little) {
    sign_in(people::Role::clerk);
    EXPECT_THAT(problem_codes(client_->post("/api/v1/notes", R"({"name":"甲","parts":[]})")),
                ElementsAre("web.list_too_short at parts"));
}

TEST_P(ApiKit, refuses_what_is_no_json_object) {
    sign_in(people::Role::clerk);
    const std::string deep(20, '[');
    for (const auto& body : {std::string("[]"), std::string("{"),
                             std::string("{\"name\":\"\xff\"}"), "{\"name\":" + deep}) {
        EXPECT_THAT(problem_codes(client_->post("/api/v1/notes", body)),
                    ElementsAre("web.body_not_json"));
    }
    EXPECT_THAT(problem_codes(client_->send(Method::post, "/api/v1/notes", "text/plain", "{}")),
                ElementsAre("web.body_not_json"));
}

TEST_P(ApiKit, lets_nobody_in_without_a_session) {
    const auto answer = client_->post("/api/v1/notes", R"({"name":"甲"})");
    EXPECT_EQ(answer.status, 401);
    EXPECT_THAT(problem_codes(answer), ElementsAre("web.not_signed_in"));
    client_->set_header("Cookie", "gongkai=guessed");
    EXPECT_EQ(client_->post("/api/v1/notes", R"({"name":"甲"})").status, 401);
    EXPECT_EQ(json_of(client_->get("/api/v1/who")).at("actor"), "nobody");
}

TEST_P(ApiKit, takes_no_change_without_the_token_of_the_session) {
    sign_in(people::Role::clerk);
    client_->set_header("X-CSRF-Token", "csrf-of-token-2");
    const auto answer = client_->post("/api/v1/notes", R"({"name":"甲"})");
    EXPECT_EQ(answer.status, 403);
    EXPECT_THAT(problem_codes(answer), ElementsAre("web.csrf_token_wrong"));
}

TEST_P(ApiKit, takes_no_change_from_another_site) {
    sign_in(people::Role::clerk);
    client_->set_header("Origin", "http://elsewhere.example");
    const auto answer = client_->post("/api/v1/notes", R"({"name":"甲"})");
    EXPECT_THAT(problem_codes(answer), ElementsAre("web.cross_site"));
}

TEST_P(ApiKit, names_the_permission_where_only_that_is_missing) {
    sign_in(people::Role::clerk);
    const auto answer = client_->get("/api/v1/notes");
    EXPECT_EQ(answer.status, 403);
    EXPECT_THAT(problem_codes(answer), ElementsAre("web.permission_missing"));
    sign_in(people::Role::audit_administrator);
    EXPECT_EQ(client_->get("/api/v1/notes").status, 200);
}

TEST_P(ApiKit, shows_a_thing_of_another_agency_like_one_that_is_not_there) {
    sign_in(people::Role::clerk);
    EXPECT_EQ(client_->get("/api/v1/agencies/lihe/reports/2025").status, 200);
    const auto other = client_->get("/api/v1/agencies/tianjia/reports/2025");
    const auto missing = client_->get("/api/v1/agencies/nowhere/reports/2025");
    EXPECT_EQ(other.status, 404);
    EXPECT_THAT(problem_codes(other), ElementsAre("web.thing_not_found"));
    EXPECT_EQ(other.body, missing.body);
    EXPECT_EQ(client_->get("/api/v1/agencies/lihe/reports/25").status, 404);
}

TEST_P(ApiKit, reads_the_query_by_its_types) {
    sign_in(people::Role::audit_administrator);
    EXPECT_EQ(client_->get("/api/v1/notes?page=2&kind=a&kind=b").status, 200);
    EXPECT_EQ(client_->get("/api/v1/notes?page=").status, 200);
    EXPECT_THAT(problem_codes(client_->get("/api/v1/notes?page=two&kind=long&sort=x")),
                UnorderedElementsAre("web.field_wrong_type at page", "web.text_too_long at kind[0]",
                                     "web.field_unknown at sort"));
    EXPECT_THAT(problem_codes(client_->get("/api/v1/notes?page=1&page=2")),
                ElementsAre("web.field_repeated at page"));
}

TEST_P(ApiKit, takes_the_file_of_a_form) {
    sign_in(people::Role::clerk);
    EXPECT_EQ(client_->post_file("/api/v1/files", "file", "a.txt", "abc", {{"title", "表"}}).status,
              204);
    EXPECT_THAT(problem_codes(client_->post_file("/api/v1/files", "file", "a.txt", "more than ten",
                                                 {{"title", "表"}})),
                ElementsAre("web.file_too_large at file"));
    EXPECT_THAT(problem_codes(client_->post_file("/api/v1/files", "file", "", "", {})),
                UnorderedElementsAre("web.field_missing at file", "web.field_missing at title"));
    EXPECT_THAT(
        problem_codes(client_->post_file("/api/v1/files", "file", "a", "", {{"title", "表"}})),
        ElementsAre("web.field_missing at file"));
}

TEST_P(ApiKit, shows_what_the_session_itself_refuses) {
    const auto must_change = [](std::string_view, Moment) -> Result<Session> {
        return error(people::keys_damaged, "x");
    };
    auto all = rows();
    ApiClient client(
        all, web_routes(all, {.database = database(), .clock = clock_, .sessions = must_change}));
    client.set_header("Cookie", "gongkai=any");
    EXPECT_THAT(problem_codes(client.get("/api/v1/notes")), ElementsAre("people.keys_damaged"));
    EXPECT_EQ(client.get("/api/v1/who").status, 200);
}

TEST_P(ApiKit, does_not_start_with_a_row_that_is_not_sound) {
    const ApiServices services{.database = database(), .clock = clock_, .sessions = {}};
    auto outside = rows().front();
    outside.pattern = "/notes";
    auto without_handler = rows().front();
    without_handler.handler = nullptr;
    auto silent = rows().front();
    silent.summary.clear();
    auto list_body = rows().front();
    list_body.body = list(text());
    auto unanswered = rows().front();
    unanswered.answer.reset();
    for (const auto& row : {outside, without_handler, silent, list_body, unanswered}) {
        EXPECT_THROW(static_cast<void>(web_routes({row}, services)), Bug);
    }
    EXPECT_THROW(static_cast<void>(web_routes({rows()[0], rows()[0]}, services)), Bug);
}

}  // namespace
}  // namespace gk::web::api
