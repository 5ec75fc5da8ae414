// The problems of calendar files. Each names the file, and where there is one the line.
#pragma once

#include "base/problem.hpp"

namespace gk::calendar {

inline constexpr ProblemCode folder_unreadable{"calendar.folder_unreadable", ErrorKind::not_found,
                                               "日历目录“{0}”打不开。",
                                               "检查路径是否写对，当前用户能否读取。"};
inline constexpr ProblemCode file_unreadable{"calendar.file_unreadable", ErrorKind::not_found,
                                             "日历文件“{0}”读不出来。",
                                             "检查当前用户能否读取；文件不超过1MB。"};
inline constexpr ProblemCode not_text{
    "calendar.not_text", ErrorKind::invalid, "“{0}”不是日历文件。",
    "放假通知的 PDF、Word 不能直接载入；请照“日历文件怎么写”把日期写成文本文件（UTF-8）。"};
inline constexpr ProblemCode syntax{"calendar.syntax", ErrorKind::invalid,
                                    "日历文件“{0}”第{1}行：{2}。", "{3}"};
inline constexpr ProblemCode unknown_key{"calendar.unknown_key", ErrorKind::invalid,
                                         "日历文件“{0}”第{1}行：没有“{2}”这个键。",
                                         "这里可以写：{3}。"};
inline constexpr ProblemCode key_missing{"calendar.key_missing", ErrorKind::invalid,
                                         "日历文件“{0}”第{1}行：缺少“{2}”。", "应当是{3}。"};
inline constexpr ProblemCode wrong_type{"calendar.wrong_type", ErrorKind::invalid,
                                        "日历文件“{0}”第{1}行：“{2}”应当是{3}。",
                                        "按这个类型改写。"};
inline constexpr ProblemCode date_outside_year{
    "calendar.date_outside_year", ErrorKind::invalid,
    "日历文件“{0}”第{1}行：{2}不在{3}年，也不在上一年12月。", "改正日期，或者移到该年的日历文件。"};
inline constexpr ProblemCode date_repeated{"calendar.date_repeated", ErrorKind::invalid,
                                           "日历文件“{0}”第{1}行：{2}已在本文件写过。",
                                           "一个日期只写一次，放假或者上班。"};

inline constexpr ProblemCode loading_not_permitted{"calendar.loading_not_permitted",
                                                   ErrorKind::refused, "您没有载入放假安排的权限。",
                                                   "请由系统管理员载入。"};

}  // namespace gk::calendar
