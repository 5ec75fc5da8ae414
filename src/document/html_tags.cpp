#include "document/html_tags.hpp"

#include <algorithm>
#include <cstddef>

namespace gk::document {

namespace {

constexpr std::size_t attributes_max = 1000;
constexpr std::string_view white_space = " \t\r\n\f";

char lower(char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

bool is_letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

// `name` is in lower case.
bool starts_with(std::string_view text, std::string_view name) {
    return text.size() >= name.size() &&
           std::equal(name.begin(), name.end(), text.begin(),
                      [](char wanted, char c) { return wanted == lower(c); });
}

std::size_t find(std::string_view text, std::string_view name, std::size_t from) {
    for (auto at = text.find('<', from); at != text.npos; at = text.find('<', at + 1)) {
        if (starts_with(text.substr(at), name)) {
            return at;
        }
    }
    return text.size();
}

struct Tag {
    std::size_t end = 0;  // After its ">".
    std::size_t attributes = 0;
};

// Of the tag whose name begins at `from`. Quoted values may hold ">".
Tag scan_tag(std::string_view html, std::size_t from) {
    Tag tag;
    for (std::size_t i = from; i < html.size(); ++i) {
        if (html[i] == '>') {
            tag.end = i + 1;
            return tag;
        }
        if (html[i] == '=') {
            const auto value = html.find_first_not_of(white_space, i + 1);
            if (value != html.npos && (html[value] == '"' || html[value] == '\'')) {
                i = std::min(html.find(html[value], value + 1), html.size());
                ++tag.attributes;
            }
        } else if (white_space.find(html[i]) != white_space.npos && i + 1 < html.size() &&
                   white_space.find(html[i + 1]) == white_space.npos) {
            ++tag.attributes;
        }
    }
    tag.end = html.size();
    return tag;
}

}  // namespace

bool has_crowded_tag(std::string_view html) {
    std::size_t at = html.find('<');
    while (at < html.size()) {
        const auto rest = html.substr(at);
        if (rest.starts_with("<!--")) {
            at = std::min(html.find("-->", at + 4), html.size());
        } else if (rest.size() > 1 && is_letter(rest[1])) {
            const auto tag = scan_tag(html, at + 1);
            if (tag.attributes > 2 * attributes_max) {  // A value in quotes may count twice.
                return true;
            }
            const bool is_raw = starts_with(rest, "<script") || starts_with(rest, "<style");
            at = is_raw ? find(html, starts_with(rest, "<script") ? "</script" : "</style", tag.end)
                        : tag.end;
        } else {
            ++at;
        }
        at = std::min(html.find('<', at), html.size());
    }
    return false;
}

}  // namespace gk::document
