// The chapters of the rulebook, each made from the tables that it shows.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/citation.hpp"
#include "base/date.hpp"

namespace gk::law::rulebook_parts {

// A Markdown table.
class Table {
public:
    explicit Table(std::initializer_list<std::string_view> head);
    void row(std::initializer_list<std::string> fields);

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

// Joined with 、; 无 for none.
[[nodiscard]] std::string listed(const std::vector<std::string>& parts);
[[nodiscard]] std::string citations(std::span<const Citation> basis);
[[nodiscard]] std::string citation(const Citation& basis);  // 无 for none.

// The day on which the newest of the instruments takes effect: the rules shown are those since.
[[nodiscard]] Date newest_rules_on();

// Each begins with a heading of the second level.
[[nodiscard]] std::string instruments_chapter();
[[nodiscard]] std::string periods_chapter();
[[nodiscard]] std::string receipt_chapter();
[[nodiscard]] std::string consultation_chapter();
[[nodiscard]] std::string fees_chapter();
[[nodiscard]] std::string exemptions_chapter();
[[nodiscard]] std::string outcomes_chapter();
[[nodiscard]] std::string letters_chapter();
[[nodiscard]] std::string remedies_chapter();
[[nodiscard]] std::string remedy_outcomes_chapter();
[[nodiscard]] std::string catalogue_chapter();
[[nodiscard]] std::string report_forms_chapter();
[[nodiscard]] std::string cross_checks_chapter();
[[nodiscard]] std::string readings_chapter();

}  // namespace gk::law::rulebook_parts
