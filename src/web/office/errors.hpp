// The problems of the workbench's own routes.
#pragma once

#include "base/problem.hpp"

namespace gk::web::office {

inline constexpr ProblemCode workbench_missing{
    "office.workbench_missing", ErrorKind::not_found, "这个程序里没有编入工作台。",
    "请安装完整的安装包；自行编译的，先运行 script/build 构建 ui 目录。"};

inline constexpr ProblemCode identity_off{"office.identity_off", ErrorKind::not_found,
                                          "本系统没有启用统一身份认证。", "请用登录名和密码登录。"};

inline constexpr ProblemCode identity_unreachable{"office.identity_unreachable", ErrorKind::refused,
                                                  "统一身份认证服务现在没有回答。",
                                                  "请稍后再试，或者用登录名和密码登录。"};

inline constexpr ProblemCode identity_refused{
    "office.identity_refused", ErrorKind::refused,
    "统一身份认证的结果不能采用：不是这次登录的，或者已经过期。", "请从登录页重新开始。"};

inline constexpr ProblemCode identity_unknown{
    "office.identity_unknown", ErrorKind::refused, "统一身份认证的这个用户没有对应的可用账号。",
    "请联系系统管理员，在账号中填写您在身份服务中的标识。"};

}  // namespace gk::web::office
