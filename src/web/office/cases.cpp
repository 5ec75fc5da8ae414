// Applications (依申请公开) in the API: one case, its applicant, its acts, registration.
#include <memory>
#include <utility>

#include <boost/json/object.hpp>

#include "application/entry_json.hpp"
#include "application/errors.hpp"
#include "application/service.hpp"
#include "application/view_service.hpp"
#include "people/live_key_ring.hpp"
#include "people/service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/case_json.hpp"
#include "web/office/case_schema.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using people::Permission;

// What a verb on applications works with, as long as the call lives.
struct OpenDesk {
    std::shared_ptr<const people::KeyRing> ring;
    application::Desk desk;
};

Result<OpenDesk> open_desk(const OfficeServices& services) {
    GK_TRY(auto ring, services.keys.current());
    const auto& kept = *ring;
    return OpenDesk{
        .ring = std::move(ring),
        .desk = {.database = services.database, .ring = kept, .calendar = services.calendar}};
}

Result<std::string> agency_code_of(store::Database& database, Id<people::Agency> id) {
    for (const auto& agency : people::list_agencies(database)) {
        if (agency.id == id) {
            return agency.code;
        }
    }
    return error(application::case_unknown);
}

Result<Response> show_case(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_desk(services));
    GK_TRY(const auto view,
           application::find_case(open.desk, call.argument("case"), call.actor, call.now));
    GK_TRY(const auto agency, agency_code_of(services.database, view.of.agency));
    ActorNames names(services.database);
    return api::json_answer(case_json(view, agency, services.calendar, call.now.date(), names));
}

Result<Response> show_applicant(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_desk(services));
    GK_TRY(const auto kept,
           application::view_applicant(open.desk, call.argument("case"), call.actor, call.now));
    return api::json_answer(applicant_json(kept));
}

Result<Response> show_related(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_desk(services));
    const auto id = call.argument("case");
    GK_TRY(const auto same, application::find_same_applicant(open.desk, id, call.actor));
    GK_TRY(const auto similar, application::find_similar(open.desk, id, call.actor));
    return api::json_answer(related_json(same, similar));
}

Result<Response> act_on_case(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_desk(services));
    const auto action = application::action_of(call.argument("action"));
    if (!action) {
        return error(application::case_unknown);
    }
    GK_TRY(const auto entry, application::parse_entry(call.body.json("entry")));
    const application::CaseReference reference{.public_id = call.argument("case"),
                                               .version = call.body.number("version")};
    GK_TRY(const auto done,
           application::act(open.desk, reference, *action, entry, call.actor, call.now));
    return api::json_answer({{"version", done.version},
                             {"event_number", done.event_number},
                             {"state", json::string(key(done.state))}});
}

std::optional<application::Representative> representative_of(const api::Fields& body) {
    const auto name = body.text_if("representative_name");
    if (!name) {
        return std::nullopt;
    }
    return application::Representative{
        .name = *name,
        .identity_number = body.text_if("representative_identity_number").value_or(""),
        .phone = body.text_if("representative_phone").value_or("")};
}

application::NewApplication new_application(const Call& call) {
    const auto& body = call.body;
    using namespace application;
    return {.agency_code = call.agency->code,
            .kind = body.choice("kind", case_kind_of),
            .applicant = {.kind = body.choice("applicant_kind", applicant_kind_of),
                          .name = body.text("name"),
                          .identity_kind = body.choice("identity_kind", identity_kind_of),
                          .identity_number = body.text("identity_number"),
                          .contact_person = body.text_if("contact_person").value_or(""),
                          .contact = {.phone = body.text_if("phone").value_or(""),
                                      .email = body.text_if("email").value_or(""),
                                      .address = body.text_if("address").value_or(""),
                                      .postal_code = body.text_if("postal_code").value_or("")}},
            .representative = representative_of(body),
            .wanted = {.title = body.text("title"),
                       .document_number = body.text_if("document_number").value_or(""),
                       .description = body.text("description"),
                       .form = body.choice("form", answer_form_of),
                       .route = body.choice("route", answer_route_of)}};
}

Result<Response> register_case(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_desk(services));
    const auto& body = call.body;
    const application::Entry registration{.on = body.date("on"),
                                          .text = body.text_if("text").value_or(""),
                                          .evidence = body.text_if("evidence").value_or(""),
                                          .channel = body.choice("channel", law::channel_of),
                                          .signed_on = body.date_if("signed_on"),
                                          .confirmed_on = body.date_if("confirmed_on")};
    const auto code = application::new_query_code();
    GK_TRY(const auto receipt,
           application::register_application(open.desk, new_application(call), registration, code,
                                             body.text("submission_key"), call.actor, call.now));
    return api::json_answer(
        {{"id", receipt.public_id},
         {"number", receipt.number},
         {"query_code", receipt.is_repeated ? std::string() : application::grouped(code.text)}});
}

}  // namespace

std::vector<api::ApiRoute> case_rows(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    return {{.method = Method::get,
             .pattern = "/api/v1/cases/{case}",
             .permission = Permission::sign_in,
             .operation_id = "get_case",
             .summary = "一件申请",
             .answer = case_detail_schema(),
             .handler = of(show_case)},
            {.method = Method::get,
             .pattern = "/api/v1/cases/{case}/applicant",
             .permission = Permission::applicant_read,
             .operation_id = "get_case_applicant",
             .summary = "申请人的全部信息，查看留痕",
             .answer = case_applicant_schema(),
             .handler = of(show_applicant)},
            {.method = Method::get,
             .pattern = "/api/v1/cases/{case}/related-cases",
             .permission = Permission::case_read,
             .operation_id = "get_related_cases",
             .summary = "同一申请人和内容相近的申请",
             .answer = related_cases_schema(),
             .handler = of(show_related)},
            {.method = Method::post,
             .pattern = "/api/v1/cases/{case}/actions/{action}",
             .permission = Permission::sign_in,
             .operation_id = "act_on_case",
             .summary = "办理申请",
             .body = case_act_schema(),
             .answer = case_done_schema(),
             .handler = of(act_on_case)},
            {.method = Method::post,
             .pattern = "/api/v1/agencies/{agency}/cases",
             .permission = Permission::case_register,
             .operation_id = "register_case",
             .summary = "登记申请",
             .body = new_case_schema(),
             .answer = case_receipt_schema(),
             .handler = of(register_case)}};
}

}  // namespace gk::web::office
