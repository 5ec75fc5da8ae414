#include "document/list_number.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace gk::document {

namespace {

std::string chinese_number(int number) {
    constexpr std::array<std::string_view, 10> digits = {"〇", "一", "二", "三", "四",
                                                         "五", "六", "七", "八", "九"};
    if (number < 0 || number > 99) {
        return std::to_string(number);
    }
    const auto tens = static_cast<std::size_t>(number / 10);
    const auto ones = static_cast<std::size_t>(number % 10);
    std::string text;
    if (tens > 0) {
        text.append(tens > 1 ? digits[tens] : "").append("十");
    }
    return ones > 0 || tens == 0 ? text.append(digits[ones]) : text;
}

std::string roman_number(int number) {
    constexpr std::pair<int, std::string_view> parts[] = {{100, "c"}, {90, "xc"}, {50, "l"},
                                                          {40, "xl"}, {10, "x"},  {9, "ix"},
                                                          {5, "v"},   {4, "iv"},  {1, "i"}};
    std::string text;
    for (const auto& [value, letters] : parts) {
        for (; number >= value; number -= value) {
            text += letters;
        }
    }
    return text;
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    });
    return text;
}

std::string letter_number(int number) {
    constexpr int letter_count = 26;
    std::string letters;
    letters.append(static_cast<std::size_t>((number - 1) / letter_count) + 1,
                   static_cast<char>('a' + (number - 1) % letter_count));
    return letters;
}

std::string from_code_point(char32_t first, int number) {
    std::string text;
    text::append(text, first + static_cast<char32_t>(number - 1));
    return text;
}

}  // namespace

std::string formatted_number(int number, std::string_view format) {
    if (format.starts_with("chineseCounting") || format.starts_with("ideograph") ||
        format == "japaneseCounting" || format == "taiwaneseCountingThousand") {
        return chinese_number(number);
    }
    if (number >= 1 && number <= 999) {
        if (format == "lowerLetter") {
            return letter_number(number);
        }
        if (format == "upperLetter") {
            return upper(letter_number(number));
        }
        if (format == "lowerRoman") {
            return roman_number(number);
        }
        if (format == "upperRoman") {
            return upper(roman_number(number));
        }
    }
    if (number >= 1 && number <= 20 && format.starts_with("decimalEnclosedCircle")) {
        return from_code_point(U'①', number);
    }
    return std::to_string(number);
}

}  // namespace gk::document
