// The head of an answer as bytes.
#pragma once

#include <string>
#include <string_view>

#include "web/http/message.hpp"

namespace gk::web {

enum class After { keep_alive, close };

// "OK" for 200; the reason phrase of RFC 9110.
[[nodiscard]] std::string_view reason(int status);

// 1xx, 204 and 304 carry no body.
[[nodiscard]] bool has_body(int status);

// Status line, Date, Connection, Content-Length, the answer's own headers and then those of
// `common` that it does not name itself. A header with CR, LF or NUL in it is a Bug.
[[nodiscard]] std::string response_head(const Response& response, const Headers& common,
                                        After after);

}  // namespace gk::web
