#include "people/key_ring.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/hex.hpp"
#include "base/private_file.hpp"
#include "base/sm4.hpp"
#include "base/text.hpp"
#include "people/errors.hpp"

namespace gk::people {

namespace {

constexpr std::string_view first_line = "gongkai-keys-1";
constexpr std::string_view rotating_line = "rotating";
constexpr std::string_view last_line = "end";  // So that a file that was cut short is told.

RingKey new_key(int number) {
    return {.number = number, .bytes = random_bytes(ring_key_size)};
}

// "seal 2 0123…": appends the key, whose number must be the next. False for any other line.
bool take_key(const std::vector<std::string_view>& words, KeyRing& ring) {
    if (words.size() != 3 || (words[0] != "seal" && words[0] != "index")) {
        return false;
    }
    auto& keys = words[0] == "seal" ? ring.seal_keys : ring.index_keys;
    const auto next = static_cast<int>(keys.size()) + 1;
    auto bytes = from_hex(words[2]);
    if (words[1] != std::to_string(next) || !bytes || bytes->size() != ring_key_size) {
        return false;
    }
    keys.push_back({.number = next, .bytes = *std::move(bytes)});
    return true;
}

}  // namespace

const RingKey& KeyRing::seal_key() const {
    GK_ASSERT(!seal_keys.empty());
    return seal_keys.back();
}

const RingKey& KeyRing::index_key() const {
    GK_ASSERT(!index_keys.empty());
    return index_keys.back();
}

const RingKey* KeyRing::find_seal_key(int number) const {
    const auto found = std::ranges::find(seal_keys, number, &RingKey::number);
    return found == seal_keys.end() ? nullptr : &*found;
}

KeyRing new_key_ring() {
    return {.seal_keys = {new_key(1)}, .index_keys = {new_key(1)}, .is_rotating = false};
}

KeyRing with_new_keys(KeyRing ring) {
    ring.seal_keys.push_back(new_key(ring.seal_key().number + 1));
    ring.index_keys.push_back(new_key(ring.index_key().number + 1));
    ring.is_rotating = true;
    return ring;
}

std::string key_ring_text(const KeyRing& ring) {
    auto text = fmt::format("{}\n", first_line);
    for (const auto& key : ring.seal_keys) {
        text += fmt::format("seal {} {}\n", key.number, to_hex(key.bytes));
    }
    for (const auto& key : ring.index_keys) {
        text += fmt::format("index {} {}\n", key.number, to_hex(key.bytes));
    }
    if (ring.is_rotating) {
        text += fmt::format("{}\n", rotating_line);
    }
    return text + fmt::format("{}\n", last_line);
}

std::optional<KeyRing> parse_key_ring(std::string_view text) {
    const auto lines = text::split(text, '\n');
    if (lines.size() < 3 || lines.front() != first_line || lines[lines.size() - 2] != last_line ||
        !lines.back().empty()) {
        return std::nullopt;
    }
    KeyRing ring;
    for (std::size_t i = 1; i + 2 < lines.size(); ++i) {
        if (lines[i] == rotating_line) {
            ring.is_rotating = true;
        } else if (!take_key(text::split(lines[i], ' '), ring)) {
            return std::nullopt;
        }
    }
    if (ring.seal_keys.empty() || ring.index_keys.empty()) {
        return std::nullopt;
    }
    return ring;
}

std::filesystem::path key_ring_file(const std::filesystem::path& keys) {
    return keys / "personal-data.keys";
}

Result<KeyRing> create_key_ring(const std::filesystem::path& keys) {
    auto ring = new_key_ring();
    const auto path = key_ring_file(keys);
    if (!create_private_file(path, key_ring_text(ring))) {
        return error(keys_exist, path.string());
    }
    return ring;
}

Result<KeyRing> load_key_ring(const std::filesystem::path& keys) {
    const auto path = key_ring_file(keys);
    const auto file = read_private_file(path);
    switch (file.state) {
        case PrivateFileState::missing:
            return error(keys_missing, path.string());
        case PrivateFileState::exposed:
            return error(keys_exposed, path.string());
        case PrivateFileState::fine:
            break;
    }
    auto ring = parse_key_ring(file.bytes);
    if (!ring) {
        return error(keys_damaged, path.string());
    }
    return *std::move(ring);
}

void save_key_ring(const std::filesystem::path& keys, const KeyRing& ring) {
    write_private_file(key_ring_file(keys), key_ring_text(ring));
}

}  // namespace gk::people
