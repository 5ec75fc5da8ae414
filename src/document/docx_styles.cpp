#include "document/docx_styles.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "document/list_number.hpp"
#include "document/xml_part.hpp"

namespace gk::document {

namespace {

constexpr int style_chain_max = 20;
constexpr std::size_t label_bytes_max = 60;

// "heading 3" → 2, in any case; -1 for other names.
int outline_level_of_name(std::string_view name) {
    const auto lower = text::lower_ascii(name);
    return lower.starts_with("heading ") ? number_in(lower.substr(8), 1, 9, 0) - 1 : -1;
}

}  // namespace

DocxStyles::DocxStyles(const pugi::xml_node& styles) {
    for (const auto& node : styles.children()) {
        if (local_name(node) != "style" || attribute(node, "type", "paragraph") != "paragraph") {
            continue;
        }
        const auto properties = child(node, "pPr");
        const auto numbering = child(properties, "numPr");
        Style style;
        style.based_on = value_of(node, "basedOn");
        style.outline_level = number_in(value_of(properties, "outlineLvl"), 0, 9,
                                        outline_level_of_name(value_of(node, "name")));
        style.list = value_of(numbering, "numId");
        style.list_level = number_in(value_of(numbering, "ilvl"), 0, 8, 0);
        const std::string id(attribute(node, "styleId"));
        if (attribute(node, "default") == "1") {
            default_style_ = id;
        }
        styles_.emplace(id, std::move(style));
    }
}

template <typename Has>
const DocxStyles::Style* DocxStyles::find(std::string_view id, Has has) const {
    for (int i = 0; i < style_chain_max; ++i) {
        const auto style = styles_.find(id.empty() ? default_style_ : std::string(id));
        if (style == styles_.end()) {
            return nullptr;
        }
        if (has(style->second)) {
            return &style->second;
        }
        if (style->second.based_on.empty()) {
            return nullptr;
        }
        id = style->second.based_on;
    }
    return nullptr;
}

int DocxStyles::heading_level(const pugi::xml_node& paragraph_properties) const {
    int level = number_in(value_of(paragraph_properties, "outlineLvl"), 0, 9, -1);
    if (level < 0) {
        const auto* style = find(value_of(paragraph_properties, "pStyle"),
                                 [](const Style& row) { return row.outline_level >= 0; });
        level = style != nullptr ? style->outline_level : -1;
    }
    return level >= 0 && level < 6 ? level + 1 : 0;
}

ListPlace DocxStyles::list_place(const pugi::xml_node& paragraph_properties) const {
    const auto own = child(paragraph_properties, "numPr");
    const auto* style = find(value_of(paragraph_properties, "pStyle"),
                             [](const Style& row) { return !row.list.empty(); });
    ListPlace place;
    if (style != nullptr) {
        place = {style->list, style->list_level};
    }
    place.list = value_of(own, "numId", place.list);
    place.level = number_in(value_of(own, "ilvl"), 0, 8, place.level);
    if (place.list == "0") {  // Takes the numbering of the style away.
        place.list.clear();
    }
    return place;
}

DocxNumbering::Level DocxNumbering::level_of(const pugi::xml_node& node) {
    Level level;
    level.start = number_in(value_of(node, "start"), 0, 9999, 1);
    level.format = value_of(node, "numFmt", "decimal");
    level.text = value_of(node, "lvlText").substr(0, label_bytes_max);
    return level;
}

DocxNumbering::DocxNumbering(const pugi::xml_node& numbering) {
    std::map<std::string, List, std::less<>> abstract_lists;
    const auto read_level = [](const pugi::xml_node& node, std::string_view number, List& list) {
        const auto level = number_in(number, 0, 8, -1);
        if (level >= 0) {
            list.levels[static_cast<std::size_t>(level)] = level_of(node);
        }
    };
    for (const auto& node : numbering.children()) {
        if (local_name(node) == "abstractNum") {
            List list;
            list.counters = attribute(node, "abstractNumId");
            for (const auto& level : node.children()) {
                if (local_name(level) == "lvl") {
                    read_level(level, attribute(level, "ilvl"), list);
                }
            }
            abstract_lists.emplace(list.counters, std::move(list));
        }
    }
    for (const auto& node : numbering.children()) {
        const auto abstract = abstract_lists.find(value_of(node, "abstractNumId"));
        if (local_name(node) != "num" || abstract == abstract_lists.end()) {
            continue;
        }
        auto list = abstract->second;
        const std::string id(attribute(node, "numId"));
        for (const auto& change : node.children()) {
            if (local_name(change) != "lvlOverride") {
                continue;
            }
            list.counters = "num " + id;
            if (const auto level = child(change, "lvl"); !level.empty()) {
                read_level(level, attribute(change, "ilvl"), list);
            }
            const auto at = static_cast<std::size_t>(number_in(attribute(change, "ilvl"), 0, 8, 0));
            list.levels[at].start =
                number_in(value_of(change, "startOverride"), 0, 9999, list.levels[at].start);
        }
        lists_.emplace(id, std::move(list));
    }
}

std::string DocxNumbering::next_label(const ListPlace& place) {
    const auto found = lists_.find(place.list);
    if (found == lists_.end()) {
        return {};
    }
    const auto& list = found->second;
    const auto at = static_cast<std::size_t>(place.level);
    auto [counter, is_new] = counters_.try_emplace(list.counters);
    auto& numbers = counter->second;
    if (is_new) {
        numbers.fill(-1);
    }
    for (std::size_t i = 0; i <= at; ++i) {
        if (numbers[i] < 0) {
            numbers[i] = list.levels[i].start - (i == at ? 1 : 0);
        }
    }
    ++numbers[at];
    std::fill(numbers.begin() + static_cast<std::ptrdiff_t>(at) + 1, numbers.end(), -1);
    if (list.levels[at].format == "bullet" || list.levels[at].format == "none") {
        return {};
    }
    std::string label;
    const auto& pattern = list.levels[at].text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_number = pattern[i] == '%' && i + 1 < pattern.size() &&
                               pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (!is_number) {
            label += pattern[i];
            continue;
        }
        const auto level = static_cast<std::size_t>(pattern[++i] - '1');
        label += formatted_number(std::max(numbers[level], 0), list.levels[level].format);
    }
    return label;
}

}  // namespace gk::document
