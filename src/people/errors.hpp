// The problems of agencies.
#pragma once

#include "base/problem.hpp"

namespace gk::people {

inline constexpr ProblemCode agency_unknown{"people.agency_unknown", ErrorKind::not_found,
                                            "没有代码为“{}”的行政机关。",
                                            "请核对代码，或者先登记这个机关。"};

inline constexpr ProblemCode agency_code_invalid{
    "people.agency_code_invalid", ErrorKind::invalid, "机关代码“{}”的写法不对。",
    "用2至40个小写拉丁字母、数字或连字符，以字母开头，例如 xigebi。"};

inline constexpr ProblemCode agency_code_taken{"people.agency_code_taken", ErrorKind::conflict,
                                               "代码“{}”已经用于另一个行政机关。",
                                               "请换一个代码；已用过的代码不能改作他用。"};

inline constexpr ProblemCode agency_name_blank{"people.agency_name_blank", ErrorKind::invalid,
                                               "没有填写机关的{}。", "请填写机关的{}。"};

inline constexpr ProblemCode agency_dates_crossed{"people.agency_dates_crossed", ErrorKind::invalid,
                                                  "机关的撤销日期{}早于设立日期{}。",
                                                  "请核对两个日期。"};

inline constexpr ProblemCode operator_only{"people.operator_only", ErrorKind::forbidden,
                                           "这项操作只能由系统操作员在命令行进行。",
                                           "请联系负责这套系统的人员。"};

}  // namespace gk::people
