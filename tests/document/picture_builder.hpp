// Small pictures with things written beside them, as cameras and programs do.
#pragma once

#include <string>
#include <string_view>

namespace gk::document::test {

struct Size {
    int width = 0;
    int height = 0;

    friend bool operator==(const Size&, const Size&) = default;
};

struct PhotoNotes {
    int exif_orientation = 0;  // 0: no Exif.
    std::string_view comment = {};
};

[[nodiscard]] std::string jpeg(int width, int height, const PhotoNotes& notes);
[[nodiscard]] Size jpeg_size(std::string_view bytes);

// With a text of this key where it is not empty.
[[nodiscard]] std::string png(int width, int height, std::string_view key, std::string_view text);
[[nodiscard]] std::string png_pixels(std::string_view bytes);

[[nodiscard]] std::string heic(int width, int height);

}  // namespace gk::document::test
