// Bytes of unknown encoding → UTF-8. What is valid UTF-8 is taken for UTF-8 whatever the label
// says; the rest is read as its label says or, without one, as GB18030 (of which GB2312 and GBK are
// parts).
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace gk::document {

// `label` is what the file says of itself ("gb2312", "utf-8"); empty where it says nothing. A byte
// order mark decides before everything. NUL and control characters other than tab and line ends
// and characters that cannot be seen (byte order marks, zero width spaces) are left out; a few
// ill-formed bytes become U+FFFD; a file with more of them is refused
// (document.charset_undecodable).
[[nodiscard]] Result<std::string> decode_text(std::string_view bytes, std::string_view label = {});

// The same text as well-formed UTF-8 without controls, whatever the bytes are: for text that a
// library gives us from a file of its own format.
[[nodiscard]] std::string clean_text(std::string_view bytes);

// Takes soft hyphens, zero width spaces and marks of direction out of UTF-8.
void drop_invisible(std::string& utf8);

// The charset that a <meta> among the first bytes names, in lower case; empty where none does.
[[nodiscard]] std::string html_charset(std::string_view bytes);

}  // namespace gk::document
