// The problems of the workbench's own routes.
#pragma once

#include "base/problem.hpp"

namespace gk::web::office {

inline constexpr ProblemCode workbench_missing{
    "office.workbench_missing", ErrorKind::not_found, "这个程序里没有编入工作台。",
    "请安装完整的安装包；自行编译的，先运行 script/build 构建 ui 目录。"};

}  // namespace gk::web::office
