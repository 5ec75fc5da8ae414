#include "document/pdf_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <unicode/unorm2.h>

#include "base/text.hpp"
#include "document/charset.hpp"
#include "document/errors.hpp"
#include "document/pdf_layout.hpp"
#include "document/pdf_rules.hpp"

namespace gk::document {

namespace {

constexpr double picture_dpi = 108;  // A thin line is at least one pixel wide, whatever the scale.
constexpr double points_per_inch = 72;
constexpr double picture_side_max = 3000;  // Pixels.

// Fonts that name Chinese characters as radicals: ⼀ (U+2F00) is 一.
void append_unified(std::string& utf8, char32_t c) {
    if (c >= 0x2E80 && c <= 0x2FDF) {
        UErrorCode status = U_ZERO_ERROR;
        const auto* nfkc = unorm2_getNFKCInstance(&status);
        std::array<UChar, 8> unified;
        const auto size = unorm2_getRawDecomposition(nfkc, static_cast<UChar32>(c), unified.data(),
                                                     unified.size(), &status);
        if (U_SUCCESS(status) != 0 && size == 1) {
            c = unified[0];
        }
    }
    text::append(utf8, c);
}

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

PdfWord word_of(const poppler::text_box& box) {
    const auto place = box.bbox();
    PdfWord word{"", place.left(), place.top(), place.right(), place.bottom(), box.rotation(), {}};
    const auto bytes = box.text().to_utf8();
    const auto code_points = text::decode({bytes.data(), bytes.size()});
    for (std::size_t i = 0; i < code_points.size(); ++i) {
        if (is_control(code_points[i])) {
            continue;
        }
        const auto character = box.char_bbox(i);
        append_unified(word.text, code_points[i]);
        word.character_centers.push_back((character.left() + character.right()) / 2);
    }
    return word;
}

bool is_on_paper(const PdfWord& word) {
    constexpr double far = 1e5;
    const std::array places = {word.left, word.top, word.right, word.bottom};
    return !word.text.empty() && std::ranges::all_of(places, [](double place) {
        return std::isfinite(place) && std::abs(place) < far;
    });
}

// Whether a number runs into the edge of the paper, where its last digits may be missing.
bool is_cut(const PdfWord& word, double width) {
    constexpr double margin = 2;
    return word.rotation % 2 == 0 && word.right > width - margin && word.text.back() >= '0' &&
           word.text.back() <= '9';
}

PdfRules rules_of(poppler::page_renderer& renderer, const poppler::page& page, double longer_side) {
    const double dpi = std::min(picture_dpi, picture_side_max / longer_side * points_per_inch);
    const auto picture = renderer.render_page(&page, dpi, dpi);
    if (!picture.is_valid() || picture.format() != poppler::image::format_gray8) {
        return {};
    }
    return find_rules({reinterpret_cast<const std::uint8_t*>(picture.const_data()), picture.width(),
                       picture.height(), picture.bytes_per_row(), dpi / points_per_inch});
}

PdfPage page_of(poppler::page_renderer& renderer, const poppler::page& page) {
    const auto paper = page.page_rect();
    PdfPage result{std::abs(paper.width()), std::abs(paper.height()), {}, {}};
    for (const auto& box : page.text_list()) {
        auto word = word_of(box);
        if (is_on_paper(word) && !is_cut(word, result.width)) {
            result.words.push_back(std::move(word));
        }
    }
    const double longer_side = std::max(result.width, result.height);
    if (!result.words.empty() && longer_side > 0 && std::isfinite(longer_side)) {
        result.rules = rules_of(renderer, page, longer_side);
    }
    return result;
}

}  // namespace

Result<Document> extract_pdf(std::string_view bytes, const ExtractLimits& limits) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    const std::unique_ptr<poppler::document> file(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!file) {
        return error(broken_pdf);
    }
    if (file->is_locked()) {
        return error(encrypted);
    }
    if (file->pages() <= 0) {
        return error(broken_pdf);
    }
    if (file->pages() > limits.pages_max) {
        return error(too_many_parts, "页数");
    }
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_line_mode(poppler::page_renderer::line_solid);
    std::vector<PdfPage> pages;
    bool has_words = false;
    for (int i = 0; i < file->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(file->create_page(i));
        pages.push_back(page ? page_of(renderer, *page) : PdfPage());
        has_words = has_words || !pages.back().words.empty();
    }
    if (!has_words) {
        return error(no_text_layer);
    }
    Document document;
    document.kind = FileKind::pdf;
    const auto title = file->get_title().to_utf8();
    document.title = clean_text({title.data(), title.size()});
    GK_TRY(document.blocks, blocks_of_pages(std::move(pages), limits));
    return document;
}

}  // namespace gk::document
