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

}  // namespace

std::vector<EntryLine> entry_lines(Action action, const Entry& entry) {
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
            text = fmt::format("第{}号记录", *entry.event_number);
        }
        lines.push_back({.field = name, .label = std::string(use->label), .text = std::move(text)});
    });
    return lines;
}

}  // namespace gk::application
