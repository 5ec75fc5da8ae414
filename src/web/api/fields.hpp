// What a body, a form or a query says, once it has been held against its schema: the getters need
// not doubt it. Asking for a field that the schema lacks, or as another type, is a Bug.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/assert.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "web/api/schema.hpp"
#include "web/http/message.hpp"

namespace boost::json {
class object;  // NOLINT(readability-identifier-naming)
class value;   // NOLINT(readability-identifier-naming)
}  // namespace boost::json

namespace gk::web::api {

class Fields {
public:
    // No fields at all.
    Fields();
    explicit Fields(std::shared_ptr<const boost::json::object> members);

    // Given, perhaps as null: what a PATCH changes.
    [[nodiscard]] bool is_given(std::string_view name) const;
    // Given and not null.
    [[nodiscard]] bool has(std::string_view name) const;

    // Of a required field; a Bug where it is not there.
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] std::int64_t number(std::string_view name) const;
    [[nodiscard]] bool flag(std::string_view name) const;
    [[nodiscard]] Date date(std::string_view name) const;
    [[nodiscard]] Fields object(std::string_view name) const;
    [[nodiscard]] std::vector<Fields> objects(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;
    // As it was sent, compact.
    [[nodiscard]] std::string json(std::string_view name) const;

    // Of an optional one.
    [[nodiscard]] std::optional<std::string> text_if(std::string_view name) const;
    [[nodiscard]] std::optional<std::int64_t> number_if(std::string_view name) const;
    [[nodiscard]] std::optional<bool> flag_if(std::string_view name) const;
    [[nodiscard]] std::optional<Date> date_if(std::string_view name) const;
    [[nodiscard]] std::optional<Fields> object_if(std::string_view name) const;

    // fields.choice("role", people::role_of)
    template <typename Value>
    [[nodiscard]] Value choice(std::string_view name,
                               std::optional<Value> (*of)(std::string_view)) const {
        const auto value = of(text(name));
        GK_ASSERT(value.has_value());
        return *value;
    }

    template <typename Value>
    [[nodiscard]] std::optional<Value> choice_if(
        std::string_view name, std::optional<Value> (*of)(std::string_view)) const {
        return has(name) ? std::optional(choice(name, of)) : std::nullopt;
    }

    [[nodiscard]] const boost::json::object& members() const { return *members_; }

private:
    [[nodiscard]] const boost::json::value& value(std::string_view name) const;

    std::shared_ptr<const boost::json::object> members_;
};

inline constexpr std::size_t json_depth_max = 16;

// Reads a JSON body. Refuses what is no JSON object, and everything that hold_against() finds.
[[nodiscard]] Result<Fields> read_body(const Request& request, const Schema& schema);

// The same for parameters of a query or a form: "3" is a number where the field is one. A field
// that is a list may be there several times, another one once.
[[nodiscard]] Result<Fields> read_parameters(const Parameters& parameters,
                                             const std::vector<Field>& fields);

}  // namespace gk::web::api
