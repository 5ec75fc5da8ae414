// Shows an Error at the terminal: what is wrong, the legal basis, what to do.
#pragma once

#include <iosfwd>

#include "base/problem.hpp"
#include "cli/command.hpp"

namespace gk::cli {

// 错误：延长的期限最长为20个工作日，现填25个。（application.extension_too_long）
//   依据：《中华人民共和国政府信息公开条例》第三十三条第二款
//   办法：填写1至20之间的天数。
void print_error(const Error& error, std::ostream& out);

// The same to the error stream, as the end of a command: no answer was given.
[[nodiscard]] Exit fail(const Error& error, Streams& streams);

}  // namespace gk::cli
