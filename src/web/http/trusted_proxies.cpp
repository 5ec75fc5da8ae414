#include "web/http/trusted_proxies.hpp"

#include <algorithm>
#include <optional>
#include <ranges>

#include <boost/asio/ip/address.hpp>

#include "base/assert.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace gk::web {

namespace {

namespace ip = boost::asio::ip;

constexpr unsigned mapped_bits = 96;  // Before the four bytes of an IPv4 address.

struct Address {
    std::string bytes;
    unsigned bits_before;  // 96 for IPv4, else 0.
};

std::optional<Address> read_address(std::string_view text) {
    boost::system::error_code failed;
    const auto address = ip::make_address(std::string(text), failed);
    if (failed) {
        return std::nullopt;
    }
    const auto wide =
        address.is_v4() ? ip::make_address_v6(ip::v4_mapped, address.to_v4()) : address.to_v6();
    const auto bytes = wide.to_bytes();
    return Address{std::string(bytes.begin(), bytes.end()), address.is_v4() ? mapped_bits : 0};
}

bool is_within(const std::string& address, const std::string& first, unsigned prefix_bits) {
    const auto whole = prefix_bits / 8;
    if (address.compare(0, whole, first, 0, whole) != 0) {
        return false;
    }
    const auto rest = prefix_bits % 8;
    if (rest == 0) {
        return true;
    }
    const auto differs =
        static_cast<unsigned char>(address[whole]) ^ static_cast<unsigned char>(first[whole]);
    return (differs >> (8 - rest)) == 0;
}

}  // namespace

TrustedProxies::TrustedProxies(std::span<const std::string> networks) {
    for (const auto& text : networks) {
        GK_ASSERT(is_network(text));
        const auto slash = text.find('/');
        const auto address = read_address(std::string_view(text).substr(0, slash));
        unsigned bits = 128 - address->bits_before;
        if (slash != std::string::npos) {
            bits = *text::whole_number<unsigned>(std::string_view(text).substr(slash + 1));
        }
        networks_.push_back({address->bytes, address->bits_before + bits});
    }
}

bool TrustedProxies::is_network(std::string_view text) {
    const auto slash = text.find('/');
    const auto address = read_address(text.substr(0, slash));
    if (!address || slash == std::string_view::npos) {
        return address.has_value();
    }
    const auto bits = text::whole_number<unsigned>(text.substr(slash + 1));
    return bits && *bits <= 128 - address->bits_before;
}

bool TrustedProxies::trusts(std::string_view text) const {
    const auto address = networks_.empty() ? std::nullopt : read_address(text);
    return address && std::ranges::any_of(networks_, [&](const Network& network) {
               return is_within(address->bytes, network.first, network.prefix_bits);
           });
}

TrustedProxies::Client TrustedProxies::client(std::string_view peer, const Headers& headers) const {
    Client client{.address = std::string(peer), .is_secure = false};
    if (!trusts(peer)) {
        return client;
    }
    client.is_secure = headers.get("X-Forwarded-Proto") == "https";
    std::string forwarded;
    for (const auto& [name, value] : headers.all()) {
        if (text::lower_ascii(name) == "x-forwarded-for") {
            forwarded.append(forwarded.empty() ? "" : ",").append(value);
        }
    }
    for (const auto hop : text::split(forwarded, ',') | std::views::reverse) {
        const auto address = text::trim(hop);
        if (!read_address(address)) {
            break;
        }
        client.address = address;
        if (!trusts(address)) {
            break;
        }
    }
    return client;
}

}  // namespace gk::web
