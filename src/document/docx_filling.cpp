#include "document/docx_filling.hpp"

#include <algorithm>
#include <ranges>
#include <sstream>
#include <vector>

#include <pugixml.hpp>

#include "base/text.hpp"
#include "document/office_package.hpp"
#include "document/xml_part.hpp"
#include "document/zip_writer.hpp"

namespace gk::document {

namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

bool is_filled_part(std::string_view path) {
    return path == "word/document.xml" ||
           (path.ends_with(".xml") &&
            (path.starts_with("word/header") || path.starts_with("word/footer")));
}

bool is_named(const pugi::xml_node& node, std::string_view name) {
    return local_name(node) == name;
}

// The name with the prefix that the writer of the file chose for this one.
std::string name_beside(const pugi::xml_node& node, std::string_view name) {
    const std::string_view whole = node.name();
    return std::string(whole.substr(0, whole.size() - local_name(node).size())).append(name);
}

// The texts of the runs of one paragraph, without those of a text box in it.
void collect_texts(const pugi::xml_node& node, std::vector<pugi::xml_node>& texts) {
    for (const auto& child : node.children()) {
        if (is_named(child, "t")) {
            texts.push_back(child);
        } else if (!is_named(child, "p")) {
            collect_texts(child, texts);
        }
    }
}

void collect_paragraphs(const pugi::xml_node& node, std::vector<pugi::xml_node>& paragraphs) {
    for (const auto& child : node.children()) {
        if (is_named(child, "p")) {
            paragraphs.push_back(child);
        }
        collect_paragraphs(child, paragraphs);
    }
}

void set_text(pugi::xml_node text, const std::string& words) {
    text.text().set(words.c_str());
    if (text.attribute("xml:space").empty()) {
        text.append_attribute("xml:space");
    }
    text.attribute("xml:space").set_value("preserve");
}

// One line a text, with a break between.
void break_lines(pugi::xml_node text) {
    const std::string words = text.text().get();
    const auto lines = text::split(words, '\n');
    if (lines.size() < 2) {
        return;
    }
    auto run = text.parent();
    set_text(text, std::string(lines.front()));
    const auto line_break = name_beside(text, "br");
    auto last = text;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        last = run.insert_child_after(line_break.c_str(), last);
        last = run.insert_child_after(text.name(), last);
        set_text(last, std::string(lines[i]));
    }
}

struct Place {
    std::size_t begin = 0;  // In the text of the paragraph.
    std::size_t end = 0;
    std::string name;
};

std::vector<Place> places_in(const std::string& words) {
    std::vector<Place> places;
    for (auto begin = words.find(opening); begin != std::string::npos;) {
        const auto end = words.find(closing, begin);
        if (end == std::string::npos) {
            break;
        }
        const auto name =
            std::string_view(words).substr(begin + opening.size(), end - begin - opening.size());
        places.push_back({begin, end + closing.size(), std::string(text::trim(name))});
        begin = words.find(opening, end);
    }
    return places;
}

// A paragraph whose placeholders may be spread over several runs.
class FilledParagraph {
public:
    explicit FilledParagraph(pugi::xml_node paragraph) : paragraph_(paragraph) {
        collect_texts(paragraph, texts_);
        for (const auto& each : texts_) {
            words_ += each.text().get();
        }
        places_ = places_in(words_);
    }

    void fill(const DocxValue& value) {
        if (places_.empty()) {
            return;
        }
        std::vector<std::optional<std::string>> values;
        values.reserve(places_.size());
        for (const auto& place : places_) {
            values.push_back(value(place.name));
        }
        if (std::ranges::any_of(values, [](const auto& each) { return each && each->empty(); })) {
            fall_away();
            return;
        }
        if (stands_alone() && values.front() && values.front()->find('\n') != std::string::npos) {
            repeat(*values.front());
            return;
        }
        for (auto at = places_.size(); at-- > 0;) {
            if (values[at]) {
                replace(places_[at], *values[at]);
            }
        }
        for (const auto& each : texts_) {
            break_lines(each);
        }
    }

private:
    [[nodiscard]] bool stands_alone() const {
        const auto trimmed = text::trim(words_);
        return places_.size() == 1 && trimmed.size() == places_.front().end - places_.front().begin;
    }

    // A cell of a table keeps its last paragraph.
    void fall_away() {
        auto parent = paragraph_.parent();
        const auto paragraphs = parent.children(paragraph_.name());
        if (std::distance(paragraphs.begin(), paragraphs.end()) > 1) {
            parent.remove_child(paragraph_);
            return;
        }
        for (const auto& each : texts_) {
            set_text(each, "");
        }
    }

    // One paragraph a line, each with the look of this one.
    void repeat(const std::string& lines) {
        auto parent = paragraph_.parent();
        auto last = paragraph_;
        for (const auto line : text::split(lines, '\n')) {
            if (text::trim(line).empty()) {
                continue;
            }
            last = parent.insert_copy_after(paragraph_, last);
            const std::string words(line);
            FilledParagraph(last).fill([&](std::string_view) { return std::optional(words); });
        }
        parent.remove_child(paragraph_);
    }

    // The value goes where the placeholder begins; what is left of it goes out of the other runs.
    void replace(const Place& place, const std::string& value) {
        std::size_t offset = 0;
        bool is_set = false;
        for (const auto& each : texts_) {
            const std::string words = each.text().get();
            const auto begin = std::max(place.begin, offset);
            const auto end = std::min(place.end, offset + words.size());
            if (begin < end) {
                auto changed = words;
                changed.replace(begin - offset, end - begin, is_set ? "" : value);
                set_text(each, changed);
                is_set = true;
            }
            offset += words.size();
        }
    }

    pugi::xml_node paragraph_;
    std::vector<pugi::xml_node> texts_;
    std::string words_;
    std::vector<Place> places_;
};

Result<std::string> filled_part(OfficePackage& package, const std::string& path,
                                const DocxValue& value) {
    GK_TRY(auto xml, read_xml(package, path));
    std::vector<pugi::xml_node> paragraphs;
    collect_paragraphs(xml, paragraphs);
    // The inner ones first: filling one may take the outer one's place.
    for (const auto& paragraph : std::views::reverse(paragraphs)) {
        FilledParagraph(paragraph).fill(value);
    }
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(out).str();
}

}  // namespace

Result<std::string> filled_docx(std::string_view bytes, const DocxValue& value) {
    GK_TRY(auto package, OfficePackage::open(bytes, {}));
    std::vector<ZipPart> parts;
    for (const auto& [path, name] : package.names()) {
        if (!name.ends_with('/')) {
            GK_TRY(auto part,
                   is_filled_part(path) ? filled_part(package, path, value) : package.read(path));
            parts.push_back({name, std::move(part)});
        }
    }
    return zip(parts);
}

}  // namespace gk::document
