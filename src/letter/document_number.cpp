#include "letter/document_number.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "letter/errors.hpp"
#include "letter/placeholder.hpp"

namespace gk::letter {

namespace {

constexpr std::size_t pattern_length_max = 60;
constexpr std::string_view year_name = "年";
constexpr std::string_view number_name = "序号";

}  // namespace

Result<NumberPattern> NumberPattern::parse(std::string_view given) {
    const auto text = text::trim(given);
    const auto names = text::is_utf8(text) ? placeholder_names(text) : std::vector<std::string>();
    const bool is_right = names.size() == 2 && std::ranges::count(names, year_name) == 1 &&
                          std::ranges::count(names, number_name) == 1;
    const bool is_plain = text.find('\n') == text.npos;
    if (!is_right || !is_plain || text::decode(text).size() > pattern_length_max) {
        return error(pattern_invalid, text::is_utf8(text) ? text : "").at("pattern");
    }
    return NumberPattern(std::string(text));
}

std::string NumberPattern::stem(int year) const {
    return filled(text_, [&](std::string_view name) {
        return name == year_name ? std::to_string(year) : fmt::format("{{{{{}}}}}", name);
    });
}

std::string numbered(std::string_view stem, int number) {
    return filled(stem, [&](std::string_view) { return std::to_string(number); });
}

std::string default_number_pattern(std::string_view agency_short_name) {
    return fmt::format("{}公开〔{{{{年}}}}〕{{{{序号}}}}号", agency_short_name);
}

}  // namespace gk::letter
