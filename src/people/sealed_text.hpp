// Personal data as it lies in the database: encrypted (SM4-CTR), then authenticated (HMAC-SM3), and
// bound to the one place for which it was sealed. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/key_ring.hpp"

namespace gk::people {

// version (1 byte) | number of the key (4) | nonce (16) | encrypted text | HMAC-SM3 (32)
using SealedText = std::vector<std::byte>;

// Where it is stored: sealed text that is copied to another row or column opens there no more.
struct SealedPlace {
    std::string_view table;
    std::string_view column;
    std::int64_t row_id = 0;
};

// Seals with the newest key and a nonce of its own each time.
[[nodiscard]] SealedText seal(const KeyRing& ring, const SealedPlace& place, std::string_view text);

// Refuses what was changed, what was sealed for another place, and what needs a key that the ring
// lacks.
[[nodiscard]] Result<std::string> open_sealed(const KeyRing& ring, const SealedPlace& place,
                                              std::span<const std::byte> sealed);

// The number of the key that it says it was sealed with; 0 where it is no sealed text.
[[nodiscard]] int key_number_of(std::span<const std::byte> sealed);

}  // namespace gk::people
