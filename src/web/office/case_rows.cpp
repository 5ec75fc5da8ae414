// One case: what it is, who applied and who was asked (with a mark in the trail), what is like it.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "application/third_party_service.hpp"
#include "application/view_service.hpp"
#include "people/agency_service.hpp"
#include "people/service.hpp"
#include "web/api/errors.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/case_json.hpp"
#include "web/office/fees.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using people::Permission;

Result<people::Agency> agency_with(store::Database& database, Id<people::Agency> id) {
    for (auto& agency : people::list_agencies(database)) {
        if (agency.id == id) {
            return std::move(agency);
        }
    }
    return error(api::thing_not_found);
}

// A case that is over keeps the name that the agency had then.
Result<people::Agency> agency_of(const application::CaseView& view, store::Database& database) {
    GK_TRY(auto agency, agency_with(database, view.of.agency));
    if (application::is_concluded(view.standing.state) && view.standing.latest) {
        GK_TRY(const auto then,
               people::agency_as_of(database, agency.code, view.standing.latest->on));
        agency.name = then.name;
    }
    return agency;
}

Result<Response> show(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto view,
           application::find_case(held.desk, call.argument("case"), call.actor, call.now));
    GK_TRY(const auto agency, agency_of(view, services.database));
    auto body = case_json(view, {agency, call.actor, services.calendar, call.now.date()});
    add_actor_names(body, services.database);
    return api::json_answer(body);
}

Result<Response> show_applicant(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto kept,
           application::view_applicant(held.desk, call.argument("case"), call.actor, call.now));
    return api::json_answer(applicant_json(kept));
}

api::Schema third_parties_schema() {
    return api::object(
        "CaseThirdParties",
        {{"items", "第三方",
          api::list(
              api::object("CaseThirdParty", {{"event_number", "记录", api::number(1)},
                                             {"name", "名称", api::text_or_empty()},
                                             {"contact", "地址、电话", api::text_or_empty()}}))}});
}

Result<Response> show_third_parties(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto parties,
           application::view_third_parties(held.desk, call.argument("case"), call.actor, call.now));
    json::array items;
    for (const auto& [event_number, party] : parties) {
        items.push_back(json::object{
            {"event_number", event_number}, {"name", party.name}, {"contact", party.contact}});
    }
    return api::json_answer({{"items", std::move(items)}});
}

api::Schema related_schema() {
    const auto cases = api::list(related_case_schema());
    return api::object("RelatedCases", {{"same_applicant", "同一申请人", cases},
                                        {"count_in_month", "同一申请人本月件数", api::number()},
                                        {"similar", "内容相近", cases}});
}

Result<Response> show_related(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    const auto id = call.argument("case");
    GK_TRY(const auto same, application::find_same_applicant(held.desk, id, call.actor));
    GK_TRY(const auto similar, application::find_similar(held.desk, id, call.actor));
    json::array same_applicant;
    for (const auto& each : same.cases) {
        same_applicant.push_back(related_case_json(each));
    }
    json::array alike;
    for (const auto& each : similar) {
        alike.push_back(related_case_json(each));
    }
    return api::json_answer({{"same_applicant", std::move(same_applicant)},
                             {"count_in_month", same.count_in_month},
                             {"similar", std::move(alike)}});
}

}  // namespace

std::vector<api::ApiRoute> case_rows(const OfficeServices& services) {
    return {
        // Units that search look at the case too: the service decides what they may know of.
        {.method = Method::get,
         .pattern = "/api/v1/cases/{case}",
         .permission = Permission::sign_in,
         .operation_id = "get_case",
         .summary = "一件申请",
         .answer = case_schema(),
         .handler = [services](const Call& call) { return show(call, services); }},
        {.method = Method::get,
         .pattern = "/api/v1/cases/{case}/applicant",
         .permission = Permission::applicant_read,
         .operation_id = "get_case_applicant",
         .summary = "申请人的全部信息，查看留痕",
         .answer = applicant_schema(),
         .handler = [services](const Call& call) { return show_applicant(call, services); }},
        {.method = Method::get,
         .pattern = "/api/v1/cases/{case}/third-parties",
         .permission = Permission::applicant_read,
         .operation_id = "list_case_third_parties",
         .summary = "征求过意见的第三方，查看留痕",
         .answer = third_parties_schema(),
         .handler = [services](const Call& call) { return show_third_parties(call, services); }},
        {.method = Method::get,
         .pattern = "/api/v1/cases/{case}/related-cases",
         .permission = Permission::case_read,
         .operation_id = "get_related_cases",
         .summary = "同一申请人和内容相近的申请",
         .answer = related_schema(),
         .handler = [services](const Call& call) { return show_related(call, services); }},
        fee_row(services),
    };
}

}  // namespace gk::web::office
