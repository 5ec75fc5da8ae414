// What can be wrong with a form that was sent.
#pragma once

#include "base/problem.hpp"

namespace gk::web::errors {

inline constexpr ProblemCode form_malformed{
    "form.malformed", ErrorKind::invalid, "收到的表单不完整，无法读取。",
    "请回到填写页重新提交；如果文件很大，请确认网络没有中断。"};

inline constexpr ProblemCode form_too_many_parts{"form.too_many_parts", ErrorKind::invalid,
                                                 "一次提交的内容超过{}项。",
                                                 "请减少文件或者分几次提交。"};

}  // namespace gk::web::errors
