#include "web/api/schema.hpp"

#include <utility>

namespace gk::web::api {

namespace {

Schema sized(Shape shape, std::int64_t min, std::int64_t max) {
    return {.shape = shape, .name = {}, .min = min, .max = max};
}

Schema bases() {
    return list(
        object("LegalBasis", {{"citation", "依据", text()}, {"text", "依据的条文", text()}}));
}

}  // namespace

Schema text(std::int64_t max) {
    return sized(Shape::text, 1, max);
}

Schema text_or_empty(std::int64_t max) {
    return sized(Shape::text, 0, max);
}

Schema long_text(std::int64_t max) {
    return sized(Shape::long_text, 1, max);
}

Schema long_text_or_empty(std::int64_t max) {
    return sized(Shape::long_text, 0, max);
}

Schema secret() {
    return sized(Shape::secret, 1, text_chars_max);
}

Schema date() {
    return sized(Shape::date, 0, 0);
}

Schema moment() {
    return sized(Shape::moment, 0, 0);
}

Schema number(std::int64_t min, std::int64_t max) {
    return sized(Shape::number, min, max);
}

Schema flag() {
    return sized(Shape::flag, 0, 0);
}

Schema list(Schema item, std::int64_t max, std::int64_t min) {
    auto schema = sized(Shape::list, min, max);
    schema.item = std::make_shared<const Schema>(std::move(item));
    return schema;
}

Schema object(std::string name, std::vector<Field> fields) {
    auto schema = sized(Shape::object, 0, 0);
    schema.name = std::move(name);
    schema.fields = std::make_shared<const std::vector<Field>>(std::move(fields));
    return schema;
}

Schema anything() {
    return sized(Shape::anything, 0, 0);
}

Schema file(std::int64_t bytes_max) {
    return sized(Shape::file, 1, bytes_max);
}

Schema choice_of(std::string name, std::vector<Choice> choices) {
    auto schema = sized(Shape::choice, 0, 0);
    schema.name = std::move(name);
    schema.choices = std::move(choices);
    return schema;
}

Schema page_of(std::string name, Schema item) {
    return object(std::move(name), {{"items", "本页内容", list(std::move(item))},
                                    {"total", "总数", number()},
                                    {"page", "页码", number(1)},
                                    {"page_size", "每页条数", number(1)}});
}

Schema offered_actions() {
    return list(
        object("OfferedAction", {{"action", "操作", text()},
                                 {"label", "操作名称", text()},
                                 {"is_allowed", "现在可以办理", flag()},
                                 {"basis", "依据", bases()},
                                 {"obstacle", "不能办理的原因",
                                  object("Obstacle", {{"code", "问题代码", text()},
                                                      {"message", "原因", text(2'000)},
                                                      {"basis", "依据", bases()},
                                                      {"hint", "办法", text_or_empty(2'000)}}),
                                  Need::optional}}));
}

Field version_field() {
    return {"version", "版本", number(0)};
}

}  // namespace gk::web::api
