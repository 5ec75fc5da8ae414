#include "document/html_role.hpp"

#include <algorithm>
#include <array>

namespace gk::document {

namespace {

using enum HtmlRole;

struct ElementRole {
    std::string_view name;
    HtmlRole role;
};

constexpr std::array roles = std::to_array<ElementRole>({
    {"address", block},    {"applet", hidden},    {"article", block},   {"aside", block},
    {"audio", hidden},     {"blockquote", block}, {"body", block},      {"br", line_break},
    {"canvas", hidden},    {"caption", block},    {"center", block},    {"dd", block},
    {"del", hidden},       {"details", block},    {"dir", block},       {"div", block},
    {"dl", block},         {"dt", block},         {"embed", hidden},    {"fieldset", block},
    {"figcaption", block}, {"figure", block},     {"footer", block},    {"form", block},
    {"h1", heading},       {"h2", heading},       {"h3", heading},      {"h4", heading},
    {"h5", heading},       {"h6", heading},       {"header", block},    {"hr", block},
    {"iframe", hidden},    {"legend", block},     {"li", block},        {"main", block},
    {"menu", block},       {"nav", block},        {"noframes", hidden}, {"noscript", hidden},
    {"object", hidden},    {"ol", block},         {"option", hidden},   {"p", block},
    {"pre", preformatted}, {"script", hidden},    {"section", block},   {"select", hidden},
    {"style", hidden},     {"summary", block},    {"sup", raised},      {"svg", hidden},
    {"table", table},      {"tbody", row_group},  {"td", cell},         {"template", hidden},
    {"textarea", hidden},  {"tfoot", row_group},  {"th", cell},         {"thead", row_group},
    {"title", title},      {"tr", row},           {"ul", block},        {"video", hidden},
});
static_assert(std::is_sorted(roles.begin(), roles.end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));

}  // namespace

HtmlRole html_role(std::string_view element_name) {
    const auto* found = std::lower_bound(
        roles.begin(), roles.end(), element_name,
        [](const ElementRole& row, std::string_view wanted) { return row.name < wanted; });
    return found != roles.end() && found->name == element_name ? found->role : in_line;
}

}  // namespace gk::document
