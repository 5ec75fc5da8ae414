#include "web/portal/compare_text_view.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "report/report_document.hpp"

namespace gk::web::portal {

namespace {

using report::SharedPassage;
using Passages = std::span<const SharedPassage>;

void fill_paragraph(page::Values paragraph, std::string_view text, Passages passages,
                    law::Section section, std::size_t number) {
    std::size_t at = 0;
    for (const auto& passage : passages) {
        if (passage.section != section || passage.paragraph != number) {
            continue;
        }
        paragraph.add("PIECE").add("PLAIN").set("TEXT", text.substr(at, passage.begin - at));
        paragraph.add("PIECE").add("COMMON").set(
            "TEXT", text.substr(passage.begin, passage.end - passage.begin));
        at = passage.end;
    }
    paragraph.add("PIECE").add("PLAIN").set("TEXT", text.substr(at));
}

void fill_side(page::Values side, const report::AnnualReport& report, Passages passages,
               law::Section section) {
    const auto& paragraphs = report.sections[static_cast<std::size_t>(section)].paragraphs;
    if (paragraphs.empty()) {
        side.show("NO_TEXT");
    }
    for (std::size_t number = 0; number < paragraphs.size(); ++number) {
        fill_paragraph(side.add("PARAGRAPH"), paragraphs[number], passages, section, number);
    }
}

bool has_passage(Passages passages, law::Section section) {
    return std::ranges::find(passages, section, &SharedPassage::section) != passages.end();
}

}  // namespace

void fill_common_text(page::Values& values, const report::AnnualReport& first,
                      const report::AnnualReport& second, const report::Comparison& comparison) {
    const Passages in_first = comparison.in_first;
    const Passages in_second = comparison.similarity.passages;
    if (in_second.empty()) {
        values.show("NOTHING_COMMON");
        return;
    }
    for (const auto section : law::sections()) {
        if (!has_passage(in_first, section) && !has_passage(in_second, section)) {
            continue;
        }
        auto part = values.add("SECTION");
        part.set("NAME", report::numbered_title(second, section));
        fill_side(part.add("FIRST_SIDE"), first, in_first, section);
        fill_side(part.add("SECOND_SIDE"), second, in_second, section);
    }
}

}  // namespace gk::web::portal
