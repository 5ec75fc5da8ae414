// A document as an office sends it out (GB/T 9704-2012): a title, paragraphs by level, tables.
// What is in it is decided elsewhere; here it becomes docx or PDF.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.hpp"

namespace gk::document {

// Levels by 7.3.3: the first in 黑体, the second in 楷体, the text itself in 仿宋. 发文字号 stands
// below the title, 主送 flush left after a blank line (7.3.2), 附件说明 after a blank line (7.3.4),
// 附注 below the date (7.3.6).
enum class TextLevel {
    title,
    reference_number,
    addressee,
    first_level,
    second_level,
    body,
    attachments,
    note,
};

struct Text {
    TextLevel level = TextLevel::body;
    std::string text;  // '\n' breaks the line.
};

enum class CellAlign { left, centre };

struct BoxedCell {
    std::string text;
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
    CellAlign align = CellAlign::centre;
    bool is_head = false;
};

// A table as wide as the text. Every field of the grid is covered by exactly one cell.
struct BoxedTable {
    std::string caption;  // Not printed; tells a screen reader what the table is.
    int rows = 0;
    int head_rows = 0;                  // Repeated on each page.
    std::vector<double> column_shares;  // Of the text width; they add up to 1.
    double type_size_pt = 10.5;
    std::vector<BoxedCell> cells;  // In reading order.
};

// 发文机关署名 and 成文日期, two lines below the text and with room for the seal over both
// (7.3.5.1): never alone on a page.
struct Signature {
    std::string agency;
    std::string date;
};

// 信函格式 (10.1): the name of the agency in red above and a rule at the foot of the first page,
// 发文字号 flush right, no page number on that page. Stands first.
struct Letterhead {
    std::string agency;
    std::string number;
};

struct OfficialDocument {
    std::string title;   // Document property; the printed title is a Text of its own.
    std::string author;  // The agency.
    Moment made_at;
    std::vector<std::variant<Text, BoxedTable, Signature, Letterhead>> blocks;
};

// The cell that covers a field. Asserts that there is one.
[[nodiscard]] const BoxedCell& covering(const BoxedTable& table, int row, int column);

// GB/T 9704-2012, 5.2: A4, margins, the text field of 22 lines by 28 characters.
struct OfficialLayout {
    static constexpr double page_width_mm = 210;
    static constexpr double page_height_mm = 297;
    static constexpr double top_mm = 37;
    static constexpr double left_mm = 28;
    static constexpr double text_width_mm = 156;
    static constexpr double text_height_mm = 225;
    static constexpr int lines_per_page = 22;
    static constexpr double body_size_pt = 16;         // 3号
    static constexpr double title_size_pt = 22;        // 2号
    static constexpr double page_number_size_pt = 14;  // 4号
    static constexpr double page_number_below_mm = 7;
    static constexpr int characters_per_line = 28;
    static constexpr int signature_gap_lines = 2;
    // 信函格式: the name 30 mm from the edge, rules 170 mm wide, the lower one 20 mm from the edge.
    static constexpr double letterhead_top_mm = 30;
    static constexpr double rule_width_mm = 170;
    static constexpr double rule_bottom_mm = 20;
    static constexpr double letterhead_size_pt = 36;

    // 28 characters of 16 pt are a little wider than 156 mm: each gives up 0.2 pt.
    [[nodiscard]] static constexpr double character_pitch_pt() {
        return text_width_mm * 72 / 25.4 / characters_per_line;
    }
};

// How wide the text is in 3号: a character of Latin or a digit is half a one.
[[nodiscard]] double width_in_characters(std::string_view utf8);

// Office Open XML. Names the official fonts (小标宋, 仿宋_GB2312, 楷体_GB2312, 黑体) and gives
// each the free one to fall back on; embeds nothing.
[[nodiscard]] std::string write_docx(const OfficialDocument& document);

struct PdfFonts {
    // A folder of fonts that the operator may add; empty for none.
    std::string folder;
};

// PDF with structure tags, an outline and subset fonts. Throws Fault where no font can be had.
[[nodiscard]] std::string write_pdf(const OfficialDocument& document, const PdfFonts& fonts = {});

// Several documents in one file, to be printed together: each begins on a right-hand page and
// counts its own pages. Asserts that there is one.
[[nodiscard]] std::string write_pdf(const std::vector<OfficialDocument>& documents,
                                    const PdfFonts& fonts = {});

// The official fonts that this machine lacks and what stands in: 「仿宋_GB2312 以 … 代替」.
[[nodiscard]] std::vector<std::string> substituted_fonts(const PdfFonts& fonts = {});

}  // namespace gk::document
