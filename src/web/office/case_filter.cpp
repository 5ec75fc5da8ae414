#include "web/office/case_filter.hpp"

#include <algorithm>

#include <boost/json/object.hpp>

#include "application/list_service.hpp"
#include "people/service.hpp"
#include "web/api/errors.hpp"
#include "web/office/case_json.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Field;
using api::Need;
using application::CaseFilter;
using people::Permission;

// The dates of a filter, each under its name.
struct DateFilter {
    std::string_view name;
    std::string_view label;
    std::optional<Date> CaseFilter::* value;
};

constexpr std::array date_filters = {
    DateFilter{"received_from", "收到日期自", &CaseFilter::received_from},
    DateFilter{"received_to", "收到日期至", &CaseFilter::received_to},
    DateFilter{"concluded_from", "办结日期自", &CaseFilter::concluded_from},
    DateFilter{"concluded_to", "办结日期至", &CaseFilter::concluded_to},
    DateFilter{"counted_from", "首次办结日期自", &CaseFilter::counted_from},
    DateFilter{"counted_to", "首次办结日期至", &CaseFilter::counted_to},
    DateFilter{"open_on", "在这一天尚未办结", &CaseFilter::open_on},
    DateFilter{"fee_notified_from", "缴费通知日期自", &CaseFilter::fee_notified_from},
    DateFilter{"fee_notified_to", "缴费通知日期至", &CaseFilter::fee_notified_to},
    DateFilter{"paid_from", "缴费日期自", &CaseFilter::paid_from},
    DateFilter{"paid_to", "缴费日期至", &CaseFilter::paid_to},
    DateFilter{"task_given_from", "检索交办日期自", &CaseFilter::task_given_from},
    DateFilter{"task_given_to", "检索交办日期至", &CaseFilter::task_given_to},
};

std::optional<law::ApplicationRow> counted_row_of(std::string_view row_key) {
    for (const auto row : law::outcome_rows(law::ReportFormat::form_2021)) {
        if (law::key(row) == row_key) {
            return row;
        }
    }
    return std::nullopt;
}

api::Schema row_choice() {
    std::vector<api::Choice> choices;
    for (const auto row : law::outcome_rows(law::ReportFormat::form_2021)) {
        choices.push_back({std::string(law::key(row)), std::string(law::label(row))});
    }
    return api::choice_of("CountedRow", std::move(choices));
}

template <typename Value>
std::vector<Value> value_of(const Call& call, std::string_view name,
                            std::optional<Value> (*of)(std::string_view)) {
    const auto value = call.query.choice_if(name, of);
    return value ? std::vector<Value>{*value} : std::vector<Value>();
}

json::string_view word(std::string_view text) {
    return {text.data(), text.size()};
}

template <typename Value>
void add_first(json::object& query, std::string_view name, const std::vector<Value>& values) {
    if (!values.empty()) {
        query[name] = word(key(values.front()));
    }
}

template <typename Value>
void add(json::object& query, std::string_view name, const std::optional<Value>& value) {
    if (value) {
        query[name] = word(key(*value));
    }
}

}  // namespace

AgenciesById all_agencies(store::Database& database) {
    AgenciesById agencies;
    for (auto& agency : people::list_agencies(database)) {
        agencies.emplace(agency.id, std::move(agency));
    }
    return agencies;
}

std::vector<Field> case_filters() {
    std::vector<Field> fields = {
        {"agency", "机关", api::text(40), Need::optional},
        {"state", "办理阶段", api::choice("CaseState", application::case_states()), Need::optional},
        {"is_open", "未办结", api::flag(), Need::optional},
        {"urgency", "期限状态", api::choice("Urgency", notify::urgencies()), Need::optional},
        {"kind", "种类", api::choice("CaseKind", application::case_kinds()), Need::optional},
        {"applicant_kind", "申请人类别",
         api::choice("ApplicantKind", application::applicant_kinds()), Need::optional},
        {"channel", "提交方式", api::choice("Channel", law::channels()), Need::optional},
        {"outcome", "办理结果", outcome_choice(), Need::optional},
        {"counted_row", "首次办理结果，按年度报告的行", row_choice(), Need::optional},
        {"timeliness", "答复是否按期", api::choice("Timeliness", application::timeliness_values()),
         Need::optional},
        {"unit", "承办单位", api::text(40), Need::optional},
        {"task_state", "检索任务状态", api::choice("TaskState", application::task_states()),
         Need::optional},
        {"q", "关键词", api::text_or_empty(), Need::optional},
    };
    for (const auto& each : date_filters) {
        fields.push_back(
            {std::string(each.name), std::string(each.label), api::date(), Need::optional});
    }
    return fields;
}

Result<std::vector<Id<people::Agency>>> asked_agencies(const Call& call, Permission permission,
                                                       store::Database& database) {
    const auto own = application::agencies_of(call.actor, permission);
    const auto code = call.query.text_if("agency");
    if (!code) {
        return own;
    }
    const auto agency = people::find_agency(database, *code);
    if (!agency || std::ranges::find(own, agency->id) == own.end()) {
        return error(api::thing_not_found);
    }
    return std::vector{agency->id};
}

Result<CaseFilter> case_filter_of(const Call& call, store::Database& database) {
    GK_TRY(auto agencies, asked_agencies(call, Permission::case_read, database));
    CaseFilter filter{
        .agencies = std::move(agencies),
        .states = value_of(call, "state", application::case_state_of),
        .is_open = call.query.flag_if("is_open"),
        .kinds = value_of(call, "kind", application::case_kind_of),
        .applicant_kinds = value_of(call, "applicant_kind", application::applicant_kind_of),
        .channels = value_of(call, "channel", law::channel_of),
        .outcomes = value_of(call, "outcome", law::outcome_of),
        .urgency = call.query.choice_if("urgency", notify::urgency_of),
        .text = call.query.text_if("q").value_or(""),
        .counted_row = call.query.choice_if("counted_row", counted_row_of),
        .timeliness = call.query.choice_if("timeliness", application::timeliness_of),
        .unit = call.query.text_if("unit"),
        .task_state = call.query.choice_if("task_state", application::task_state_of)};
    for (const auto& each : date_filters) {
        filter.*each.value = call.query.date_if(each.name);
    }
    return filter;
}

json::object query_of(const CaseFilter& filter, const AgenciesById& agencies) {
    json::object query;
    if (filter.agencies.size() == 1) {
        query["agency"] = agencies.at(filter.agencies.front()).code;
    }
    add_first(query, "state", filter.states);
    if (filter.is_open) {
        query["is_open"] = *filter.is_open;
    }
    add(query, "urgency", filter.urgency);
    add_first(query, "kind", filter.kinds);
    add_first(query, "applicant_kind", filter.applicant_kinds);
    add_first(query, "channel", filter.channels);
    add_first(query, "outcome", filter.outcomes);
    add(query, "counted_row", filter.counted_row);
    add(query, "timeliness", filter.timeliness);
    if (filter.unit) {
        query["unit"] = *filter.unit;
    }
    add(query, "task_state", filter.task_state);
    if (!filter.text.empty()) {
        query["q"] = filter.text;
    }
    for (const auto& each : date_filters) {
        if (const auto& date = filter.*each.value; date) {
            query[each.name] = date->iso();
        }
    }
    return query;
}

}  // namespace gk::web::office
