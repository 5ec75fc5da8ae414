// The parts of a form on a page, each with its label, hint, what was typed and what is wrong.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/started/field.hpp"
#include "base/problem.hpp"
#include "web/page/template.hpp"

namespace gk::web::citizen {

struct TextPart {
    std::string_view name;
    std::string_view label = {};  // Empty: as the form calls the field.
    std::string_view hint = {};
    std::string_view type = "text";
    std::string_view autocomplete = {};
    std::string_view inputmode = {};
    std::string_view width = {};  // A class: "w-12", "w-20".
    bool is_optional = false;
    bool is_inside = false;  // Belongs to the choice above.
};

struct Option {
    std::string value;
    std::string text;
    std::string note = {};
    std::string css_class = {};
};

struct AnswerLine {
    std::string label;
    std::string value;
    std::string url;
    std::string anchor;  // What the summary of the problems leads to.
    std::string problem = {};
};

// 1.8MB, 96KB.
[[nodiscard]] std::string size_in_words(std::int64_t byte_count);

class FormParts {
public:
    // Adds {{#PART}} sections to `form`; all must outlive this. A field that the form does not have
    // needs a label in its part.
    FormParts(page::Values& form, const application::started::Fields& fields,
              std::span<const Problem> problems)
        : form_(form), fields_(fields), problems_(problems) {}

    void text(const TextPart& part);
    void area(const TextPart& part);
    // The choices of the field, or those given.
    void choices(const TextPart& part);
    void choices(const TextPart& part, const std::vector<Option>& options);
    // How the applicant is told of what happens, and the ways to do so.
    void contact(std::string_view route_hint);
    void tick(std::string_view name, std::string_view label, std::string_view hint);
    // Files that are there, each with a button to remove it, and a place for more.
    void files(const TextPart& part, std::span<const application::started::FormFile> kept);
    void answers(std::string_view id, std::string_view name, const std::vector<AnswerLine>& lines);

private:
    page::Values begin(std::string_view kind, std::string_view file, const TextPart& part);

    page::Values& form_;
    const application::started::Fields& fields_;
    std::span<const Problem> problems_;
};

}  // namespace gk::web::citizen
