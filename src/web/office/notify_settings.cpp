// What an agency lays down for lights, reminders and sending hours, by what means people can be
// told, what was sent out, and how a person wants to be told.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fmt/format.h>

#include "base/problem_list.hpp"
#include "notify/errors.hpp"
#include "notify/task_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/api/list.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Need;
using people::Permission;

json::string_view word(std::string_view text) {
    return {text.data(), text.size()};
}

api::Schema settings_schema() {
    return api::object("NotifySettings",
                       {api::version_field(),
                        {"soon_from", "黄灯（剩余工作日）", api::number(-1'000, 1'000)},
                        {"red_from", "红灯（剩余工作日）", api::number(-1'000, 1'000)},
                        {"remind_at", "提醒（剩余工作日）", api::list(api::number(-1'000, 1'000))},
                        {"escalate_after", "上报（逾期工作日）", api::number(-1'000, 1'000)},
                        {"escalate_to", "上报给", api::choice("Role", people::roles())},
                        {"sends_from", "开始发送", api::text(20)},
                        {"sends_until", "停止发送", api::text(20)},
                        {"is_working_days_only", "只在工作日发送", api::flag()}});
}

Result<Response> show_settings(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto stored, notify::find_settings(services.database, call.agency->code));
    const auto& settings = stored.settings;
    json::array remind_at;
    for (const int days : settings.remind_at) {
        remind_at.push_back(days);
    }
    return api::json_answer({{"version", stored.version},
                             {"soon_from", settings.lights.soon_from},
                             {"red_from", settings.lights.red_from},
                             {"remind_at", std::move(remind_at)},
                             {"escalate_after", settings.escalate_after},
                             {"escalate_to", word(people::key(settings.escalate_to))},
                             {"sends_from", notify::time_of_day(settings.hours.from_minute)},
                             {"sends_until", notify::time_of_day(settings.hours.until_minute)},
                             {"is_working_days_only", settings.hours.is_working_days_only}});
}

int small(const api::Fields& body, std::string_view name) {
    return static_cast<int>(body.number(name));
}

int time_in(const api::Fields& body, std::string_view name, ProblemList& problems) {
    const auto typed = body.text(name);
    const auto minute = notify::minute_of_day(typed);
    if (!minute) {
        problems.add(error(notify::time_unreadable, typed).at(name));
    }
    return minute.value_or(0);
}

Result<Response> change_settings(const Call& call, const OfficeServices& services) {
    const auto& body = call.body;
    notify::StoredSettings stored{.version = body.number("version"), .settings = {}};
    auto& settings = stored.settings;
    settings.lights = {small(body, "soon_from"), small(body, "red_from")};
    settings.remind_at.clear();
    for (const auto& days : body.members().at("remind_at").as_array()) {
        settings.remind_at.push_back(static_cast<int>(days.to_number<std::int64_t>()));
    }
    settings.escalate_after = small(body, "escalate_after");
    settings.escalate_to = body.choice("escalate_to", people::role_of);
    ProblemList problems;
    settings.hours = {time_in(body, "sends_from", problems), time_in(body, "sends_until", problems),
                      body.flag("is_working_days_only")};
    if (!problems.empty()) {
        return std::move(problems).error();
    }
    GK_TRY(const auto version, notify::change_settings(services.database, call.agency->code, stored,
                                                       call.actor, call.now));
    return api::json_answer({{"version", version}});
}

// ---- what was sent out

api::Schema outgoing_schema() {
    return api::object(
        "OutgoingMessage",
        {{"id", "标识", api::text()},
         {"carrier", "渠道", api::choice("Carrier", notify::carriers())},
         {"object_kind", "所属事项种类", api::text_or_empty()},
         {"object_id", "所属事项标识", api::text_or_empty()},
         {"status", "状态", api::choice("OutgoingStatus", notify::outgoing_statuses())},
         {"attempt_count", "已试次数", api::number()},
         {"created_at", "生成时间", api::moment()},
         {"next_attempt_at", "下次发送", api::moment(), Need::optional},
         {"sent_at", "发出时间", api::moment(), Need::optional},
         {"error", "失败原因", api::text_or_empty(1'000)}});
}

Result<std::int64_t> load_outgoing(const Call& call, const ListPart& part, const api::TakeRow& take,
                                   const OfficeServices& services) {
    notify::OutgoingFilter filter;
    filter.status = call.query.choice_if("status", notify::outgoing_status_of);
    filter.limit = static_cast<int>(part.limit);
    filter.offset = static_cast<int>(part.offset);
    GK_TRY(const auto page,
           notify::list_outgoing(services.database, call.agency->code, filter, call.actor));
    for (const auto& each : page.items) {
        using Cell = document::SheetCell;
        const Cell cells[] = {each.created_at,
                              std::string(label(each.carrier)),
                              std::string(label(each.status)),
                              std::int64_t{each.attempt_count},
                              each.next_attempt_at ? Cell(*each.next_attempt_at) : Cell(),
                              each.sent_at ? Cell(*each.sent_at) : Cell(),
                              each.last_error};
        take(json::object{{"id", each.public_id},
                          {"carrier", word(key(each.carrier))},
                          {"object_kind", each.object.kind},
                          {"object_id", each.object.public_id},
                          {"status", word(key(each.status))},
                          {"attempt_count", each.attempt_count},
                          {"created_at", each.created_at.iso()},
                          {"next_attempt_at", api::json_of(each.next_attempt_at)},
                          {"sent_at", api::json_of(each.sent_at)},
                          {"error", each.last_error}},
             cells);
    }
    return page.total;
}

api::ListSpec outgoing_list(const OfficeServices& services) {
    return {
        .pattern = "/api/v1/agencies/{agency}/outgoing-messages",
        .permission = Permission::agency_settings_edit,
        .things = "outgoing_messages",
        .summary = "邮件和短信的发送情况",
        .filters = {{"status", "状态", api::choice("OutgoingStatus", notify::outgoing_statuses()),
                     Need::optional}},
        .sorts = {"created_at"},
        .item = outgoing_schema(),
        .columns = {{"created_at", 18},
                    {"carrier", 12},
                    {"status", 12},
                    {"attempt_count", 10},
                    {"next_attempt_at", 18},
                    {"sent_at", 18},
                    {"error", 50}},
        .load = [&services](const Call& call, const ListPart& part, const api::TakeRow& take) {
            return load_outgoing(call, part, take, services);
        }};
}

Result<Response> send_again(const Call& call, const OfficeServices& services) {
    GK_CHECK(notify::send_again(services.database, call.argument("message"), call.actor, call.now));
    return api::empty_answer();
}

// ---- by what means anybody can be told

api::Schema carriers_schema() {
    return api::object(
        "MessageCarriers",
        {{"carriers", "渠道",
          api::list(api::object("MessageCarrier",
                                {{"carrier", "渠道", api::choice("Carrier", notify::carriers())},
                                 {"label", "渠道名称", api::text()},
                                 {"is_configured", "已经开通", api::flag()},
                                 {"note", "说明", api::text()},
                                 {"icon", "图标", api::text()}}))}});
}

Result<Response> show_carriers(const Call& /*call*/, const OfficeServices& services) {
    json::array carriers;
    for (const auto carrier : notify::carriers()) {
        const bool is_on = services.gateway != nullptr && services.gateway->is_on(carrier);
        carriers.push_back(json::object{
            {"carrier", word(key(carrier))},
            {"label", word(label(carrier))},
            {"is_configured", is_on},
            {"note", is_on ? "已开通"
                           : fmt::format("未开通：系统操作员在配置文件的 [notify] 中填写 {} "
                                         "并重新启动后开通",
                                         notify::keys_needed(carrier))},
            {"icon", is_on ? "ok" : "info"}});
    }
    return api::json_answer({{"carriers", std::move(carriers)}});
}

// ---- how a person wants to be told

api::Schema preferences_schema() {
    return api::object(
        "MessagePreferences",
        {{"carriers", "另外的提醒方式", api::list(api::choice("Carrier", notify::carriers()), 3)}});
}

Response preferences_answer(const std::vector<notify::Carrier>& carriers) {
    json::array chosen;
    for (const auto carrier : carriers) {
        chosen.push_back(json::value(word(key(carrier))));
    }
    return api::json_answer({{"carriers", std::move(chosen)}});
}

Result<Response> show_preferences(const Call& call, const OfficeServices& services) {
    return preferences_answer(notify::own_carriers(services.database, call.actor));
}

Result<Response> change_preferences(const Call& call, const OfficeServices& services) {
    std::vector<notify::Carrier> carriers;
    for (const auto& chosen : call.body.texts("carriers")) {
        const auto carrier = notify::carrier_of(chosen);
        GK_ASSERT(carrier.has_value());
        carriers.push_back(*carrier);
    }
    notify::choose_carriers(services.database, carriers, call.actor);
    return preferences_answer(notify::own_carriers(services.database, call.actor));
}

}  // namespace

std::vector<api::ApiRoute> notify_settings_rows(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    auto rows = api::list_routes(outgoing_list(services));
    rows.push_back({.method = Method::get,
                    .pattern = "/api/v1/agencies/{agency}/notify-settings",
                    .permission = Permission::agency_settings_edit,
                    .operation_id = "get_notify_settings",
                    .summary = "提醒设置",
                    .answer = settings_schema(),
                    .handler = of(show_settings)});
    rows.push_back({.method = Method::put,
                    .pattern = "/api/v1/agencies/{agency}/notify-settings",
                    .permission = Permission::agency_settings_edit,
                    .operation_id = "change_notify_settings",
                    .summary = "修改提醒设置",
                    .body = settings_schema(),
                    .answer = api::object("NotifySettingsSaved", {api::version_field()}),
                    .handler = of(change_settings)});
    rows.push_back({.method = Method::post,
                    .pattern = "/api/v1/outgoing-messages/{message}/actions/retry",
                    .permission = Permission::agency_settings_edit,
                    .operation_id = "retry_outgoing_message",
                    .summary = "重发邮件或短信",
                    .status = 204,
                    .handler = of(send_again)});
    rows.push_back({.method = Method::get,
                    .pattern = "/api/v1/message-carriers",
                    .permission = Permission::sign_in,
                    .operation_id = "list_message_carriers",
                    .summary = "邮件、短信和微信是否开通",
                    .answer = carriers_schema(),
                    .handler = of(show_carriers)});
    rows.push_back({.method = Method::get,
                    .pattern = "/api/v1/message-preferences",
                    .permission = Permission::sign_in,
                    .operation_id = "get_message_preferences",
                    .summary = "本人的提醒方式",
                    .answer = preferences_schema(),
                    .handler = of(show_preferences)});
    rows.push_back({.method = Method::put,
                    .pattern = "/api/v1/message-preferences",
                    .permission = Permission::sign_in,
                    .operation_id = "change_message_preferences",
                    .summary = "修改本人的提醒方式",
                    .body = preferences_schema(),
                    .answer = preferences_schema(),
                    .handler = of(change_preferences)});
    return rows;
}

}  // namespace gk::web::office
