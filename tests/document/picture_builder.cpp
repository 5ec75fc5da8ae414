#include "document/picture_builder.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

#include <libheif/heif.h>
#include <png.h>
#include <turbojpeg.h>
#include <zlib.h>

namespace gk::document::test {

namespace {

using namespace std::string_view_literals;

void require(bool holds) {
    if (!holds) {
        throw std::logic_error("a sample picture could not be made");
    }
}

std::vector<unsigned char> pixels(int width, int height) {
    std::vector<unsigned char> bytes(static_cast<std::size_t>(width * height) * 3);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<unsigned char>(i * 7);
    }
    return bytes;
}

std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (unsigned shift = 24; shift < 32; shift -= 8) {
        bytes += static_cast<char>((number >> shift) & 0xFFU);
    }
    return bytes;
}

std::string segment(char marker, std::string_view content) {
    const auto size = content.size() + 2;
    return std::string{'\xFF', marker, static_cast<char>(size >> 8U), static_cast<char>(size)} +
           std::string(content);
}

// One entry in the first folder of a TIFF of little endian.
std::string exif(int orientation) {
    return std::string("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"sv) +
           static_cast<char>(orientation) + std::string("\0\0\0\0\0\0\0"sv);
}

}  // namespace

std::string jpeg(int width, int height, const PhotoNotes& notes) {
    const auto source = pixels(width, height);
    auto* turbo = tjInitCompress();
    unsigned char* made = nullptr;
    unsigned long size = 0;
    require(tjCompress2(turbo, source.data(), width, 0, height, TJPF_RGB, &made, &size, TJSAMP_444,
                        90, 0) == 0);
    std::string bytes(reinterpret_cast<const char*>(made), size);
    tjFree(made);
    tjDestroy(turbo);
    std::string beside;
    if (notes.exif_orientation != 0) {
        beside += segment('\xE1', exif(notes.exif_orientation));
    }
    if (!notes.comment.empty()) {
        beside += segment('\xFE', notes.comment);
    }
    return bytes.insert(2, beside);
}

Size jpeg_size(std::string_view bytes) {
    auto* turbo = tjInitDecompress();
    Size size;
    int sampling = 0;
    int colours = 0;
    require(tjDecompressHeader3(turbo, reinterpret_cast<const unsigned char*>(bytes.data()),
                                bytes.size(), &size.width, &size.height, &sampling, &colours) == 0);
    tjDestroy(turbo);
    return size;
}

std::string png(int width, int height, std::string_view key, std::string_view text) {
    const auto source = pixels(width, height);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(size, '\0');
    require(png_image_write_to_memory(&image, bytes.data(), &size, 0, source.data(), 0, nullptr) !=
            0);
    bytes.resize(size);
    if (!key.empty()) {
        const auto chunk = "tEXt" + std::string(key) + '\0' + std::string(text);
        const auto sum = crc32(0, reinterpret_cast<const unsigned char*>(chunk.data()),
                               static_cast<unsigned>(chunk.size()));
        constexpr std::size_t after_header = 33;
        bytes.insert(after_header, big_endian(static_cast<std::uint32_t>(chunk.size() - 4)) +
                                       chunk + big_endian(static_cast<std::uint32_t>(sum)));
    }
    return bytes;
}

std::string png_pixels(std::string_view bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    require(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) != 0);
    image.format = PNG_FORMAT_RGB;
    std::string read(PNG_IMAGE_SIZE(image), '\0');
    require(png_image_finish_read(&image, nullptr, read.data(), 0, nullptr) != 0);
    return read;
}

std::string heic(int width, int height) {
    const std::unique_ptr<heif_context, void (*)(heif_context*)> context(heif_context_alloc(),
                                                                         heif_context_free);
    heif_encoder* encoder = nullptr;
    require(
        heif_context_get_encoder_for_format(context.get(), heif_compression_HEVC, &encoder).code ==
        heif_error_Ok);
    heif_image* image = nullptr;
    require(
        heif_image_create(width, height, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image)
            .code == heif_error_Ok);
    require(heif_image_add_plane(image, heif_channel_interleaved, width, height, 8).code ==
            heif_error_Ok);
    int stride = 0;
    auto* plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    const auto source = pixels(width, height);
    const auto row = static_cast<std::size_t>(width) * 3;
    for (int y = 0; y < height; ++y) {
        std::copy_n(source.data() + static_cast<std::size_t>(y) * row, row,
                    plane + static_cast<std::ptrdiff_t>(y) * stride);
    }
    require(heif_context_encode_image(context.get(), image, encoder, nullptr, nullptr).code ==
            heif_error_Ok);
    std::string bytes;
    heif_writer writer{.writer_api_version = 1,
                       .write = [](heif_context*, const void* data, std::size_t size, void* out) {
                           static_cast<std::string*>(out)->append(static_cast<const char*>(data),
                                                                  size);
                           return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
                       }};
    require(heif_context_write(context.get(), &writer, &bytes).code == heif_error_Ok);
    heif_image_release(image);
    heif_encoder_release(encoder);
    return bytes;
}

}  // namespace gk::document::test
