// The pages of an official document, drawn with pango and cairo: 22 lines a page, tables that
// break between rows and repeat their head, page numbers as GB/T 9704 7.5 has them.
#include <algorithm>

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "base/assert.hpp"
#include "document/official_document.hpp"
#include "document/pdf_canvas.hpp"
#include "document/pdf_table.hpp"

namespace gk::document {

namespace {

using Layout = OfficialLayout;

constexpr double line_pitch = pdf::points(Layout::text_height_mm) / Layout::lines_per_page;
constexpr double text_bottom = pdf::points(Layout::top_mm + Layout::text_height_mm);

pdf::Face face_of(TextLevel level) {
    switch (level) {
        case TextLevel::title:
            return pdf::Face::title;
        case TextLevel::first_level:
            return pdf::Face::hei;
        case TextLevel::second_level:
            return pdf::Face::kai;
        case TextLevel::body:
            return pdf::Face::fangsong;
    }
    GK_ASSERT(!"a level of text");
    return pdf::Face::fangsong;
}

const char* tag_of(TextLevel level) {
    switch (level) {
        case TextLevel::title:
            return "H1";
        case TextLevel::first_level:
            return "H2";
        case TextLevel::second_level:
            return "H3";
        case TextLevel::body:
            return "P";
    }
    GK_ASSERT(!"a level of text");
    return nullptr;
}

class Pages {
public:
    explicit Pages(pdf::Canvas& canvas) : canvas_(canvas) {}

    void add(const Text& text) {
        const bool is_title = text.level == TextLevel::title;
        const double size = is_title ? Layout::title_size_pt : Layout::body_size_pt;
        auto layout = canvas_.layout(face_of(text.level), size, text.text);
        pdf::set_width(layout, pdf::points(Layout::text_width_mm));
        if (is_title) {
            pdf::centre(layout);
        } else {
            pdf::justify_with_indent(layout, 2 * Layout::body_size_pt);
        }
        const auto lines = pdf::lines(layout);
        keep_together(text.level, lines.size());
        if (text.level == TextLevel::first_level) {
            canvas_.outline(text.text);
        }
        canvas_.begin_tag(tag_of(text.level));
        const double pitch = is_title ? line_pitch * 1.2 : line_pitch;
        for (const auto& line : lines) {
            make_room(pitch);
            canvas_.draw_line(line, pdf::points(Layout::left_mm) + line.x, y_ + pitch * 0.75);
            y_ += pitch;
        }
        canvas_.end_tag(tag_of(text.level));
        if (is_title) {
            y_ += line_pitch;
        }
    }

    void add(const BoxedTable& content) {
        const pdf::Table table(canvas_, content);
        canvas_.begin_tag("Table");
        y_ += line_pitch * 0.2;
        int first = 0;
        while (first < content.rows) {
            const int head = first == 0 ? 0 : content.head_rows;
            int last = first;
            const double top = y_ + table.height(0, head);
            while (last < content.rows && top + table.height(first, last + 1) <= text_bottom) {
                ++last;
            }
            const bool page_is_fresh = y_ <= pdf::points(Layout::top_mm) + line_pitch;
            if (last - first <= content.head_rows && last < content.rows && !page_is_fresh) {
                next_page();
                continue;
            }
            last = std::max(last, first + 1);
            y_ = table.draw(canvas_, pdf::points(Layout::left_mm), y_, 0, head);
            y_ = table.draw(canvas_, pdf::points(Layout::left_mm), y_, first, last);
            first = last;
            if (first < content.rows) {
                next_page();
            }
        }
        canvas_.end_tag("Table");
        y_ += line_pitch * 0.5;
    }

    void finish() { number_page(); }

private:
    // A heading is not left alone at the foot of a page.
    void keep_together(TextLevel level, std::size_t lines) {
        const bool is_heading = level == TextLevel::first_level || level == TextLevel::second_level;
        if (is_heading) {
            make_room(line_pitch * static_cast<double>(lines + 2));
        }
    }

    void make_room(double height) {
        if (y_ + height > text_bottom + 0.5) {
            next_page();
        }
    }

    void next_page() {
        number_page();
        canvas_.next_page();
        ++page_;
        y_ = pdf::points(Layout::top_mm);
    }

    void number_page() {
        const double size = Layout::page_number_size_pt;
        auto layout = canvas_.layout(pdf::Face::song, size, fmt::format("— {} —", page_));
        const double width = pdf::width(layout);
        const double left = pdf::points(Layout::left_mm);
        const double right = left + pdf::points(Layout::text_width_mm);
        const double x = page_ % 2 == 1 ? right - size - width : left + size;
        const double y = text_bottom + pdf::points(Layout::page_number_below_mm) + size;
        canvas_.draw_line(pdf::lines(layout).front(), x, y);
    }

    pdf::Canvas& canvas_;
    int page_ = 1;
    double y_ = pdf::points(Layout::top_mm);
};

}  // namespace

std::string write_pdf(const OfficialDocument& document, const PdfFonts& fonts) {
    pdf::Canvas canvas(fonts);
    canvas.describe(document.title, document.author, document.made_at);
    Pages pages(canvas);
    canvas.begin_tag("Document");
    for (const auto& block : document.blocks) {
        std::visit([&](const auto& each) { pages.add(each); }, block);
    }
    canvas.end_tag("Document");
    pages.finish();
    return std::move(canvas).bytes();
}

std::vector<std::string> substituted_fonts(const PdfFonts& fonts) {
    return pdf::Canvas(fonts).substituted_fonts();
}

}  // namespace gk::document
