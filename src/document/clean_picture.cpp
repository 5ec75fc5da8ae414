#include <array>
#include <memory>
#include <vector>

#include <libheif/heif.h>
#include <png.h>
#include <turbojpeg.h>

#include "document/clean_parts.hpp"
#include "document/errors.hpp"

namespace gk::document {

namespace {

using namespace std::string_view_literals;

constexpr int heic_quality = 92;

struct DestroyTurbo {
    void operator()(void* handle) const { tjDestroy(handle); }
};

struct FreeTurbo {
    void operator()(unsigned char* bytes) const { tjFree(bytes); }
};

struct FreeContext {
    void operator()(heif_context* context) const { heif_context_free(context); }
};

struct ReleaseHandle {
    void operator()(heif_image_handle* handle) const { heif_image_handle_release(handle); }
};

struct ReleaseImage {
    void operator()(heif_image* image) const { heif_image_release(image); }
};

using TurboPtr = std::unique_ptr<void, DestroyTurbo>;

const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Error broken(std::string_view kind) {
    return error(broken_image, kind);
}

Result<void> check_pixels(std::uint64_t width, std::uint64_t height, const CleanLimits& limits) {
    if (width * height > limits.pixels_max) {
        return error(image_too_large, width, height, limits.pixels_max / 10'000);
    }
    return {};
}

// The operation that undoes how the camera was held, by Exif orientation 1 to 8.
int upright(int orientation) {
    constexpr std::array operations = {TJXOP_NONE,       TJXOP_HFLIP,     TJXOP_ROT180,
                                       TJXOP_VFLIP,      TJXOP_TRANSPOSE, TJXOP_ROT90,
                                       TJXOP_TRANSVERSE, TJXOP_ROT270};
    return operations.at(static_cast<std::size_t>(orientation - 1));
}

std::string taken(unsigned char* bytes, unsigned long size) {
    const std::unique_ptr<unsigned char, FreeTurbo> owned(bytes);
    return {reinterpret_cast<const char*>(bytes), size};
}

// A number of two or four bytes in the order of a TIFF header.
class Tiff {
public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), is_little_(bytes.starts_with("II"sv)) {}

    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t size) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const auto place = is_little_ ? at + size - 1 - i : at + i;
            value = value << 8U |
                    (place < bytes_.size() ? static_cast<unsigned char>(bytes_[place]) : 0U);
        }
        return value;
    }

private:
    std::string_view bytes_;
    bool is_little_;
};

constexpr std::uint32_t orientation_tag = 0x0112;

int orientation_of_tiff(std::string_view bytes) {
    const Tiff tiff(bytes);
    const std::size_t folder = tiff.number(4, 4);
    const auto count = tiff.number(folder, 2);
    for (std::size_t i = 0; i < count && folder + 2 + (i + 1) * 12 <= bytes.size(); ++i) {
        const auto entry = folder + 2 + i * 12;
        if (tiff.number(entry, 2) == orientation_tag) {
            const auto value = tiff.number(entry + 8, 2);
            return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        }
    }
    return 1;
}

}  // namespace

int exif_orientation(std::string_view jpeg) {
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && jpeg[at] == '\xFF') {
        const auto marker = static_cast<unsigned char>(jpeg[at + 1]);
        const auto size = static_cast<std::size_t>(static_cast<unsigned char>(jpeg[at + 2])) << 8U |
                          static_cast<unsigned char>(jpeg[at + 3]);
        if (marker == 0xDA || size < 2) {  // The picture itself begins.
            return 1;
        }
        const auto segment = jpeg.substr(at + 4, size - 2);
        if (marker == 0xE1 && segment.starts_with("Exif\0\0"sv)) {
            return orientation_of_tiff(segment.substr(6));
        }
        at += 2 + size;
    }
    return 1;
}

Result<std::string> clean_jpeg(std::string_view bytes, const CleanLimits& limits) {
    const TurboPtr turbo(tjInitTransform());
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colours = 0;
    if (tjDecompressHeader3(turbo.get(), octets(bytes), bytes.size(), &width, &height, &sampling,
                            &colours) != 0) {
        return broken("JPEG");
    }
    GK_CHECK(check_pixels(static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height),
                          limits));
    tjtransform how{};
    how.op = upright(exif_orientation(bytes));
    how.options = TJXOPT_COPYNONE | TJXOPT_TRIM;
    unsigned char* clean = nullptr;
    unsigned long size = 0;
    const int failed = tjTransform(turbo.get(), octets(bytes), bytes.size(), 1, &clean, &size, &how,
                                   TJFLAG_LIMITSCANS);
    auto picture = taken(clean, size);
    // A warning: a picture cut short, of which the rest is grey. People send those too. But what
    // ends the work after a warning is called one as well, and leaves a buffer half written.
    const bool is_whole = picture.starts_with("\xFF\xD8\xFF"sv) && picture.ends_with("\xFF\xD9"sv);
    if (!is_whole || (failed != 0 && tjGetErrorCode(turbo.get()) == TJERR_FATAL)) {
        return broken("JPEG");
    }
    return picture;
}

Result<std::string> clean_png(std::string_view bytes, const CleanLimits& limits) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) {
        return broken("PNG");
    }
    if (auto checked = check_pixels(image.width, image.height, limits); !checked) {
        png_image_free(&image);
        return std::move(checked).error();
    }
    // One or three colours and the transparency as they are; all else as these.
    image.format &= PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR;
    std::vector<png_byte> pixels(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) == 0) {
        return broken("PNG");
    }
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string clean(size, '\0');
    if (png_image_write_to_memory(&image, clean.data(), &size, 0, pixels.data(), 0, nullptr) == 0) {
        return broken("PNG");
    }
    clean.resize(size);
    return clean;
}

Result<std::string> jpeg_of_heic(std::string_view bytes, const CleanLimits& limits) {
    const std::unique_ptr<heif_context, FreeContext> context(heif_context_alloc());
    heif_context_set_max_decoding_threads(context.get(), 0);
    if (heif_context_read_from_memory_without_copy(context.get(), bytes.data(), bytes.size(),
                                                   nullptr)
            .code != heif_error_Ok) {
        return broken("HEIC");
    }
    heif_image_handle* first = nullptr;
    if (heif_context_get_primary_image_handle(context.get(), &first).code != heif_error_Ok) {
        return broken("HEIC");
    }
    const std::unique_ptr<heif_image_handle, ReleaseHandle> handle(first);
    GK_CHECK(check_pixels(static_cast<std::uint64_t>(heif_image_handle_get_width(first)),
                          static_cast<std::uint64_t>(heif_image_handle_get_height(first)), limits));
    heif_image* decoded = nullptr;
    if (heif_decode_image(first, &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGB,
                          nullptr)
            .code != heif_error_Ok) {
        return broken("HEIC");
    }
    const std::unique_ptr<heif_image, ReleaseImage> image(decoded);
    int stride = 0;
    const auto* pixels = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    const TurboPtr turbo(tjInitCompress());
    unsigned char* jpeg = nullptr;
    unsigned long size = 0;
    if (pixels == nullptr ||
        tjCompress2(turbo.get(), pixels, heif_image_get_width(decoded, heif_channel_interleaved),
                    stride, heif_image_get_height(decoded, heif_channel_interleaved), TJPF_RGB,
                    &jpeg, &size, TJSAMP_420, heic_quality, 0) != 0) {
        tjFree(jpeg);
        return broken("HEIC");
    }
    return taken(jpeg, size);
}

}  // namespace gk::document
