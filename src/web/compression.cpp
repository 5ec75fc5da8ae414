#include "web/compression.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include "base/assert.hpp"

namespace gk::web {

namespace {

constexpr int gzip_window_bits = 15 + 16;  // + 16: with gzip's header and trailer.
constexpr int memory_level = 8;

}  // namespace

std::string gzip(std::string_view bytes, Effort effort) {
    z_stream stream{};
    const int level = effort == Effort::thorough ? 9 : 6;
    GK_ASSERT(deflateInit2(&stream, level, Z_DEFLATED, gzip_window_bits, memory_level,
                           Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    // zlib reads through a pointer to non-const bytes and does not write there.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int ended = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    GK_ASSERT(ended == Z_STREAM_END);
    return out;
}

std::string brotli(std::string_view bytes, Effort effort) {
    const int quality = effort == Effort::thorough ? 9 : 5;
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    GK_ASSERT(BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                                    reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                    reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE);
    out.resize(size);
    return out;
}

}  // namespace gk::web
