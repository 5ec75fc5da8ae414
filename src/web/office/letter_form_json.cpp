#include "web/office/letter_form_json.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "letter/errors.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;

constexpr std::int64_t value_chars_max = 20'000;

}  // namespace

json::array letter_fields_json(const std::vector<application::LetterField>& fields) {
    json::array items;
    for (const auto& field : fields) {
        const auto& placeholder = *field.placeholder;
        const auto type = key(placeholder.type);
        items.push_back(json::object{{"key", placeholder.key},
                                     {"label", placeholder.name},
                                     {"type", json::string_view(type.data(), type.size())},
                                     {"is_required", field.is_required},
                                     {"help", placeholder.help},
                                     {"sample", placeholder.sample},
                                     {"value", field.value},
                                     {"note", field.note}});
    }
    return items;
}

api::Schema letter_fields_schema() {
    return api::list(
        api::object("LetterField",
                    {{"key", "名称", api::text()},
                     {"label", "填写项", api::text()},
                     {"type", "类型", api::choice("PlaceholderType", letter::placeholder_types())},
                     {"is_required", "必须填写", api::flag()},
                     {"help", "说明", api::text()},
                     {"sample", "示例", api::long_text_or_empty()},
                     {"value", "已知的内容", api::long_text_or_empty(value_chars_max)},
                     {"note", "没有内容的原因", api::long_text_or_empty()}}));
}

Result<letter::LetterValues> letter_values_of(const std::string& text) {
    boost::system::error_code failed;
    const auto value = json::parse(text, failed);
    letter::LetterValues values;
    if (failed || !value.is_object()) {
        return error(letter::values_unreadable).at("values");
    }
    for (const auto& [key, each] : value.get_object()) {
        if (!each.is_string()) {
            return error(letter::values_unreadable).at("values");
        }
        values.emplace(key, each.get_string());
    }
    return values;
}

}  // namespace gk::web::office
