#include "cli/config_load.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include "base/number.hpp"
#include "base/text.hpp"
#include "base/toml_mistake.hpp"
#include "cli/config_keys.hpp"
#include "cli/errors.hpp"
#include "cli/parse.hpp"

namespace gk::cli {

namespace fs = std::filesystem;

namespace {

// A value as it was written: TOML's, or the text of an environment variable.
using Written = std::variant<const toml::node*, std::string>;

std::optional<std::string> as_text(const Written& written) {
    if (const auto* text = std::get_if<std::string>(&written)) {
        return *text;
    }
    return std::get<const toml::node*>(written)->value_exact<std::string>();
}

std::optional<std::int64_t> as_number(const Written& written) {
    const auto* text = std::get_if<std::string>(&written);
    if (text == nullptr) {
        return std::get<const toml::node*>(written)->value_exact<std::int64_t>();
    }
    return text::whole_number<std::int64_t>(*text);
}

std::optional<std::vector<std::string>> as_list(const Written& written) {
    std::vector<std::string> items;
    if (const auto* text = std::get_if<std::string>(&written)) {
        for (const auto part : text::split(*text, ',')) {
            if (const auto item = text::trim(part); !item.empty()) {
                items.emplace_back(item);
            }
        }
        return items;
    }
    const auto* array = std::get<const toml::node*>(written)->as_array();
    if (array == nullptr) {
        return std::nullopt;
    }
    for (const auto& node : *array) {
        const auto item = node.value_exact<std::string>();
        if (!item) {
            return std::nullopt;
        }
        items.push_back(*item);
    }
    return items;
}

// Puts a written value where the key keeps its value; a problem where it does not fit.
struct Setter {
    const ConfigKey& key;
    const Written& written;
    const std::string& place;
    const fs::path& folder;  // That a relative path starts from.

    [[nodiscard]] Problem wrong_type() const {
        return problem(config_wrong_type, place, dotted_name(key), type_in_words(key));
    }

    std::optional<Problem> operator()(std::string* slot) const {
        const auto text = as_text(written);
        if (!text) {
            return wrong_type();
        }
        *slot = *text;
        return std::nullopt;
    }

    std::optional<Problem> operator()(fs::path* slot) const {
        const auto text = as_text(written);
        if (!text) {
            return wrong_type();
        }
        *slot = text->empty() ? fs::path() : (folder / *text).lexically_normal();
        return std::nullopt;
    }

    std::optional<Problem> operator()(std::vector<std::string>* slot) const {
        auto items = as_list(written);
        if (!items) {
            return wrong_type();
        }
        *slot = *std::move(items);
        return std::nullopt;
    }

    std::optional<Problem> operator()(int* slot) const {
        const auto number = as_number(written);
        if (!number) {
            return wrong_type();
        }
        if (*number < key.min || *number > key.max) {
            return problem(config_out_of_range, place, dotted_name(key), *number, key.min, key.max);
        }
        *slot = static_cast<int>(*number);
        return std::nullopt;
    }

    std::optional<Problem> operator()(log::Level* slot) const {
        const auto text = as_text(written);
        if (!text) {
            return wrong_type();
        }
        const auto names = log_level_names();
        const auto found = std::ranges::find(names, *text);
        if (found == names.end()) {
            return problem(config_not_a_choice, place, dotted_name(key), *text,
                           fmt::format("{}", fmt::join(names, "、")));
        }
        *slot = static_cast<log::Level>(found - names.begin());
        return std::nullopt;
    }
};

class Loader {
public:
    void set(const ConfigKey& key, const Written& written, std::string place,
             const fs::path& folder) {
        const Setter setter{key, written, place, folder};
        if (auto wrong = std::visit(setter, key.slot(config_.values))) {
            add(*std::move(wrong), dotted_name(key));
        }
        config_.origins[dotted_name(key)] = std::move(place);
    }

    void add(Problem problem, std::string field) {
        problem.field = std::move(field);
        problems_.push_back(std::move(problem));
    }

    void take_file(const toml::table& root, const fs::path& path) {
        config_.file = path;
        for (const auto& [name, node] : root) {
            take_section(name.str(), node, path);
        }
    }

    void take_environment(const Environment& environment);

    Result<LoadedConfig> finish() && {
        if (!problems_.empty()) {
            return Error(ErrorKind::invalid, std::move(problems_));
        }
        return std::move(config_);
    }

private:
    static std::string place(const fs::path& path, const toml::node& node) {
        return fmt::format("{} 第{}行", path.string(), node.source().begin.line);
    }

    void take_section(std::string_view name, const toml::node& node, const fs::path& path) {
        std::vector<std::string_view> names;
        for (const auto& section : config_sections()) {
            names.push_back(section.name);
        }
        if (std::ranges::find(names, name) == names.end()) {
            add(problem(
                    config_unknown_section, place(path, node), name,
                    suggestion(name, names, fmt::format("可以写：{}。", fmt::join(names, "、")))),
                std::string(name));
            return;
        }
        const auto* table = node.as_table();
        if (table == nullptr) {
            add(problem(config_wrong_type, place(path, node), name,
                        "一节（[" + std::string(name) + "]）"),
                std::string(name));
            return;
        }
        for (const auto& [key, value] : *table) {
            take_key(name, key.str(), value, path);
        }
    }

    void take_key(std::string_view section, std::string_view name, const toml::node& node,
                  const fs::path& path) {
        std::vector<std::string_view> names;
        for (const auto& key : config_keys()) {
            if (key.section != section) {
                continue;
            }
            if (key.name == name) {
                set(key, &node, place(path, node), path.parent_path());
                return;
            }
            names.push_back(key.name);
        }
        add(problem(config_unknown_key, place(path, node), section, name,
                    suggestion(name, names, fmt::format("可以写：{}。", fmt::join(names, "、")))),
            fmt::format("{}.{}", section, name));
    }

    LoadedConfig config_;
    std::vector<Problem> problems_;
};

// A variable that means a key: it begins with a section's name, or nearly is a key's variable.
bool is_meant_for_us(std::string_view variable, std::string_view nearest) {
    return !nearest.empty() || std::ranges::any_of(config_keys(), [&](const ConfigKey& key) {
        const auto name = variable_name(key);
        return variable.starts_with(name.substr(0, name.size() - key.name.size()));
    });
}

void Loader::take_environment(const Environment& environment) {
    constexpr std::string_view prefix = "GONGKAI_";
    std::vector<std::string> names;
    for (const auto& key : config_keys()) {
        names.push_back(variable_name(key).substr(prefix.size()));
    }
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    for (const auto& [variable, value] : environment) {
        if (!variable.starts_with(prefix)) {
            continue;
        }
        const auto name = std::string_view(variable).substr(prefix.size());
        const auto found = std::ranges::find(candidates, name);
        if (found != candidates.end()) {
            set(config_keys()[static_cast<std::size_t>(found - candidates.begin())], value,
                "环境变量 " + variable, {});
            continue;
        }
        const auto near = text::nearest(name, candidates);
        if (is_meant_for_us(variable, near)) {
            add(problem(config_unknown_variable, variable,
                        near.empty() ? "用“gongkai config dump”查看所有的键。"
                                     : fmt::format("您是不是要写“{}{}”？", prefix, near)),
                variable);
        }
    }
}

Result<std::string> read_whole(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in.is_open() || fs::is_directory(path)) {
        return error(config_unreadable, path.string());
    }
    return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

Result<LoadedConfig> read_config(std::string_view toml, const fs::path& path,
                                 const Environment& environment) {
    toml::table root;
    try {
        root = toml::parse(toml);
    } catch (const toml::parse_error& wrong) {
        const auto& at = wrong.source().begin;
        const auto mistake = toml_mistake(toml, at.line, wrong.description());
        return error(config_syntax, path.string(), at.line, at.column, mistake.what,
                     mistake.remedy);
    }
    Loader loader;
    loader.take_file(root, path);
    loader.take_environment(environment);
    return std::move(loader).finish();
}

Result<LoadedConfig> load_config(const std::optional<std::string>& file,
                                 const Environment& environment) {
    std::optional<fs::path> path = file;
    for (const auto* place : {"gongkai.toml", "/etc/gongkai/gongkai.toml"}) {
        if (!path && fs::exists(place)) {
            path = place;
        }
    }
    if (!path) {
        Loader loader;
        loader.take_environment(environment);
        return std::move(loader).finish();
    }
    GK_TRY(const auto toml, read_whole(*path));
    return read_config(toml, *path, environment);
}

std::string dump_config(const LoadedConfig& config) {
    std::string page;
    auto values = config.values;
    for (const auto& section : config_sections()) {
        page += fmt::format("{}[{}]  # {}\n", page.empty() ? "" : "\n", section.name, section.help);
        for (const auto& key : config_keys()) {
            if (key.section != section.name) {
                continue;
            }
            const auto origin = config.origins.find(dotted_name(key));
            const bool is_set = origin != config.origins.end();
            page += fmt::format(
                "{} = {}  # {}\n", key.name,
                is_set && key.is_secret ? "\"（已设置，不显示）\"" : value_as_toml(key, values),
                is_set ? origin->second : "默认值");
        }
    }
    return page;
}

}  // namespace gk::cli
