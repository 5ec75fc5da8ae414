#include "document/pdf_canvas.hpp"

#include <array>
#include <cmath>
#include <mutex>
#include <set>

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include "base/assert.hpp"

namespace gk::document::pdf {

namespace {

// The official name, its common names, and what Debian has.
struct FaceNames {
    Face face;
    const char* official;
    const char* families;
};

constexpr std::array<FaceNames, 5> faces = {{
    {Face::title, "小标宋", "方正小标宋简体,FZXiaoBiaoSong-B05S,STZhongsong,Noto Serif CJK SC"},
    {Face::hei, "黑体", "黑体,SimHei,Noto Sans CJK SC"},
    {Face::kai, "楷体_GB2312", "楷体_GB2312,KaiTi_GB2312,楷体,KaiTi,AR PL UKai CN"},
    {Face::fangsong, "仿宋_GB2312",
     "仿宋_GB2312,FangSong_GB2312,仿宋,FangSong,STFangsong,Noto Serif CJK SC"},
    {Face::song, "宋体", "宋体,SimSun,Noto Serif CJK SC"},
}};

const FaceNames& names(Face face) {
    return faces[static_cast<std::size_t>(face)];
}

double units(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

cairo_status_t append(void* closure, const unsigned char* data, unsigned int size) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

// Fonts of the operator's folder are known to the whole process; a folder is added once.
void add_font_folder(const std::string& folder) {
    static std::mutex mutex;
    static std::set<std::string> added;
    const std::lock_guard lock(mutex);
    if (folder.empty() || !added.insert(folder).second) {
        return;
    }
    FcConfigAppFontAddDir(nullptr, reinterpret_cast<const FcChar8*>(folder.c_str()));
}

// One font map per thread: it keeps the loaded faces from document to document.
PangoFontMap* font_map() {
    thread_local const std::unique_ptr<PangoFontMap, UnrefObject> map(
        pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    return map.get();
}

}  // namespace

void UnrefObject::operator()(void* object) const {
    g_object_unref(object);
}

void set_width(const LayoutPtr& layout, double width) {
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
}

void centre(const LayoutPtr& layout) {
    pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
}

void indent_first(const LayoutPtr& layout, double indent) {
    pango_layout_set_indent(layout.get(), static_cast<int>(indent * PANGO_SCALE));
}

void justify_with_indent(const LayoutPtr& layout, double indent) {
    indent_first(layout, indent);
    pango_layout_set_justify(layout.get(), TRUE);
}

void hang(const LayoutPtr& layout, double indent) {
    pango_layout_set_indent(layout.get(), -static_cast<int>(indent * PANGO_SCALE));
}

void space_out(const LayoutPtr& layout, double extra) {
    auto* attributes = pango_attr_list_new();
    // Down, not towards 0: a line of 28 characters must not be wider than the text field by a hair.
    const auto units_more = static_cast<int>(std::floor(extra * PANGO_SCALE));
    pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(units_more));
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
}

std::vector<Line> lines(const LayoutPtr& layout) {
    std::vector<Line> result;
    auto* iterator = pango_layout_get_iter(layout.get());
    do {
        PangoRectangle box;
        pango_layout_iter_get_line_extents(iterator, nullptr, &box);
        auto* line = pango_layout_iter_get_line_readonly(iterator);
        const double ascent = units(pango_layout_iter_get_baseline(iterator) - box.y);
        result.push_back({line, units(box.x), units(box.width), units(box.height), ascent});
    } while (pango_layout_iter_next_line(iterator) != FALSE);
    pango_layout_iter_free(iterator);
    return result;
}

double width(const LayoutPtr& layout) {
    PangoRectangle box;
    pango_layout_get_extents(layout.get(), nullptr, &box);
    return units(box.width);
}

double height(const LayoutPtr& layout) {
    PangoRectangle box;
    pango_layout_get_extents(layout.get(), nullptr, &box);
    return units(box.height);
}

Canvas::Canvas(const PdfFonts& fonts) {
    add_font_folder(fonts.folder);
    context_.reset(pango_font_map_create_context(font_map()));
    pango_context_set_language(context_.get(), pango_language_from_string("zh-cn"));
    surface_ =
        cairo_pdf_surface_create_for_stream(append, &bytes_, points(OfficialLayout::page_width_mm),
                                            points(OfficialLayout::page_height_mm));
    cairo_ = cairo_create(surface_);
    cairo_set_line_width(cairo_, 0.5);
}

Canvas::~Canvas() {
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
}

void Canvas::describe(const std::string& title, const std::string& author, Moment made_at) {
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& value) {
        cairo_pdf_surface_set_metadata(surface_, what, value.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, title);
    set(CAIRO_PDF_METADATA_AUTHOR, author);
    set(CAIRO_PDF_METADATA_CREATOR, "gongkai");
    set(CAIRO_PDF_METADATA_CREATE_DATE, made_at.iso().substr(0, 19) + "+08:00");
}

void Canvas::outline(const std::string& title) {
    const auto destination = fmt::format("section-{}", ++outlined_);
    cairo_tag_begin(cairo_, CAIRO_TAG_DEST, fmt::format("name='{}'", destination).c_str());
    cairo_tag_end(cairo_, CAIRO_TAG_DEST);
    cairo_pdf_surface_add_outline(surface_, CAIRO_PDF_OUTLINE_ROOT, title.c_str(),
                                  fmt::format("dest='{}'", destination).c_str(),
                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

void Canvas::begin_tag(const char* name) {
    cairo_tag_begin(cairo_, name, nullptr);
}

void Canvas::end_tag(const char* name) {
    cairo_tag_end(cairo_, name);
}

void Canvas::next_page() {
    cairo_show_page(cairo_);
}

LayoutPtr Canvas::layout(Face face, double size_pt, const std::string& text, bool is_bold) const {
    LayoutPtr layout(pango_layout_new(context_.get()));
    auto* description = pango_font_description_from_string(names(face).families);
    pango_font_description_set_absolute_size(description, size_pt * PANGO_SCALE);
    if (is_bold || face == Face::title) {
        pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD);
    }
    pango_layout_set_font_description(layout.get(), description);
    pango_font_description_free(description);
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    return layout;
}

void Canvas::draw_line(const Line& line, double x, double baseline) {
    cairo_move_to(cairo_, x, baseline);
    pango_cairo_show_layout_line(cairo_, line.line);
}

void Canvas::use_ink(Ink ink) {
    cairo_set_source_rgb(cairo_, ink == Ink::red ? 0.85 : 0, 0, 0);
}

void Canvas::draw_bar(double x, double y, double bar_width, double bar_height) {
    cairo_rectangle(cairo_, x, y, bar_width, bar_height);
    cairo_fill(cairo_);
}

void Canvas::draw_box(double x, double y, double box_width, double box_height) {
    cairo_rectangle(cairo_, x, y, box_width, box_height);
    cairo_stroke(cairo_);
}

std::vector<std::string> Canvas::substituted_fonts() const {
    std::vector<std::string> result;
    for (const auto& each : faces) {
        auto* description = pango_font_description_from_string(each.families);
        auto* font = pango_font_map_load_font(font_map(), context_.get(), description);
        pango_font_description_free(description);
        GK_ASSERT(font != nullptr);
        auto* found = pango_font_describe(font);
        const std::string family = pango_font_description_get_family(found);
        pango_font_description_free(found);
        g_object_unref(font);
        const std::string wanted = each.families;
        const auto last = wanted.substr(wanted.rfind(',') + 1);
        const bool is_official = family != last && wanted.find(family) != std::string::npos;
        if (!is_official) {
            result.push_back(fmt::format("{}以 {} 代替", each.official, family));
        }
    }
    return result;
}

std::string Canvas::bytes() && {
    cairo_surface_finish(surface_);
    if (const auto status = cairo_surface_status(surface_); status != CAIRO_STATUS_SUCCESS) {
        throw Fault(fmt::format("cairo: {}", cairo_status_to_string(status)));
    }
    return std::move(bytes_);
}

}  // namespace gk::document::pdf
