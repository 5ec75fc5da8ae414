// Files as they lie on disk encrypted: in pieces that are each authenticated with their place, so
// that none is believed before it is checked and none can be moved, repeated or left out. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "people/key_ring.hpp"

namespace gk::document {

// With the newest key and a nonce of its own each time.
[[nodiscard]] std::string seal_bytes(const people::KeyRing& ring, std::string_view bytes);

// The number of the key with which it was sealed, from its first bytes; 0 where it was not.
inline constexpr std::size_t sealed_head_bytes = 8;
[[nodiscard]] int key_number_of_bytes(std::string_view head);

// Refuses what was changed or cut, and what needs a key that the ring lacks.
[[nodiscard]] Result<std::string> open_bytes(const people::KeyRing& ring, std::string_view sealed);

}  // namespace gk::document
