// Reconsiderations and lawsuits in the API: the list, one case with its acts and clocks, acts on
// it, and how the agency counts them.
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "web/api/errors.hpp"
#include "web/api/json_answer.hpp"
#include "web/api/list.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/remedy_desk.hpp"
#include "web/office/remedy_json.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Need;
using people::Permission;

Result<std::int64_t> load_remedies(const Call& call, const ListPart& part, const api::TakeRow& take,
                                   const OfficeServices& services) {
    GK_TRY(const auto desk, remedy_desk_of(services));
    const auto& query = call.query;
    remedy::RemedyFilter filter;
    filter.group = query.choice_if("group", remedy::remedy_group_of);
    filter.stage = query.choice_if("stage", remedy::remedy_stage_of);
    filter.urgency = query.choice_if("urgency", notify::urgency_of);
    filter.application_id = query.text_if("application");
    filter.opened_from = query.date_if("from");
    filter.opened_to = query.date_if("to");
    filter.text = query.text_if("words").value_or("");
    if (const auto result = query.choice_if("result", remedy_result_of)) {
        filter.counted =
            remedy::CountedRemedies{.result = *result,
                                    .first = query.date_if("counted_from"),
                                    .last = query.date_if("counted_to").value_or(call.now.date())};
    }
    filter.limit = static_cast<int>(part.limit);
    filter.offset = static_cast<int>(part.offset);
    GK_TRY(const auto page, remedy::list_remedies(desk->remedies(), call.agency->code, filter,
                                                  call.actor, call.now.date()));
    for (const auto& each : page.items) {
        using Cell = document::SheetCell;
        const Cell cells[] = {std::string(law::label(each.group)),
                              each.body_number,
                              each.title,
                              each.body_name,
                              each.opened_on,
                              std::string(label(each.stage)),
                              each.owed.due_on ? Cell(*each.owed.due_on) : Cell(),
                              std::string(label(each.signal.urgency)),
                              each.signal.text,
                              each.concluded_on ? Cell(*each.concluded_on) : Cell(),
                              each.counted ? Cell(std::string(label(*each.counted))) : Cell()};
        take(remedy_item_json(each), cells);
    }
    return page.total;
}

api::ListSpec remedy_list(const OfficeServices& services) {
    return {
        .pattern = "/api/v1/agencies/{agency}/remedies",
        .permission = Permission::case_read,
        .things = "remedies",
        .summary = "行政复议和行政诉讼",
        .filters = {{"group", "种类", remedy_group_schema(), Need::optional},
                    {"stage", "阶段", api::choice("RemedyStage", remedy::remedy_stages()),
                     Need::optional},
                    {"urgency", "期限状态", api::choice("Urgency", notify::urgencies()),
                     Need::optional},
                    {"application", "所涉申请", api::text(), Need::optional},
                    {"from", "受理、立案起始日期", api::date(), Need::optional},
                    {"to", "受理、立案截止日期", api::date(), Need::optional},
                    {"words", "关键词", api::text(), Need::optional},
                    {"result", "在下列期间计入表四的列", remedy_result_schema(), Need::optional},
                    {"counted_from", "计入期间的起始日期", api::date(), Need::optional},
                    {"counted_to", "计入期间的截止日期", api::date(), Need::optional}},
        .sorts = {"opened_on"},
        .item = remedy_item_schema(),
        .columns = {{"group", 20},
                    {"body_number", 24},
                    {"title", 40},
                    {"body_name", 24},
                    {"opened_on", 14},
                    {"stage", 18},
                    {"owed_by", 12},
                    {"urgency", 12},
                    {"left", 18},
                    {"concluded_on", 12},
                    {"counted", 14}},
        .load = [&services](const Call& call, const ListPart& part, const api::TakeRow& take) {
            return load_remedies(call, part, take, services);
        }};
}

Response done_answer(const remedy::Done& done, int status = 200) {
    return api::json_answer({{"id", done.public_id},
                             {"version", done.version},
                             {"stage", json::string_view(key(done.stage))}},
                            status);
}

Result<Response> register_remedy(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto desk, remedy_desk_of(services));
    const auto& body = call.body;
    const remedy::NewRemedy given{.agency_code = call.agency->code,
                                  .group = body.choice("group", remedy::remedy_group_of),
                                  .application = body.text_if("application"),
                                  .preceding_id = body.text_if("preceding"),
                                  .title = body.text("title"),
                                  .body_name = body.text("body_name"),
                                  .body_number = body.text_if("body_number").value_or(""),
                                  .subject = body.choice("subject", remedy::remedy_subject_of),
                                  .claimant_name = body.text_if("claimant_name").value_or("")};
    const remedy::Entry registration{.on = body.date_if("on"),
                                     .text = body.text_if("text").value_or(""),
                                     .files = body.texts("files")};
    GK_TRY(const auto done,
           remedy::register_remedy(desk->remedies(), given, registration, call.actor, call.now));
    return done_answer(done, 201);
}

Result<Response> show_remedy(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto desk, remedy_desk_of(services));
    GK_TRY(const auto view, remedy::find_remedy(desk->remedies(), call.argument("remedy"),
                                                call.actor, call.now.date()));
    auto body = remedy_detail_json(view);
    add_actor_names(body, services.database);
    return api::json_answer(body);
}

Result<Response> show_claimant(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto desk, remedy_desk_of(services));
    GK_TRY(const auto name,
           remedy::view_claimant(desk->remedies(), call.argument("remedy"), call.actor, call.now));
    return api::json_answer({{"name", api::json_of(name)}});
}

Result<Response> act_on_remedy(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto desk, remedy_desk_of(services));
    const auto action = remedy::remedy_action_of(call.argument("action"));
    if (!action || *action == remedy::RemedyAction::register_remedy) {
        return error(api::thing_not_found);
    }
    GK_TRY(const auto done,
           remedy::act(desk->remedies(), {call.argument("remedy"), call.body.number("version")},
                       *action, remedy_entry_of(call.body.object("entry")), call.actor, call.now));
    return done_answer(done);
}

// ---- counting rules

api::Schema rule_schema() {
    return api::object(
        "RemedyCountingRule",
        {{"decision", "复议决定",
          api::choice("ReconsiderationDecision", law::reconsideration_decisions()), Need::optional},
         {"ruling", "裁判结果", api::choice("LitigationRuling", law::litigation_rulings()),
          Need::optional},
         {"counted", "计入", api::choice("CountedAs", remedy::counted_as_values())},
         {"reason", "理由", api::long_text_or_empty()}});
}

api::Schema rules_schema() {
    return api::object("RemedyCountingRules", {{"rules", "计数方法", api::list(rule_schema())}});
}

Result<Response> show_rules(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto rules,
           remedy::counting_rules(services.database, call.agency->code, call.actor));
    json::array listed;
    for (const auto& rule : rules) {
        json::object object{{"counted", json::string_view(key(rule.counted))},
                            {"reason", rule.reason}};
        object["decision"] =
            rule.decision ? json::value(json::string_view(law::key(*rule.decision))) : nullptr;
        object["ruling"] =
            rule.ruling ? json::value(json::string_view(law::key(*rule.ruling))) : nullptr;
        listed.push_back(std::move(object));
    }
    return api::json_answer({{"rules", std::move(listed)}});
}

Result<Response> change_rules(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto desk, remedy_desk_of(services));
    std::vector<remedy::CountingRule> rules;
    for (const auto& each : call.body.objects("rules")) {
        rules.push_back({.decision = each.choice_if("decision", law::reconsideration_decision_of),
                         .ruling = each.choice_if("ruling", law::litigation_ruling_of),
                         .counted = each.choice("counted", remedy::counted_as_of),
                         .reason = each.text("reason")});
    }
    GK_CHECK(remedy::change_counting_rules(desk->remedies(), call.agency->code, rules, call.actor,
                                           call.now));
    return api::empty_answer();
}

}  // namespace

std::vector<api::ApiRoute> remedy_rows(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    auto rows = api::list_routes(remedy_list(services));
    rows.push_back({.method = Method::post,
                    .pattern = "/api/v1/agencies/{agency}/remedies",
                    .permission = Permission::remedy_handle,
                    .operation_id = "register_remedy",
                    .summary = "登记行政复议或者行政诉讼",
                    .body = new_remedy_schema(),
                    .answer = remedy_done_schema(),
                    .status = 201,
                    .handler = of(register_remedy)});
    rows.push_back({.method = Method::get,
                    .pattern = "/api/v1/remedies/{remedy}",
                    .permission = Permission::sign_in,
                    .operation_id = "get_remedy",
                    .summary = "一件复议或者诉讼",
                    .answer = remedy_detail_schema(),
                    .handler = of(show_remedy)});
    rows.push_back({.method = Method::get,
                    .pattern = "/api/v1/remedies/{remedy}/claimant",
                    .permission = Permission::applicant_read,
                    .operation_id = "get_remedy_claimant",
                    .summary = "申请人或者原告，查看留痕",
                    .answer = api::object("RemedyClaimant",
                                          {{"name", "姓名或者名称", api::text(), Need::optional}}),
                    .handler = of(show_claimant)});
    rows.push_back({.method = Method::post,
                    .pattern = "/api/v1/remedies/{remedy}/actions/{action}",
                    .permission = Permission::sign_in,
                    .operation_id = "act_on_remedy",
                    .summary = "办理复议或者诉讼",
                    .body = remedy_act_schema(),
                    .answer = remedy_done_schema(),
                    .handler = of(act_on_remedy)});
    rows.push_back({.method = Method::get,
                    .pattern = "/api/v1/agencies/{agency}/remedy-counting-rules",
                    .permission = Permission::report_read,
                    .operation_id = "get_remedy_counting_rules",
                    .summary = "复议和诉讼的计数方法",
                    .answer = rules_schema(),
                    .handler = of(show_rules)});
    rows.push_back({.method = Method::put,
                    .pattern = "/api/v1/agencies/{agency}/remedy-counting-rules",
                    .permission = Permission::agency_settings_edit,
                    .operation_id = "change_remedy_counting_rules",
                    .summary = "修改复议和诉讼的计数方法",
                    .body = rules_schema(),
                    .status = 204,
                    .handler = of(change_rules)});
    return rows;
}

}  // namespace gk::web::office
