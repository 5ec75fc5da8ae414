#include "document/html_flow.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "document/charset.hpp"
#include "document/text_file.hpp"

namespace gk::document {

namespace {

constexpr std::string_view white_space = " \t\n\r\f";

// Of U+2000 and above, where Chinese characters and their punctuation are.
bool begins_wide(char byte) {
    return static_cast<unsigned char>(byte) >= 0xE2;
}

bool ends_wide(std::string_view text) {
    auto at = text.size();
    do {
        --at;
    } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return begins_wide(text[at]);
}

}  // namespace

void HtmlFlow::add_text(std::string_view text) {
    while (!text.empty()) {
        const auto word = std::min(text.find_first_not_of(white_space), text.size());
        is_space_due_ = is_space_due_ || word > 0;
        is_line_end_due_ = is_line_end_due_ || text.substr(0, word).find('\n') != text.npos;
        text.remove_prefix(word);
        if (text.empty()) {
            return;
        }
        if (is_space_due_ && !line_.empty() &&
            !(is_line_end_due_ && ends_wide(line_) && begins_wide(text[0]))) {
            line_ += ' ';
        }
        is_space_due_ = is_line_end_due_ = false;
        const auto end = std::min(text.find_first_of(white_space), text.size());
        line_.append(text, 0, end);
        text.remove_prefix(end);
    }
}

void HtmlFlow::add_preformatted(std::string_view text) {
    const auto lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        line_.append(lines[i]);
        if (i + 1 < lines.size() || text.ends_with('\n')) {
            end_paragraph();
        }
    }
}

void HtmlFlow::end_paragraph() {
    drop_invisible(line_);
    if (!text::trim(line_).empty()) {
        blocks_.emplace_back(Paragraph{line_, heading_level_, 0});
    }
    line_.clear();
    is_space_due_ = is_line_end_due_ = false;
}

std::vector<Block>& HtmlFlow::blocks() {
    end_paragraph();
    return blocks_;
}

}  // namespace gk::document
