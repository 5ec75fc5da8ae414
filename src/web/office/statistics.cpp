// Statistics of applications: the figures of a period, and the same as a spreadsheet.
#include <algorithm>

#include <boost/json/object.hpp>

#include "application/list_service.hpp"
#include "base/yuan.hpp"
#include "document/table_sheet.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/rows.hpp"
#include "web/office/statistics_json.hpp"

namespace gk::web::office {

namespace {

using api::Call;
using api::Field;
using api::Need;
using document::SheetCell;
using people::Permission;
using report::Statistic;

std::vector<Field> query_fields() {
    return {{"agency", "机关", api::text(40), Need::optional},
            {"from", "起始日期", api::date(), Need::optional},
            {"to", "截止日期", api::date(), Need::optional}};
}

// This year so far, where no period is asked for.
Result<report::CaseStatistics> counted(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(auto agencies, asked_agencies(call, Permission::case_count, services.database));
    const auto today = call.now.date();
    const auto last = call.query.date_if("to").value_or(today);
    const auto first = call.query.date_if("from").value_or(Date::first_of(last.year()));
    return report::count_applications(
        held.desk, {.agencies = std::move(agencies), .period = {first, last}}, call.actor, today);
}

// The list opens only what the reader may read, in all of the agencies.
bool may_open_cases(const Call& call, const report::CaseStatistics& statistics) {
    return std::ranges::all_of(statistics.agencies, [&](const report::AgencyStatistic& each) {
        return call.actor.may(Permission::case_read, each.agency);
    });
}

Result<Response> show(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto statistics, counted(call, services));
    const auto agencies = all_agencies(services.database);
    return api::json_answer(statistics_json(
        statistics, {.agencies = agencies, .may_open_cases = may_open_cases(call, statistics)}));
}

constexpr std::string_view cases_unit = "件";

class Sheet {
public:
    explicit Sheet(const report::CaseStatistics& statistics)
        : sheet_("申请统计", {{"类别", 24}, {"项目", 44}, {"数量", 12}, {"单位", 10}}) {
        const auto period = statistics.period.first.iso() + "至" + statistics.period.last.iso();
        add("统计期间", period, {}, "");
    }

    void add(std::string group, std::string item, SheetCell amount, std::string_view unit) {
        const SheetCell cells[] = {std::move(group), std::move(item), std::move(amount),
                                   std::string(unit)};
        sheet_.add_row(cells);
    }

    void add(std::string_view group, const std::vector<Statistic>& figures) {
        for (const auto& figure : figures) {
            add(std::string(group), figure.label, figure.count, cases_unit);
        }
    }

    [[nodiscard]] std::string finish() { return sheet_.finish(); }

private:
    document::TableSheet sheet_;
};

// Whole as a number.
SheetCell yuan(std::int64_t fen) {
    if (fen % fen_of_yuan == 0) {
        return fen / fen_of_yuan;
    }
    return yuan_text(fen);
}

void add_times(Sheet& sheet, const report::CaseStatistics& statistics) {
    sheet.add("答复是否按期", statistics.timeliness);
    sheet.add("答复是否按期", "答复所用工作日的中位数",
              statistics.median_working_days
                  ? SheetCell(std::int64_t{*statistics.median_working_days})
                  : SheetCell(),
              "工作日");
    for (const auto* fee : {&statistics.fees_notified, &statistics.fees_paid}) {
        sheet.add("信息处理费", {fee->cases});
        sheet.add("信息处理费", fee->cases.label + "金额", yuan(fee->amount_fen), "元");
    }
    for (const auto& month : statistics.months) {
        sheet.add(month.month, {month.received, month.concluded});
    }
}

void add_places(Sheet& sheet, const report::CaseStatistics& statistics,
                const AgenciesById& agencies) {
    for (const auto& each : statistics.agencies) {
        sheet.add(agencies.at(each.agency).short_name,
                  {each.received, each.concluded, each.open, each.overdue});
    }
    for (const auto& each : statistics.units) {
        const auto name = agencies.at(each.agency).short_name + unit_name(each, agencies);
        sheet.add(name, {each.given});
        sheet.add(name, each.states);
        sheet.add(name, "超过反馈期限", each.overdue_count, cases_unit);
    }
    for (const auto& each : statistics.remedies) {
        sheet.add(std::string(law::label(each.group)), std::string(law::label(each.result)),
                  each.count, cases_unit);
    }
}

Result<Response> save(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto statistics, counted(call, services));
    Sheet sheet(statistics);
    sheet.add("总数", statistics.totals);
    sheet.add("现在的办理阶段", statistics.states);
    sheet.add("办理结果", statistics.outcomes);
    sheet.add("申请人类别", statistics.applicant_kinds);
    sheet.add("提交方式", statistics.channels);
    add_times(sheet, statistics);
    add_places(sheet, statistics, all_agencies(services.database));
    return api::file_answer(
        sheet.finish(), document::sheet_media_type,
        "申请统计" + statistics.period.first.iso() + "至" + statistics.period.last.iso() + ".xlsx");
}

}  // namespace

std::vector<api::ApiRoute> statistics_rows(const OfficeServices& services) {
    const std::string pattern = "/api/v1/statistics/applications";
    return {{.method = Method::get,
             .pattern = pattern,
             .permission = Permission::case_count,
             .operation_id = "get_application_statistics",
             .summary = "申请统计",
             .query = query_fields(),
             .answer = statistics_schema(),
             .handler = [services](const Call& call) { return show(call, services); }},
            {.method = Method::get,
             .pattern = pattern + "/export.xlsx",
             .permission = Permission::case_count,
             .operation_id = "export_application_statistics",
             .summary = "导出申请统计",
             .query = query_fields(),
             .media_type = std::string(document::sheet_media_type),
             .handler = [services](const Call& call) { return save(call, services); }}};
}

}  // namespace gk::web::office
