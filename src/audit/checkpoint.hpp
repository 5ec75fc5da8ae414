// A checkpoint: what the trail was at one moment, signed, to be kept elsewhere. Whoever can write
// the database can make a new chain that fits; it will not fit the checkpoint.
#pragma once

#include <string>
#include <string_view>

#include "audit/entry.hpp"
#include "base/result.hpp"

namespace gk::audit {

struct Checkpoint {
    std::int64_t sequence = 0;
    std::string hash;
    Moment at;

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

// The JSON of the file: format, sequence, hash, at, public_key, fingerprint, signature (SM2).
[[nodiscard]] std::string signed_checkpoint(const Checkpoint& checkpoint,
                                            std::string_view private_key);

// What the file says. Refuses a file that is no checkpoint and one that this key has not signed.
[[nodiscard]] Result<Checkpoint> read_checkpoint(std::string_view text,
                                                 std::string_view public_key);

// SM3 of the public key: short enough to be read out over the telephone.
[[nodiscard]] std::string fingerprint(std::string_view public_key);

}  // namespace gk::audit
