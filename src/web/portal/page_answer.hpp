// A page as an answer, and what its address may ask for.
#pragma once

#include <string>
#include <string_view>

#include "web/http/message.hpp"

namespace gk::web::portal {

// ?v=large: the large type (大字版).
inline constexpr std::string_view large_parameter = "v";
inline constexpr std::string_view large_value = "large";

[[nodiscard]] inline Response page_answer(std::string html) {
    Response response;
    response.headers.set("Content-Type", "text/html; charset=utf-8");
    response.body = std::move(html);
    return response;
}

}  // namespace gk::web::portal
