// What everybody who is signed in does for oneself: sessions, roles, delegations.
#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "people/acting_role_service.hpp"
#include "people/delegation_service.hpp"
#include "people/role_service.hpp"
#include "people/second_factor_service.hpp"
#include "people/session_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/role_json.hpp"
#include "web/office/rows.hpp"
#include "web/office/session_json.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::ApiRoute;
using api::Call;
using api::Need;
using people::Permission;

// The items of a list that is short.
Response all_of(json::array items) {
    return api::json_answer({{"items", std::move(items)}});
}

api::Schema items_of(api::Schema item) {
    return api::object({}, {{"items", "各项", api::list(std::move(item))}});
}

Result<Response> own_sessions(const Call& call, store::Database& database) {
    json::array items;
    for (const auto& session : people::list_own_sessions(database, *call.actor.account, call.now)) {
        items.push_back(session_json(session, call.session->id));
    }
    return all_of(std::move(items));
}

Result<Response> agency_sessions(const Call& call, store::Database& database) {
    GK_TRY(const auto lines,
           people::list_sessions(database, call.agency->code, call.actor, call.now));
    json::array items;
    for (const auto& line : lines) {
        auto item = session_json(line.session, call.session->id);
        item["login_name"] = line.account.login_name;
        item["display_name"] = line.account.display_name;
        items.push_back(std::move(item));
    }
    return all_of(std::move(items));
}

Result<Response> end_session(const Call& call, store::Database& database) {
    GK_CHECK(people::end_session(database, call.argument("session"), call.actor, call.now));
    return api::empty_answer();
}

Result<Response> act_in_role(const Call& call, store::Database& database) {
    GK_CHECK(people::act_in_role(database, call.session->id, call.body.text_if("holding"),
                                 call.actor, call.now));
    return api::empty_answer();
}

Result<Response> own_second_factor(const Call& call, store::Database& database) {
    const auto state = people::second_factor_state(database, *call.actor.account, call.now.date());
    return api::json_answer({{"since", api::json_of(state.since)},
                             {"is_required", state.is_required},
                             {"recovery_codes_left", state.recovery_codes_left}});
}

api::Schema second_factor_schema() {
    return api::object("OwnSecondFactor",
                       {{"since", "绑定时间", api::moment(), Need::optional},
                        {"is_required", "角色要求使用", api::flag()},
                        {"recovery_codes_left", "没有用过的恢复码", api::number()}});
}

Result<Response> own_roles(const Call& call, store::Database& database) {
    json::array items;
    for (const auto& line : people::list_own_holdings(database, call.actor, call.now.date())) {
        items.push_back(holding_json(line));
    }
    return all_of(std::move(items));
}

Result<Response> own_delegations(const Call& call, store::Database& database) {
    json::array items;
    for (const auto& line : people::list_own_delegations(database, call.actor)) {
        items.push_back(delegation_json(line, call.now.date()));
    }
    return all_of(std::move(items));
}

Result<Response> delegate(const Call& call, store::Database& database) {
    GK_TRY(const auto made, people::delegate_role(database,
                                                  {.holding_id = call.body.text("holding"),
                                                   .delegate_login = call.body.text("delegate"),
                                                   .valid_from = call.body.date("valid_from"),
                                                   .valid_to = call.body.date("valid_to"),
                                                   .reason = call.body.text("reason")},
                                                  call.actor, call.now));
    const auto lines = people::list_own_delegations(database, call.actor);
    const auto found = std::ranges::find(
        lines, made.public_id,
        [](const people::DelegationLine& line) { return line.delegation.public_id; });
    GK_ASSERT(found != lines.end());
    return api::json_answer(delegation_json(*found, call.now.date()));
}

Result<Response> end_delegation(const Call& call, store::Database& database) {
    GK_CHECK(people::end_delegation(database, call.argument("delegation"), call.actor, call.now));
    return api::empty_answer();
}

Result<Response> agency_delegations(const Call& call, store::Database& database) {
    GK_TRY(const auto lines, people::list_delegations(database, call.agency->code, call.actor));
    json::array items;
    for (const auto& line : lines) {
        items.push_back(delegation_json(line, call.now.date()));
    }
    return all_of(std::move(items));
}

Result<Response> colleagues(const Call& call, store::Database& database) {
    GK_TRY(const auto accounts,
           people::list_colleagues(database, call.agency->code, call.actor, call.now.date()));
    json::array items;
    for (const auto& account : accounts) {
        items.push_back(json::object{{"login_name", account.login_name},
                                     {"display_name", account.display_name}});
    }
    return all_of(std::move(items));
}

using Verb = Result<Response> (*)(const Call&, store::Database&);

struct OwnRow {
    Method method;
    std::string_view path;
    std::string_view operation_id;
    std::string_view summary;
    Verb verb;
    Permission permission = Permission::sign_in;
};

ApiRoute row(store::Database& database, const OwnRow& given) {
    return {.method = given.method,
            .pattern = std::string(given.path),
            .permission = given.permission,
            .operation_id = std::string(given.operation_id),
            .summary = std::string(given.summary),
            .status = 204,
            .handler = [&database, verb = given.verb](const Call& call) {
                return verb(call, database);
            }};
}

ApiRoute with_answer(ApiRoute row, api::Schema answer) {
    row.answer = std::move(answer);
    row.status = 200;
    return row;
}

}  // namespace

std::vector<ApiRoute> own_rows(const OfficeServices& services) {
    auto& database = services.database;
    const auto colleague = api::object("Colleague", {{"login_name", "登录名", api::text()},
                                                     {"display_name", "姓名", api::text()}});
    std::vector<ApiRoute> rows = {
        with_answer(row(database, {Method::get, "/api/v1/session/sessions", "list_own_sessions",
                                   "自己的登录会话", own_sessions}),
                    items_of(session_schema())),
        row(database, {Method::post, "/api/v1/sessions/{session}/actions/end", "end_session",
                       "结束登录会话", end_session}),
        with_answer(row(database, {Method::get, "/api/v1/session/role-holdings", "list_own_roles",
                                   "自己的角色", own_roles}),
                    items_of(holding_schema())),
        with_answer(row(database, {Method::get, "/api/v1/session/delegations",
                                   "list_own_delegations", "自己的代行", own_delegations}),
                    items_of(delegation_schema())),
        with_answer(row(database, {Method::post, "/api/v1/session/delegations", "delegate_role",
                                   "委托代行", delegate}),
                    delegation_schema()),
        row(database, {Method::post, "/api/v1/delegations/{delegation}/actions/end",
                       "end_delegation", "结束代行", end_delegation}),
        with_answer(
            row(database, {Method::get, "/api/v1/agencies/{agency}/delegations", "list_delegations",
                           "本机关的代行", agency_delegations, Permission::role_assign}),
            items_of(delegation_schema())),
        with_answer(
            row(database, {Method::get, "/api/v1/agencies/{agency}/sessions", "list_sessions",
                           "本机关的登录会话", agency_sessions, Permission::session_manage}),
            items_of(account_session_schema())),
        with_answer(row(database, {Method::get, "/api/v1/agencies/{agency}/colleagues",
                                   "list_colleagues", "本机关的同事", colleagues}),
                    items_of(colleague)),
    };
    rows[4].body = api::object({}, {{"holding", "角色", api::text()},
                                    {"delegate", "代行人", api::text(40)},
                                    {"valid_from", "自", api::date()},
                                    {"valid_to", "至", api::date()},
                                    {"reason", "理由", api::long_text(500)}});
    rows.push_back(
        with_answer(row(database, {Method::get, "/api/v1/session/second-factor",
                                   "get_second_factor", "自己的动态口令", own_second_factor}),
                    second_factor_schema()));
    auto choice = row(database, {Method::post, "/api/v1/session/role", "act_in_role",
                                 "以一个角色办理，或者仍以全部角色办理", act_in_role});
    choice.body = api::object({}, {{"holding", "角色", api::text(), Need::optional}});
    rows.push_back(std::move(choice));
    return rows;
}

}  // namespace gk::web::office
