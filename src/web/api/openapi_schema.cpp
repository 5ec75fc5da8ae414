#include "web/api/openapi_schema.hpp"

#include <utility>

#include <boost/json/value.hpp>

#include "base/assert.hpp"
#include "base/text.hpp"

namespace gk::web::api {

namespace {

namespace json = boost::json;

json::object text_json(const Schema& schema) {
    json::object object{{"type", "string"}};
    if (schema.min > 0) {
        object["minLength"] = schema.min;
    }
    object["maxLength"] = schema.max;
    if (schema.shape == Shape::secret) {
        object["format"] = "password";
    }
    return object;
}

json::object choice_json(const Schema& schema) {
    json::array keys;
    std::vector<std::string> labels;
    for (const auto& each : schema.choices) {
        keys.emplace_back(each.key);
        labels.push_back(each.key + "：" + each.label);
    }
    return {
        {"type", "string"}, {"enum", std::move(keys)}, {"description", text::join(labels, "；")}};
}

json::object list_json(const Schema& schema, json::object& components) {
    json::object object{{"type", "array"}, {"items", schema_json(*schema.item, components)}};
    if (schema.min > 0) {
        object["minItems"] = schema.min;
    }
    return object;
}

// What may be null may be left out, and the other way round.
json::object or_null(json::object object) {
    if (auto* type = object.if_contains("type"); type != nullptr && !object.contains("enum")) {
        *type = json::array{*type, "null"};
        return object;
    }
    return {{"anyOf", json::array{std::move(object), json::object{{"type", "null"}}}}};
}

json::object object_json(const Schema& schema, json::object& components) {
    json::object properties;
    json::array required;
    for (const auto& field : *schema.fields) {
        auto property = schema_json(field.schema, components);
        if (field.need == Need::optional) {
            property = or_null(std::move(property));
        } else {
            required.emplace_back(field.name);
        }
        property["title"] = field.label;
        properties[field.name] = std::move(property);
    }
    json::object object{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) {
        object["required"] = std::move(required);
    }
    object["additionalProperties"] = false;
    return object;
}

json::object plain_json(const Schema& schema, json::object& components) {
    switch (schema.shape) {
        case Shape::text:
        case Shape::long_text:
        case Shape::secret:
            return text_json(schema);
        case Shape::date:
            return {{"type", "string"}, {"format", "date"}};
        case Shape::moment:
            return {{"type", "string"}, {"format", "date-time"}};
        case Shape::number:
            return {{"type", "integer"}, {"minimum", schema.min}, {"maximum", schema.max}};
        case Shape::flag:
            return {{"type", "boolean"}};
        case Shape::choice:
            return choice_json(schema);
        case Shape::list:
            return list_json(schema, components);
        case Shape::object:
            return object_json(schema, components);
        case Shape::anything:
            return {};
        case Shape::file:
            return {{"type", "string"}, {"contentMediaType", "application/octet-stream"}};
    }
    GK_ASSERT(!"a shape");
    return {};
}

}  // namespace

json::object schema_json(const Schema& schema, json::object& components) {
    auto object = plain_json(schema, components);
    if (schema.name.empty()) {
        return object;
    }
    const auto* known = components.if_contains(schema.name);
    if (known != nullptr && *known != object) {
        throw Bug("two schemas are named " + schema.name);
    }
    components[schema.name] = std::move(object);
    return {{"$ref", "#/components/schemas/" + schema.name}};
}

}  // namespace gk::web::api
