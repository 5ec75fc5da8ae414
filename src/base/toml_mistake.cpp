#include "base/toml_mistake.hpp"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"

namespace gk {

namespace {

constexpr std::string_view quote_it =
    "文字放在一对英文双引号里，例如 \"0.0.0.0\"；整数直接写；是非写 true 或者 false。";

// What an input method leaves behind, and what was meant.
struct FullWidth {
    std::string_view typed;
    std::string_view meant;
};

constexpr auto full_width = std::to_array<FullWidth>({
    {"“", "\""}, {"”", "\""}, {"‘", "'"},  {"’", "'"},  {"＂", "\""},   {"＝", "="}, {"［", "["},
    {"］", "]"}, {"【", "["}, {"】", "]"}, {"（", "["}, {"）", "]"},    {"，", ","}, {"、", ","},
    {"＃", "#"}, {"：", "="}, {"。", "."}, {"．", "."}, {"　", "空格"},
});

std::string_view line_of(std::string_view toml, unsigned line) {
    const auto lines = text::split(toml, '\n');
    return line >= 1 && line <= lines.size() ? lines[line - 1] : std::string_view();
}

// Without what stands in quotes and in the comment.
std::string outside_quotes(std::string_view line) {
    std::string outside;
    char quote = '\0';
    for (const char each : line) {
        if (quote != '\0') {
            quote = each == quote ? '\0' : quote;
        } else if (each == '"' || each == '\'') {
            quote = each;
        } else if (each == '#') {
            break;
        } else {
            outside += each;
        }
    }
    return outside;
}

std::optional<FullWidth> full_width_in(std::string_view line) {
    const auto outside = outside_quotes(line);
    std::optional<FullWidth> first;
    auto at = std::string::npos;
    for (const auto& each : full_width) {
        if (const auto found = outside.find(each.typed); found < at) {
            at = found;
            first = each;
        }
    }
    return first;
}

// What is told of one line.
class Line {
public:
    Line(std::string_view line, std::string_view description)
        : line_(line), description_(description) {}

    [[nodiscard]] TomlMistake mistake() const;

private:
    [[nodiscard]] bool says(std::string_view words) const {
        return description_.find(words) != std::string_view::npos;
    }

    // The name in '…' of the description.
    [[nodiscard]] std::string_view named() const {
        const auto parts = text::split(description_, '\'');
        return parts.size() > 1 ? parts[1] : std::string_view();
    }

    [[nodiscard]] std::string key() const {
        const auto written = text::trim(line_.substr(0, line_.find('=')));
        return line_.find('=') == std::string_view::npos || written.empty()
                   ? std::string("这一行")
                   : fmt::format("“{}”", written);
    }

    [[nodiscard]] bool has_value() const {
        const auto equals = line_.find('=');
        return equals != std::string_view::npos && !text::trim(line_.substr(equals + 1)).empty();
    }

    [[nodiscard]] std::optional<TomlMistake> mistake_of_quotes() const;
    [[nodiscard]] std::optional<TomlMistake> mistake_of_names() const;
    [[nodiscard]] std::optional<TomlMistake> mistake_of_lists() const;
    [[nodiscard]] TomlMistake mistake_of_value() const;

    std::string_view line_;
    std::string_view description_;
};

std::optional<TomlMistake> Line::mistake_of_quotes() const {
    if (says("escape sequence") || says("unicode scalar")) {
        return TomlMistake{key() + "的双引号里有反斜杠“\\”，它有特别的含义",
                           "路径改用正斜杠“/”；必须写反斜杠的，整个值放在英文单引号里。"};
    }
    if (says("string") && (says("control character") || says("end-of-file"))) {
        return TomlMistake{key() + "的引号没有闭合", "在值的末尾补上同样的英文引号。"};
    }
    return std::nullopt;
}

std::optional<TomlMistake> Line::mistake_of_names() const {
    if (says("cannot redefine existing table") && says("table header")) {
        return TomlMistake{fmt::format("“[{}]”这一节写了两次", named()),
                           "把两处的内容合并到一处，删去另一处。"};
    }
    if (says("cannot redefine") || says("cannot insert")) {
        return TomlMistake{fmt::format("“{}”写了两次", named()), "只保留一处。"};
    }
    if (says("table header")) {
        return TomlMistake{"节名的写法不对",
                           "写成英文方括号里的一个节名，单独占一行，例如 [server]。"};
    }
    if (says("expected '='")) {
        return TomlMistake{"键名的后面没有等号", "写成“键 = 值”，例如 port = 8080。"};
    }
    if (says("root table") || says("bare key") || says("dotted key")) {
        return TomlMistake{
            "这一行不是以键名、节名或者“#”开头",
            "键名用英文字母、数字、下划线和连字符，写成“键 = 值”；说明写在“#”后面。"};
    }
    return std::nullopt;
}

std::optional<TomlMistake> Line::mistake_of_lists() const {
    if (says("saw comma") || says("dangling comma")) {
        return TomlMistake{"多了一个逗号", "删去多余的逗号。"};
    }
    if (says("parsing array") || says("parsing inline table")) {
        return TomlMistake{"各项之间缺少逗号，或者括号没有闭合",
                           "写成 [\"甲\", \"乙\"]：各项之间用英文逗号，末尾有右括号。"};
    }
    return std::nullopt;
}

TomlMistake Line::mistake_of_value() const {
    if (says("comment or whitespace")) {
        return {key() + "的值后面还有别的内容",
                "一行只写一个“键 = 值”；文字整个放在一对英文双引号里；说明写在“#”后面。"};
    }
    if (says("64 bits") || says("length limit") || says("too long")) {
        return {key() + "的数太大", "填写范围以内的整数。"};
    }
    if (says("leading zeroes")) {
        return {key() + "的整数前面有多余的0", "去掉前面的0；编号、电话一类放在英文双引号里。"};
    }
    if (says("parsing date") || says("parsing time")) {
        return {key() + "的日期或者时刻写法不对",
                "日期写成 2026-01-31；当作文字的，放在英文双引号里，例如 \"08:30\"。"};
    }
    if (!has_value()) {
        return {key() + "的等号后面没有值", "补上值，或者删去这一行，使用默认值。"};
    }
    return {key() + "的值看不懂", std::string(quote_it)};
}

TomlMistake Line::mistake() const {
    if (says("utf-8")) {
        return {"不是 UTF-8 编码的文字", "用编辑器另存为 UTF-8 编码，不要存成 GBK、ANSI。"};
    }
    if (const auto found = full_width_in(line_)) {
        return {fmt::format("有全角符号“{}”", found->typed),
                fmt::format("改成半角（英文）的“{}”。", found->meant)};
    }
    for (const auto part :
         {&Line::mistake_of_quotes, &Line::mistake_of_names, &Line::mistake_of_lists}) {
        if (auto found = (this->*part)()) {
            return *std::move(found);
        }
    }
    return mistake_of_value();
}

}  // namespace

TomlMistake toml_mistake(std::string_view toml, unsigned line, std::string_view description) {
    return Line(line_of(toml, line), description).mistake();
}

}  // namespace gk
