// Cookies of this site: for the whole site, out of reach of scripts, never sent along by another
// site's form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/http/message.hpp"

namespace gk::web {

// "__Host-NAME" with TLS, which binds it to this very host; plain NAME without.
[[nodiscard]] std::string cookie_name(const Request& request, std::string_view name);

// The value of the cookie; nothing where it is not there, is empty, or comes twice.
[[nodiscard]] std::optional<std::string> cookie(const Request& request, std::string_view name);

void set_cookie(Response& response, const Request& request, std::string_view name,
                std::string_view value);
void clear_cookie(Response& response, const Request& request, std::string_view name);

}  // namespace gk::web
