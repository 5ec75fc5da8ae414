// The numbers by which a person, an organization or an account is known, and whether one can be
// genuine: 公民身份号码 (GB 11643-1999), 统一社会信用代码 (GB 32100-2015), bank cards, mobile
// telephones. A number may be typed with full-width characters, spaces or hyphens and a small x.
#pragma once

#include <string>
#include <string_view>

namespace gk::law {

// Half-width, upper case, without spaces and hyphens: one number has one form.
[[nodiscard]] std::string normalised_number(std::string_view typed);

// 18 characters: area, date of birth that exists, sequence, check character.
[[nodiscard]] bool is_identity_number(std::string_view typed);

// The 15 digits of before 1999: area, birth as YYMMDD of the twentieth century, sequence.
[[nodiscard]] bool is_old_identity_number(std::string_view typed);

// 18 characters of the alphabet without I, O, S, V, Z; the last is the check character.
[[nodiscard]] bool is_credit_code(std::string_view typed);

// 13 to 19 digits whose Luhn sum is a multiple of ten. Some banks number accounts otherwise: where
// this is false, a number beside 账号 may still be one.
[[nodiscard]] bool is_bank_card_number(std::string_view typed);

// 1, then 3 to 9, then nine digits.
[[nodiscard]] bool is_mobile_number(std::string_view typed);

}  // namespace gk::law
