#include "web/page/template.hpp"

#include <algorithm>

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>

#include "base/assert.hpp"

namespace gk::web::page {

namespace {

constexpr ctemplate::Strip strip = ctemplate::STRIP_WHITESPACE;

ctemplate::TemplateString view(std::string_view text) {
    return {text.data(), text.size()};
}

// The characters that no HTML document may hold, escaped or not.
bool is_control(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || code == 0x7F;
}

std::string without_controls(std::string_view text) {
    std::string clean;
    clean.reserve(text.size() + 8);
    for (const char byte : text) {
        if (is_control(byte)) {
            clean += "\xEF\xBF\xBD";
        } else {
            clean += byte;
        }
    }
    return clean;
}

void check_escaping(std::string_view content) {
    GK_ASSERT(content.starts_with(escaping_line));
    GK_ASSERT(content.find(":none") == std::string_view::npos);
}

}  // namespace

Values& Values::set(std::string_view name, std::string_view text) {
    if (std::ranges::any_of(text, is_control)) {
        dictionary_->SetValue(view(name), without_controls(text));
    } else {
        dictionary_->SetValue(view(name), view(text));
    }
    return *this;
}

Values& Values::set(std::string_view name, long number) {
    dictionary_->SetIntValue(view(name), number);
    return *this;
}

Values& Values::set_any(std::string_view name, std::string_view text) {
    set(name, text);
    return show(std::string(name) + (text.empty() ? "_UNSET" : "_SET"));
}

Values& Values::show(std::string_view section) {
    dictionary_->ShowSection(view(section));
    return *this;
}

Values Values::add(std::string_view section) {
    return Values(dictionary_->AddSectionDictionary(view(section)));
}

Values Values::include(std::string_view name, std::string_view file) {
    auto* included = dictionary_->AddIncludeDictionary(view(name));
    included->SetFilename(view(file));
    return Values(included);
}

Page::Page() : dictionary_(std::make_unique<ctemplate::TemplateDictionary>("page")) {}

Page::Page(Page&&) noexcept = default;
Page& Page::operator=(Page&&) noexcept = default;
Page::~Page() = default;

void Page::set_everywhere(std::string_view name, std::string_view text) {
    dictionary_->SetTemplateGlobalValue(view(name), without_controls(text));
    show_everywhere(std::string(name) + (text.empty() ? "_UNSET" : "_SET"));
}

void Page::show_everywhere(std::string_view section) {
    dictionary_->ShowTemplateGlobalSection(view(section));
}

Templates::Templates(std::span<const Resource> files)
    : cache_(std::make_unique<ctemplate::TemplateCache>()) {
    for (const auto& file : files) {
        if (!file.path.ends_with(".html")) {
            continue;
        }
        check_escaping(file.bytes);
        const auto name = file.path.substr(file.path.rfind('/') + 1);
        const bool is_compiled = cache_->StringToTemplateCache(view(name), view(file.bytes), strip);
        GK_ASSERT(is_compiled);
    }
    cache_->Freeze();
}

Templates::~Templates() = default;

std::string Templates::render(std::string_view file, const Page& page) const {
    std::string html;
    const bool is_whole =
        cache_->ExpandNoLoad(view(file), strip, page.dictionary_.get(), nullptr, &html);
    GK_ASSERT(is_whole);
    return html;
}

}  // namespace gk::web::page
