// The XML of docx and xlsx. Names are compared without their prefix, because a writer is free to
// choose it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "base/result.hpp"
#include "document/office_package.hpp"

namespace gk::document {

// Refuses a part with a document type declaration (document.entity_refused) and one that is not
// well-formed (document.broken_archive).
[[nodiscard]] Result<pugi::xml_document> read_xml(OfficePackage& package, std::string_view path);

[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);

// The first child, or a null node.
[[nodiscard]] pugi::xml_node child(const pugi::xml_node& node, std::string_view name);

// The value of the attribute, or `fallback` where it has none.
[[nodiscard]] std::string_view attribute(const pugi::xml_node& node, std::string_view name,
                                         std::string_view fallback = {});

// The `val` of a child: <w:numId w:val="3"/>; `fallback` where there is no such child.
[[nodiscard]] std::string_view value_of(const pugi::xml_node& node, std::string_view child_name,
                                        std::string_view fallback = {});

// Whether the on/off child is there and on: <w:vanish/>, <w:vanish w:val="1"/>.
[[nodiscard]] bool is_on(const pugi::xml_node& node, std::string_view child_name);

// A whole number between the bounds; `fallback` where it is none.
[[nodiscard]] int number_in(std::string_view text, int least, int most, int fallback);

// Relationship id → the path of the part it leads to, of the part at `path`; of the package itself
// where `path` is empty. Empty where the part has no relationships.
struct Relationship {
    std::string type;  // The last word of the type: "officeDocument", "worksheet".
    std::string path;
};

using Relationships = std::map<std::string, Relationship, std::less<>>;
[[nodiscard]] Result<Relationships> relationships_of(OfficePackage& package, std::string_view path);

// The part of this type that the part at `path` names first, or `fallback`.
[[nodiscard]] std::string part_of_type(const Relationships& relationships, std::string_view type,
                                       std::string_view fallback);

}  // namespace gk::document
