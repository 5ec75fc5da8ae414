// A QR code as one path of an SVG: no picture file, no inline style.
#pragma once

#include <string>
#include <string_view>

namespace gk::people {

struct QrCode {
    long size = 0;     // Of the side, with the quiet zone.
    std::string path;  // The dark modules, each run of a row a rectangle.
};

// Asserts that the text fits, which an address does.
[[nodiscard]] QrCode qr_code(std::string_view text);

}  // namespace gk::people
