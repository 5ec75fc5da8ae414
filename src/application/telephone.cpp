#include "application/telephone.hpp"

#include "law/personal_number.hpp"

namespace gk::application {

std::string normalised_telephone(std::string_view typed) {
    auto number = law::normalised_number(typed);
    for (const std::string_view prefix : {"+86", "0086", "86"}) {
        if (number.starts_with(prefix)) {
            auto rest = number.substr(prefix.size());
            // 86 alone may be the beginning of another number.
            if (prefix != "86" || law::is_mobile_number(rest)) {
                return rest;
            }
        }
    }
    return number;
}

}  // namespace gk::application
