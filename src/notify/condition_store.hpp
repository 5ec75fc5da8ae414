// A WHERE that depends on what is asked for: its text and its values side by side.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notify/task.hpp"
#include "store/value.hpp"

namespace gk::notify {

class SqlCondition {
public:
    // `text` with one `?` for each value; joined with AND. The values must outlive the query.
    template <typename... Values>
    void add(std::string_view text, const Values&... values) {
        text_ += text_.empty() ? " WHERE " : " AND ";
        text_ += text;
        (parameters_.emplace_back(values), ...);
    }

    // That the row, whose columns are those of an assignee, is this actor's.
    void add_assigned_to(const people::Actor& actor);

    // Values after those of the condition: LIMIT and OFFSET.
    void add_value(store::Parameter value) { parameters_.push_back(value); }

    [[nodiscard]] const std::string& text() const { return text_; }

    [[nodiscard]] const std::vector<store::Parameter>& parameters() const { return parameters_; }

private:
    std::string text_;
    std::vector<store::Parameter> parameters_;
};

}  // namespace gk::notify
