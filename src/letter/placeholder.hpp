// What stands in templates between double braces and is filled in for each letter. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace gk::letter {

enum class PlaceholderType : std::uint8_t { text, paragraphs, date, number, amount };
[[nodiscard]] std::span<const PlaceholderType> placeholder_types();
[[nodiscard]] std::string_view key(PlaceholderType type);
[[nodiscard]] std::string_view label(PlaceholderType type);

struct Placeholder {
    std::string key;   // "correction_items": in the API and the database.
    std::string name;  // "补正事项": in templates, as {{补正事项}}.
    PlaceholderType type = PlaceholderType::text;
    bool is_of_office = false;  // Known of the agency, never given with a letter.
    std::string sample;         // As it is given.
    std::string help;
};

// Those of data/letters/placeholders.toml, in their order.
[[nodiscard]] std::span<const Placeholder> placeholders();
[[nodiscard]] const Placeholder* find_placeholder(std::string_view key);
[[nodiscard]] const Placeholder* find_placeholder_by_name(std::string_view name);

// What a letter is filled with, by key: dates as YYYY-MM-DD, amounts in yuan, lines parted by '\n'.
using LetterValues = std::map<std::string, std::string, std::less<>>;

// How a value is printed: 2026年3月24日. Refuses what is not of the type, naming the field.
[[nodiscard]] Result<std::string> printed_value(const Placeholder& placeholder,
                                                std::string_view given);

// The names between double braces, in the order in which they stand.
[[nodiscard]] std::vector<std::string> placeholder_names(std::string_view text);

// Replaces {{name}} by what `value` returns for it.
[[nodiscard]] std::string filled(std::string_view text,
                                 const std::function<std::string(std::string_view name)>& value);

}  // namespace gk::letter
