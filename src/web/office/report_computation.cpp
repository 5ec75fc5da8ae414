// The annual report out of the cases: computing or comparing it, and the cases behind a cell.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "report/compute_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/api/list.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Need;
using api::Schema;
using people::Permission;

json::string_view word(std::string_view text) {
    return {text.data(), text.size()};
}

Schema scope_schema() {
    return api::choice("RemedyScope", report::remedy_scopes());
}

Schema computed_schema() {
    return api::object(
        "ReportComputation",
        {{"version", "版本", api::number()},
         {"status", "状态", api::text()},
         {"is_locked", "已锁定，只比较", api::flag()},
         {"has_error", "勾稽关系不符", api::flag()},
         {"fee_sentence", "收费情况", api::text(500)},
         {"figures_of", "原有数字的计算时间", api::moment(), Need::optional},
         {"differences", "与原有数字的差异",
          api::list(api::object("CellDifference", {{"cell", "单元格", api::text()},
                                                   {"label", "名称", api::text(500)},
                                                   {"kept", "原有", api::text_or_empty()},
                                                   {"computed", "按案件", api::text()}}),
                    1'000)},
         {"movements", "差异的原因",
          api::list(api::object("CaseMovement", {{"is_remedy", "复议或者诉讼", api::flag()},
                                                 {"id", "标识", api::text()},
                                                 {"number", "编号", api::text_or_empty()},
                                                 {"before", "原计入", api::text(1'000)},
                                                 {"now", "现计入", api::text(1'000)},
                                                 {"act", "办理", api::text()},
                                                 {"acted_at", "时间", api::moment()}}),
                    100'000)}});
}

json::object json_of(const report::Computed& computed) {
    json::array differences;
    for (const auto& each : computed.differences) {
        differences.push_back(json::object{{"cell", each.cell_name},
                                           {"label", each.label},
                                           {"kept", each.kept},
                                           {"computed", each.computed}});
    }
    json::array movements;
    for (const auto& each : computed.movements) {
        movements.push_back(json::object{{"is_remedy", each.is_remedy},
                                         {"id", each.public_id},
                                         {"number", each.number},
                                         {"before", each.before},
                                         {"now", each.now},
                                         {"act", each.act},
                                         {"acted_at", each.acted_at.iso()}});
    }
    return {
        {"version", computed.stored.version},    {"status", word(key(computed.stored.status))},
        {"is_locked", computed.is_locked},       {"has_error", computed.stored.check.has_error()},
        {"fee_sentence", computed.fee_sentence}, {"figures_of", api::json_of(computed.figures_of)},
        {"differences", std::move(differences)}, {"movements", std::move(movements)}};
}

Result<Response> compute(const Call& call, const OfficeServices& services) {
    const report::ComputeDesk desk{.database = services.database, .calendar = services.calendar};
    const auto scope = call.body.choice_if("remedies", report::remedy_scope_of);
    GK_TRY(const auto computed, report::compute_report(desk,
                                                       {.agency_code = call.agency->code,
                                                        .report_year = call.year(),
                                                        .version = call.body.number_if("version")},
                                                       scope, call.actor, call.now));
    return api::json_answer(json_of(computed));
}

Result<std::int64_t> load_cases(const Call& call, const ListPart& part, const api::TakeRow& take,
                                const OfficeServices& services) {
    const auto scope = call.query.choice_if("remedies", report::remedy_scope_of);
    GK_TRY(const auto found,
           report::cases_of_cell(services.database,
                                 {.agency_code = call.agency->code, .report_year = call.year()},
                                 call.query.text("cell"), scope, static_cast<int>(part.limit),
                                 static_cast<int>(part.offset), call.actor));
    for (const auto& each : found.cases) {
        using Cell = document::SheetCell;
        const Cell cells[] = {each.number, each.title, each.received_on,
                              each.concluded_on ? Cell(*each.concluded_on) : Cell()};
        take(json::object{{"id", each.public_id},
                          {"is_remedy", found.are_remedies},
                          {"number", each.number},
                          {"title", each.title},
                          {"received_on", each.received_on.iso()},
                          {"concluded_on", api::json_of(each.concluded_on)}},
             cells);
    }
    return found.total;
}

api::ListSpec case_list(const OfficeServices& services) {
    return {.pattern = "/api/v1/agencies/{agency}/annual-reports/{year}/counted-cases",
            .permission = Permission::report_read,
            .things = "counted_cases",
            .summary = "年度报告一个单元格的案件",
            .filters = {{"cell", "单元格", api::text()},
                        {"remedies", "表四计哪些案件", scope_schema(), Need::optional}},
            .sorts = {"number"},
            .direction = Direction::ascending,
            .item = api::object("CountedCase",
                                {{"id", "标识", api::text()},
                                 {"is_remedy", "复议或者诉讼", api::flag()},
                                 {"number", "编号", api::text_or_empty()},
                                 {"title", "名称", api::text_or_empty()},
                                 {"received_on", "收到、受理日期", api::date()},
                                 {"concluded_on", "办结日期", api::date(), Need::optional}}),
            .columns = {{"number", 22}, {"title", 50}, {"received_on", 14}, {"concluded_on", 12}},
            .load = [&services](const Call& call, const ListPart& part, const api::TakeRow& take) {
                return load_cases(call, part, take, services);
            }};
}

}  // namespace

std::vector<api::ApiRoute> report_computation_rows(const OfficeServices& services) {
    auto rows = api::list_routes(case_list(services));
    rows.push_back(
        {.method = Method::post,
         .pattern = "/api/v1/agencies/{agency}/annual-reports/{year}/computation",
         .permission = Permission::report_edit,
         .operation_id = "compute_annual_report",
         .summary = "由案件计算年度报告",
         .body = api::object("ComputeReport",
                             {{"version", "版本", api::number(), Need::optional},
                              {"remedies", "表四计哪些案件", scope_schema(), Need::optional}}),
         .answer = computed_schema(),
         .handler = [&services](const Call& call) { return compute(call, services); }});
    return rows;
}

}  // namespace gk::web::office
