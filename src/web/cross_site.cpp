#include "web/cross_site.hpp"

#include <string>

#include "base/text.hpp"

namespace gk::web {

bool is_from_this_site(const Request& request, Audience audience) {
    const auto& headers = request.headers;
    const bool says_site = headers.has("Sec-Fetch-Site");
    const bool says_origin = headers.has("Origin");
    if (says_site) {
        const auto site = headers.get("Sec-Fetch-Site");
        if (site != "same-origin" && site != "none") {
            return false;
        }
    }
    if (says_origin) {
        const std::string scheme = request.is_secure ? "https://" : "http://";
        const auto own = scheme + text::lower_ascii(headers.get("Host"));
        if (text::lower_ascii(headers.get("Origin")) != own) {
            return false;
        }
    }
    return says_site || says_origin || audience == Audience::api;
}

}  // namespace gk::web
