// How near two texts are: by the pairs of neighbouring characters that both have. Pure.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace gk::web::citizen {

// The pairs of neighbouring characters of a text: half-width, lower case, without what is no
// letter, digit or Han character.
[[nodiscard]] std::set<std::u32string> character_pairs(std::string_view text);

// How much of `sought` occurs in `text`, from 0 to 1; 0 where one of the two has no pair.
[[nodiscard]] double share_found(const std::set<std::u32string>& sought, std::string_view text);

}  // namespace gk::web::citizen
