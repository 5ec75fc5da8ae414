#include "application/entry_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "application/entry_fields.hpp"
#include "application/flow.hpp"
#include "base/text.hpp"
#include "base/yuan.hpp"
#include "law/fee_scale.hpp"

namespace gk::application {

namespace {

std::string words(const std::string& text) {
    return text;
}

std::string words(const std::vector<std::string>& texts) {
    return text::join(texts, "；");
}

template <typename T>
std::string words(const std::optional<T>& value) {
    if constexpr (std::is_same_v<T, Date>) {
        return value->chinese();
    } else if constexpr (std::is_enum_v<T>) {
        return std::string(label(*value));
    } else {
        return std::to_string(*value);
    }
}

// 2026年3月9日的“交办检索”
std::string record_words(int number, std::span<const Event> events) {
    const auto found = std::ranges::find(events, number, &Event::number);
    return found == events.end()
               ? fmt::format("第{}号记录", number)
               : fmt::format("{}的“{}”", found->on().chinese(), label(found->action));
}

}  // namespace

std::vector<EntryLine> entry_lines(const Event& event, std::span<const Event> events) {
    const auto action = event.action;
    const auto& entry = event.entry;
    std::vector<EntryLine> lines;
    visit_fields(entry, [&](std::string_view name, const auto& value) {
        const auto uses = action_fields(action);
        const auto use = std::ranges::find(uses, name, &FieldUse::field);
        if (!is_given(value) || use == uses.end()) {
            return;
        }
        auto text = words(value);
        if (name == "files") {
            text = fmt::format("{}个文件", entry.files.size());
        } else if (name == "amount_fen") {
            text = yuan_text(*entry.amount_fen) + "元";
        } else if (name == "event_number") {
            text = record_words(*entry.event_number, events);
        }
        lines.push_back({.field = name, .label = std::string(use->label), .text = std::move(text)});
    });
    return lines;
}

}  // namespace gk::application
