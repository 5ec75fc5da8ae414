#include "web/api/fields.hpp"

#include <algorithm>
#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "base/number.hpp"
#include "base/text.hpp"
#include "web/api/errors.hpp"
#include "web/api/hold.hpp"

namespace gk::web::api {

namespace {

namespace json = boost::json;

std::string string_of(const json::value& value) {
    GK_ASSERT(value.is_string());
    return std::string(std::string_view(value.get_string()));
}

// A text of the query as the type that the field has; what does not look like it stays a text and
// is refused as one.
json::value value_of(std::string_view text, Shape shape) {
    if (shape == Shape::number) {
        if (const auto number = text::whole_number<std::int64_t>(text)) {
            return *number;
        }
    }
    if (shape == Shape::flag && (text == "true" || text == "false")) {
        return text == "true";
    }
    return json::string(text);
}

bool is_json(const Request& request) {
    const auto type = text::lower_ascii(request.headers.get("Content-Type"));
    const auto media_type = text::trim(std::string_view(type).substr(0, type.find(';')));
    return media_type == "application/json";
}

Result<Fields> held(const Schema& schema, json::value value) {
    if (auto problems = hold_against(schema, value, "", ""); !problems.empty()) {
        return Error(ErrorKind::invalid, std::move(problems));
    }
    return Fields(std::make_shared<const json::object>(std::move(value.get_object())));
}

}  // namespace

Fields::Fields() : members_(std::make_shared<const json::object>()) {}

Fields::Fields(std::shared_ptr<const json::object> members) : members_(std::move(members)) {}

bool Fields::is_given(std::string_view name) const {
    return members_->contains(name);
}

bool Fields::has(std::string_view name) const {
    const auto* found = members_->if_contains(name);
    return found != nullptr && !found->is_null();
}

const json::value& Fields::value(std::string_view name) const {
    const auto* found = members_->if_contains(name);
    GK_ASSERT(found != nullptr);
    return *found;
}

std::string Fields::text(std::string_view name) const {
    return string_of(value(name));
}

std::int64_t Fields::number(std::string_view name) const {
    const auto& found = value(name);
    GK_ASSERT(found.is_int64());
    return found.get_int64();
}

bool Fields::flag(std::string_view name) const {
    const auto& found = value(name);
    GK_ASSERT(found.is_bool());
    return found.get_bool();
}

Date Fields::date(std::string_view name) const {
    const auto date = Date::parse(text(name));
    GK_ASSERT(date.has_value());
    return *date;
}

Fields Fields::object(std::string_view name) const {
    const auto& found = value(name);
    GK_ASSERT(found.is_object());
    return Fields(std::shared_ptr<const json::object>(members_, &found.get_object()));
}

std::vector<Fields> Fields::objects(std::string_view name) const {
    const auto& found = value(name);
    GK_ASSERT(found.is_array());
    std::vector<Fields> objects;
    for (const auto& each : found.get_array()) {
        GK_ASSERT(each.is_object());
        objects.emplace_back(std::shared_ptr<const json::object>(members_, &each.get_object()));
    }
    return objects;
}

std::vector<std::string> Fields::texts(std::string_view name) const {
    std::vector<std::string> texts;
    if (!has(name)) {
        return texts;
    }
    const auto& found = value(name);
    GK_ASSERT(found.is_array());
    for (const auto& each : found.get_array()) {
        texts.push_back(string_of(each));
    }
    return texts;
}

std::string Fields::json(std::string_view name) const {
    return json::serialize(value(name));
}

std::optional<std::string> Fields::text_if(std::string_view name) const {
    return has(name) ? std::optional(text(name)) : std::nullopt;
}

std::optional<std::int64_t> Fields::number_if(std::string_view name) const {
    return has(name) ? std::optional(number(name)) : std::nullopt;
}

std::optional<bool> Fields::flag_if(std::string_view name) const {
    return has(name) ? std::optional(flag(name)) : std::nullopt;
}

std::optional<Date> Fields::date_if(std::string_view name) const {
    return has(name) ? std::optional(date(name)) : std::nullopt;
}

std::optional<Fields> Fields::object_if(std::string_view name) const {
    return has(name) ? std::optional(object(name)) : std::nullopt;
}

Result<Fields> read_body(const Request& request, const Schema& schema) {
    json::parse_options options;
    options.max_depth = json_depth_max;
    json::error_code failure;
    auto value = is_json(request) ? json::parse(request.body, failure, {}, options) : json::value();
    if (failure || !value.is_object()) {
        return error(body_not_json, json_depth_max);
    }
    return held(schema, std::move(value));
}

Result<Fields> read_parameters(const Parameters& parameters, const std::vector<Field>& fields) {
    json::object members;
    std::vector<Problem> problems;
    for (const auto& [name, text] : parameters) {
        const auto field = std::ranges::find(fields, name, &Field::name);
        if (field == fields.end()) {
            members[name] = json::string(text);
        } else if (field->schema.shape == Shape::list) {
            auto& items = members[name];
            (items.is_array() ? items.get_array() : items.emplace_array())
                .push_back(value_of(text, field->schema.item->shape));
        } else if (members.contains(name)) {
            problems.push_back(problem(field_repeated, field->label));
            problems.back().field = name;
        } else if (!text.empty() || field->need == Need::required) {
            members[name] = value_of(text, field->schema.shape);
        }
    }
    if (!problems.empty()) {
        return Error(ErrorKind::invalid, std::move(problems));
    }
    return held(object({}, fields), std::move(members));
}

}  // namespace gk::web::api
