// 动态口令: codes of an authenticator app by time (RFC 6238: HMAC-SHA-1, 30 seconds, six digits, as
// every such app does them). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace gk::people {

inline constexpr std::size_t code_secret_size = 20;

// The code of one step of 30 seconds.
[[nodiscard]] std::string code_at(std::string_view secret, std::int64_t step);

[[nodiscard]] std::int64_t step_of(Moment now);

// The step whose code was given, of the present one and its two neighbours; nothing where it is
// none of them, or one not later than `used_step`: a code serves once.
[[nodiscard]] std::optional<std::int64_t> matching_step(std::string_view secret,
                                                        std::string_view code, Moment now,
                                                        std::int64_t used_step);

// RFC 4648 without padding: how a secret is typed into an app.
[[nodiscard]] std::string base32(std::string_view bytes);

// otpauth://totp/…: what the QR code of an enrolment holds.
[[nodiscard]] std::string otpauth_uri(std::string_view issuer, std::string_view login_name,
                                      std::string_view secret);

// A QR code as an SVG picture, black on white with its quiet zone.
[[nodiscard]] std::string qr_svg(std::string_view text);

}  // namespace gk::people
