#include "document/html.hpp"

#include <cstring>
#include <memory>
#include <mutex>
#include <optional>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include "base/text.hpp"
#include "document/errors.hpp"
#include "document/html_flow.hpp"
#include "document/html_role.hpp"
#include "document/html_styles.hpp"
#include "document/html_tags.hpp"
#include "document/loose_table.hpp"
#include "document/raised_text.hpp"

namespace gk::document {

namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view()
                           : std::string_view(reinterpret_cast<const char*>(text));
}

HtmlRole role_of(const xmlNode& element) {
    return html_role(view(element.name));
}

// The value of the attribute; empty where it has none; nothing where it is not there.
std::optional<std::string_view> attribute(const xmlNode& element, std::string_view name) {
    for (const auto* it = element.properties; it != nullptr; it = it->next) {
        if (view(it->name) == name) {
            return it->children == nullptr ? std::string_view() : view(it->children->content);
        }
    }
    return std::nullopt;
}

// The number at the front, as a browser reads it; `fallback` where there is none.
int number_attribute(const xmlNode& element, std::string_view name, int fallback) {
    const auto value = text::trim(attribute(element, name).value_or(""));
    int number = 0;
    std::size_t digits = 0;
    while (digits < value.size() && digits < 6 && value[digits] >= '0' && value[digits] <= '9') {
        number = number * 10 + (value[digits++] - '0');
    }
    return digits == 0 ? fallback : number;
}

bool is_hidden(const xmlNode& element, const HiddenNames& hidden) {
    for (const auto* it = element.properties; it != nullptr; it = it->next) {
        const auto name = view(it->name);
        const auto value =
            it->children == nullptr ? std::string_view() : view(it->children->content);
        const bool is_hiding = name == "hidden" ||
                               (name == "style" && !value.empty() && style_hides(value)) ||
                               (!hidden.empty() && ((name == "class" && hidden.has_class(value)) ||
                                                    (name == "id" && hidden.has_id(value))));
        if (is_hiding) {
            return true;
        }
    }
    return false;
}

struct Parsing {
    int depth_max;
    bool is_too_deep = false;
};

void start_element(void* context, const xmlChar* name, const xmlChar** attributes) {
    auto* parser = static_cast<htmlParserCtxtPtr>(context);
    auto* parsing = static_cast<Parsing*>(parser->_private);
    if (parser->nodeNr >= parsing->depth_max) {
        parsing->is_too_deep = true;
        xmlStopParser(parser);
        return;
    }
    // libxml2 takes <o:p> of Word for a <p>.
    const bool has_prefix = std::strchr(reinterpret_cast<const char*>(name), ':') != nullptr;
    xmlSAX2StartElement(context, has_prefix ? reinterpret_cast<const xmlChar*>("span") : name,
                        attributes);
}

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

struct FreeParser {
    void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

using Tree = std::unique_ptr<xmlDoc, FreeDocument>;

// Once, before the first parser: two threads that both began by making one would each set up what
// they share, and then wait for each other forever.
void initialise_libxml2() {
    static std::once_flag once;
    std::call_once(once, xmlInitParser);
}

// An empty tree where there is nothing to parse.
Result<Tree> parse(std::string_view utf8, const ExtractLimits& limits) {
    if (text::trim(utf8).empty()) {
        return Tree();
    }
    if (has_crowded_tag(utf8)) {
        return error(too_many_parts, "属性");
    }
    initialise_libxml2();
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
        htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
    if (!parser) {
        throw Fault("libxml2 has no memory for a parser");
    }
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                         HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
    // The depth is bounded below; the other bounds of libxml2 are for larger texts than ours.
    parser->options |= XML_PARSE_HUGE;
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    Parsing parsing{static_cast<int>(limits.depth_max)};
    parser->_private = &parsing;
    parser->sax->startElement = start_element;
    htmlParseDocument(parser.get());
    Tree tree(std::exchange(parser->myDoc, nullptr));
    if (parsing.is_too_deep) {
        return error(too_deep, limits.depth_max);
    }
    return tree;
}

class HtmlReader {
public:
    HtmlReader(const ExtractLimits& limits, Document& document)
        : limits_(limits), document_(document) {}

    Result<void> read_children(const xmlNode& parent, HtmlFlow& flow) {
        for (const auto* child = parent.children; child != nullptr; child = child->next) {
            GK_CHECK(read_node(child, flow));
        }
        return {};
    }

private:
    // May move `node` on to a later sibling where it has read that too.
    Result<void> read_node(const xmlNode*& node, HtmlFlow& flow) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            if (preformatted_ > 0) {
                flow.add_preformatted(view(node->content));
            } else if (raised_ > 0) {
                flow.add_text(raised(view(node->content)));
            } else {
                flow.add_text(view(node->content));
            }
            return {};
        }
        if (node->type != XML_ELEMENT_NODE || is_hidden(*node, hidden_)) {
            return {};
        }
        if (++blocks_seen_ > limits_.blocks_max * 8) {
            return error(too_many_parts, "元素");
        }
        return read_element(node, flow);
    }

    Result<void> read_element(const xmlNode*& node, HtmlFlow& flow) {
        switch (role_of(*node)) {
            case HtmlRole::hidden:
                if (view(node->name) == "style" && node->children != nullptr) {
                    hidden_.add(view(node->children->content));
                }
                return {};
            case HtmlRole::title:
                read_title(*node);
                return {};
            case HtmlRole::line_break:
                flow.end_paragraph();
                return {};
            case HtmlRole::in_line:
                read_field(*node, flow);
                return read_children(*node, flow);
            case HtmlRole::raised: {
                ++raised_;
                auto read = read_children(*node, flow);
                --raised_;
                return read;
            }
            case HtmlRole::block:
                return read_block(*node, flow, 0);
            case HtmlRole::heading:
                return read_block(*node, flow, node->name[1] - '0');
            case HtmlRole::preformatted: {
                ++preformatted_;
                auto read = read_block(*node, flow, 0);
                --preformatted_;
                return read;
            }
            case HtmlRole::table:
                return read_table(node->children, nullptr, flow);
            case HtmlRole::row:
            case HtmlRole::row_group:
            case HtmlRole::cell:
                return read_rows_without_table(node, flow);
        }
        return {};
    }

    Result<void> read_block(const xmlNode& element, HtmlFlow& flow, int heading_level) {
        flow.end_paragraph();
        flow.set_heading_level(heading_level);
        GK_CHECK(read_children(element, flow));
        flow.end_paragraph();
        flow.set_heading_level(0);
        return {};
    }

    // What is filled into a field of a table counts as the text of its cell.
    void read_field(const xmlNode& element, HtmlFlow& flow) const {
        if (cells_open_ > 0 && view(element.name) == "input") {
            const auto type = text::lower_ascii(attribute(element, "type").value_or("text"));
            const bool is_shown = type == "text" || type == "number";
            flow.add_text(is_shown ? attribute(element, "value").value_or("") : "");
        }
    }

    void read_title(const xmlNode& element) {
        if (document_.title.empty() && element.children != nullptr) {
            HtmlFlow flow;
            flow.add_text(view(element.children->content));
            const auto& blocks = flow.blocks();
            document_.title = blocks.empty() ? "" : std::get<Paragraph>(blocks[0]).text;
        }
    }

    // Rows of a page that was cut in the middle of a table.
    Result<void> read_rows_without_table(const xmlNode*& node, HtmlFlow& flow) {
        const auto* last = node;
        for (const auto* next = node->next; next != nullptr; next = next->next) {
            if (next->type == XML_ELEMENT_NODE) {
                const auto role = role_of(*next);
                if (role != HtmlRole::row && role != HtmlRole::row_group &&
                    role != HtmlRole::cell) {
                    break;
                }
                last = next;
            } else if (next->type == XML_TEXT_NODE && !text::trim(view(next->content)).empty()) {
                break;
            }
        }
        const auto* first = std::exchange(node, last);
        return read_table(first, last->next, flow);
    }

    Result<void> read_table(const xmlNode* first, const xmlNode* end, HtmlFlow& flow) {
        auto& blocks = flow.blocks();
        LooseTable table;
        const int preformatted = std::exchange(preformatted_, 0);
        GK_CHECK(read_rows(first, end, table, flow));
        preformatted_ = preformatted;
        flow.end_paragraph();
        return append_table(std::move(table), limits_, 0, blocks);
    }

    // What stands in a table but in no cell of it goes to `flow`, before the table.
    Result<void> read_rows(const xmlNode* first, const xmlNode* end, LooseTable& table,
                           HtmlFlow& flow) {
        bool is_in_row = false;  // Cells without a <tr> begin one.
        for (const auto* node = first; node != end; node = node->next) {
            const auto role = node->type == XML_ELEMENT_NODE ? role_of(*node) : HtmlRole::in_line;
            if (role == HtmlRole::cell) {
                if (!is_in_row) {
                    table.rows.emplace_back();
                    is_in_row = true;
                }
                GK_CHECK(read_cell(*node, table.rows.back()));
            } else if (role == HtmlRole::row) {
                is_in_row = false;
                GK_CHECK(read_row(*node, table, flow));
            } else if (role == HtmlRole::row_group || is_form(*node)) {
                is_in_row = false;
                GK_CHECK(read_row_group(*node, table, flow));
            } else {
                GK_CHECK(read_node(node, flow));
            }
        }
        return {};
    }

    static bool is_form(const xmlNode& node) {
        return node.type == XML_ELEMENT_NODE && view(node.name) == "form";
    }

    Result<void> read_row_group(const xmlNode& group, LooseTable& table, HtmlFlow& flow) {
        if (is_hidden(group, hidden_)) {
            return {};
        }
        GK_CHECK(read_rows(group.children, nullptr, table, flow));
        if (!table.rows.empty()) {
            table.rows.back().ends_group = true;
        }
        return {};
    }

    Result<void> read_row(const xmlNode& row, LooseTable& table, HtmlFlow& flow) {
        if (is_hidden(row, hidden_)) {
            return {};
        }
        LooseRow cells;
        for (const auto* node = row.children; node != nullptr; node = node->next) {
            if (node->type == XML_ELEMENT_NODE && role_of(*node) == HtmlRole::cell) {
                GK_CHECK(read_cell(*node, cells));
            } else {
                GK_CHECK(read_node(node, flow));
            }
        }
        table.rows.push_back(std::move(cells));
        return {};
    }

    Result<void> read_cell(const xmlNode& element, LooseRow& row) {
        if (is_hidden(element, hidden_)) {
            return {};
        }
        HtmlFlow flow;
        ++cells_open_;
        GK_CHECK(read_children(element, flow));
        --cells_open_;
        row.cells.push_back({std::move(flow.blocks()), number_attribute(element, "rowspan", 1),
                             number_attribute(element, "colspan", 1), false});
        return {};
    }

    const ExtractLimits& limits_;
    Document& document_;
    HiddenNames hidden_;
    int preformatted_ = 0;
    int raised_ = 0;
    int cells_open_ = 0;
    std::size_t blocks_seen_ = 0;
};

}  // namespace

Result<Document> extract_html(std::string_view utf8, const ExtractLimits& limits) {
    Document document;
    document.kind = FileKind::html;
    GK_TRY(const auto tree, parse(utf8, limits));
    if (!tree) {
        return document;
    }
    HtmlFlow flow;
    HtmlReader reader(limits, document);
    for (const auto* node = tree->children; node != nullptr; node = node->next) {
        if (node->type == XML_ELEMENT_NODE) {
            GK_CHECK(reader.read_children(*node, flow));
        }
    }
    document.blocks = std::move(flow.blocks());
    return document;
}

}  // namespace gk::document
