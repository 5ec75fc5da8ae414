// The problems that the citizen's pages say themselves.
#pragma once

#include "base/problem.hpp"

namespace gk::web::citizen {

// The same for an unknown number and a wrong code.
inline constexpr ProblemCode number_or_code_wrong{"citizen.number_or_code_wrong",
                                                  ErrorKind::invalid, "申请编号与查询码不符。",
                                                  "请对照回执核对；查询码丢了的，可以重新获取。"};

}  // namespace gk::web::citizen
