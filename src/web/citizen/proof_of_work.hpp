// Proof of work: what a browser does while somebody reads the last page, and what makes thousands
// of forms dear. It keeps nobody out: without it the form is taken after a short wait. Pure.
#pragma once

#include <string>
#include <string_view>

namespace gk::web::citizen {

// The challenge of the form with this key.
[[nodiscard]] std::string work_challenge(std::string_view submission_key);

// Whether SHA-256 of "challenge:number" begins with that many zero bits.
[[nodiscard]] bool is_work(std::string_view challenge, std::string_view number, int zero_bits);

}  // namespace gk::web::citizen
