// Gathers the text of running HTML into paragraphs, with white space as a browser shows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace gk::document {

// Runs of white space become one space; a line end of the source between two Chinese characters
// becomes nothing. Paragraphs without a visible character are left out.
class HtmlFlow {
public:
    void add_text(std::string_view text);
    // As in <pre>: spaces stay, each line is a paragraph.
    void add_preformatted(std::string_view text);
    void end_paragraph();

    void set_heading_level(int level) { heading_level_ = level; }

    // Ends the paragraph first, so that it stands before what is appended.
    [[nodiscard]] std::vector<Block>& blocks();

private:
    std::vector<Block> blocks_;
    std::string line_;
    int heading_level_ = 0;
    bool is_space_due_ = false;
    bool is_line_end_due_ = false;
};

}  // namespace gk::document
