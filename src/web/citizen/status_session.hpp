// Who was let in to a case: a signed cookie that says which case and until when, and nothing about
// who. Short-lived; another browser has to give number and query code again.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "people/key_ring.hpp"

namespace gk::web::citizen {

inline constexpr std::string_view status_cookie = "gongkai-case";
// Since the last page that was looked at.
inline constexpr std::chrono::minutes status_session_time{30};

// "CASE.UNTIL.CODE", the code an HMAC-SM3 over the rest.
[[nodiscard]] std::string status_session(const people::KeyRing& ring, std::string_view public_id,
                                         Moment now);

// The public id of the case; nothing where the value is not ours or its time is over.
[[nodiscard]] std::optional<std::string> case_of_session(const people::KeyRing& ring,
                                                         std::string_view value, Moment now);

}  // namespace gk::web::citizen
