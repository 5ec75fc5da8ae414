#include "web/api/hold.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include <boost/json/value.hpp>

#include "base/assert.hpp"
#include "base/date.hpp"
#include "base/text.hpp"
#include "web/api/errors.hpp"

namespace gk::web::api {

namespace {

namespace json = boost::json;

constexpr std::size_t quoted_chars_max = 40;

// So much of a value as an error may repeat.
std::string quoted(std::string_view value) {
    auto characters = text::decode(value);
    if (characters.size() > quoted_chars_max) {
        characters.resize(quoted_chars_max);
        characters += U'…';
    }
    return text::encode(characters);
}

bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

std::string_view type_in_words(Shape shape) {
    switch (shape) {
        case Shape::text:
        case Shape::long_text:
        case Shape::secret:
            return "一段文字";
        case Shape::date:
            return "日期，例如2026-03-01";
        case Shape::moment:
            return "时间";
        case Shape::number:
            return "整数";
        case Shape::flag:
            return "“是”或“否”（true 或 false）";
        case Shape::choice:
            return "选项之一";
        case Shape::list:
            return "列表";
        case Shape::object:
            return "一组内容";
        case Shape::anything:
            return "JSON";
        case Shape::file:
            return "一个文件";
    }
    GK_ASSERT(!"a shape");
    return {};
}

// The place in the body and what the form calls it.
struct Place {
    const std::string& path;
    const std::string& label;
};

class Holder {
public:
    std::vector<Problem> problems;

    void hold(const Schema& schema, json::value& value, const Place& place) {
        switch (schema.shape) {
            case Shape::text:
            case Shape::long_text:
            case Shape::secret:
                return hold_text(schema, value, place);
            case Shape::date:
                return hold_date(schema, value, place);
            case Shape::number:
                return hold_number(schema, value, place);
            case Shape::choice:
                return hold_choice(schema, value, place);
            case Shape::list:
                return hold_list(schema, value, place);
            case Shape::object:
                return hold_object(schema, value, place);
            case Shape::flag:
                return require(value.is_bool(), schema, place);
            case Shape::moment:
            case Shape::file:
                return require(value.is_string(), schema, place);
            case Shape::anything:
                return;
        }
    }

private:
    template <typename... Arguments>
    void add(const Place& place, const ProblemCode& code, const Arguments&... arguments) {
        auto found = problem(code, arguments...);
        found.field = place.path;
        problems.push_back(std::move(found));
    }

    void require(bool holds, const Schema& schema, const Place& place) {
        if (!holds) {
            add(place, field_wrong_type, place.label, type_in_words(schema.shape));
        }
    }

    void hold_text(const Schema& schema, json::value& value, const Place& place) {
        if (!value.is_string()) {
            return require(false, schema, place);
        }
        const std::string_view given = value.get_string();
        const auto kept = schema.shape == Shape::secret ? given : text::trim(given);
        const auto characters = text::decode(kept);
        const auto size = static_cast<std::int64_t>(characters.size());
        const bool may_break = schema.shape == Shape::long_text;
        if (std::ranges::any_of(characters, [may_break](char32_t each) {
                const bool is_break = each == U'\n' || each == U'\r' || each == U'\t';
                return is_control(each) && !(may_break && is_break);
            })) {
            return add(place, text_unprintable, place.label);
        }
        if (size < schema.min) {
            return add(place, field_missing, place.label);
        }
        if (size > schema.max) {
            return add(place, text_too_long, place.label, schema.max, size);
        }
        if (kept.size() != given.size()) {
            value = json::string(kept);
        }
    }

    void hold_date(const Schema& schema, const json::value& value, const Place& place) {
        if (!value.is_string()) {
            return require(false, schema, place);
        }
        const std::string_view given = value.get_string();
        if (!Date::parse(given)) {
            add(place, date_unreadable, place.label, quoted(given));
        }
    }

    void hold_number(const Schema& schema, const json::value& value, const Place& place) {
        if (value.is_uint64()) {
            return add(place, number_out_of_range, place.label, schema.min, schema.max,
                       value.get_uint64());
        }
        if (!value.is_int64()) {
            return require(false, schema, place);
        }
        const auto given = value.get_int64();
        if (given < schema.min || given > schema.max) {
            add(place, number_out_of_range, place.label, schema.min, schema.max, given);
        }
    }

    void hold_choice(const Schema& schema, const json::value& value, const Place& place) {
        if (!value.is_string()) {
            return require(false, schema, place);
        }
        const std::string_view given = value.get_string();
        if (std::ranges::none_of(schema.choices,
                                 [given](const Choice& each) { return each.key == given; })) {
            std::vector<std::string> known;
            for (const auto& each : schema.choices) {
                known.push_back(each.key + "（" + each.label + "）");
            }
            add(place, choice_unknown, place.label, quoted(given), text::join(known, "、"));
        }
    }

    void hold_list(const Schema& schema, json::value& value, const Place& place) {
        if (!value.is_array()) {
            return require(false, schema, place);
        }
        auto& items = value.get_array();
        const auto size = static_cast<std::int64_t>(items.size());
        if (size > schema.max) {
            return add(place, list_too_long, place.label, schema.max, size);
        }
        if (size < schema.min) {
            return add(place, list_too_short, place.label, schema.min, size);
        }
        for (std::size_t at = 0; at < items.size(); ++at) {
            const auto path = place.path + "[" + std::to_string(at) + "]";
            hold(*schema.item, items[at], {path, place.label});
        }
    }

    void hold_object(const Schema& schema, json::value& value, const Place& place) {
        if (!value.is_object()) {
            return require(false, schema, place);
        }
        auto& members = value.get_object();
        refuse_unknown(schema, members, place);
        for (const auto& field : *schema.fields) {
            const auto path = place.path.empty() ? field.name : place.path + "." + field.name;
            auto* found = members.if_contains(field.name);
            if (found != nullptr && !found->is_null()) {
                hold(field.schema, *found, {path, field.label});
            } else if (field.need == Need::required) {
                add({path, field.label}, field_missing, field.label);
            }
        }
    }

    void refuse_unknown(const Schema& schema, const json::object& members, const Place& place) {
        for (const auto& [name, value] : members) {
            const std::string_view key = name;
            if (std::ranges::none_of(*schema.fields,
                                     [key](const Field& each) { return each.name == key; })) {
                std::vector<std::string> known;
                for (const auto& each : *schema.fields) {
                    known.push_back(each.name + "（" + each.label + "）");
                }
                const auto shown = quoted(key);
                const auto path = place.path.empty() ? shown : place.path + "." + shown;
                add({path, place.label}, field_unknown, shown,
                    known.empty() ? "没有" : text::join(known, "、"));
            }
        }
    }
};

}  // namespace

std::vector<Problem> hold_against(const Schema& schema, json::value& value, const std::string& path,
                                  const std::string& label) {
    Holder holder;
    holder.hold(schema, value, {path, label});
    return std::move(holder.problems);
}

}  // namespace gk::web::api
