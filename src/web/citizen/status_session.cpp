#include "web/citizen/status_session.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "base/hex.hpp"
#include "base/number.hpp"
#include "base/sm4.hpp"
#include "base/text.hpp"

namespace gk::web::citizen {

namespace {

std::string code_of(const people::RingKey& key, std::string_view public_id,
                    std::string_view until) {
    std::string bytes;
    append_field(bytes, "gongkai status session");
    append_field(bytes, public_id);
    append_field(bytes, until);
    return to_hex(hmac_sm3(key.bytes, bytes));
}

}  // namespace

std::string status_session(const people::KeyRing& ring, std::string_view public_id, Moment now) {
    const auto until =
        std::to_string(now.utc_ms + std::chrono::milliseconds(status_session_time).count());
    return std::string(public_id) + "." + until + "." + code_of(ring.index_key(), public_id, until);
}

std::optional<std::string> case_of_session(const people::KeyRing& ring, std::string_view value,
                                           Moment now) {
    constexpr std::size_t part_count = 3;
    const auto parts = text::split(value, '.');
    if (parts.size() != part_count) {
        return std::nullopt;
    }
    // A session that began before the keys were changed goes on.
    const bool is_ours = std::ranges::any_of(ring.index_keys, [&](const people::RingKey& key) {
        return same_bytes(parts[2], code_of(key, parts[0], parts[1]));
    });
    const auto until = text::whole_number<std::int64_t>(parts[1]);
    return is_ours && until && now.utc_ms < *until ? std::optional(std::string(parts[0]))
                                                   : std::nullopt;
}

}  // namespace gk::web::citizen
