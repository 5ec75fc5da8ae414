#include "web/rate_limit.hpp"

#include <algorithm>
#include <array>

#include <arpa/inet.h>

namespace gk::web {

namespace {

// What is counted as one: an IPv4 address, the network of an IPv6 address.
std::string counted(std::string_view address) {
    constexpr std::size_t network_bytes = 8;
    std::array<char, sizeof(in6_addr)> bytes{};
    std::string text(address);
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) {
        return text;
    }
    return {bytes.data(), network_bytes};
}

}  // namespace

std::optional<int> RateLimit::wait_seconds(std::string_view address, Moment now) {
    const std::int64_t each = rule_.one_each.count();
    const std::int64_t all = each * rule_.at_once;
    const std::lock_guard lock(mutex_);
    const auto key = counted(address);
    if (!full_at_ms_.contains(key)) {
        make_room(now.utc_ms);
    }
    auto& full_at = full_at_ms_[key];
    // A clock that was set back must not lock anybody out.
    full_at = std::clamp(full_at, now.utc_ms, now.utc_ms + all);
    const auto wait = full_at + each - (now.utc_ms + all);
    if (wait > 0) {
        constexpr std::int64_t second = 1000;
        return static_cast<int>((wait + second - 1) / second);
    }
    full_at += each;
    return std::nullopt;
}

void RateLimit::make_room(std::int64_t now_ms) {
    if (full_at_ms_.size() < addresses_max) {
        return;
    }
    std::erase_if(full_at_ms_, [now_ms](const auto& entry) { return entry.second <= now_ms; });
    if (full_at_ms_.size() >= addresses_max) {
        full_at_ms_.erase(std::ranges::min_element(full_at_ms_, {},
                                                   [](const auto& entry) { return entry.second; }));
    }
}

}  // namespace gk::web
