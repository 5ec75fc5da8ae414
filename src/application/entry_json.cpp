#include "application/entry_json.hpp"

#include <limits>
#include <optional>
#include <set>
#include <type_traits>

#include <boost/json.hpp>

#include "application/entry_fields.hpp"
#include "application/errors.hpp"
#include "base/problem_list.hpp"
#include "law/fee_scale.hpp"

namespace gk::application {

namespace {

namespace json = boost::json;

json::value json_of(const std::string& text) {
    return json::value(text);
}

json::value json_of(const std::vector<std::string>& texts) {
    json::array array;
    for (const auto& text : texts) {
        array.emplace_back(text);
    }
    return array;
}

template <typename T>
json::value json_of(const std::optional<T>& value) {
    if constexpr (std::is_same_v<T, Date>) {
        return json::value(value->iso());
    } else if constexpr (std::is_enum_v<T>) {
        return json::value(json::string(key(*value)));
    } else {
        return json::value(std::int64_t{*value});
    }
}

// The value of a text, for each type that a member may have.
void read(std::string_view text, std::optional<Date>& into) {
    into = Date::parse(text);
}

void read(std::string_view text, std::optional<law::Channel>& into) {
    into = law::channel_of(text);
}

void read(std::string_view text, std::optional<law::Consulted>& into) {
    into = law::consulted_of(text);
}

void read(std::string_view text, std::optional<Opinion>& into) {
    into = opinion_of(text);
}

void read(std::string_view text, std::optional<SearchResult>& into) {
    into = search_result_of(text);
}

void read(std::string_view text, std::optional<law::Outcome>& into) {
    into = law::outcome_of(text);
}

void read(std::string_view text, std::optional<AmendmentResult>& into) {
    into = amendment_result_of(text);
}

void read(std::string_view text, std::optional<AnswerRoute>& into) {
    into = answer_route_of(text);
}

void read(std::string_view text, std::optional<law::FeeScale>& into) {
    into = law::fee_scale_of(text);
}

bool take(const json::value& value, std::string& into) {
    if (value.is_string()) {
        into = std::string(value.get_string());
    }
    return value.is_string();
}

bool take(const json::value& value, std::vector<std::string>& into) {
    if (!value.is_array()) {
        return false;
    }
    for (const auto& each : value.get_array()) {
        if (!each.is_string()) {
            return false;
        }
        into.emplace_back(each.get_string());
    }
    return true;
}

template <typename T>
bool take(const json::value& value, std::optional<T>& into) {
    if constexpr (std::is_integral_v<T>) {
        const auto* number = value.if_int64();
        if (number != nullptr && *number >= std::numeric_limits<T>::min() &&
            *number <= std::numeric_limits<T>::max()) {
            into = static_cast<T>(*number);
        }
    } else if (value.is_string()) {
        read(value.get_string(), into);
    }
    return into.has_value();
}

Error invalid(std::string_view name, const json::value& value) {
    const auto written = json::serialize(value);
    return error(field_invalid, name, written, "请按接口说明填写。").at(name);
}

}  // namespace

std::string entry_json(const Entry& entry) {
    json::object object;
    visit_fields(entry, [&](std::string_view name, const auto& value) {
        if (is_given(value)) {
            object.emplace(name, json_of(value));
        }
    });
    return json::serialize(object);
}

Result<Entry> parse_entry(std::string_view text) {
    boost::system::error_code failure;
    const auto parsed = json::parse(text, failure);
    if (failure || !parsed.is_object()) {
        return error(field_invalid, "内容", "", "应当是一个 JSON 对象。");
    }
    const auto& object = parsed.get_object();
    ProblemList problems;
    Entry entry;
    std::set<std::string_view> known;
    visit_fields(entry, [&](std::string_view name, auto& field) {
        known.insert(name);
        const auto* value = object.if_contains(name);
        if (value != nullptr && !value->is_null() && !take(*value, field)) {
            problems.add(invalid(name, *value));
        }
    });
    for (const auto& member : object) {
        if (!known.contains(member.key())) {
            problems.add(invalid(member.key(), member.value()));
        }
    }
    if (!problems.empty()) {
        return std::move(problems).error();
    }
    return entry;
}

}  // namespace gk::application
