// Acts on many letters and many cases at once, from their lists, each with a preview that changes
// nothing: letters that leave and come back signed for, cases that are closed and archived.
#include <algorithm>

#include "application/letter_delivery_service.hpp"
#include "application/service.hpp"
#include "application/view_service.hpp"
#include "base/assert.hpp"
#include "web/api/bulk.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

using api::Call;
using application::Action;
using people::Permission;

letter::NewDelivery delivery_of(const Call& call) {
    return {.route = call.body.choice("route", letter::delivery_route_of),
            .handed_over_on = call.body.date("handed_over_on"),
            .signed_for_on = call.body.date_if("signed_for_on")};
}

api::ApiRoute deliver_row(const OfficeServices& services) {
    return api::bulk_route(
        {.pattern = "/api/v1/letters/bulk/deliver",
         .permission = Permission::case_handle,
         .operation_id = "deliver_letters",
         .summary = "批量登记送达",
         .fields = {{"route", "送达方式", api::choice("DeliveryRoute", letter::delivery_routes())},
                    {"handed_over_on", "送出日期", api::date()},
                    {"signed_for_on", "签收日期", api::date(), api::Need::optional}},
         .permit = [services](const Call& call, const std::string& id) -> Result<void> {
             GK_TRY(const auto held, desk_of(services));
             return application::permit_delivery(held.desk, id, delivery_of(call), call.actor,
                                                 call.now);
         },
         .act = [services](const Call& call, const std::string& id) -> Result<void> {
             GK_TRY(const auto held, desk_of(services));
             GK_CHECK(application::deliver_letter(held.desk, id, delivery_of(call), call.actor,
                                                  call.now));
             return {};
         }});
}

api::ApiRoute sign_for_row(const OfficeServices& services) {
    return api::bulk_route(
        {.pattern = "/api/v1/letters/bulk/sign-for",
         .permission = Permission::case_handle,
         .operation_id = "sign_for_letters",
         .summary = "批量登记签收",
         .fields = {{"signed_for_on", "签收日期", api::date()}},
         .permit = [services](const Call& call, const std::string& id) -> Result<void> {
             GK_TRY(const auto held, desk_of(services));
             return application::permit_receipt(held.desk, id, call.body.date("signed_for_on"),
                                                call.actor, call.now);
         },
         .act = [services](const Call& call, const std::string& id) -> Result<void> {
             GK_TRY(const auto held, desk_of(services));
             GK_CHECK(application::receive_receipt(held.desk, id, call.body.date("signed_for_on"),
                                                   call.actor, call.now));
             return {};
         }});
}

Result<void> permit_act(const Call& call, const std::string& id, Action action,
                        const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto view, application::find_case(held.desk, id, call.actor, call.now));
    const auto offered =
        std::ranges::find(view.actions, action, &application::AvailableAction::action);
    GK_ASSERT(offered != view.actions.end());
    if (offered->obstacle) {
        return *offered->obstacle;
    }
    return {};
}

// Acts that say nothing but that they were done.
api::ApiRoute case_row(Action action, std::string_view operation_id,
                       const OfficeServices& services) {
    return api::bulk_route(
        {.pattern = "/api/v1/cases/bulk/" + std::string(key(action)),
         .permission = Permission::case_handle,
         .operation_id = std::string(operation_id),
         .summary = "批量" + std::string(label(action)),
         .permit = [services, action](
                       const Call& call,
                       const std::string& id) { return permit_act(call, id, action, services); },
         .act = [services, action](const Call& call, const std::string& id) -> Result<void> {
             GK_TRY(const auto held, desk_of(services));
             GK_CHECK(
                 application::act(held.desk, {.public_id = id}, action, {}, call.actor, call.now));
             return {};
         }});
}

}  // namespace

std::vector<api::ApiRoute> bulk_rows(const OfficeServices& services) {
    return {deliver_row(services), sign_for_row(services),
            case_row(Action::close, "close_cases", services),
            case_row(Action::archive, "archive_cases", services)};
}

}  // namespace gk::web::office
