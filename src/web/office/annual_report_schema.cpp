// What annual_report_json.cpp writes, as schemas.
#include "report/export.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/annual_report_json.hpp"

namespace gk::web::office {

namespace {

using api::list;
using api::long_text_or_empty;
using api::Need;
using api::number;
using api::object;
using api::Schema;
using api::text;
using api::text_or_empty;

constexpr std::int64_t paragraphs_max = 1'000;
constexpr std::int64_t cell_chars_max = 500;

Schema status() {
    return api::choice("ReportStatus", report::report_statuses());
}

Schema paragraphs() {
    return list(long_text_or_empty(), paragraphs_max);
}

Schema section() {
    return object("ReportSection", {{"key", "部分", text()},
                                    {"title", "标题", text_or_empty(cell_chars_max)},
                                    {"is_table", "是表格", api::flag()},
                                    {"paragraphs", "正文", paragraphs()}});
}

Schema table() {
    const auto cell = object("StatutoryCell", {{"row", "行", number()},
                                               {"column", "列", number()},
                                               {"row_span", "跨行", number(1)},
                                               {"column_span", "跨列", number(1)},
                                               {"role", "作用", text()},
                                               {"text", "文字", text_or_empty(cell_chars_max)},
                                               {"cell", "单元格", text_or_empty()}});
    return object("StatutoryTable", {{"section", "部分", text()},
                                     {"caption", "表名", text_or_empty(cell_chars_max)},
                                     {"rows", "行数", number()},
                                     {"columns", "列数", number()},
                                     {"head_rows", "表头行数", number()},
                                     {"label_columns", "标目列数", number()},
                                     {"cells", "格", list(cell)}});
}

Schema cell() {
    return object(
        "ReportCell",
        {{"cell", "单元格", text()},
         {"label", "名称", text(cell_chars_max)},
         {"printed", "所填内容", text_or_empty(cell_chars_max)},
         {"value", "数值", text(), Need::optional},
         {"mark", "没有数值时的写法", text()},
         {"origin", "来源",
          api::choice_of("CellOrigin",
                         {{"typed", std::string(label(report::CellOrigin::typed))},
                          {"imported", std::string(label(report::CellOrigin::imported))},
                          {"computed", std::string(label(report::CellOrigin::computed))}})},
         {"source_number", "来源文件", number(), Need::optional}});
}

Schema relation() {
    const auto state = api::choice_of(
        "RelationState", {{"holds", "相符"}, {"fails", "不符"}, {"not_assessable", "不能判断"}});
    const auto severity =
        api::choice_of("RelationSeverity", {{"error", "错误"}, {"warning", "提示"}});
    return object("ReportRelation", {{"code", "代码", text()},
                                     {"state", "结果", state},
                                     {"severity", "程度", severity},
                                     {"left", "左边", text(), Need::optional},
                                     {"right", "右边", text(), Need::optional},
                                     {"delta", "相差", text(), Need::optional},
                                     {"cells", "涉及的单元格", list(text())},
                                     {"left_count", "左边的单元格数", number()},
                                     {"text", "说明", long_text_or_empty()},
                                     {"hint", "可能的原因", long_text_or_empty()}});
}

Schema check() {
    const auto remark = object("ReportRemark", {{"code", "代码", text()},
                                                {"text", "说明", long_text_or_empty()},
                                                {"place", "位置", long_text_or_empty()}});
    const auto unreadable =
        object("UnreadableCell", {{"cell", "单元格", text()},
                                  {"label", "名称", text(cell_chars_max)},
                                  {"printed", "所填内容", text_or_empty(cell_chars_max)}});
    return object("ReportCheck", {{"error_count", "不符的条数", number()},
                                  {"relations", "勾稽关系", list(relation())},
                                  {"remarks", "提示", list(remark)},
                                  {"unreadable_cells", "填的不是数字", list(unreadable)}});
}

Schema act() {
    return object("ReportAct", {{"action", "操作", text()},
                                {"label", "操作名称", text()},
                                {"actor", "办理人", text(cell_chars_max)},
                                actor_name_field(),
                                {"at", "时间", api::moment()},
                                {"comment", "意见", long_text_or_empty()}});
}

Schema source() {
    return object("ReportSource", {{"number", "序号", number()},
                                   {"file_name", "文件名", text_or_empty(cell_chars_max)},
                                   {"sha256", "校验值", text()}});
}

}  // namespace

Schema report_line_schema() {
    return object("AnnualReportLine",
                  {{"agency", "机关代码", text()},
                   {"agency_name", "机关", text()},
                   {"year", "年度", number()},
                   {"title", "标题", text_or_empty(cell_chars_max)},
                   {"format", "格式", text()},
                   {"status", "状态", status()},
                   {"version", "版本", number()},
                   {"changed_at", "最近办理时间", api::moment()},
                   {"published_at", "公开时间", api::moment(), Need::optional}});
}

Schema report_schema() {
    return object("AnnualReport", {{"agency", "机关代码", text()},
                                   {"agency_name", "机关", text()},
                                   {"year", "年度", number()},
                                   api::version_field(),
                                   {"status", "状态", status()},
                                   {"format", "格式", text()},
                                   {"due_on", "应公开日期", api::date(), Need::optional},
                                   {"published_at", "公开时间", api::moment(), Need::optional},
                                   {"title", "标题", text_or_empty(cell_chars_max)},
                                   {"preamble", "前言", paragraphs()},
                                   {"sections", "各部分", list(section())},
                                   {"tables", "法定表格", list(table())},
                                   {"cells", "单元格", list(cell())},
                                   {"sources", "导入的文件", list(source())},
                                   {"check", "核对结果", check()},
                                   {"acts", "办理经过", list(act())},
                                   {"actions", "可以办理的操作", api::offered_actions()}});
}

Schema comparison_schema() {
    const auto compared =
        object("ComparedCell", {{"cell", "单元格", text()},
                                {"label", "名称", text(cell_chars_max)},
                                {"previous", "上一年度", text_or_empty(), Need::optional},
                                {"current", "本年度", text_or_empty(), Need::optional},
                                {"change", "增减", text(), Need::optional}});
    return object("ReportComparison", {{"previous_year", "上一年度", number()},
                                       {"change_count", "不同的单元格数", number()},
                                       {"cells", "单元格", list(compared)},
                                       {"similarity_percent", "文字雷同的百分比", number(0, 100)}});
}

}  // namespace gk::web::office
