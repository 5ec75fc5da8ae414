#include "letter/placeholder.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/text.hpp"
#include "law/enum_table.hpp"
#include "letter/errors.hpp"
#include "letter/template_data.hpp"

namespace gk::letter {

namespace {

constexpr std::size_t value_length_max = 4000;
constexpr int number_max = 100'000;

struct TypeRow {
    PlaceholderType value;
    std::string_view key;
    std::string_view label;
};

constexpr auto types = law::enum_table(std::array<TypeRow, 5>{{
    {PlaceholderType::text, "text", "一行文字"},
    {PlaceholderType::paragraphs, "paragraphs", "一段或者几段文字"},
    {PlaceholderType::date, "date", "日期"},
    {PlaceholderType::number, "number", "整数"},
    {PlaceholderType::amount, "amount", "金额（元）"},
}});

std::optional<int> whole_number(std::string_view text) {
    if (text.empty() || text.size() > 6 ||
        !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    const int number = std::stoi(std::string(text));
    return number <= number_max ? std::optional(number) : std::nullopt;
}

// 12, 12.5, 12.50: yuan and fen.
bool is_amount(std::string_view text) {
    const auto point = text.find('.');
    const auto fen = point == text.npos ? std::string_view() : text.substr(point + 1);
    const auto is_digits = [](std::string_view digits) {
        return !digits.empty() &&
               std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    };
    return text.size() <= 12 && is_digits(text.substr(0, point)) &&
           (point == text.npos || (is_digits(fen) && fen.size() <= 2));
}

Error wrong_type(const Placeholder& placeholder, std::string_view value, std::string_view want) {
    return error(value_invalid, placeholder.name, value, want).at(placeholder.key);
}

// The next {{name}} from `from` on: where it begins and ends.
struct Span {
    std::size_t begin;
    std::size_t end;
};

std::optional<Span> next_placeholder(std::string_view text, std::size_t from) {
    const auto begin = text.find("{{", from);
    const auto end = begin == text.npos ? text.npos : text.find("}}", begin + 2);
    return end == text.npos ? std::nullopt : std::optional(Span{begin, end + 2});
}

std::string name_at(std::string_view text, Span span) {
    return std::string(text::trim(text.substr(span.begin + 2, span.end - span.begin - 4)));
}

}  // namespace

std::span<const PlaceholderType> placeholder_types() {
    return types.values();
}

std::string_view key(PlaceholderType type) {
    return types[type].key;
}

std::string_view label(PlaceholderType type) {
    return types[type].label;
}

std::span<const Placeholder> placeholders() {
    return template_data().placeholders;
}

const Placeholder* find_placeholder(std::string_view key) {
    const auto all = placeholders();
    const auto found = std::ranges::find(all, key, &Placeholder::key);
    return found == all.end() ? nullptr : &*found;
}

const Placeholder* find_placeholder_by_name(std::string_view name) {
    const auto all = placeholders();
    const auto found = std::ranges::find(all, name, &Placeholder::name);
    return found == all.end() ? nullptr : &*found;
}

Result<std::string> printed_value(const Placeholder& placeholder, std::string_view given) {
    if (!text::is_utf8(given) || given.size() > value_length_max) {
        return error(value_too_long, placeholder.name, value_length_max / 3).at(placeholder.key);
    }
    const std::string value(text::trim(given));
    switch (placeholder.type) {
        case PlaceholderType::text:
            if (value.find('\n') != value.npos) {
                return wrong_type(placeholder, text::split(value, '\n').front(), "只写一行");
            }
            return value;
        case PlaceholderType::paragraphs:
            return value;
        case PlaceholderType::date: {
            const auto date = Date::parse(value);
            if (!date) {
                return wrong_type(placeholder, value, "写成2026-03-24这样的日期");
            }
            return date->chinese();
        }
        case PlaceholderType::number: {
            const auto number = whole_number(value);
            if (!number) {
                return wrong_type(placeholder, value, "只写数字");
            }
            return std::to_string(*number);
        }
        case PlaceholderType::amount:
            if (!is_amount(value)) {
                return wrong_type(placeholder, value, "写成300或者300.50这样的元数");
            }
            return value;
    }
    throw_bug("a type of placeholder", std::source_location::current());
}

std::vector<std::string> placeholder_names(std::string_view text) {
    std::vector<std::string> names;
    for (auto span = next_placeholder(text, 0); span; span = next_placeholder(text, span->end)) {
        names.push_back(name_at(text, *span));
    }
    return names;
}

std::string filled(std::string_view text,
                   const std::function<std::string(std::string_view name)>& value) {
    std::string out;
    std::size_t from = 0;
    for (auto span = next_placeholder(text, 0); span; span = next_placeholder(text, span->end)) {
        out += text.substr(from, span->begin - from);
        out += value(name_at(text, *span));
        from = span->end;
    }
    out += text.substr(from);
    return out;
}

}  // namespace gk::letter
