#include "document/picture_pdf.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

#include <cairo-pdf.h>
#include <turbojpeg.h>

#include "document/official_document.hpp"

namespace gk::document {

namespace {

constexpr double margin_mm = 15;

constexpr double points(double mm) {
    return mm * 72 / 25.4;
}

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

using SurfacePtr = std::unique_ptr<cairo_surface_t, DestroySurface>;

struct DestroyTurbo {
    void operator()(void* turbo) const { tjDestroy(turbo); }
};

cairo_status_t read_more(void* from, unsigned char* into, unsigned int size) {
    auto& rest = *static_cast<std::string_view*>(from);
    if (rest.size() < size) {
        return CAIRO_STATUS_READ_ERROR;
    }
    std::memcpy(into, rest.data(), size);
    rest.remove_prefix(size);
    return CAIRO_STATUS_SUCCESS;
}

cairo_status_t write_more(void* into, const unsigned char* from, unsigned int size) {
    static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(from), size);
    return CAIRO_STATUS_SUCCESS;
}

SurfacePtr png_surface(std::string_view bytes) {
    return SurfacePtr(cairo_image_surface_create_from_png_stream(read_more, &bytes));
}

// With the bytes themselves beside the pixels: cairo writes those.
SurfacePtr jpeg_surface(std::string_view bytes) {
    const std::unique_ptr<void, DestroyTurbo> turbo(tjInitDecompress());
    const auto* octets = reinterpret_cast<const unsigned char*>(bytes.data());
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colours = 0;
    if (tjDecompressHeader3(turbo.get(), octets, bytes.size(), &width, &height, &sampling,
                            &colours) != 0) {
        return nullptr;
    }
    SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
        return nullptr;
    }
    cairo_surface_flush(surface.get());
    if (tjDecompress2(turbo.get(), octets, bytes.size(),
                      cairo_image_surface_get_data(surface.get()), width,
                      cairo_image_surface_get_stride(surface.get()), height, TJPF_BGRX, 0) != 0 &&
        tjGetErrorCode(turbo.get()) == TJERR_FATAL) {
        return nullptr;
    }
    cairo_surface_mark_dirty(surface.get());
    cairo_surface_set_mime_data(surface.get(), CAIRO_MIME_TYPE_JPEG, octets, bytes.size(), nullptr,
                                nullptr);
    return surface;
}

}  // namespace

std::string picture_pdf(std::string_view bytes, MediaKind kind) {
    const auto picture = kind == MediaKind::png ? png_surface(bytes) : jpeg_surface(bytes);
    if (!picture || cairo_surface_status(picture.get()) != CAIRO_STATUS_SUCCESS) {
        return {};
    }
    const double page_width = points(OfficialLayout::page_width_mm);
    const double page_height = points(OfficialLayout::page_height_mm);
    const double room_width = page_width - 2 * points(margin_mm);
    const double room_height = page_height - 2 * points(margin_mm);
    const double width = cairo_image_surface_get_width(picture.get());
    const double height = cairo_image_surface_get_height(picture.get());
    const double scale = std::min(room_width / width, room_height / height);
    std::string pdf;
    const SurfacePtr page(
        cairo_pdf_surface_create_for_stream(write_more, &pdf, page_width, page_height));
    auto* drawing = cairo_create(page.get());
    cairo_translate(drawing, (page_width - width * scale) / 2, points(margin_mm));
    cairo_scale(drawing, scale, scale);
    cairo_set_source_surface(drawing, picture.get(), 0, 0);
    cairo_paint(drawing);
    cairo_destroy(drawing);
    cairo_surface_finish(page.get());
    return pdf;
}

}  // namespace gk::document
