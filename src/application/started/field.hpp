// The words of the form: what each field is called and which choices it offers. The pages show
// them, the problems repeat them. Pure.
#pragma once

#include <span>
#include <string_view>

#include "application/started/form.hpp"

namespace gk::application::started {

struct Choice {
    std::string_view key;
    std::string_view label;
    std::string_view note = {};
};

// Whether the form is one of an organization (法人或其他组织).
[[nodiscard]] bool is_of_organization(const Fields& fields);
[[nodiscard]] bool is_represented(const Fields& fields);

// 姓名 or 单位名称: as the other fields have it. Asserts that there is such a field.
[[nodiscard]] std::string_view field_label(std::string_view name, const Fields& fields);

// The choices of a field in their order; none for a field in which one writes.
[[nodiscard]] std::span<const Choice> choices(std::string_view name, const Fields& fields);

// The choice that was made; nullptr where none of them was.
[[nodiscard]] const Choice* chosen(std::string_view name, const Fields& fields);

// The most characters that a field takes.
[[nodiscard]] std::size_t characters_max(std::string_view name);

}  // namespace gk::application::started
