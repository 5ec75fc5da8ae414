// Who is signed in and may do what where: what the workbench asks first.
#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/text.hpp"
#include "people/acting_role_service.hpp"
#include "people/errors.hpp"
#include "people/service.hpp"
#include "people/session_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/role_json.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Need;
using people::AccountDesk;
using people::Permission;

constexpr std::string_view signed_out = "signed_out";

json::array permissions_of(const people::Actor& actor, Id<people::Agency> agency) {
    json::array permissions;
    for (const auto permission : people::permissions()) {
        const bool is_common =
            permission == Permission::everyone || permission == Permission::sign_in;
        if (!is_common && actor.may(permission, agency)) {
            permissions.push_back(json::value(people::key(permission)));
        }
    }
    return permissions;
}

json::object agency_json(const people::Actor& actor, const people::Agency& agency) {
    std::vector<std::string> roles;
    json::array acting_for;
    for (const auto& held : actor.held_roles) {
        if (!held.bears_on(agency.id)) {
            continue;
        }
        std::string words(people::label(held.role));
        if (!held.on_behalf_of.empty()) {
            words += "（代）";
            acting_for.push_back(json::value(held.on_behalf_of));
        }
        if (std::ranges::find(roles, words) == roles.end()) {
            roles.push_back(std::move(words));
        }
    }
    return {{"code", agency.code},
            {"name", agency.name},
            {"role_words", text::join(roles, "、")},
            {"acting_for", std::move(acting_for)},
            {"permissions", permissions_of(actor, agency.id)}};
}

// Where the actor holds a role, those of its own first.
json::array agencies_json(const people::Actor& actor, store::Database& database) {
    auto agencies = people::list_agencies(database);
    std::erase_if(agencies, [&](const people::Agency& agency) {
        return std::ranges::none_of(actor.held_roles, [&](const people::HeldRole& held) {
            return held.bears_on(agency.id);
        });
    });
    std::ranges::stable_partition(agencies, [&](const people::Agency& agency) {
        return std::ranges::any_of(actor.held_roles, [&](const people::HeldRole& held) {
            return held.agency == agency.id;
        });
    });
    json::array all;
    for (const auto& agency : agencies) {
        all.push_back(agency_json(actor, agency));
    }
    return all;
}

// In which roles its holder could act, and in which one it wants to.
void add_roles(json::object& answer, const people::RoleChoice& choice) {
    json::array roles;
    for (const auto& line : choice.holdings) {
        roles.push_back(holding_json(line));
    }
    answer["roles"] = std::move(roles);
    answer["acting_role"] = api::json_of(choice.chosen);
    answer["is_role_over"] = choice.is_over;
}

Result<Response> get_session(const Call& call, const AccountDesk& desk, bool has_identity) {
    json::object answer{{"state", signed_out},
                        {"password_rules", people::in_words(desk.settings.password)},
                        {"has_identity_service", has_identity},
                        {"agencies", json::array()},
                        {"roles", json::array()},
                        {"is_role_over", false}};
    const auto token = api::session_token(call.request);
    const auto whose = token ? people::actor_of_session(desk.database, *token, call.now)
                             : Result<people::SessionActor>(error(people::session_over));
    if (whose) {
        answer["state"] = people::key(whose->state);
        answer["login_name"] = whose->login_name;
        answer["display_name"] = whose->display_name;
        answer["csrf_token"] = whose->csrf_token;
        answer["session"] = whose->session_id;
        answer["agencies"] = agencies_json(whose->actor, desk.database);
        if (whose->state == people::SessionState::full) {
            GK_TRY(const auto choice,
                   people::role_choice_of(desk.database, whose->session_id, call.now.date()));
            add_roles(answer, choice);
        }
    }
    return api::json_answer(answer);
}

api::Schema state_schema() {
    std::vector<api::Choice> choices = {{std::string(signed_out), "未登录"}};
    for (const auto state :
         {people::SessionState::second_factor_pending, people::SessionState::password_change_due,
          people::SessionState::enrolment_due, people::SessionState::full}) {
        choices.push_back({std::string(people::key(state)), std::string(people::label(state))});
    }
    return api::choice_of("SessionState", std::move(choices));
}

api::Schema answer_schema() {
    const auto agency =
        api::object("SessionAgency", {{"code", "代码", api::text()},
                                      {"name", "名称", api::text()},
                                      {"role_words", "角色", api::text_or_empty()},
                                      {"acting_for", "代行", api::list(api::text())},
                                      {"permissions", "权限", api::list(api::text())}});
    return api::object("SessionAnswer",
                       {{"state", "登录状态", state_schema()},
                        {"login_name", "登录名", api::text(), Need::optional},
                        {"display_name", "姓名", api::text(), Need::optional},
                        {"csrf_token", "校验值", api::text(), Need::optional},
                        {"session", "会话编号", api::text(), Need::optional},
                        {"password_rules", "密码要求", api::text()},
                        {"has_identity_service", "可以用统一身份认证登录", api::flag()},
                        {"agencies", "任职的机关", api::list(agency, 10'000)},
                        {"roles", "可以选择的角色", api::list(holding_schema(), 1000)},
                        {"acting_role", "以哪个角色办理", api::text(), Need::optional},
                        {"is_role_over", "选择的角色已经终止", api::flag()}});
}

}  // namespace

std::vector<api::ApiRoute> who_am_i_rows(const OfficeServices& services) {
    return {{.method = Method::get,
             .pattern = "/api/v1/session",
             .permission = Permission::everyone,
             .operation_id = "get_session",
             .summary = "谁登录了，有哪些角色和权限",
             .answer = answer_schema(),
             .handler = [desk = services.accounts,
                         has_identity = services.identity != nullptr](const Call& call) {
                 GK_ASSERT(desk != nullptr);
                 return get_session(call, *desk, has_identity);
             }}};
}

}  // namespace gk::web::office
