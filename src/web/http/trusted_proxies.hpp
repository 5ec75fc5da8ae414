// The proxies whose word on the client is taken. Anybody else's X-Forwarded-* headers say nothing.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/message.hpp"

namespace gk::web {

class TrustedProxies {
public:
    // "127.0.0.1", "10.0.0.0/8", "::1" …: each must be one that is_network() takes.
    explicit TrustedProxies(std::span<const std::string> networks);

    [[nodiscard]] static bool is_network(std::string_view text);

    [[nodiscard]] bool trusts(std::string_view text) const;

    struct Client {
        std::string address;
        bool is_secure = false;
    };

    // From the right of X-Forwarded-For, the first address that is no trusted proxy; the peer
    // itself where it is not trusted. Secure only where the trusted peer says "https".
    [[nodiscard]] Client client(std::string_view peer, const Headers& headers) const;

private:
    struct Network {
        std::string first;  // Address bytes, 16 of them; IPv4 as ::ffff:a.b.c.d.
        unsigned prefix_bits;
    };

    std::vector<Network> networks_;
};

}  // namespace gk::web
