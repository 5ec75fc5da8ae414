// The lists of cases with their filters, the ledger as a spreadsheet, counters of what is to do,
// and the search tasks of one's own unit.
#include <map>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "application/list_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/api/list.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/case_filter.hpp"
#include "web/office/case_json.hpp"
#include "web/office/light_sums.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Field;
using api::Need;
using application::CaseLine;
using people::Permission;

document::SheetCell cell_of(const std::optional<Date>& date) {
    return date ? document::SheetCell(*date) : document::SheetCell();
}

std::vector<document::SheetCell> cells_of(const CaseLine& line, const people::Agency& agency) {
    return {line.number,
            agency.short_name,
            line.masked_name,
            std::string(label(line.applicant_kind)),
            line.title,
            std::string(law::label(line.channel)),
            line.submitted_on,
            cell_of(line.received_on),
            cell_of(line.reply_due_on),
            std::string(label(line.signal.urgency)),
            line.signal.text,
            std::string(label(line.state)),
            line.outcome ? std::string(law::label(*line.outcome)) : std::string(),
            cell_of(line.concluded_on)};
}

Result<std::int64_t> load_lines(const Call& call, const ListPart& part, const api::TakeRow& take,
                                const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto filter, case_filter_of(call, services.database));
    const auto listed = application::list_cases(held.desk, filter, part, call.now.date());
    const auto agencies = all_agencies(services.database);
    for (const auto& line : listed.rows) {
        const auto& agency = agencies.at(line.agency);
        take(case_line_json(line, agency), cells_of(line, agency));
    }
    return listed.total;
}

api::ListSpec ledger(const OfficeServices& services) {
    return {.pattern = "/api/v1/cases",
            .permission = Permission::case_read,
            .things = "cases",
            .summary = "办件台账",
            .filters = case_filters(),
            .sorts = {"reply_due_on", "received_on", "number", "concluded_on"},
            .direction = Direction::ascending,
            .item = case_line_schema(),
            .columns = {{"number", 22},
                        {"agency", 14},
                        {"applicant", 12},
                        {"applicant_kind", 14},
                        {"title", 40},
                        {"channel", 12},
                        {"submitted_on", 12},
                        {"received_on", 12},
                        {"reply_due_on", 14},
                        {"urgency", 12},
                        {"urgency_text", 18},
                        {"state", 12},
                        {"outcome", 24},
                        {"concluded_on", 12}},
            .load = [services](const Call& call, const ListPart& part, const api::TakeRow& take) {
                return load_lines(call, part, take, services);
            }};
}

api::Schema counts_schema() {
    return api::object(
        "CaseCounts",
        {{"total", "件数", api::number()},
         {"open_count", "未办结", api::number()},
         {"states", "各阶段",
          api::list(light_sums_schema(
              "CaseStateCount",
              {"state", "办理阶段", api::choice("CaseState", application::case_states())}))},
         {"agencies", "各机关",
          api::list(light_sums_schema("CaseAgencyCount", {"agency", "机关", api::text()}),
                    100'000)}});
}

Result<Response> count(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto asked, asked_agencies(call, Permission::case_count, services.database));
    std::map<application::CaseState, LightSums> by_state;
    std::map<Id<people::Agency>, LightSums> by_agency;
    LightSums all;
    std::int64_t open_count = 0;
    for (const auto& each : application::count_states(held.desk, asked, call.now.date())) {
        by_state[each.state].add(each);
        by_agency[each.agency].add(each);
        all.add(each);
        open_count += application::is_concluded(each.state) ? 0 : each.count;
    }
    json::array states;
    for (const auto& [state, sums] : by_state) {
        states.push_back(sums.json_with("state", key(state)));
    }
    const auto names = all_agencies(services.database);
    json::array agencies;
    for (const auto& [agency, sums] : by_agency) {
        agencies.push_back(sums.json_with("agency", names.at(agency).code));
    }
    return api::json_answer({{"total", all.count},
                             {"open_count", open_count},
                             {"states", std::move(states)},
                             {"agencies", std::move(agencies)}});
}

api::Schema tasks_schema() {
    std::vector<Field> fields = {
        {"case", "申请", api::text()},
        {"case_number", "申请编号", api::text()},
        {"agency", "机关", api::text()},
        {"event_number", "记录", api::number(1)},
        {"unit", "承办单位", api::text()},
        {"text", "检索要求", api::long_text_or_empty()},
        {"title", "名称", api::long_text_or_empty()},
        {"due_on", "反馈期限", api::date(), Need::optional},
        {"state", "状态", api::choice("TaskState", application::task_states())}};
    for (auto& field : urgency_fields()) {
        fields.push_back(std::move(field));
    }
    return api::object("SearchTasks",
                       {{"tasks", "任务", api::list(api::object("SearchTask", fields))}});
}

Result<Response> list_tasks(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    const auto agencies = all_agencies(services.database);
    json::array tasks;
    for (const auto& task : application::list_own_tasks(held.desk, call.actor, call.now.date())) {
        const auto state = key(task.state);
        json::object object{{"case", task.case_id},
                            {"case_number", task.case_number},
                            {"agency", agencies.at(task.agency).code},
                            {"event_number", task.event_number},
                            {"unit", task.unit},
                            {"text", task.text},
                            {"title", task.title},
                            {"due_on", api::json_of(task.due_on)},
                            {"state", json::string(state.data(), state.size())}};
        add_urgency(object, task.signal);
        tasks.push_back(std::move(object));
    }
    return api::json_answer({{"tasks", std::move(tasks)}});
}

}  // namespace

std::vector<api::ApiRoute> case_list_rows(const OfficeServices& services) {
    auto rows = api::list_routes(ledger(services));
    rows.push_back({.method = Method::get,
                    .pattern = "/api/v1/case-counts",
                    .permission = Permission::case_count,
                    .operation_id = "count_cases",
                    .summary = "办件数量",
                    .query = {{"agency", "机关", api::text(40), Need::optional}},
                    .answer = counts_schema(),
                    .handler = [services](const Call& call) { return count(call, services); }});
    rows.push_back(
        {.method = Method::get,
         .pattern = "/api/v1/search-tasks",
         .permission = Permission::case_search,
         .operation_id = "list_search_tasks",
         .summary = "本单位的检索任务",
         .answer = tasks_schema(),
         .handler = [services](const Call& call) { return list_tasks(call, services); }});
    return rows;
}

}  // namespace gk::web::office
