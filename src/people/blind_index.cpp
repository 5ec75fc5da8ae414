#include "people/blind_index.hpp"

#include <ranges>

#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/hex.hpp"
#include "base/text.hpp"
#include "law/personal_number.hpp"

namespace gk::people {

namespace {

// Half-width, without spaces; ·, which is typed in many ways, falls away.
std::string normalised_name(std::string_view name) {
    std::string normalised;
    for (const auto code_point : text::decode(text::to_half_width(name))) {
        constexpr std::u32string_view dots = U"·•・‧∙.";
        if (!text::is_space(code_point) && dots.find(code_point) == std::u32string_view::npos) {
            text::append(normalised, code_point);
        }
    }
    return normalised;
}

std::string index_with(const RingKey& key, std::string_view normalised) {
    return fmt::format("{}:{}", key.number, to_hex(hmac_sm3(key.bytes, normalised)));
}

}  // namespace

std::string normalised_identity(const Identification& identification) {
    std::string text;
    if (auto number = law::normalised_number(identification.number); !number.empty()) {
        append_field(text, "number");
        append_field(text, number);
        return text;
    }
    append_field(text, "name and phone");
    append_field(text, normalised_name(identification.name));
    append_field(text, law::normalised_number(identification.phone));
    return text;
}

std::string blind_index(const KeyRing& ring, std::string_view normalised) {
    return index_with(ring.index_key(), normalised);
}

std::vector<std::string> blind_indexes(const KeyRing& ring, std::string_view normalised) {
    std::vector<std::string> indexes;
    for (const auto& key : std::views::reverse(ring.index_keys)) {
        indexes.push_back(index_with(key, normalised));
    }
    return indexes;
}

}  // namespace gk::people
