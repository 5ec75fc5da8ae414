#include "web/http/trusted_proxies.hpp"

#include <array>

#include <gtest/gtest.h>

namespace gk::web {
namespace {

std::string client(std::string_view peer, std::initializer_list<std::string> forwarded) {
    const std::array<std::string, 3> networks = {"127.0.0.1", "10.0.0.0/9", "fd00::/8"};
    Headers headers;
    for (const auto& value : forwarded) {
        headers.add("X-Forwarded-For", value);
    }
    headers.add("X-Forwarded-Proto", "https");
    const auto client = TrustedProxies(networks).client(peer, headers);
    return client.address + (client.is_secure ? " https" : " http");
}

TEST(TrustedProxies, a_stranger_is_who_he_is_whatever_he_says) {
    EXPECT_EQ(client("203.0.113.5", {"127.0.0.1"}), "203.0.113.5 http");
    EXPECT_EQ(client("10.128.0.1", {"9.9.9.9"}), "10.128.0.1 http");
}

TEST(TrustedProxies, the_client_is_the_last_address_that_is_no_proxy_of_ours) {
    EXPECT_EQ(client("127.0.0.1", {"9.9.9.9, 203.0.113.5, 10.1.2.3"}), "203.0.113.5 https");
    EXPECT_EQ(client("127.0.0.1", {"9.9.9.9", "203.0.113.5"}), "203.0.113.5 https");
    EXPECT_EQ(client("fd12::1", {"2001:db8::7"}), "2001:db8::7 https");
    EXPECT_EQ(client("127.0.0.1", {}), "127.0.0.1 https");
    EXPECT_EQ(client("127.0.0.1", {"10.1.2.3"}), "10.1.2.3 https");
}

TEST(TrustedProxies, what_is_no_address_ends_the_search) {
    EXPECT_EQ(client("127.0.0.1", {"203.0.113.5, unknown, 10.1.2.3"}), "10.1.2.3 https");
    EXPECT_EQ(client("127.0.0.1", {"<script>"}), "127.0.0.1 https");
}

TEST(TrustedProxies, are_addresses_and_networks_only) {
    for (const auto* good : {"127.0.0.1", "10.0.0.0/8", "0.0.0.0/0", "::1", "fd00::/8"}) {
        EXPECT_TRUE(TrustedProxies::is_network(good)) << good;
    }
    for (const auto* bad : {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8x", "::/129",
                            "10.0.0.0/-1", "10.0.0"}) {
        EXPECT_FALSE(TrustedProxies::is_network(bad)) << bad;
    }
}

}  // namespace
}  // namespace gk::web
