// The pages of an official document in the making: 22 lines each, tables that break between rows
// and repeat their head, a signature that is never alone, page numbers as GB/T 9704 7.5 has them.
#pragma once

#include <cstddef>
#include <string>

#include "document/official_document.hpp"
#include "document/pdf_canvas.hpp"

namespace gk::document::pdf {

class Pages {
public:
    // `document` must outlive it.
    Pages(Canvas& canvas, const OfficialDocument& document)
        : canvas_(canvas), document_(document) {}

    void draw();

    [[nodiscard]] int page_count() const { return page_; }

private:
    // Its block number tells each what comes before and after it.
    void add(const Text& text, std::size_t block);
    void add(const BoxedTable& content, std::size_t block);
    void add(const Signature& signature, std::size_t block);
    void add(const Letterhead& head, std::size_t block);

    [[nodiscard]] LayoutPtr laid_out(const Text& text) const;
    void draw_lines(const Text& text, const LayoutPtr& layout, double tail_height);
    // What must stand on the same page as the end of this block.
    [[nodiscard]] double tail_height_after(std::size_t block) const;
    void draw_signature_line(const std::string& text, double centre);

    void make_room(double height);
    void next_page();
    void number_page();

    Canvas& canvas_;
    const OfficialDocument& document_;
    int page_ = 1;
    bool has_letterhead_ = false;
    double y_ = points(OfficialLayout::top_mm);
};

}  // namespace gk::document::pdf
