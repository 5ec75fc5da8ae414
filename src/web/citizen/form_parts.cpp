#include "web/citizen/form_parts.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace gk::web::citizen {

namespace started = application::started;

page::Values FormParts::begin(std::string_view kind, std::string_view file, const TextPart& part) {
    auto values = form_.add("PART").include(kind, file);
    values.set("NAME", part.name);
    values.set("LABEL", part.label.empty() ? started::field_label(part.name, fields_) : part.label);
    values.set("VALUE", started::value(fields_, part.name));
    values.set_any("HINT", part.hint);
    if (part.is_optional) {
        values.show("OPTIONAL");
    }
    if (part.is_inside) {
        values.show("INSIDE");
    }
    std::string described = part.hint.empty() ? "" : std::string(part.name) + "-hint";
    const auto found = std::ranges::find(problems_, part.name, &Problem::field);
    if (found != problems_.end()) {
        values.add("PROBLEM").set("MESSAGE", found->message).set("HINT", found->hint);
        described += (described.empty() ? "" : " ") + std::string(part.name) + "-problem";
    }
    values.set_any("DESCRIBED", described);
    return values;
}

void FormParts::text(const TextPart& part) {
    auto values = begin("TEXT", "part_text.html", part);
    values.set("TYPE", part.type).set("WIDTH", part.width);
    values.set_any("AUTOCOMPLETE", part.autocomplete).set_any("INPUTMODE", part.inputmode);
}

void FormParts::area(const TextPart& part) {
    auto values = begin("AREA", "part_area.html", part);
    values.set("WIDTH", part.width);
}

void FormParts::choices(const TextPart& part) {
    std::vector<Option> options;
    for (const auto& each : started::choices(part.name, fields_)) {
        options.push_back({std::string(each.key), std::string(each.label), std::string(each.note)});
    }
    choices(part, options);
}

// The first choice has the name itself for its id: what the summary of problems leads to.
void FormParts::choices(const TextPart& part, const std::vector<Option>& options) {
    auto values = begin("CHOICES", "part_choices.html", part);
    for (const auto& each : options) {
        const std::string name(part.name);
        auto option = values.add("OPTION");
        option.set("ID", &each == &options.front() ? name : name + "-" + each.value);
        option.set("NAME", name).set("VALUE", each.value).set("TEXT", each.text);
        option.set_any("NOTE", each.note).set("CLASS", each.css_class);
        if (each.value == started::value(fields_, part.name)) {
            option.show("CHECKED");
        }
    }
}

void FormParts::contact(std::string_view route_hint) {
    choices({.name = "contact_route", .hint = route_hint});
    text({.name = "phone",
          .hint = "选择手机短信的必填，填写手机号码。",
          .type = "tel",
          .autocomplete = "tel",
          .inputmode = "tel",
          .width = "w-20"});
    text({.name = "email",
          .hint = "选择电子邮件的必填。",
          .type = "email",
          .autocomplete = "email",
          .inputmode = "email"});
    text({.name = "address",
          .hint = "选择邮寄信函的必填，请写到门牌号和邮政编码。",
          .autocomplete = "address-line1"});
}

void FormParts::tick(std::string_view name, std::string_view label, std::string_view hint) {
    auto values = form_.add("PART").include("TICK", "part_tick.html");
    values.set("NAME", name).set("LABEL", label).set_any("HINT", hint);
    if (!started::value(fields_, name).empty()) {
        values.show("CHECKED");
    }
}

std::string size_in_words(std::int64_t byte_count) {
    constexpr std::int64_t kilobyte = 1024;
    constexpr std::int64_t megabyte = kilobyte * kilobyte;
    if (byte_count < megabyte) {
        return fmt::format("{}KB", std::max<std::int64_t>(1, byte_count / kilobyte));
    }
    constexpr std::int64_t tenths = 10;
    const auto count = byte_count * tenths / megabyte;
    return fmt::format("{}.{}MB", count / tenths, count % tenths);
}

void FormParts::files(const TextPart& part, std::span<const started::FormFile> kept) {
    auto values = begin("FILES", "part_files.html", part);
    std::optional<page::Values> list;
    for (const auto& each : kept) {
        if (each.field != part.name) {
            continue;
        }
        if (!list) {
            list = values.add("KEPT");
        }
        auto line = list->add("FILE");
        line.set("FILE_NAME", each.name).set("SIZE", size_in_words(each.byte_count));
        line.set("ID", each.public_id);
    }
}

void FormParts::answers(std::string_view id, std::string_view name,
                        const std::vector<AnswerLine>& lines) {
    auto values = form_.add("PART").include("ANSWERS", "part_answers.html");
    values.set("ID", id).set("NAME", name);
    for (const auto& each : lines) {
        auto line = values.add("LINE");
        line.set("LABEL", each.label).set_any("VALUE", each.value).set("URL", each.url);
        line.set("ANCHOR", each.anchor);
        if (!each.problem.empty()) {
            line.show("IS_BAD");
            line.add("PROBLEM").set("MESSAGE", each.problem);
        }
    }
}

}  // namespace gk::web::citizen
