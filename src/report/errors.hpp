// The problems of reading, checking and keeping annual reports.
#pragma once

#include "base/problem.hpp"

namespace gk::report {

inline constexpr ProblemCode no_report_files{
    "report.no_report_files", ErrorKind::not_found, "文件夹里没有可以检查的报告文件。",
    "可以检查网页（html）、docx、xlsx、PDF、Markdown和纯文本；请核对是不是选错了文件夹。"};
inline constexpr ProblemCode previous_is_no_report{
    "report.previous_is_no_report", ErrorKind::invalid, "“{}”不是政府信息公开年度报告。",
    "--previous 后面写上一年度报告的文件。"};

inline constexpr ProblemCode file_is_no_report{
    "report.not_a_report", ErrorKind::invalid,
    "“{}”不是政府信息公开年度报告：没有找到法定表格，也没有找到报告的标题和各部分。",
    "请核对是否选错了文件。"};

inline constexpr ProblemCode report_not_found{"report.not_found", ErrorKind::not_found,
                                              "没有找到{}{}年度的政府信息公开工作年度报告。",
                                              "请核对机关和年度。"};

inline constexpr ProblemCode action_not_now{"report.action_not_now", ErrorKind::refused,
                                            "{0}年度的年度报告现在是“{1}”，不能{2}。",
                                            "现在可以做的：{3}。"};

inline constexpr ProblemCode settings_not_allowed{
    "report.settings_not_allowed", ErrorKind::forbidden, "您没有修改年度报告计数方法的权限。",
    "请由负责机关设置的人员修改。"};

inline constexpr ProblemCode settings_changed{
    "report.settings_changed", ErrorKind::conflict,
    "年度报告的计数方法已被他人改动：现为第{0}版，您看到的是第{1}版。这次没有保存。",
    "请核对现在的设置和您填写的，再保存一次。"};

inline constexpr ProblemCode year_not_over{
    "report.year_not_over", ErrorKind::refused,
    "年度报告写的是上一年度的工作，{0}年度还没有结束，不能{1}。", "请在{0}年12月31日之后再{1}。"};

inline constexpr ProblemCode year_out_of_range{
    "report.year_out_of_range", ErrorKind::invalid,
    "没有{0}年度的年度报告：最早是{1}年度，最晚是{2}年度。", "请填写{1}至{2}之间的年度。"};

inline constexpr ProblemCode year_differs{"report.year_differs", ErrorKind::invalid,
                                          "文件写的是{0}年度，与所填的{1}年度不一致。",
                                          "请核对年度；如果是文件写错，请改正文件后再导入。"};

inline constexpr ProblemCode tables_missing{"report.tables_missing", ErrorKind::invalid,
                                            "文件中没有找到法定表格，而{}年度的年度报告应当有。",
                                            "请核对文件是否完整，是否就是年度报告。"};

inline constexpr ProblemCode comment_missing{"report.comment_missing", ErrorKind::invalid,
                                             "退回时没有写明意见。", "请写明需要修改什么。"};

inline constexpr ProblemCode clearing_reason_missing{
    "report.clearing_reason_missing", ErrorKind::refused,
    "报告有{0}条勾稽关系不符，没有写明理由，不能审核通过。不符的是：{1}。",
    "请核对数字，改正后再报送；确认照此公开的，写明理由。"};

inline constexpr ProblemCode parts_missing{
    "report.parts_missing", ErrorKind::refused, "报告还没有写全，没有写明理由，不能审核通过：{}。",
    "请退回补写：没有内容的写“无”，没有数的填0。确认照此公开的，写明理由。"};

inline constexpr ProblemCode changed_by_another{
    "report.changed_by_another", ErrorKind::conflict,
    "年度报告已被他人改动：现为第{0}版，您看到的是第{1}版。这次操作没有保存。",
    "请重新打开报告，核对后再操作。"};

inline constexpr ProblemCode action_not_permitted{"report.action_not_permitted", ErrorKind::refused,
                                                  "您在这个机关的角色不能“{0}”年度报告。",
                                                  "请由有“{1}”权限的人员办理。"};

inline constexpr ProblemCode second_person_missing{
    "report.second_person_missing", ErrorKind::refused,
    "起草或者报送这份年度报告的人不能审核自己的稿件。", "请由另一位审核人办理。"};

inline constexpr ProblemCode report_there{"report.already_there", ErrorKind::conflict,
                                          "{0}年度的年度报告已经起草。", "请打开已有的报告修改。"};

inline constexpr ProblemCode cell_unknown{"report.cell_unknown", ErrorKind::invalid,
                                          "{0}年度的表格里没有单元格“{1}”。",
                                          "请刷新页面，在表格里填写。"};

inline constexpr ProblemCode cells_unreadable{"report.cells_unreadable", ErrorKind::refused,
                                              "有{0}个单元格填的不是数字，不能报送：{1}。",
                                              "请改为数字；没有的填0。已填的内容都保存着。"};

inline constexpr ProblemCode cell_without_cases{
    "report.cell_without_cases", ErrorKind::not_found, "“{}”不是由案件计算的单元格。",
    "只有表三、表四的单元格可以打开案件，例如 applications.granted[6]。"};

inline constexpr ProblemCode period_reversed{"report.period_reversed", ErrorKind::invalid,
                                             "统计的起始日期{0}晚于截止日期{1}。",
                                             "请把起始日期改到截止日期之前。"};

inline constexpr ProblemCode period_too_long{"report.period_too_long", ErrorKind::invalid,
                                             "一次最多统计{}年。", "请缩短统计的期间。"};

}  // namespace gk::report
