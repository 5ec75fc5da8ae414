#include "web/office/statistics_json.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "web/office/remedy_json.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Need;
using api::Schema;
using report::Statistic;

json::string_view word(std::string_view text) {
    return {text.data(), text.size()};
}

Schema figure_schema() {
    return api::object("Statistic", {{"key", "代码", api::text()},
                                     {"label", "名称", api::text()},
                                     {"count", "数量", api::number()},
                                     {"filter", "打开这些案件的条件",
                                      api::object("CaseQuery", case_filters()), Need::optional}});
}

Schema remedy_figure_schema() {
    return api::object("RemedyStatistic",
                       {{"result", "结果", remedy_result_schema()},
                        {"label", "名称", api::text()},
                        {"count", "数量", api::number()},
                        {"filter", "打开这些案件的条件",
                         api::object("RemedyQuery", {{"agency", "机关", api::text()},
                                                     {"group", "种类", remedy_group_schema()},
                                                     {"result", "结果", remedy_result_schema()},
                                                     {"counted_from", "起始日期", api::date()},
                                                     {"counted_to", "截止日期", api::date()}}),
                         Need::optional}});
}

Schema fee_schema() {
    return api::object("FeeStatistic", {{"cases", "件数", figure_schema()},
                                        {"amount_fen", "金额（分）", api::number()}});
}

json::object figure_json(const Statistic& figure, const StatisticsContext& context) {
    json::object object{{"key", figure.key}, {"label", figure.label}, {"count", figure.count}};
    object["filter"] = context.may_open_cases
                           ? json::value(query_of(figure.filter, context.agencies))
                           : json::value(nullptr);
    return object;
}

json::array figures_json(const std::vector<Statistic>& figures, const StatisticsContext& context) {
    json::array array;
    for (const auto& figure : figures) {
        array.push_back(figure_json(figure, context));
    }
    return array;
}

json::object fee_json(const report::FeeStatistic& fee, const StatisticsContext& context) {
    return {{"cases", figure_json(fee.cases, context)}, {"amount_fen", fee.amount_fen}};
}

json::array months_json(const report::CaseStatistics& statistics,
                        const StatisticsContext& context) {
    json::array months;
    for (const auto& each : statistics.months) {
        months.push_back(json::object{{"month", each.month},
                                      {"received", figure_json(each.received, context)},
                                      {"concluded", figure_json(each.concluded, context)}});
    }
    return months;
}

json::array agencies_json(const report::CaseStatistics& statistics,
                          const StatisticsContext& context) {
    json::array agencies;
    for (const auto& each : statistics.agencies) {
        const auto& agency = context.agencies.at(each.agency);
        agencies.push_back(json::object{{"agency", agency.code},
                                        {"name", agency.short_name},
                                        {"received", figure_json(each.received, context)},
                                        {"concluded", figure_json(each.concluded, context)},
                                        {"open", figure_json(each.open, context)},
                                        {"overdue", figure_json(each.overdue, context)}});
    }
    return agencies;
}

json::array units_json(const report::CaseStatistics& statistics, const StatisticsContext& context) {
    json::array units;
    for (const auto& each : statistics.units) {
        units.push_back(json::object{{"agency", context.agencies.at(each.agency).code},
                                     {"unit", each.unit},
                                     {"name", unit_name(each, context.agencies)},
                                     {"given", figure_json(each.given, context)},
                                     {"states", figures_json(each.states, context)},
                                     {"overdue_count", each.overdue_count}});
    }
    return units;
}

json::array remedies_json(const report::CaseStatistics& statistics,
                          const StatisticsContext& context) {
    // The list of remedies is one of an agency.
    const auto* agency = context.may_open_cases && statistics.agencies.size() == 1
                             ? &context.agencies.at(statistics.agencies.front().agency)
                             : nullptr;
    json::array groups;
    for (const auto group : law::remedy_groups()) {
        json::array results;
        for (const auto result : law::remedy_results()) {
            std::int64_t count = 0;
            for (const auto& each : statistics.remedies) {
                const bool is_in = result == law::RemedyResult::total || each.result == result;
                count += each.group == group && is_in ? each.count : 0;
            }
            json::object figure{{"result", word(law::key(result))},
                                {"label", word(law::label(result))},
                                {"count", count},
                                {"filter", nullptr}};
            if (agency != nullptr) {
                figure["filter"] = json::object{{"agency", agency->code},
                                                {"group", word(law::key(group))},
                                                {"result", word(law::key(result))},
                                                {"counted_from", statistics.period.first.iso()},
                                                {"counted_to", statistics.period.last.iso()}};
            }
            results.push_back(std::move(figure));
        }
        groups.push_back(json::object{{"group", word(law::key(group))},
                                      {"label", word(law::label(group))},
                                      {"results", std::move(results)}});
    }
    return groups;
}

}  // namespace

Schema statistics_schema() {
    const auto figure = figure_schema();
    const auto figures = api::list(figure);
    const auto month = api::object("MonthStatistic", {{"month", "月份", api::text()},
                                                      {"received", "收到", figure},
                                                      {"concluded", "办结", figure}});
    const auto agency = api::object("AgencyStatistic", {{"agency", "机关", api::text()},
                                                        {"name", "名称", api::text()},
                                                        {"received", "收到", figure},
                                                        {"concluded", "办结", figure},
                                                        {"open", "期末未办结", figure},
                                                        {"overdue", "逾期答复", figure}});
    const auto unit =
        api::object("UnitStatistic", {{"agency", "机关", api::text()},
                                      {"unit", "单位", api::text()},
                                      {"name", "名称", api::text()},
                                      {"given", "交办", figure},
                                      {"states", "办理情况", figures},
                                      {"overdue_count", "超过反馈期限", api::number()}});
    const auto remedies = api::object("RemedyGroupStatistic",
                                      {{"group", "种类", remedy_group_schema()},
                                       {"label", "名称", api::text()},
                                       {"results", "结果", api::list(remedy_figure_schema())}});
    return api::object("CaseStatistics", {{"from", "起始日期", api::date()},
                                          {"to", "截止日期", api::date()},
                                          {"totals", "总数", figures},
                                          {"states", "现在的办理阶段", figures},
                                          {"outcomes", "办理结果", figures},
                                          {"applicant_kinds", "申请人类别", figures},
                                          {"channels", "提交方式", figures},
                                          {"timeliness", "答复是否按期", figures},
                                          {"median_working_days", "答复所用工作日的中位数",
                                           api::number(), Need::optional},
                                          {"fees_notified", "已通知的费用", fee_schema()},
                                          {"fees_paid", "已收取的费用", fee_schema()},
                                          {"months", "各月", api::list(month)},
                                          {"agencies", "各机关", api::list(agency, 100'000)},
                                          {"units", "各承办单位", api::list(unit, 100'000)},
                                          {"remedies", "复议和诉讼", api::list(remedies)}});
}

json::object statistics_json(const report::CaseStatistics& statistics,
                             const StatisticsContext& context) {
    const auto& median = statistics.median_working_days;
    return {{"from", statistics.period.first.iso()},
            {"to", statistics.period.last.iso()},
            {"totals", figures_json(statistics.totals, context)},
            {"states", figures_json(statistics.states, context)},
            {"outcomes", figures_json(statistics.outcomes, context)},
            {"applicant_kinds", figures_json(statistics.applicant_kinds, context)},
            {"channels", figures_json(statistics.channels, context)},
            {"timeliness", figures_json(statistics.timeliness, context)},
            {"median_working_days", median ? json::value(*median) : json::value(nullptr)},
            {"fees_notified", fee_json(statistics.fees_notified, context)},
            {"fees_paid", fee_json(statistics.fees_paid, context)},
            {"months", months_json(statistics, context)},
            {"agencies", agencies_json(statistics, context)},
            {"units", units_json(statistics, context)},
            {"remedies", remedies_json(statistics, context)}};
}

std::string unit_name(const report::UnitStatistic& unit, const AgenciesById& agencies) {
    const auto& units = agencies.at(unit.agency).units;
    const auto found = std::ranges::find(units, unit.unit, &people::Unit::code);
    return found == units.end() ? unit.unit : found->name;
}

}  // namespace gk::web::office
