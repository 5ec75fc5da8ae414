// What a JSON value looks like, as plain data: bodies and queries are held against it before a
// handler sees them, tests hold answers against it, and the OpenAPI document is made of it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gk::web::api {

enum class Shape {
    text,       // One line; trimmed when it is read.
    long_text,  // With line breaks.
    secret,     // One line, taken as it is: a password.
    date,       // "2026-03-01"
    moment,     // "2026-03-01T09:30:00.000+08:00"; in answers only.
    number,     // Whole.
    flag,
    choice,
    list,
    object,
    anything,  // JSON that is kept as it is.
    file,      // Of a form that is sent as multipart/form-data.
};

struct Choice {
    std::string key;
    std::string label;
};

struct Field;

struct Schema {
    Shape shape = Shape::text;
    std::string name;  // The component of the OpenAPI document that it is; empty for none.
    // Of a text the characters, of a number its value, of a list the items, of a file the bytes.
    std::int64_t min = 0;
    std::int64_t max = 0;
    std::vector<Choice> choices = {};
    std::shared_ptr<const Schema> item = {};                // Of a list.
    std::shared_ptr<const std::vector<Field>> fields = {};  // Of an object.
};

// optional: may be left out or be null.
enum class Need { required, optional };

struct Field {
    std::string name;
    std::string label;  // As the form says it, Chinese.
    Schema schema;
    Need need = Need::required;
};

inline constexpr std::int64_t text_chars_max = 200;
inline constexpr std::int64_t long_text_chars_max = 20'000;
inline constexpr std::int64_t list_items_max = 1'000;
inline constexpr std::int64_t number_max = 1'000'000'000'000'000;

[[nodiscard]] Schema text(std::int64_t max = text_chars_max);
// A text that may be empty.
[[nodiscard]] Schema text_or_empty(std::int64_t max = text_chars_max);
[[nodiscard]] Schema long_text(std::int64_t max = long_text_chars_max);
[[nodiscard]] Schema long_text_or_empty(std::int64_t max = long_text_chars_max);
[[nodiscard]] Schema secret();
[[nodiscard]] Schema date();
[[nodiscard]] Schema moment();
[[nodiscard]] Schema number(std::int64_t min = 0, std::int64_t max = number_max);
[[nodiscard]] Schema flag();
[[nodiscard]] Schema list(Schema item, std::int64_t max = list_items_max, std::int64_t min = 0);
[[nodiscard]] Schema object(std::string name, std::vector<Field> fields);
[[nodiscard]] Schema anything();
[[nodiscard]] Schema file(std::int64_t bytes_max);
[[nodiscard]] Schema choice_of(std::string name, std::vector<Choice> choices);

// Of an enumeration that has key() and label(): choice("Role", people::roles()).
template <typename Value>
[[nodiscard]] Schema choice(std::string name, std::span<const Value> values) {
    std::vector<Choice> choices;
    for (const auto value : values) {
        choices.push_back({std::string(key(value)), std::string(label(value))});
    }
    return choice_of(std::move(name), std::move(choices));
}

// The page of a list as every list answers it: items, total, page, page_size.
[[nodiscard]] Schema page_of(std::string name, Schema item);

// An object that every detail answer has: what may be done, and what stands in the way.
[[nodiscard]] Schema offered_actions();

// The field `version` that every act carries.
[[nodiscard]] Field version_field();

}  // namespace gk::web::api
