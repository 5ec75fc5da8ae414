// The configuration as a page of the documents: config_reference() of config_keys.hpp.
#include <fmt/format.h>

#include "cli/config_keys.hpp"

namespace gk::cli {

std::string config_reference() {
    std::string page =
        "# 配置\n\n"
        "配置文件是 TOML：`--config FILE` 指定；不指定时用当前目录的 `gongkai.toml`，再没有就用 "
        "`/etc/gongkai/"
        "gongkai.toml`；都没有就全部取默认值。环境变量优先于配置文件，列表用逗号分隔。"
        "不认识的键是错误。\n\n"
        "`gongkai config check` 检查；`gongkai config dump` 显示每个键现在的值和来处。\n";
    Config defaults;
    for (const auto& section : config_sections()) {
        page += fmt::format(
            "\n## [{}] {}\n\n| 键 | 类型 | 默认 | 环境变量 | 说明 |\n"
            "|---|---|---|---|---|\n",
            section.name, section.help);
        for (const auto& key : config_keys()) {
            if (key.section == section.name) {
                page +=
                    fmt::format("| `{}` | {} | `{}` | `{}` | {} |\n", key.name, type_in_words(key),
                                value_as_toml(key, defaults), variable_name(key), key.help);
            }
        }
    }
    return page;
}

}  // namespace gk::cli
