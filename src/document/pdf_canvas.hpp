// A PDF in the making: faces by their official names with what stands in for them, lines of text,
// tags, outline. The only header that shows pango and cairo; only the PDF writer includes it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <cairo.h>
#include <pango/pango.h>

#include "base/clock.hpp"
#include "document/official_document.hpp"

namespace gk::document::pdf {

// 72 points to the inch.
[[nodiscard]] constexpr double points(double mm) {
    return mm * 72 / 25.4;
}

enum class Face { title, hei, kai, fangsong, song };

struct UnrefObject {
    void operator()(void* object) const;
};

using LayoutPtr = std::unique_ptr<PangoLayout, UnrefObject>;

// A line of a layout, which must outlive it.
struct Line {
    PangoLayoutLine* line;
    double x;  // From the left edge of the layout.
    double width;
    double height;
    double ascent;
};

void set_width(const LayoutPtr& layout, double width);
void centre(const LayoutPtr& layout);
void justify_with_indent(const LayoutPtr& layout, double indent);
void indent_first(const LayoutPtr& layout, double indent);
// Every line but the first starts so far from the left.
void hang(const LayoutPtr& layout, double indent);
// More (or less) room after each character.
void space_out(const LayoutPtr& layout, double extra);
[[nodiscard]] std::vector<Line> lines(const LayoutPtr& layout);
[[nodiscard]] double width(const LayoutPtr& layout);
[[nodiscard]] double height(const LayoutPtr& layout);

class Canvas {
public:
    explicit Canvas(const PdfFonts& fonts);
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    ~Canvas();

    void describe(const std::string& title, const std::string& author, Moment made_at);
    void outline(const std::string& title);
    void begin_tag(const char* name);
    void end_tag(const char* name);
    void next_page();

    [[nodiscard]] LayoutPtr layout(Face face, double size_pt, const std::string& text,
                                   bool is_bold = false) const;
    void draw_line(const Line& line, double x, double baseline);
    enum class Ink : bool { black, red };
    void use_ink(Ink ink);
    // A filled bar.
    void draw_bar(double x, double y, double width, double height);
    // A rectangle's outline in black, hair-thin.
    void draw_box(double x, double y, double width, double height);

    [[nodiscard]] std::vector<std::string> substituted_fonts() const;
    [[nodiscard]] std::string bytes() &&;

private:
    std::string bytes_;
    std::unique_ptr<PangoContext, UnrefObject> context_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    int outlined_ = 0;
};

}  // namespace gk::document::pdf
