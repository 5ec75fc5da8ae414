#include "document/html_styles.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace gk::document {

namespace {

constexpr std::size_t names_max = 200;

bool contains(const std::string& text, std::string_view word) {
    return text.find(word) != text.npos;
}

// `word` is in lower case.
bool mentions(std::string_view style, std::string_view word) {
    const auto is_same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    return !std::ranges::search(style, word, is_same).empty();
}

// "font-size:0", whatever the unit.
bool has_no_size(std::string_view plain) {
    constexpr std::string_view property = "font-size:0";
    const auto at = plain.find(property);
    if (at == plain.npos) {
        return false;
    }
    const auto value = plain.substr(at + property.size());
    return value.find_first_of(".123456789") >= std::min(value.find(';'), value.size());
}

// Whether a selector is a dot or a hash and a name, perhaps behind the name of an element.
bool is_simple(std::string_view selector) {
    return selector.find_first_of(" >+~:[*\t\r\n") == selector.npos;
}

// Behind the "}" that belongs to the "{" at this place.
std::size_t end_of_block(std::string_view css, std::size_t open) {
    int depth = 0;
    for (auto at = open; at < css.size(); ++at) {
        depth += css[at] == '{' ? 1 : css[at] == '}' ? -1 : 0;
        if (depth == 0) {
            return at + 1;
        }
    }
    return css.size();
}

}  // namespace

bool style_hides(std::string_view style) {
    // Most styles hide nothing: look closely only at those that may.
    constexpr std::array<std::string_view, 3> words = {"none", "hid", "size"};
    if (std::ranges::none_of(words, [&](auto word) { return mentions(style, word); })) {
        return false;
    }
    auto plain = text::lower_ascii(style);
    std::erase_if(plain, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return contains(plain, "display:none") || contains(plain, "visibility:hidden") ||
           contains(plain, "mso-hide:all") || has_no_size(plain);
}

void HiddenNames::add(std::string_view css) {
    while (!css.empty()) {
        const auto open = css.find('{');
        if (open == css.npos) {
            return;
        }
        const auto end = end_of_block(css, open);
        const auto selectors = text::trim(css.substr(0, open));
        const std::string rules(css.substr(open + 1, end - open - 1));
        if (!selectors.starts_with('@') && style_hides(rules)) {
            add_selectors(selectors);
        }
        css.remove_prefix(end);
    }
}

void HiddenNames::add_selectors(std::string_view selectors) {
    for (const auto each : text::split(selectors, ',')) {
        const auto selector = text::trim(each);
        const auto mark = selector.find_first_of(".#");
        if (!is_simple(selector) || mark == selector.npos || mark + 1 == selector.size() ||
            selector.find_first_of(".#", mark + 1) != selector.npos) {
            continue;
        }
        auto& names = selector[mark] == '.' ? classes_ : ids_;
        if (names.size() < names_max) {
            names.emplace_back(selector.substr(mark + 1));
        }
    }
}

bool HiddenNames::has_class(std::string_view names) const {
    while (!names.empty()) {
        const auto end = std::min(names.find_first_of(" \t\r\n"), names.size());
        if (std::ranges::find(classes_, names.substr(0, end)) != classes_.end()) {
            return true;
        }
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return false;
}

bool HiddenNames::has_id(std::string_view id) const {
    return std::ranges::find(ids_, id) != ids_.end();
}

}  // namespace gk::document
