#include "law/citation_text.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "law/instrument.hpp"

namespace gk::law {

namespace {

// "第{}条" with its number, or nothing where the citation does not go so deep.
std::string part(fmt::format_string<std::string> pattern, int number) {
    return number == 0 ? std::string() : fmt::format(pattern, chinese_number(number));
}

}  // namespace

std::string chinese_number(int number) {
    GK_ASSERT(number >= 1 && number <= 999);
    constexpr std::array<std::string_view, 10> digits = {"",   "一", "二", "三", "四",
                                                         "五", "六", "七", "八", "九"};
    const auto hundreds = static_cast<std::size_t>(number / 100);
    const auto tens = static_cast<std::size_t>(number / 10 % 10);
    const auto ones = static_cast<std::size_t>(number % 10);
    std::string text;
    if (hundreds > 0) {
        text = fmt::format("{}百", digits[hundreds]);
    }
    if (tens > 0) {
        // 十二, but 二十二 and 一百一十二.
        text += number < 20 ? std::string("十") : fmt::format("{}十", digits[tens]);
    } else if (hundreds > 0 && ones > 0) {
        text += "零";
    }
    text += digits[ones];
    return text;
}

std::string article_text(const Citation& citation) {
    return part("第{}条", citation.article) + part("第{}款", citation.paragraph) +
           part("第（{}）项", citation.item);
}

std::string citation_text(const Citation& citation) {
    if (citation.empty()) {
        return {};
    }
    const auto* instrument = find_instrument(citation.instrument);
    GK_ASSERT(instrument != nullptr);
    // Inside of book marks, those of the title itself become single ones.
    const auto title = text::replace_all(
        text::replace_all(std::string(instrument->title), "《", "〈"), "》", "〉");
    return fmt::format("《{}》{}", title, article_text(citation));
}

}  // namespace gk::law
