#include "people/qr_code.hpp"

#include <memory>

#include <fmt/format.h>
#include <qrencode.h>

#include "base/assert.hpp"

namespace gk::people {

QrCode qr_code(std::string_view text) {
    constexpr int quiet = 4;
    constexpr int any_version = 0;
    constexpr int case_sensitive = 1;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(std::string(text).c_str(), any_version, QR_ECLEVEL_M, QR_MODE_8,
                            case_sensitive),
        QRcode_free);
    GK_ASSERT(code != nullptr);
    QrCode drawn{.size = code->width + 2 * quiet, .path = {}};
    const auto is_dark = [&](int row, int column) {
        return column < code->width && (code->data[row * code->width + column] & 1U) != 0;
    };
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width; ++column) {
            if (!is_dark(row, column)) {
                continue;
            }
            const int begin = column;
            while (is_dark(row, column)) {
                ++column;
            }
            drawn.path += fmt::format("M{} {}h{}v1h-{}z", begin + quiet, row + quiet,
                                      column - begin, column - begin);
        }
    }
    return drawn;
}

}  // namespace gk::people
