// What a line of a document is, beside a row of a table.
#pragma once

#include <string_view>

namespace gk::report {

// Running text: a full stop, a very long word or a very long line.
[[nodiscard]] bool is_prose(std::string_view text);

// A drawn line: "|---|:-:|", "+-----+", "------", "├──┼──┤".
[[nodiscard]] bool is_rule(std::string_view text);

// "- 3 -", "—4—", "第 3 页 共 5 页": what a page break leaves in the text.
[[nodiscard]] bool is_page_number(std::string_view text);

}  // namespace gk::report
