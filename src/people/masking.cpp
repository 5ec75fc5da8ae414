#include "people/masking.hpp"

#include "base/text.hpp"
#include "law/personal_number.hpp"

namespace gk::people {

namespace {

// Hides what lies between the characters that stay at either end.
std::string masked(std::u32string text, std::size_t stay_first, std::size_t stay_last) {
    for (std::size_t i = stay_first; i + stay_last < text.size(); ++i) {
        text[i] = U'*';
    }
    return text::encode(text);
}

}  // namespace

std::string masked_number(std::string_view number) {
    constexpr std::size_t shortest_with_ten_shown = 15;
    const auto text = text::decode(law::normalised_number(number));
    if (text.size() >= shortest_with_ten_shown) {
        return masked(text, 6, 4);
    }
    return text.size() > 4 ? masked(text, 1, 1) : masked(text, 0, 0);
}

std::string masked_phone(std::string_view phone) {
    constexpr std::size_t length_of_mobile = 11;
    const auto text = text::decode(law::normalised_number(phone));
    if (text.size() >= length_of_mobile) {
        return masked(text, 3, 4);
    }
    return text.size() > 4 ? masked(text, 0, 2) : masked(text, 0, 0);
}

std::string masked_name(std::string_view name) {
    const auto text = text::decode(text::trim(name));
    return masked(text, text.size() > 1 ? 1 : 0, 0);
}

}  // namespace gk::people
