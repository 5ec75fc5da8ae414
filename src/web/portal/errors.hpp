// What can be wrong with what a visitor asks of the portal.
#pragma once

#include "base/problem.hpp"

namespace gk::web::portal {

inline constexpr ProblemCode choice_missing{"compare.choice_missing", ErrorKind::invalid,
                                            "没有选择{}。", "请选择两份不同的年度报告。"};

inline constexpr ProblemCode unknown_choice{"compare.unknown_choice", ErrorKind::not_found,
                                            "没有找到已经公开的“{}”年度报告。",
                                            "请从列表中重新选择。"};

inline constexpr ProblemCode same_report{"compare.same_report", ErrorKind::invalid,
                                         "两次选择的是同一份年度报告。",
                                         "请选择两份不同的年度报告。"};

inline constexpr ProblemCode file_missing{"report_check.file_missing", ErrorKind::invalid,
                                          "没有选择文件。", "请选择一份年度报告的文件。"};

inline constexpr ProblemCode unknown_level{"report_check.unknown_level", ErrorKind::invalid,
                                           "没有“{}”这个机关层级。", "请从列表中选择，或者不选。"};

inline constexpr ProblemCode too_often{"report_check.too_often", ErrorKind::refused,
                                       "从您的网络地址提交得太频繁，这份文件没有核对。",
                                       "请在{}秒以后再提交。"};

inline constexpr ProblemCode all_busy{"report_check.all_busy", ErrorKind::refused,
                                      "现在核对年报的人太多，这份文件没有核对。",
                                      "请在{}秒以后再提交。"};

}  // namespace gk::web::portal
