// What an agency lays down about its cases and its report: when applications that nobody hands in
// count as received, which remedies table 四 counts. Lights, reminders and sending hours:
// notify_settings.cpp.
#include <boost/json/object.hpp>
#include <fmt/format.h>

#include "application/receipt_settings_service.hpp"
#include "report/report_settings_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using people::Permission;

constexpr std::string_view receipt_pattern = "/api/v1/agencies/{agency}/receipt-settings";
constexpr std::string_view report_pattern = "/api/v1/agencies/{agency}/report-settings";

json::string_view word(std::string_view text) {
    return {text.data(), text.size()};
}

// ---- receipt, art. 31

api::Schema receipt_schema() {
    std::vector<api::Field> fields = {api::version_field()};
    const auto receipt_by =
        api::choice_of("ReceiptBy", {{std::string(key(law::ReceiptBy::confirmation)),
                                      std::string(label(law::ReceiptBy::confirmation))},
                                     {std::string(key(law::ReceiptBy::submission)),
                                      std::string(label(law::ReceiptBy::submission))}});
    for (const auto channel : law::channels_to_confirm()) {
        fields.push_back({std::string(law::key(channel)),
                          fmt::format("{}的收到之日", law::label(channel)), receipt_by});
    }
    fields.push_back(
        {"rest_day", "休息日收到的", api::choice("RestDayReceipt", law::rest_day_receipts())});
    return api::object("ReceiptSettings", std::move(fields));
}

json::object receipt_json(const application::ReceiptSettings& settings) {
    json::object object{{"version", settings.version}};
    for (const auto channel : law::channels_to_confirm()) {
        object[word(law::key(channel))] = word(law::key(settings.rules.of(channel)));
    }
    object["rest_day"] = word(key(settings.rules.rest_day));
    return object;
}

Result<Response> read_receipt(const Call& call, store::Database& database) {
    GK_TRY(const auto settings, application::find_receipt_settings(database, call.agency->code));
    return api::json_answer(receipt_json(settings));
}

Result<Response> change_receipt(const Call& call, store::Database& database) {
    application::ReceiptSettings given{.version = call.body.number("version"), .rules = {}};
    for (const auto channel : law::channels_to_confirm()) {
        given.rules.lay_down(channel, call.body.choice(law::key(channel), law::receipt_by_of));
    }
    given.rules.rest_day = call.body.choice("rest_day", law::rest_day_receipt_of);
    GK_TRY(given.version, application::change_receipt_settings(database, call.agency->code, given,
                                                               call.actor, call.now));
    return api::json_answer(receipt_json(given));
}

// ---- the report

api::Schema report_schema() {
    return api::object("ReportSettings", {api::version_field(),
                                          {"remedies", "表四计哪些案件",
                                           api::choice("RemedyScope", report::remedy_scopes())}});
}

json::object report_json(const report::ReportSettings& settings) {
    return {{"version", settings.version}, {"remedies", word(key(settings.remedies))}};
}

Result<Response> read_report(const Call& call, store::Database& database) {
    GK_TRY(const auto settings, report::find_report_settings(database, call.agency->code));
    return api::json_answer(report_json(settings));
}

Result<Response> change_report(const Call& call, store::Database& database) {
    report::ReportSettings given{.version = call.body.number("version"),
                                 .remedies = call.body.choice("remedies", report::remedy_scope_of)};
    GK_TRY(given.version, report::change_report_settings(database, call.agency->code, given,
                                                         call.actor, call.now));
    return api::json_answer(report_json(given));
}

}  // namespace

std::vector<api::ApiRoute> agency_settings_rows(const OfficeServices& services) {
    auto& database = services.database;
    const auto of = [&database](auto handle) {
        return [&database, handle](const Call& call) { return handle(call, database); };
    };
    return {{.method = Method::get,
             .pattern = std::string(receipt_pattern),
             .permission = Permission::agency_settings_edit,
             .operation_id = "read_receipt_settings",
             .summary = "收到日期的确定方法",
             .answer = receipt_schema(),
             .handler = of(read_receipt)},
            {.method = Method::put,
             .pattern = std::string(receipt_pattern),
             .permission = Permission::agency_settings_edit,
             .operation_id = "change_receipt_settings",
             .summary = "修改收到日期的确定方法",
             .body = receipt_schema(),
             .answer = receipt_schema(),
             .handler = of(change_receipt)},
            {.method = Method::get,
             .pattern = std::string(report_pattern),
             .permission = Permission::agency_settings_edit,
             .operation_id = "read_report_settings",
             .summary = "年度报告的计数方法",
             .answer = report_schema(),
             .handler = of(read_report)},
            {.method = Method::put,
             .pattern = std::string(report_pattern),
             .permission = Permission::agency_settings_edit,
             .operation_id = "change_report_settings",
             .summary = "修改年度报告的计数方法",
             .body = report_schema(),
             .answer = report_schema(),
             .handler = of(change_report)}};
}

}  // namespace gk::web::office
