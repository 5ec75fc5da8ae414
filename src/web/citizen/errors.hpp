// The problems that the citizen's pages say themselves.
#pragma once

#include "base/problem.hpp"

namespace gk::web::citizen {

// The same for an unknown number and a wrong code.
inline constexpr ProblemCode number_or_code_wrong{"citizen.number_or_code_wrong",
                                                  ErrorKind::invalid, "申请编号与查询码不符。",
                                                  "请对照回执核对；查询码丢了的，可以重新获取。"};

// An act that was offered on a page that has grown old.
inline constexpr ProblemCode own_act_not_now{
    "citizen.own_act_not_now", ErrorKind::refused,
    "现在的办理环节不能“{0}”，您填写的内容没有提交。",
    "{1}请返回办理进度查看现在可以办理什么；需要帮助的，请联系工作机构。"};
inline constexpr ProblemCode left_alone{"citizen.left_alone", ErrorKind::invalid,
                                        "{0}分钟没有操作，已经自动退出，您填写的内容没有提交。",
                                        "请重新填写申请编号和查询码，再提交一次。"};

}  // namespace gk::web::citizen
