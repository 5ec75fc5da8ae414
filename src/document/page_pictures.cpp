#include "document/page_pictures.hpp"

#include <algorithm>
#include <memory>

#include <cairo.h>
#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "base/assert.hpp"

namespace gk::document {

namespace {

constexpr double dots_to_the_inch = 110;

cairo_status_t take(void* into, const unsigned char* bytes, unsigned int count) {
    // cairo hands out bytes.
    static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes),
                                            count);  // NOLINT(*-reinterpret-cast)
    return CAIRO_STATUS_SUCCESS;
}

std::string png_of(poppler::image image) {
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create_for_data(
            reinterpret_cast<unsigned char*>(image.data()),  // NOLINT(*-reinterpret-cast)
            CAIRO_FORMAT_RGB24, image.width(), image.height(), image.bytes_per_row()),
        &cairo_surface_destroy);
    std::string png;
    const auto status = cairo_surface_write_to_png_stream(surface.get(), take, &png);
    GK_ASSERT(status == CAIRO_STATUS_SUCCESS);
    return png;
}

}  // namespace

std::vector<std::string> page_pictures(std::string_view pdf) {
    const std::unique_ptr<poppler::document> opened(
        poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
    GK_ASSERT(opened != nullptr);
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_argb32);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    std::vector<std::string> pictures;
    for (int i = 0; i < std::min(opened->pages(), pictured_pages_max); ++i) {
        const std::unique_ptr<poppler::page> page(opened->create_page(i));
        pictures.push_back(
            png_of(renderer.render_page(page.get(), dots_to_the_inch, dots_to_the_inch)));
    }
    return pictures;
}

}  // namespace gk::document
