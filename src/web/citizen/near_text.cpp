#include "web/citizen/near_text.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace gk::web::citizen {

namespace {

bool is_letter(char32_t c) {
    constexpr char32_t first_han = 0x3400;
    constexpr char32_t full_width = 0xFF00;
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') ||
           (c >= first_han && c < full_width);
}

}  // namespace

std::set<std::u32string> character_pairs(std::string_view text) {
    std::u32string run;
    std::set<std::u32string> pairs;
    for (const auto c : text::decode(text::lower_ascii(text::to_half_width(text)))) {
        if (!is_letter(c)) {
            run.clear();
            continue;
        }
        run += c;
        if (run.size() > 2) {
            run.erase(run.begin());
        }
        if (run.size() == 2) {
            pairs.insert(run);
        }
    }
    return pairs;
}

double share_found(const std::set<std::u32string>& sought, std::string_view text) {
    if (sought.empty()) {
        return 0;
    }
    const auto there = character_pairs(text);
    const auto found = std::ranges::count_if(
        sought, [&](const std::u32string& pair) { return there.contains(pair); });
    return static_cast<double>(found) / static_cast<double>(sought.size());
}

}  // namespace gk::web::citizen
