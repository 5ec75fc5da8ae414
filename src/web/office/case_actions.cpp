// The acts on a case: one row for all that take an entry, and one for another contact.
#include <boost/json/object.hpp>

#include "application/entry_json.hpp"
#include "application/service.hpp"
#include "web/api/errors.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/case_json.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using application::Action;
using people::Permission;

api::Schema done_schema() {
    return api::object(
        "CaseDone", {{"version", "版本", api::number()},
                     {"event_number", "记录", api::number(1)},
                     {"state", "办理阶段", api::choice("CaseState", application::case_states())}});
}

json::object done_json(const application::Done& done) {
    const auto state = key(done.state);
    return {{"version", done.version},
            {"event_number", done.event_number},
            {"state", json::string(state.data(), state.size())}};
}

// Those that make a case, or take more than an entry.
bool has_row_of_its_own(Action action) {
    return action == Action::submit || action == Action::register_application ||
           action == Action::record_former_outcome || action == Action::change_contact;
}

Result<Response> take_action(const Call& call, const OfficeServices& services) {
    const auto action = application::action_of(call.argument("action"));
    if (!action || has_row_of_its_own(*action)) {
        return error(api::thing_not_found);
    }
    GK_TRY(const auto entry, application::parse_entry(call.body.json("entry")));
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto done, application::act(held.desk,
                                             {.public_id = call.argument("case"),
                                              .version = call.body.number("version")},
                                             *action, entry, call.actor, call.now));
    return api::json_answer(done_json(done));
}

api::Schema contact_schema() {
    return api::object(
        "CaseContact",
        {api::version_field(),
         {"contact_route", "告知途径", api::choice("ContactRoute", application::contact_routes())},
         {"phone", "联系电话", api::text_or_empty(), api::Need::optional},
         {"email", "电子邮箱", api::text_or_empty(), api::Need::optional},
         {"address", "通信地址", api::text_or_empty(), api::Need::optional},
         {"postal_code", "邮政编码", api::text_or_empty(), api::Need::optional}});
}

Result<Response> change_contact(const Call& call, const OfficeServices& services) {
    const auto& body = call.body;
    const application::Contact contact{
        .route = body.choice("contact_route", application::contact_route_of),
        .phone = body.text_if("phone").value_or(""),
        .email = body.text_if("email").value_or(""),
        .address = body.text_if("address").value_or(""),
        .postal_code = body.text_if("postal_code").value_or("")};
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto done,
           application::change_contact(
               held.desk, {.public_id = call.argument("case"), .version = body.number("version")},
               contact, call.actor, call.now));
    return api::json_answer(done_json(done));
}

}  // namespace

std::vector<api::ApiRoute> case_action_rows(const OfficeServices& services) {
    return {
        // What an act may do is for the flow to say, by the case and the person.
        {.method = Method::post,
         .pattern = "/api/v1/cases/{case}/actions/{action}",
         .permission = Permission::sign_in,
         .operation_id = "act_on_case",
         .summary = "办理申请",
         .body = api::object("CaseAct", {api::version_field(), {"entry", "内容", entry_schema()}}),
         .answer = done_schema(),
         .handler = [services](const Call& call) { return take_action(call, services); }},
        {.method = Method::put,
         .pattern = "/api/v1/cases/{case}/contact",
         .permission = Permission::case_register,
         .operation_id = "change_case_contact",
         .summary = "变更联系方式",
         .body = contact_schema(),
         .answer = done_schema(),
         .handler = [services](const Call& call) { return change_contact(call, services); }},
    };
}

}  // namespace gk::web::office
