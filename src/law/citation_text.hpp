// A citation in the words of a Chinese letter.
#pragma once

#include <string>

#include "base/citation.hpp"

namespace gk::law {

// 三, 十, 二十一, 一百零五: from 1 to 999, as articles are numbered.
[[nodiscard]] std::string chinese_number(int number);

// 第三十三条第二款第（一）项; as deep as the citation goes, empty where it names no article.
[[nodiscard]] std::string article_text(const Citation& citation);

// 《中华人民共和国政府信息公开条例》第三十三条第三款. The instrument must be one of instruments();
// empty for an empty citation.
[[nodiscard]] std::string citation_text(const Citation& citation);

}  // namespace gk::law
