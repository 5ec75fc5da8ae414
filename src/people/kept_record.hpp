// How long what signing in leaves behind is kept. The protection of classified systems (等级保护)
// asks for logs of six months at least; what protects the sign-in itself is needed for a day. Pure.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>

namespace gk::people {

enum class KeptRecord : std::uint8_t {
    sign_in,         // Who tried to sign in, when and from where.
    session,         // By the moment when it would have expired by itself.
    one_time_link,   // Expired and never used: one that was used is gone at once.
    sign_in_delay,   // Failures that count no more.
    sign_in_device,  // A browser that nobody came back with.
};
[[nodiscard]] std::span<const KeptRecord> kept_records();
[[nodiscard]] std::string_view key(KeptRecord record);
[[nodiscard]] std::string_view label(KeptRecord record);
// From the moment on after which it serves nothing.
[[nodiscard]] std::chrono::days kept_for(KeptRecord record);

}  // namespace gk::people
