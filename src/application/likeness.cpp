#include "application/likeness.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace gk::application {

namespace {

bool is_letter(char32_t c) {
    const bool is_latin = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    const bool is_punctuation = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) ||
                                (c >= 0xFF00 && c <= 0xFFEF);
    return is_latin || (c >= 0x80 && !is_punctuation && !text::is_space(c));
}

using Pair = std::u32string;

// Every two neighbouring characters, sorted, each as often as it is there.
std::vector<Pair> pairs(std::string_view utf8) {
    std::u32string letters;
    for (const auto c : text::decode(text::lower_ascii(text::to_half_width(utf8)))) {
        if (is_letter(c)) {
            letters += c;
        }
    }
    std::vector<Pair> all;
    for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
        all.push_back(letters.substr(i, 2));
    }
    if (letters.size() == 1) {
        all.push_back(letters);
    }
    std::ranges::sort(all);
    return all;
}

}  // namespace

int likeness_percent(std::string_view one, std::string_view other) {
    const auto first = pairs(one);
    const auto second = pairs(other);
    if (first.empty() || second.empty()) {
        return 0;
    }
    std::vector<Pair> shared;
    std::ranges::set_intersection(first, second, std::back_inserter(shared));
    // Dice's coefficient.
    return static_cast<int>(200 * shared.size() / (first.size() + second.size()));
}

}  // namespace gk::application
