// The problems of the applicant's way to the own case.
#pragma once

#include "base/problem.hpp"

namespace gk::application::access {

inline constexpr ProblemCode too_many{"access.too_many", ErrorKind::refused,
                                      "短时间内查询的次数太多，暂时不能继续。",
                                      "请在{}后再试；也可以在工作时间致电工作机构查询。"};
inline constexpr ProblemCode text_not_readable{"access.text_not_readable", ErrorKind::invalid,
                                               "填写的内容里有无法识别的字符。",
                                               "请删去后重新填写。"};

}  // namespace gk::application::access
