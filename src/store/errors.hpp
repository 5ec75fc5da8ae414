// The problems of the store.
#pragma once

#include "base/problem.hpp"

namespace gk::store {

inline constexpr ProblemCode schema_newer{"store.schema_newer", ErrorKind::refused,
                                          "数据库已升级到 {}，本程序只认得到 {}，不能使用。",
                                          "请换用与数据库相符或更新版本的程序。"};

inline constexpr ProblemCode schema_behind{"store.schema_behind", ErrorKind::refused,
                                           "数据库结构还差 {} 步升级，最早一步是 {}。",
                                           "请先运行 gongkai migrate up，再启动服务。"};

inline constexpr ProblemCode migration_changed{
    "store.migration_changed", ErrorKind::refused,
    "数据库中已执行的升级 {} 与本程序所带的内容不一致。",
    "请换用当初升级数据库的程序版本，不要改动已执行的升级文件。"};

}  // namespace gk::store
