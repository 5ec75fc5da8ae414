#include "web/security_headers.hpp"

namespace gk::web {

Headers security_headers() {
    Headers headers;
    headers.add("Content-Security-Policy",
                "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                "frame-ancestors 'none'");
    headers.add("X-Content-Type-Options", "nosniff");
    headers.add("Referrer-Policy", "same-origin");
    headers.add("Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
    headers.add("Cross-Origin-Opener-Policy", "same-origin");
    headers.add("Cross-Origin-Resource-Policy", "same-origin");
    return headers;
}

}  // namespace gk::web
