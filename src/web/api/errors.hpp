// The problems of the JSON API: what is sent does not fit, nobody is signed in, no permission.
#pragma once

#include "base/problem.hpp"

namespace gk::web::api {

inline constexpr ProblemCode not_signed_in{"web.not_signed_in", ErrorKind::refused,
                                           "您还没有登录，或者登录已经过期。",
                                           "请重新登录；已经填写的内容保存在草稿里。"};
inline constexpr ProblemCode csrf_token_wrong{"web.csrf_token_wrong", ErrorKind::refused,
                                              "这次提交没有带上本次登录的校验值，没有处理。",
                                              "请刷新页面后再试。"};
inline constexpr ProblemCode permission_missing{"web.permission_missing", ErrorKind::refused,
                                                "您的账号没有“{0}”的权限。",
                                                "需要办理的，请由安全管理员授予相应的角色。"};
inline constexpr ProblemCode thing_not_found{"web.thing_not_found", ErrorKind::not_found,
                                             "没有找到这项内容，或者您无权查看。",
                                             "请核对编号；需要查看的，请由安全管理员授予角色。"};

inline constexpr ProblemCode body_not_json{
    "web.body_not_json", ErrorKind::invalid, "提交的内容不是格式正确的 JSON 对象。",
    "请用 Content-Type: application/json 发送 UTF-8 编码的 JSON，嵌套不超过{0}层。"};
inline constexpr ProblemCode field_missing{"web.field_missing", ErrorKind::invalid,
                                           "请填写“{0}”。"};
inline constexpr ProblemCode field_unknown{"web.field_unknown", ErrorKind::invalid,
                                           "提交的内容里有不认识的项“{0}”。",
                                           "可以填写的项：{1}。"};
inline constexpr ProblemCode field_repeated{"web.field_repeated", ErrorKind::invalid,
                                            "“{0}”填写了不止一次。", "请只填写一次。"};
inline constexpr ProblemCode field_wrong_type{"web.field_wrong_type", ErrorKind::invalid,
                                              "“{0}”应当是{1}。", "请按这个要求改写。"};
inline constexpr ProblemCode text_too_long{"web.text_too_long", ErrorKind::invalid,
                                           "“{0}”最多{1}个字，现有{2}个。",
                                           "请缩短到{1}个字以内。"};
inline constexpr ProblemCode text_unprintable{"web.text_unprintable", ErrorKind::invalid,
                                              "“{0}”里有不能保存的控制字符。",
                                              "请删去从别处粘贴来的特殊字符，重新输入。"};
inline constexpr ProblemCode number_out_of_range{"web.number_out_of_range", ErrorKind::invalid,
                                                 "“{0}”应当在{1}到{2}之间，现填{3}。",
                                                 "请改为{1}到{2}之间的整数。"};
inline constexpr ProblemCode date_unreadable{"web.date_unreadable", ErrorKind::invalid,
                                             "“{0}”不是存在的日期：“{1}”。",
                                             "请按年-月-日填写，例如2026-03-01。"};
inline constexpr ProblemCode choice_unknown{"web.choice_unknown", ErrorKind::invalid,
                                            "“{0}”不能填“{1}”。", "可以填：{2}。"};
inline constexpr ProblemCode list_too_long{"web.list_too_long", ErrorKind::invalid,
                                           "“{0}”最多{1}项，现有{2}项。", "请减少到{1}项以内。"};
inline constexpr ProblemCode list_too_short{"web.list_too_short", ErrorKind::invalid,
                                            "“{0}”至少要有{1}项，现有{2}项。", "请补足{1}项。"};
inline constexpr ProblemCode file_too_large{"web.file_too_large", ErrorKind::invalid,
                                            "“{0}”超过了{1}MB。", "请换一个小一些的文件。"};

inline constexpr ProblemCode export_too_large{"web.export_too_large", ErrorKind::refused,
                                              "共有{0}条，一次最多导出{1}条。",
                                              "请用筛选条件缩小范围，分几次导出。"};

}  // namespace gk::web::api
