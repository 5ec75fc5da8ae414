// A stored file: whose it is, what it is, how it was called, and where it lies. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "document/clean_file.hpp"
#include "document/file_store.hpp"
#include "people/agency.hpp"

namespace gk::document {

struct StoredFile {
    Id<StoredFile> id;
    std::string public_id;
    Id<people::Agency> agency;
    MediaKind kind = MediaKind::pdf;
    std::string given_name;  // As the sender called it; may name people: never in a log.
    PlacedFile placed;
    Moment stored_at;
};

// The last part of a name that may be a path, as text of at most 120 characters without control
// characters, with the extension of what the file is: "C:\照片\IMG.HEIC" → "IMG.jpg".
[[nodiscard]] std::string plain_file_name(std::string_view given, MediaKind kind);

}  // namespace gk::document
