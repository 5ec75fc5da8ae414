// The cleaning of each kind of file, done inside the reading child.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/clean_file.hpp"

namespace gk::document {

// The same picture without any of its markers, turned as its Exif orientation says; no pixel is
// computed anew.
[[nodiscard]] Result<std::string> clean_jpeg(std::string_view bytes, const CleanLimits& limits);

// Decoded and written again: pixels and nothing else.
[[nodiscard]] Result<std::string> clean_png(std::string_view bytes, const CleanLimits& limits);

// The first picture of the file as JPEG.
[[nodiscard]] Result<std::string> jpeg_of_heic(std::string_view bytes, const CleanLimits& limits);

// Without document information, XMP, attachments, scripts and what earlier revisions held.
[[nodiscard]] Result<std::string> clean_pdf(std::string_view bytes, const CleanLimits& limits);

// Without properties, thumbnail and custom XML; who wrote a comment or a tracked change is not told
// either. Refuses macros.
[[nodiscard]] Result<std::string> clean_docx(std::string_view bytes, const CleanLimits& limits);

// 1 to 8 as Exif has it; 1 where the JPEG does not say.
[[nodiscard]] int exif_orientation(std::string_view jpeg);

}  // namespace gk::document
