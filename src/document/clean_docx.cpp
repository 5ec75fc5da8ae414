#include <sstream>

#include <pugixml.hpp>

#include "base/text.hpp"
#include "document/clean_parts.hpp"
#include "document/errors.hpp"
#include "document/office_package.hpp"
#include "document/xml_part.hpp"
#include "document/zip_writer.hpp"

namespace gk::document {

namespace {

bool is_dropped(std::string_view path) {
    return path.starts_with("docprops/") || path.starts_with("customxml/") ||
           path.starts_with("[trash]/");
}

std::string saved(const pugi::xml_document& xml) {
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(out).str();
}

// Relations and content types that lead to parts which are not there any more.
void forget_parts(pugi::xml_node root, const char* attribute_name) {
    for (auto node = root.first_child(); !node.empty();) {
        const auto next = node.next_sibling();
        auto path = text::lower_ascii(attribute(node, attribute_name));
        while (path.starts_with("../") || path.starts_with('/')) {
            path.erase(0, path.starts_with('/') ? 1 : 3);
        }
        if (is_dropped(path)) {
            root.remove_child(node);
        }
        node = next;
    }
}

// Authors and times of comments and tracked changes; the marks of editing sessions.
struct PeopleForgotten : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
        for (auto found = node.first_attribute(); !found.empty();) {
            const auto next = found.next_attribute();
            const std::string_view name = found.name();
            const auto local = name.substr(name.find(':') + 1);
            if (local == "author" || local == "initials") {
                found.set_value("");
            } else if (local == "date" || local.starts_with("rsid")) {
                node.remove_attribute(found);
            }
            found = next;
        }
        return true;
    }
};

Result<std::string> clean_part(OfficePackage& package, const std::string& path) {
    const bool is_xml = path.ends_with(".xml") || path.ends_with(".rels");
    if (!is_xml) {
        return package.read(path);
    }
    GK_TRY(auto xml, read_xml(package, path));
    auto root = xml.document_element();
    if (path == "[content_types].xml") {
        forget_parts(root, "PartName");
    } else if (path.ends_with(".rels")) {
        forget_parts(root, "Target");
    } else if (path.starts_with("word/")) {
        PeopleForgotten walker;
        xml.traverse(walker);
    }
    return saved(xml);
}

}  // namespace

Result<std::string> clean_docx(std::string_view bytes, const CleanLimits& /*limits*/) {
    ExtractLimits limits;
    limits.depth_max = 200;
    GK_TRY(auto package, OfficePackage::open(bytes, limits));
    if (!package.has("word/document.xml")) {
        return error(upload_kind, "压缩包或者别的Office文件");
    }
    if (package.has("word/vbaproject.bin")) {
        return error(has_macros);
    }
    std::vector<ZipPart> parts;
    for (const auto& [path, name] : package.names()) {
        if (is_dropped(path) || name.ends_with('/')) {
            continue;
        }
        GK_TRY(auto part, clean_part(package, path));
        parts.push_back({name, std::move(part)});
    }
    return zip(parts);
}

}  // namespace gk::document
