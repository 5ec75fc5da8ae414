// What the styles and the numbering of a docx add to a paragraph: the level of a heading and the
// label of a numbered paragraph.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace gk::document {

inline constexpr std::size_t numbering_levels = 9;

// A paragraph's place in a list; `list` empty where it is in none.
struct ListPlace {
    std::string list;
    int level = 0;
};

class DocxStyles {
public:
    // Takes the root of word/styles.xml; a null node where the file has none.
    explicit DocxStyles(const pugi::xml_node& styles);

    // 1 to 6; 0 for body text.
    [[nodiscard]] int heading_level(const pugi::xml_node& paragraph_properties) const;
    [[nodiscard]] ListPlace list_place(const pugi::xml_node& paragraph_properties) const;

private:
    struct Style {
        std::string based_on;
        int outline_level = -1;  // From 0; -1 where it says nothing.
        std::string list;
        int list_level = 0;
    };

    // The first style of the chain for which `has` holds, or nullptr.
    template <typename Has>
    const Style* find(std::string_view id, Has has) const;

    std::map<std::string, Style, std::less<>> styles_;
    std::string default_style_;
};

class DocxNumbering {
public:
    // Takes the root of word/numbering.xml; a null node where the file has none.
    explicit DocxNumbering(const pugi::xml_node& numbering);

    // Counts the paragraph and returns its label, "（一）" or "1."; empty for a bullet.
    [[nodiscard]] std::string next_label(const ListPlace& place);

private:
    struct Level {
        int start = 1;
        std::string format = "decimal";
        std::string text;
    };

    struct List {
        std::array<Level, numbering_levels> levels;
        std::string counters;  // Lists of one abstract list count on together.
    };

    static Level level_of(const pugi::xml_node& node);

    std::map<std::string, List, std::less<>> lists_;
    std::map<std::string, std::array<int, numbering_levels>, std::less<>> counters_;
};

}  // namespace gk::document
