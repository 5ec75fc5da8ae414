// What an act says in words, line by line: for the course of the case and its file. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/event.hpp"

namespace gk::application {

struct EntryLine {
    std::string_view field;  // As entry_fields.hpp names it.
    std::string label;       // As the action calls it: 补正期限.
    std::string text;        // 2026年3月19日
};

// `events`: those of its case, for what it follows.
[[nodiscard]] std::vector<EntryLine> entry_lines(const Event& event, std::span<const Event> events);

}  // namespace gk::application
