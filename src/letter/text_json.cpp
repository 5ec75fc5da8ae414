#include "letter/text_json.hpp"

#include <boost/json.hpp>

namespace gk::letter {

namespace {

namespace json = boost::json;

json::array array_of(const std::vector<std::string>& texts) {
    json::array array;
    for (const auto& text : texts) {
        array.emplace_back(text);
    }
    return array;
}

// Takes members of an object; after the first that is missing or of another type all is empty.
class Members {
public:
    explicit Members(std::string_view text) {
        boost::system::error_code failed;
        auto value = json::parse(text, failed);
        is_good_ = !failed && value.is_object();
        if (is_good_) {
            object_ = std::move(value.as_object());
        }
    }

    std::string text(const char* name) {
        const auto* value = find(name);
        return value != nullptr && checked(value->is_string()) ? std::string(value->get_string())
                                                               : std::string();
    }

    std::vector<std::string> texts(const char* name) {
        std::vector<std::string> texts;
        const auto* value = find(name);
        if (value == nullptr || !checked(value->is_array())) {
            return texts;
        }
        for (const auto& each : value->get_array()) {
            if (checked(each.is_string())) {
                texts.emplace_back(each.get_string());
            }
        }
        return texts;
    }

    [[nodiscard]] bool is_good() const { return is_good_; }

private:
    const json::value* find(const char* name) {
        const auto* value = object_.if_contains(name);
        return checked(value != nullptr) ? value : nullptr;
    }

    bool checked(bool holds) {
        is_good_ = is_good_ && holds;
        return is_good_;
    }

    json::object object_;
    bool is_good_ = false;
};

}  // namespace

std::string text_json(const LetterText& text) {
    std::vector<std::string> paragraphs;
    paragraphs.reserve(text.paragraphs.size());
    for (const auto& paragraph : text.paragraphs) {
        paragraphs.push_back(paragraph.text);
    }
    return json::serialize(json::object{{"title", text.title},
                                        {"addressee", text.addressee},
                                        {"paragraphs", array_of(paragraphs)},
                                        {"attachments", array_of(text.attachments)},
                                        {"signature", text.signature},
                                        {"note", text.note}});
}

std::optional<LetterText> text_of_json(std::string_view text) {
    Members members(text);
    LetterText letter{.title = members.text("title"),
                      .addressee = members.text("addressee"),
                      .paragraphs = {},
                      .attachments = members.texts("attachments"),
                      .signature = members.text("signature"),
                      .note = members.text("note")};
    for (auto& paragraph : members.texts("paragraphs")) {
        const auto level = paragraph_level(paragraph);
        letter.paragraphs.push_back({level, std::move(paragraph)});
    }
    return members.is_good() ? std::optional(std::move(letter)) : std::nullopt;
}

std::string template_json(const LetterTemplate& letter) {
    return json::serialize(
        json::object{{"title", letter.title}, {"paragraphs", array_of(letter.paragraphs)}});
}

std::optional<LetterTemplate> template_of_json(std::string_view text) {
    Members members(text);
    LetterTemplate letter{.title = members.text("title"),
                          .paragraphs = members.texts("paragraphs")};
    return members.is_good() ? std::optional(std::move(letter)) : std::nullopt;
}

}  // namespace gk::letter
