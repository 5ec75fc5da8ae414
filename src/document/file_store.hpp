// The folder of files: each lies under the SHA-256 of its bytes, outside of anything that the web
// serves, readable by its owner only. Identity images and letters lie there encrypted.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "people/key_ring.hpp"

namespace gk::document {

// sealed: encrypted (SM4-CTR) and authenticated (HMAC-SM3), in pieces, with the keys of personal
// data.
enum class Sealing : bool { open, sealed };

// Where bytes lie and what they are, before a row of the database says so.
struct PlacedFile {
    std::string address;  // SHA-256 of what lies on disk: the same as `sha256` unless sealed.
    std::string sha256;   // Of the bytes themselves, and their SM3, in hexadecimal.
    std::string sm3;
    std::int64_t byte_count = 0;
    Sealing sealing = Sealing::open;
};

class FileStore {
public:
    // `ring` must outlive it.
    FileStore(std::filesystem::path folder, const people::KeyRing& ring)
        : folder_(std::move(folder)), ring_(&ring) {}

    // Safe on disk when it returns; the same bytes lie there once unless they are sealed. Until a
    // row names it, the file is an orphan and may be collected a day later. Throws Fault where the
    // disk does not take it.
    [[nodiscard]] PlacedFile place(std::string_view bytes, Sealing sealing) const;

    // The bytes that were placed. Throws Fault where the file is missing or damaged. Refuses as
    // people::open_sealed() does.
    [[nodiscard]] Result<std::string> read(const PlacedFile& file) const;

    // Whether what lies there is what its address says.
    enum class State { fine, missing, damaged };
    [[nodiscard]] State state(std::string_view address) const;

    // Of the key with which the sealed file lies there; 0 where it is not sealed or not there.
    [[nodiscard]] int key_number(std::string_view address) const;

    struct Entry {
        std::string address;
        std::int64_t byte_count = 0;
        Moment changed_at;
    };

    // Every file in it, whatever its age.
    void each(const std::function<void(const Entry&)>& visit) const;
    void remove(std::string_view address) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    [[nodiscard]] std::filesystem::path path_of(std::string_view address) const;

    std::filesystem::path folder_;
    const people::KeyRing* ring_;
};

// The folder of files within the data folder.
[[nodiscard]] std::filesystem::path files_folder(const std::filesystem::path& data);

}  // namespace gk::document
