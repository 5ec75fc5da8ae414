// The keys of personal data (个人信息): a file in the folder of keys, apart from the database, that
// nobody but the owner may read. Whoever has the database alone reads nothing that is sealed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace gk::people {

inline constexpr std::size_t ring_key_size = 32;

struct RingKey {
    int number = 0;     // From 1; a key keeps its number.
    std::string bytes;  // ring_key_size of them.

    friend bool operator==(const RingKey&, const RingKey&) = default;
};

// The keys by number, the newest last: with it is sealed, with all is read. Keys stay after a
// rotation, because backups are sealed with them.
struct KeyRing {
    std::vector<RingKey> seal_keys;
    std::vector<RingKey> index_keys;
    bool is_rotating = false;  // Not all that is stored has the newest keys yet.

    // Asserts that there is one.
    [[nodiscard]] const RingKey& seal_key() const;
    [[nodiscard]] const RingKey& index_key() const;
    [[nodiscard]] const RingKey* find_seal_key(int number) const;

    friend bool operator==(const KeyRing&, const KeyRing&) = default;
};

// One key of each kind from the operating system.
[[nodiscard]] KeyRing new_key_ring();

// The same ring with a newer key of each kind, marked as rotating.
[[nodiscard]] KeyRing with_new_keys(KeyRing ring);

// The lines of the file; nothing where the text is no such file.
[[nodiscard]] std::string key_ring_text(const KeyRing& ring);
[[nodiscard]] std::optional<KeyRing> parse_key_ring(std::string_view text);

[[nodiscard]] std::filesystem::path key_ring_file(const std::filesystem::path& keys);

// Refuses where there is a file already: what it seals would be lost.
[[nodiscard]] Result<KeyRing> create_key_ring(const std::filesystem::path& keys);

// Refuses a file that is missing, readable by others, or damaged.
[[nodiscard]] Result<KeyRing> load_key_ring(const std::filesystem::path& keys);

void save_key_ring(const std::filesystem::path& keys, const KeyRing& ring);

}  // namespace gk::people
