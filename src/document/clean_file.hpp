// Files that people send in, or that leave the office, without what they tell beside what they
// show: camera, place and time of a picture, author and company of a document.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace gk::document {

// What a file is kept as. A HEIC picture is kept as JPEG.
enum class MediaKind : std::uint8_t { jpeg, png, pdf, docx };
[[nodiscard]] std::span<const MediaKind> media_kinds();
[[nodiscard]] std::string_view key(MediaKind kind);
[[nodiscard]] std::string_view label(MediaKind kind);
[[nodiscard]] std::optional<MediaKind> media_kind_of(std::string_view key);
[[nodiscard]] std::string_view media_type(MediaKind kind);  // image/jpeg
[[nodiscard]] std::string_view extension(MediaKind kind);   // .jpg

struct CleanLimits {
    std::uint64_t bytes_max = 10ULL << 20U;
    std::uint64_t pixels_max = 64'000'000;
    int pages_max = 2000;
    int child_seconds_max = 30;
    std::uint64_t child_memory_max = 1ULL << 30U;
};

struct CleanFile {
    MediaKind kind = MediaKind::jpeg;
    std::string bytes;
};

// Takes a JPEG, PNG or HEIC picture, a PDF or a docx, told by what is in it and not by its name,
// and gives back the same to look at: turned the way the camera was held, with nothing written
// beside it. The work is done in the reading child (child.hpp). Refuses what is none of these, too
// large, locked or damaged, each with what to do about it.
[[nodiscard]] Result<CleanFile> clean_file(std::string_view bytes, const CleanLimits& limits = {});

// The same in this process: what the child does, and the fuzzers.
[[nodiscard]] Result<CleanFile> clean_here(std::string_view bytes, const CleanLimits& limits = {});

// What the bytes are, by how they begin; nothing for none of the kinds. A ZIP counts as docx.
enum class SentKind : std::uint8_t { jpeg, png, heic, pdf, docx };
[[nodiscard]] std::optional<SentKind> sent_kind(std::string_view bytes);

}  // namespace gk::document
