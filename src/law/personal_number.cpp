#include "law/personal_number.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/text.hpp"

namespace gk::law {

namespace {

constexpr std::size_t identity_number_length = 18;
constexpr std::size_t old_identity_number_length = 15;
constexpr std::size_t credit_code_length = 18;
constexpr std::size_t bank_card_length_min = 13;
constexpr std::size_t bank_card_length_max = 19;
constexpr std::size_t mobile_number_length = 11;

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

bool are_digits(std::string_view text) {
    return std::ranges::all_of(text, is_digit);
}

unsigned number_of(std::string_view digits) {
    unsigned number = 0;
    for (const char digit : digits) {
        number = number * 10 + static_cast<unsigned>(digit - '0');
    }
    return number;
}

// Wider than Date, whose first year is 1900: the standard's own example was born in 1880.
bool is_day(unsigned year, std::string_view month_and_day) {
    return std::chrono::year_month_day(std::chrono::year(static_cast<int>(year)),
                                       std::chrono::month(number_of(month_and_day.substr(0, 2))),
                                       std::chrono::day(number_of(month_and_day.substr(2, 2))))
        .ok();
}

// GB 11643-1999: the remainder of the weighted sum by 11 picks the check character.
char identity_check(std::string_view number) {
    constexpr std::array<unsigned, 17> weights = {7, 9, 10, 5,  8, 4, 2, 1, 6,
                                                  3, 7, 9,  10, 5, 8, 4, 2};
    constexpr std::string_view characters = "10X98765432";
    unsigned sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += weights[i] * number_of(number.substr(i, 1));
    }
    return characters[sum % characters.size()];
}

bool is_dash(char32_t code_point) {
    return code_point == U'-' || (code_point >= 0x2010 && code_point <= 0x2015) ||
           code_point == 0x2212;
}

}  // namespace

std::string normalised_number(std::string_view typed) {
    std::string number;
    for (auto code_point : text::decode(text::to_half_width(typed))) {
        if (text::is_space(code_point) || is_dash(code_point)) {
            continue;
        }
        if (code_point >= U'a' && code_point <= U'z') {
            code_point -= U'a' - U'A';
        }
        text::append(number, code_point);
    }
    return number;
}

bool is_identity_number(std::string_view typed) {
    const auto given = normalised_number(typed);
    const std::string_view number = given;
    return number.size() == identity_number_length &&
           are_digits(number.substr(0, identity_number_length - 1)) &&
           is_day(number_of(number.substr(6, 4)), number.substr(10, 4)) &&
           number.back() == identity_check(number);
}

bool is_old_identity_number(std::string_view typed) {
    const auto given = normalised_number(typed);
    const std::string_view number = given;
    return number.size() == old_identity_number_length && are_digits(number) &&
           is_day(1900 + number_of(number.substr(6, 2)), number.substr(8, 4));
}

// GB 32100-2015: C18 = 31 − (Σ value × 3^(i−1) mod 31), and 31 stands for 0.
bool is_credit_code(std::string_view typed) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const auto code = normalised_number(typed);
    if (code.size() != credit_code_length ||
        code.find_first_not_of(alphabet) != std::string::npos) {
        return false;
    }
    const auto modulus = alphabet.size();
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (std::size_t i = 0; i + 1 < code.size(); ++i) {
        sum += alphabet.find(code[i]) * weight;
        weight = weight * 3 % modulus;
    }
    return code.back() == alphabet[(modulus - sum % modulus) % modulus];
}

bool is_bank_card_number(std::string_view typed) {
    const auto number = normalised_number(typed);
    if (number.size() < bank_card_length_min || number.size() > bank_card_length_max ||
        !are_digits(number)) {
        return false;
    }
    unsigned sum = 0;
    for (std::size_t from_right = 0; from_right < number.size(); ++from_right) {
        const auto digit = static_cast<unsigned>(number[number.size() - 1 - from_right] - '0');
        const auto counted = from_right % 2 == 0 ? digit : digit * 2;
        sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
}

bool is_mobile_number(std::string_view typed) {
    const auto number = normalised_number(typed);
    return number.size() == mobile_number_length && are_digits(number) && number[0] == '1' &&
           number[1] >= '3';
}

}  // namespace gk::law
