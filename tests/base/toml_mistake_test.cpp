// The parser's mistakes as their writer sees them: each text is given to the parser itself.
#include "base/toml_mistake.hpp"

#include <string>
#include <utility>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <toml++/toml.h>

namespace gk {
namespace {

struct Told {
    std::string what;  // With the line.
    std::string remedy;
};

Told told_of(const std::string& text) {
    try {
        static_cast<void>(toml::parse(text));
    } catch (const toml::parse_error& wrong) {
        const auto line = wrong.source().begin.line;
        auto mistake = toml_mistake(text, line, wrong.description());
        return {fmt::format("第{}行：{}。", line, mistake.what), std::move(mistake.remedy)};
    }
    return {"没有错", ""};
}

TEST(TomlMistake, is_said_in_the_words_of_who_wrote_the_file) {
    struct Mistake {
        std::string toml;
        std::string what;
    };

    const Mistake mistakes[] = {
        {"[server\nport = 1\n", "第1行：节名的写法不对。"},
        {"[server]x\n", "第1行：节名的写法不对。"},
        {"[]\n", "第1行：节名的写法不对。"},
        {"[server］\n", "第1行：有全角符号“］”。"},
        {"[server]\nport ＝ 1\n", "第2行：有全角符号“＝”。"},
        {"[site]\nagency = “甲”\n", "第2行：有全角符号““”。"},
        {"[server]\nport 1\n", "第2行：键名的后面没有等号。"},
        {"[server]\nport: 1\n", "第2行：键名的后面没有等号。"},
        {"[server]\n端口 = 1\n", "第2行：这一行不是以键名、节名或者“#”开头。"},
        {"[server]\nport =\n", "第2行：“port”的等号后面没有值。"},
        {"[server]\nport = True\n", "第2行：“port”的值看不懂。"},
        {"[server]\naddress = 127.0.0.1\n", "第2行：“address”的值看不懂。"},
        {"[server]\nport = 80 81\n", "第2行：“port”的值后面还有别的内容。"},
        {"[server]\nport = 080\n", "第2行：“port”的整数前面有多余的0。"},
        {"[server]\nport = 99999999999999999999\n", "第2行：“port”的数太大。"},
        {"[site]\noffice_hours = 08:30\n", "第2行：“office_hours”的日期或者时刻写法不对。"},
        {"[data]\nfolder = \"D:\\data\"\n", "“folder”的双引号里有反斜杠“\\”，它有特别的含义。"},
        {"[data]\nfolder = \"/var\n", "第2行：“folder”的引号没有闭合。"},
        {"[data]\nfolder = '/var\n", "第2行：“folder”的引号没有闭合。"},
        {"[server]\nport = 1\nport = 2\n", "第3行：“port”写了两次。"},
        {"[log]\n[log]\n", "第2行：“[log]”这一节写了两次。"},
        {"[server]\ntrusted_proxies = [\"::1\" \"::2\"]\n",
         "第2行：各项之间缺少逗号，或者括号没有闭合。"},
        {"[server]\ntrusted_proxies = [\"::1\",,]\n", "第2行：多了一个逗号。"},
        {"[site]\nname = \"\xb0\xa1\"\n", "不是 UTF-8 编码的文字。"},
    };
    for (const auto& [toml, what] : mistakes) {
        const auto told = told_of(toml);
        EXPECT_THAT(told.what, testing::EndsWith(what)) << toml;
        EXPECT_FALSE(told.remedy.empty()) << toml;
    }
}

TEST(TomlMistake, does_not_repeat_a_value_that_may_be_secret) {
    for (const auto* text : {"mail_password = geheim\n", "mail_password = \"geheim\n",
                             "mail_password = \"x\" geheim\n", "mail_password = ge\\heim\n"}) {
        const auto told = told_of(text);
        EXPECT_THAT(told.what + told.remedy, testing::Not(testing::HasSubstr("heim"))) << text;
        EXPECT_THAT(told.what, testing::HasSubstr("“mail_password”"));
    }
}

}  // namespace
}  // namespace gk
