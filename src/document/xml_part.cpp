#include "document/xml_part.hpp"

#include <vector>

#include "base/number.hpp"
#include "base/text.hpp"
#include "document/errors.hpp"

namespace gk::document {

namespace {

std::string_view without_prefix(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

// "word/document.xml" + "../media/a.xml" → "media/a.xml".
std::string resolved(std::string_view part, std::string_view target) {
    if (target.starts_with('/')) {
        return std::string(target.substr(1));
    }
    std::vector<std::string> steps;
    const auto folder = part.substr(0, part.rfind('/') == part.npos ? 0 : part.rfind('/'));
    for (const auto path : {folder, target}) {
        for (const auto step : text::split(path, '/')) {
            if (step == ".." && !steps.empty()) {
                steps.pop_back();
            } else if (!step.empty() && step != "." && step != "..") {
                steps.emplace_back(step);
            }
        }
    }
    return text::join(steps, "/");
}

}  // namespace

Result<pugi::xml_document> read_xml(OfficePackage& package, std::string_view path) {
    GK_TRY(const auto bytes, package.read(path));
    pugi::xml_document xml;
    const auto parsed =
        xml.load_buffer(bytes.data(), bytes.size(),
                        pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype);
    // A declaration that pugixml cannot read ends the parsing: it is refused as a declaration too.
    if (parsed.status == pugi::status_bad_doctype) {
        return error(entity_refused, path);
    }
    for (const auto& node : xml.children()) {
        if (node.type() == pugi::node_doctype) {
            return error(entity_refused, path);
        }
    }
    if (!parsed) {
        return error(broken_archive, path);
    }
    return xml;
}

std::string_view local_name(const pugi::xml_node& node) {
    return without_prefix(node.name());
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const auto& inner : node.children()) {
        if (local_name(inner) == name) {
            return inner;
        }
    }
    return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name,
                           std::string_view fallback) {
    for (const auto& it : node.attributes()) {
        if (without_prefix(it.name()) == name) {
            return it.value();
        }
    }
    return fallback;
}

std::string_view value_of(const pugi::xml_node& node, std::string_view child_name,
                          std::string_view fallback) {
    return attribute(child(node, child_name), "val", fallback);
}

bool is_on(const pugi::xml_node& node, std::string_view child_name) {
    const auto inner = child(node, child_name);
    const auto value = attribute(inner, "val", "1");
    return !inner.empty() && value != "0" && value != "false" && value != "off" && value != "none";
}

int number_in(std::string_view text, int least, int most, int fallback) {
    const auto number = text::whole_number<int>(text);
    return number && *number >= least && *number <= most ? *number : fallback;
}

Result<Relationships> relationships_of(OfficePackage& package, std::string_view path) {
    const auto slash = path.rfind('/');
    const auto folder = slash == path.npos ? std::string() : std::string(path.substr(0, slash + 1));
    const auto name = slash == path.npos ? path : path.substr(slash + 1);
    const auto rels = folder + "_rels/" + std::string(name) + ".rels";
    Relationships relationships;
    if (!package.has(rels)) {
        return relationships;
    }
    GK_TRY(const auto xml, read_xml(package, rels));
    for (const auto& row : xml.document_element().children()) {
        if (attribute(row, "TargetMode") == "External") {
            continue;
        }
        const auto type = attribute(row, "Type");
        relationships.emplace(attribute(row, "Id"),
                              Relationship{std::string(type.substr(type.rfind('/') + 1)),
                                           resolved(path, attribute(row, "Target"))});
    }
    return relationships;
}

std::string part_of_type(const Relationships& relationships, std::string_view type,
                         std::string_view fallback) {
    for (const auto& [id, relationship] : relationships) {
        if (relationship.type == type) {
            return relationship.path;
        }
    }
    return std::string(fallback);
}

}  // namespace gk::document
