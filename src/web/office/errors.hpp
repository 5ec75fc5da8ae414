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

inline constexpr ProblemCode changed_by_another{"office.changed_by_another", ErrorKind::conflict,
                                                "这里的内容已被他人修改，您的修改没有保存。",
                                                "请重新打开，核对后再修改。"};
inline constexpr ProblemCode web_address_invalid{
    "office.web_address_invalid", ErrorKind::invalid, "“{}”不是完整的网址。",
    "以 https:// 或者 http:// 开头，例如 https://www.example.gov.cn；没有的留空。"};
inline constexpr ProblemCode draft_changed{
    "office.draft_changed", ErrorKind::conflict,
    "这份草稿已在另一个窗口保存（{0}），这里的内容没有覆盖它。",
    "请对照两份内容，选用其中一份，或者合并后再保存。"};
inline constexpr ProblemCode drafts_too_many{"office.drafts_too_many", ErrorKind::refused,
                                             "自动保存的草稿已有{0}份，不能再增加。",
                                             "请先提交或者丢弃不用的草稿。"};
inline constexpr ProblemCode views_too_many{"office.views_too_many", ErrorKind::refused,
                                            "这个列表保存的筛选条件已有{0}个，不能再增加。",
                                            "请先删除不用的筛选条件。"};

}  // namespace gk::web::office
