// Pages out of templates: everything that is set is escaped for the place where it stands (text,
// attribute, address). No ctemplate here: it stays inside template.cpp.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/resource.hpp"

namespace ctemplate {
class TemplateCache;
class TemplateDictionary;
}  // namespace ctemplate

namespace gk::web::page {

// The first line of every template. Without it nothing is escaped; the loader refuses the file.
inline constexpr std::string_view escaping_line = R"({{%AUTOESCAPE context="HTML"}})";

// What one part of a template is filled with. A light handle: the values belong to their Page.
class Values {
public:
    // {{NAME}}. Control characters, which HTML does not allow, are shown as U+FFFD.
    Values& set(std::string_view name, std::string_view text);
    Values& set(std::string_view name, long number);
    // {{NAME}} and {{#NAME_SET}}…{{/NAME_SET}} where the text is not empty; else {{#NAME_UNSET}}.
    Values& set_any(std::string_view name, std::string_view text);
    // {{#NAME}}…{{/NAME}}, once.
    Values& show(std::string_view section);
    // {{#NAME}}…{{/NAME}}, once more, with values of its own over those of the outside.
    Values add(std::string_view section);
    // {{>NAME}}: the template `file`, with values of its own.
    Values include(std::string_view name, std::string_view file);

private:
    friend class Page;

    explicit Values(ctemplate::TemplateDictionary* dictionary) : dictionary_(dictionary) {}

    ctemplate::TemplateDictionary* dictionary_;
};

// The values of a whole page.
class Page {
public:
    Page();
    Page(Page&&) noexcept;
    Page& operator=(Page&&) noexcept;
    ~Page();

    [[nodiscard]] Values values() { return Values(dictionary_.get()); }

    // {{NAME}} with {{#NAME_SET}} or {{#NAME_UNSET}}. Seen by the included templates too, which see
    // nothing else of the outside.
    void set_everywhere(std::string_view name, std::string_view text);
    void show_everywhere(std::string_view section);

private:
    friend class Templates;
    std::unique_ptr<ctemplate::TemplateDictionary> dictionary_;
};

// Compiled templates, read-only once made: any number of threads may render.
class Templates {
public:
    // Compiles every *.html among the files, each under its name without folders. Throws Bug where
    // a file does not begin with the escaping line, switches escaping off (:none), or is malformed.
    explicit Templates(std::span<const Resource> files);
    Templates(const Templates&) = delete;
    Templates& operator=(const Templates&) = delete;
    ~Templates();

    // Throws Bug where there is no such template, or it includes one that is not there.
    [[nodiscard]] std::string render(std::string_view file, const Page& page) const;

private:
    std::unique_ptr<ctemplate::TemplateCache> cache_;
};

}  // namespace gk::web::page
