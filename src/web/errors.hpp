// The problems that the web says itself, before or instead of a handler.
#pragma once

#include "base/problem.hpp"

namespace gk::web {

inline constexpr ProblemCode malformed_request{
    "web.malformed_request", ErrorKind::invalid, "请求的写法不合 HTTP 规范，没有处理。",
    "请从浏览器的地址栏重新打开网页；由程序发出的，请检查请求行和请求头。"};
inline constexpr ProblemCode method_not_allowed{"web.method_not_allowed", ErrorKind::refused,
                                                "这个地址不接受 {0} 方法。", "可以使用：{1}。"};
inline constexpr ProblemCode method_unknown{"web.method_unknown", ErrorKind::refused,
                                            "服务器不认识这个请求方法。",
                                            "请使用 GET、HEAD 或者 POST。"};
inline constexpr ProblemCode body_too_large{
    "web.body_too_large", ErrorKind::refused, "一次提交的内容太大，没有保存。",
    "请选小一些的文件，或者分几次提交；用浏览器的“返回”可以回到刚才填写的页面。"};
inline constexpr ProblemCode target_too_long{"web.target_too_long", ErrorKind::invalid,
                                             "网址太长，没有处理。", "请缩短网址里的查询内容。"};
inline constexpr ProblemCode head_too_large{"web.head_too_large", ErrorKind::invalid,
                                            "请求头太长，没有处理。",
                                            "请清除浏览器里本网站的 Cookie 后再试。"};
inline constexpr ProblemCode expectation_failed{"web.expectation_failed", ErrorKind::invalid,
                                                "服务器不能满足请求头 Expect 里的要求。",
                                                "请去掉这个请求头，或者写 100-continue。"};
inline constexpr ProblemCode busy{"web.busy", ErrorKind::refused, "现在访问的人太多。",
                                  "请过一会儿再试。"};
inline constexpr ProblemCode not_found{"web.not_found", ErrorKind::not_found, "没有找到这个页面。",
                                       "请检查网址是否写对，或者从首页重新查找。"};
inline constexpr ProblemCode cross_site{"web.cross_site", ErrorKind::refused,
                                        "这次提交不是从本网站的页面发出的，没有处理。",
                                        "请打开本网站的页面重新填写和提交。"};
inline constexpr ProblemCode fault{"web.fault", ErrorKind::refused,
                                   "系统暂时无法处理，请稍后再试（编号 {0}）。",
                                   "如果一直这样，请把编号告诉本网站的主办单位。"};

}  // namespace gk::web
