#include "document/pdf_pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "document/pdf_table.hpp"

namespace gk::document::pdf {

namespace {

using Layout = OfficialLayout;

constexpr double line_pitch = points(Layout::text_height_mm) / Layout::lines_per_page;
constexpr double text_left = points(Layout::left_mm);
constexpr double text_width = points(Layout::text_width_mm);
constexpr double text_right = text_left + text_width;
constexpr double text_bottom = points(Layout::top_mm + Layout::text_height_mm);
constexpr double letter_spacing = Layout::character_pitch_pt() - Layout::body_size_pt;

Face face_of(TextLevel level) {
    switch (level) {
        case TextLevel::title:
            return Face::title;
        case TextLevel::first_level:
            return Face::hei;
        case TextLevel::second_level:
            return Face::kai;
        case TextLevel::reference_number:
        case TextLevel::addressee:
        case TextLevel::body:
        case TextLevel::attachments:
        case TextLevel::note:
            return Face::fangsong;
    }
    GK_ASSERT(!"a level of text");
    return Face::fangsong;
}

const char* tag_of(TextLevel level) {
    switch (level) {
        case TextLevel::title:
            return "H1";
        case TextLevel::first_level:
            return "H2";
        case TextLevel::second_level:
            return "H3";
        case TextLevel::reference_number:
        case TextLevel::addressee:
        case TextLevel::body:
        case TextLevel::attachments:
        case TextLevel::note:
            return "P";
    }
    GK_ASSERT(!"a level of text");
    return nullptr;
}

bool is_level(const OfficialDocument& document, std::size_t block, TextLevel level) {
    if (block >= document.blocks.size()) {
        return false;
    }
    const auto* text = std::get_if<Text>(&document.blocks[block]);
    return text != nullptr && text->level == level;
}

}  // namespace

void Pages::draw() {
    for (std::size_t block = 0; block < document_.blocks.size(); ++block) {
        std::visit([&](const auto& each) { add(each, block); }, document_.blocks[block]);
    }
    number_page();
}

LayoutPtr Pages::laid_out(const Text& text) const {
    const bool is_title = text.level == TextLevel::title;
    auto layout = canvas_.layout(
        face_of(text.level), is_title ? Layout::title_size_pt : Layout::body_size_pt, text.text);
    set_width(layout, text_width);
    if (is_title || text.level == TextLevel::reference_number) {
        centre(layout);
        return layout;
    }
    space_out(layout, letter_spacing);
    if (text.level == TextLevel::addressee) {
        justify_with_indent(layout, 0);
    } else if (text.level == TextLevel::note) {
        indent_first(layout, 2 * Layout::character_pitch_pt());
    } else if (text.level == TextLevel::attachments) {
        // 附件：1. and the lines below it begin two characters in; what wraps, under the name.
        set_width(layout, text_width - 2 * Layout::character_pitch_pt());
        hang(layout, 4 * Layout::character_pitch_pt());
    } else {
        justify_with_indent(layout, 2 * Layout::character_pitch_pt());
    }
    return layout;
}

double Pages::tail_height_after(std::size_t block) const {
    if (block + 1 >= document_.blocks.size() ||
        !std::holds_alternative<Signature>(document_.blocks[block + 1])) {
        return 0;
    }
    const bool has_note = block + 2 < document_.blocks.size();
    return line_pitch * (Layout::signature_gap_lines + 2 + (has_note ? 1 : 0));
}

void Pages::draw_lines(const Text& text, const LayoutPtr& layout, double tail_height) {
    const bool is_title = text.level == TextLevel::title;
    const double pitch = is_title ? line_pitch * 1.2 : line_pitch;
    const double indent =
        text.level == TextLevel::attachments ? 2 * Layout::character_pitch_pt() : 0;
    const auto all = lines(layout);
    for (std::size_t i = 0; i < all.size(); ++i) {
        // The last two lines stay with what must not be alone.
        const bool is_near_end = i + 2 == all.size() || (i + 1 == all.size() && i == 0);
        const auto rest = static_cast<double>(all.size() - i);
        make_room(is_near_end && tail_height > 0 ? rest * pitch + tail_height : pitch);
        canvas_.draw_line(all[i], text_left + indent + all[i].x, y_ + pitch * 0.75);
        y_ += pitch;
    }
}

void Pages::add(const Text& text, std::size_t block) {
    if (text.level == TextLevel::addressee || text.level == TextLevel::attachments) {
        // The title has left a blank line already.
        const bool follows_title = block > 0 && is_level(document_, block - 1, TextLevel::title);
        y_ += follows_title ? 0 : line_pitch;
    }
    const auto layout = laid_out(text);
    // A heading is not left alone at the foot of a page.
    const bool is_heading =
        text.level == TextLevel::first_level || text.level == TextLevel::second_level;
    if (is_heading) {
        make_room(line_pitch * static_cast<double>(lines(layout).size() + 2));
    }
    if (text.level == TextLevel::first_level) {
        canvas_.outline(text.text);
    }
    canvas_.begin_tag(tag_of(text.level));
    draw_lines(text, layout, tail_height_after(block));
    canvas_.end_tag(tag_of(text.level));
    if (text.level == TextLevel::title &&
        !is_level(document_, block + 1, TextLevel::reference_number)) {
        y_ += line_pitch;
    }
}

void Pages::add(const BoxedTable& content, std::size_t /*block*/) {
    const Table table(canvas_, content);
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
        const bool page_is_fresh = y_ <= points(Layout::top_mm) + line_pitch;
        if (last - first <= content.head_rows && last < content.rows && !page_is_fresh) {
            next_page();
            continue;
        }
        last = std::max(last, first + 1);
        y_ = table.draw(canvas_, text_left, y_, 0, head);
        y_ = table.draw(canvas_, text_left, y_, first, last);
        first = last;
        if (first < content.rows) {
            next_page();
        }
    }
    canvas_.end_tag("Table");
    y_ += line_pitch * 0.5;
}

void Pages::draw_signature_line(const std::string& text, double line_centre) {
    auto layout = canvas_.layout(Face::fangsong, Layout::body_size_pt, text);
    const double half = width(layout) / 2;
    const double x = std::min(line_centre - half, text_right - 2 * half);
    canvas_.begin_tag("P");
    canvas_.draw_line(lines(layout).front(), std::max(x, text_left), y_ + line_pitch * 0.75);
    canvas_.end_tag("P");
    y_ += line_pitch;
}

// 7.3.5.1: the date four characters from the right, the signature centred above it.
void Pages::add(const Signature& signature, std::size_t /*block*/) {
    y_ += line_pitch * Layout::signature_gap_lines;
    make_room(2 * line_pitch);
    auto date = canvas_.layout(Face::fangsong, Layout::body_size_pt, signature.date);
    double date_centre = text_right - 4 * Layout::body_size_pt - width(date) / 2;
    auto agency = canvas_.layout(Face::fangsong, Layout::body_size_pt, signature.agency);
    // A long name takes the date along to the left: the two stay centred on each other.
    date_centre = std::min(date_centre, text_right - width(agency) / 2);
    draw_signature_line(signature.agency, date_centre);
    draw_signature_line(signature.date, date_centre);
}

void Pages::add(const Letterhead& head, std::size_t /*block*/) {
    constexpr double rule_left = points((Layout::page_width_mm - Layout::rule_width_mm) / 2);
    constexpr double rule_width = points(Layout::rule_width_mm);
    constexpr double thick = 2;
    constexpr double thin = 0.75;
    constexpr double gap = 1.25;
    has_letterhead_ = true;
    auto name = canvas_.layout(Face::title, Layout::letterhead_size_pt, head.agency);
    const double widest = rule_width / std::max(width(name), 1.0);
    if (widest < 1) {
        name = canvas_.layout(Face::title, Layout::letterhead_size_pt * widest, head.agency);
    }
    const auto line = lines(name).front();
    canvas_.use_ink(Canvas::Ink::red);
    canvas_.begin_tag("P");
    // The ascent of the line is more than the height of the characters above their foot.
    const double baseline = points(Layout::letterhead_top_mm) +
                            0.88 * Layout::letterhead_size_pt * std::min(widest, 1.0);
    canvas_.draw_line(line, points(Layout::page_width_mm) / 2 - width(name) / 2, baseline);
    canvas_.end_tag("P");
    const double y = baseline + points(4);
    canvas_.draw_bar(rule_left, y, rule_width, thick);
    canvas_.draw_bar(rule_left, y + thick + gap, rule_width, thin);
    const double foot = points(Layout::page_height_mm - Layout::rule_bottom_mm);
    canvas_.draw_bar(rule_left, foot - thick - gap - thin, rule_width, thin);
    canvas_.draw_bar(rule_left, foot - thick, rule_width, thick);
    canvas_.use_ink(Canvas::Ink::black);
    y_ = y + line_pitch * 0.4;
    auto number = canvas_.layout(Face::fangsong, Layout::body_size_pt, head.number);
    canvas_.begin_tag("P");
    canvas_.draw_line(lines(number).front(), text_right - width(number), y_ + line_pitch * 0.75);
    canvas_.end_tag("P");
    y_ += line_pitch * 3;  // The title stands two lines below.
}

void Pages::make_room(double height) {
    const bool page_is_fresh = y_ <= points(Layout::top_mm) + 0.5;
    if (y_ + height > text_bottom + 0.5 && !page_is_fresh) {
        next_page();
    }
}

void Pages::next_page() {
    number_page();
    canvas_.next_page();
    ++page_;
    y_ = points(Layout::top_mm);
}

void Pages::number_page() {
    if (page_ == 1 && has_letterhead_) {
        return;
    }
    const double size = Layout::page_number_size_pt;
    auto layout = canvas_.layout(Face::song, size, fmt::format("— {} —", page_));
    const double x = page_ % 2 == 1 ? text_right - size - width(layout) : text_left + size;
    const double y = text_bottom + points(Layout::page_number_below_mm) + size;
    canvas_.draw_line(lines(layout).front(), x, y);
}

}  // namespace gk::document::pdf
