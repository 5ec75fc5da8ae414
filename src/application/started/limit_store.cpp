#include "application/started/limit_store.hpp"

#include <algorithm>
#include <array>

#include <arpa/inet.h>

#include "base/hash.hpp"
#include "base/hex.hpp"

namespace gk::application::started {

namespace {

// An IPv4 address or any other text as it is, the network of an IPv6 address.
std::string counted(std::string_view whom) {
    constexpr std::size_t network_bytes = 8;
    std::array<char, sizeof(in6_addr)> bytes{};
    std::string text(whom);
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) {
        return text;
    }
    return to_hex({bytes.data(), network_bytes});
}

// When the subject has all its asking back. A clock that was set back must not lock anybody out.
std::int64_t full_at(store::Snapshot& snapshot, const LimitRule& rule, std::string_view subject,
                     Moment now) {
    auto row = snapshot.query("SELECT full_at FROM asking_limits WHERE subject = ?", subject);
    const std::int64_t kept = row.next() ? row.get<std::int64_t>(0) : now.utc_ms;
    return std::clamp(kept, now.utc_ms, now.utc_ms + rule.at_once * rule.one_each.count());
}

std::optional<int> wait_of(const LimitRule& rule, std::int64_t full_at_ms, Moment now) {
    constexpr std::int64_t second = 1000;
    const auto wait =
        full_at_ms + rule.one_each.count() - (now.utc_ms + rule.at_once * rule.one_each.count());
    return wait > 0 ? std::optional(static_cast<int>((wait + second - 1) / second)) : std::nullopt;
}

}  // namespace

std::string limit_subject(const people::KeyRing& ring, std::string_view what,
                          std::string_view whom) {
    std::string bytes;
    append_field(bytes, "asking limit");
    append_field(bytes, what);
    append_field(bytes, counted(whom));
    return to_hex(hmac_sm3(ring.index_key().bytes, bytes));
}

std::optional<int> wait_seconds(store::Transaction& transaction, const LimitRule& rule,
                                std::string_view subject, Moment now) {
    const auto full = full_at(transaction, rule, subject, now);
    if (const auto wait = wait_of(rule, full, now)) {
        return wait;
    }
    transaction.execute(
        "INSERT INTO asking_limits (subject, full_at) VALUES (?, ?)"
        " ON CONFLICT (subject) DO UPDATE SET full_at = excluded.full_at",
        subject, full + rule.one_each.count());
    return std::nullopt;
}

std::optional<int> look_at_limit(store::Snapshot& snapshot, const LimitRule& rule,
                                 std::string_view subject, Moment now) {
    return wait_of(rule, full_at(snapshot, rule, subject, now), now);
}

std::int64_t delete_past_limits(store::Transaction& transaction, Moment now) {
    return transaction.execute("DELETE FROM asking_limits WHERE full_at <= ?", now);
}

}  // namespace gk::application::started
