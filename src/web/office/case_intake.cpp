// Taking applications in: registration at the counter, and a ledger that comes from a spreadsheet.
#include <algorithm>
#include <ranges>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "application/ledger_service.hpp"
#include "application/service.hpp"
#include "base/text.hpp"
#include "document/extract.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/case_json.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Need;
using people::Permission;

constexpr std::int64_t ledger_bytes_max = 10'000'000;
// How many rows are shown as they were read: enough to see whether the columns are the right ones.
constexpr std::size_t shown_rows_max = 20;
constexpr std::int64_t key_chars_max = 64;
constexpr std::int64_t description_max = 4'000;

// What art. 29 asks for may be missing in a letter; a correction asks for it.
api::Schema registration_schema() {
    const auto text = api::text_or_empty();
    return api::object(
        "NewCase",
        {{"submission_key", "提交标识", api::text(key_chars_max)},
         {"kind", "种类", api::choice("CaseKind", application::case_kinds())},
         {"applicant_kind", "申请人类别",
          api::choice("ApplicantKind", application::applicant_kinds())},
         {"name", "姓名或者名称", api::text()},
         {"identity_kind", "证件种类", api::choice("IdentityKind", application::identity_kinds())},
         {"identity_document", "证件名称", text, Need::optional},
         {"identity_number", "证件号码", text, Need::optional},
         {"contact_person", "联系人", text, Need::optional},
         {"contact_route", "告知途径", api::choice("ContactRoute", application::contact_routes()),
          Need::optional},
         {"phone", "联系电话", text, Need::optional},
         {"email", "电子邮箱", text, Need::optional},
         {"address", "通信地址", text, Need::optional},
         {"postal_code", "邮政编码", text, Need::optional},
         {"representative_name", "代理人姓名", text, Need::optional},
         {"representative_identity_number", "代理人证件号码", text, Need::optional},
         {"representative_phone", "代理人电话", text, Need::optional},
         {"title", "所需信息的名称", text, Need::optional},
         {"document_number", "文号", text, Need::optional},
         {"description", "内容描述", api::long_text_or_empty(description_max), Need::optional},
         {"form", "提供方式", api::choice("AnswerForm", application::answer_forms())},
         {"route", "获取途径", api::choice("AnswerRoute", application::answer_routes())},
         {"accepts_other", "接受其他方式", api::flag(), Need::optional},
         {"channel", "提交方式", api::choice("Channel", law::channels())},
         {"on", "提交日期", api::date()},
         {"signed_on", "签收日期", api::date(), Need::optional},
         {"confirmed_on", "双方确认日期", api::date(), Need::optional},
         {"evidence", "凭据", text, Need::optional},
         {"text", "登记说明", api::long_text_or_empty(description_max), Need::optional},
         {"identity_files", "身份证明、授权委托书", api::list(api::text(), 50), Need::optional},
         {"files", "申请书和其他附件", api::list(api::text(), 50), Need::optional}});
}

application::NewApplication application_of(const Call& call) {
    const auto& body = call.body;
    const auto text = [&](std::string_view name) { return body.text_if(name).value_or(""); };
    application::NewApplication given{
        .agency_code = call.agency->code,
        .kind = body.choice("kind", application::case_kind_of),
        .applicant = {.kind = body.choice("applicant_kind", application::applicant_kind_of),
                      .name = body.text("name"),
                      .identity_kind = body.choice("identity_kind", application::identity_kind_of),
                      .identity_document = text("identity_document"),
                      .identity_number = text("identity_number"),
                      .contact_person = text("contact_person"),
                      .contact = {.route =
                                      body.choice_if("contact_route", application::contact_route_of)
                                          .value_or(application::ContactRoute::post),
                                  .phone = text("phone"),
                                  .email = text("email"),
                                  .address = text("address"),
                                  .postal_code = text("postal_code")}},
        .wanted = {.title = text("title"),
                   .document_number = text("document_number"),
                   .description = text("description"),
                   .form = body.choice("form", application::answer_form_of),
                   .route = body.choice("route", application::answer_route_of),
                   .accepts_other = body.flag_if("accepts_other").value_or(false)},
        .files = body.texts("files"),
        .identity_files = body.texts("identity_files")};
    if (!text("representative_name").empty()) {
        given.representative =
            application::Representative{.name = text("representative_name"),
                                        .identity_number = text("representative_identity_number"),
                                        .phone = text("representative_phone")};
    }
    return given;
}

application::Entry registration_of(const Call& call) {
    const auto& body = call.body;
    return {.on = body.date("on"),
            .text = body.text_if("text").value_or(""),
            .evidence = body.text_if("evidence").value_or(""),
            .channel = body.choice("channel", law::channel_of),
            .signed_on = body.date_if("signed_on"),
            .confirmed_on = body.date_if("confirmed_on")};
}

api::Schema receipt_schema() {
    return api::object("CaseReceipt", {{"id", "编号", api::text()},
                                       {"number", "申请编号", api::text()},
                                       {"query_code", "查询码", api::text_or_empty()},
                                       {"is_repeated", "已经登记过", api::flag()}});
}

// The query code is shown this once: it goes on the acknowledgement.
Result<Response> register_case(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    const auto code = application::new_query_code();
    GK_TRY(const auto receipt, application::register_application(
                                   held.desk, application_of(call), registration_of(call), code,
                                   call.body.text("submission_key"), call.actor, call.now));
    const auto shown = receipt.is_repeated ? "" : application::grouped(code.text);
    return api::json_answer({{"id", receipt.public_id},
                             {"number", receipt.number},
                             {"query_code", shown},
                             {"is_repeated", receipt.is_repeated}});
}

api::Schema ledger_schema() {
    const auto column =
        api::object("LedgerColumn",
                    {{"field", "字段", api::choice("LedgerField", application::ledger_fields())},
                     {"label", "字段名称", api::text()},
                     {"title", "列标题", api::text_or_empty()}});
    const auto problem =
        api::object("LedgerRowProblem", {{"row_number", "行", api::number(1)},
                                         {"column", "列", api::text_or_empty()},
                                         {"message", "问题", api::text(2'000)},
                                         {"hint", "办法", api::text_or_empty(2'000)}});
    const auto row =
        api::object("LedgerRow", {{"row_number", "行", api::number(1)},
                                  {"channel", "提交方式", api::choice("Channel", law::channels())},
                                  {"received_on", "收到日期", api::date()},
                                  {"applicant", "申请人", api::text_or_empty()},
                                  {"applicant_kind", "申请人类别",
                                   api::choice("ApplicantKind", application::applicant_kinds())},
                                  {"title", "申请内容", api::text_or_empty()},
                                  {"outcome", "办理结果", outcome_choice(), api::Need::optional},
                                  {"concluded_on", "答复日期", api::date(), api::Need::optional},
                                  {"reply_number", "答复文号", api::text_or_empty()}});
    return api::object("LedgerImport", {{"titles", "列标题", api::list(api::text_or_empty())},
                                        {"columns", "列的对应", api::list(column)},
                                        {"rows", "读到的内容（前若干行）", api::list(row)},
                                        {"row_count", "行数", api::number()},
                                        {"imported_count", "可导入", api::number()},
                                        {"open_count", "未办结", api::number()},
                                        {"carried_in_count", "上年结转", api::number()},
                                        {"repeated_count", "以前已导入", api::number()},
                                        {"problems", "问题", api::list(problem, 100'000)},
                                        {"is_kept", "已保存", api::flag()}});
}

json::object row_json(const application::LedgerRow& row) {
    const auto& [applicant, wanted] = std::tie(row.application.applicant, row.application.wanted);
    return {
        {"row_number", row.row_number},
        {"channel", std::string(law::key(row.channel))},
        {"received_on", row.received_on.iso()},
        {"applicant", application::masked_name(applicant)},
        {"applicant_kind", std::string(application::key(applicant.kind))},
        {"title", wanted.title.empty() ? wanted.description : wanted.title},
        {"outcome", row.outcome ? json::value(std::string(law::key(*row.outcome))) : json::value()},
        {"concluded_on", api::json_of(row.concluded_on)},
        {"reply_number", row.reply_number}};
}

json::object ledger_json(const application::LedgerImported& imported) {
    json::array titles;
    for (const auto& title : imported.titles) {
        titles.push_back(json::string(title));
    }
    json::array columns;
    for (const auto& [field, column] : imported.columns) {
        columns.push_back(
            json::object{{"field", std::string(key(field))},
                         {"label", std::string(label(field))},
                         {"title", imported.titles.at(static_cast<std::size_t>(column))}});
    }
    json::array rows;
    for (const auto& row : imported.rows | std::views::take(shown_rows_max)) {
        rows.push_back(row_json(row));
    }
    json::array problems;
    for (const auto& [row_number, problem] : imported.problems) {
        problems.push_back(json::object{{"row_number", row_number},
                                        {"column", problem.field},
                                        {"message", problem.message},
                                        {"hint", problem.hint}});
    }
    return {{"titles", std::move(titles)},
            {"columns", std::move(columns)},
            {"rows", std::move(rows)},
            {"row_count", imported.row_count},
            {"imported_count", imported.imported_count},
            {"open_count", imported.open_count},
            {"carried_in_count", imported.carried_in_count},
            {"repeated_count", imported.repeated_count},
            {"problems", std::move(problems)},
            {"is_kept", imported.is_kept}};
}

Result<Response> import_ledger(const Call& call, const OfficeServices& services) {
    const auto* file = find(call.files, "file");
    GK_TRY(const auto document,
           document::extract_in_child(file->content, file->file_name.value_or("ledger.xlsx")));
    std::vector<std::string> choices;
    const auto lines = call.body.text_if("columns").value_or("");
    for (const auto line : text::split(lines, '\n')) {
        if (!text::trim(line).empty()) {
            choices.emplace_back(text::trim(line));
        }
    }
    GK_TRY(const auto held, desk_of(services));
    const auto mode = call.body.flag_if("is_kept").value_or(false)
                          ? application::LedgerImport::keep
                          : application::LedgerImport::try_out;
    GK_TRY(const auto imported, application::import_ledger(held.desk, call.agency->code, document,
                                                           choices, mode, call.actor, call.now));
    return api::json_answer(ledger_json(imported));
}

}  // namespace

std::vector<api::ApiRoute> case_intake_rows(const OfficeServices& services) {
    return {
        {.method = Method::post,
         .pattern = "/api/v1/agencies/{agency}/cases",
         .permission = Permission::case_register,
         .operation_id = "register_case",
         .summary = "登记申请",
         .body = registration_schema(),
         .answer = receipt_schema(),
         .handler = [services](const Call& call) { return register_case(call, services); }},
        {.method = Method::post,
         .pattern = "/api/v1/agencies/{agency}/cases/ledger",
         .permission = Permission::case_register,
         .operation_id = "import_case_ledger",
         .summary = "导入台账",
         .body =
             api::object({}, {{"file", "台账", api::file(ledger_bytes_max)},
                              {"columns", "列的对应", api::long_text_or_empty(), Need::optional},
                              {"is_kept", "保存", api::flag(), Need::optional}}),
         .body_kind = api::BodyKind::form,
         .answer = ledger_schema(),
         .body_bytes_max = static_cast<std::size_t>(ledger_bytes_max) + 100'000,
         .handler = [services](const Call& call) { return import_ledger(call, services); }},
    };
}

}  // namespace gk::web::office
