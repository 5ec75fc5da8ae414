#include "cli/command.hpp"

#include <utility>

#include "cli/command_groups.hpp"

namespace gk::cli {

namespace {

// One line for each, in the order of the help page.
// clang-format off
constexpr std::span<const Command> (*groups[])() = {
    deadline_commands,
    workday_commands,
    rulebook_commands,
    report_check_commands,
    report_compare_commands,
    report_commands,
    report_compute_commands,
    report_export_commands,
    migrate_commands,
    agency_commands,
    agency_settings_commands,
    demo_commands,
    serve_commands,
    account_commands,
    keys_commands,
    case_commands,
    calendar_commands,
    notify_commands,
    files_commands,
    letter_commands,
    retention_commands,
    audit_commands,
    backup_commands,
    doctor_commands,
    program_commands,
};
// clang-format on

}  // namespace

void Arguments::add(std::string_view name, std::string value) {
    values_.emplace(name, std::move(value));
}

bool Arguments::has(std::string_view name) const {
    return values_.find(name) != values_.end();
}

std::optional<std::string> Arguments::one(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Arguments::all(std::string_view name) const {
    std::vector<std::string> values;
    const auto [first, last] = values_.equal_range(name);
    for (auto each = first; each != last; ++each) {
        values.push_back(each->second);
    }
    return values;
}

std::span<const Command> commands() {
    static const auto all = [] {
        std::vector<Command> rows;
        for (const auto group : groups) {
            const auto more = group();
            rows.insert(rows.end(), more.begin(), more.end());
        }
        return rows;
    }();
    return all;
}

std::span<const Option> common_options() {
    static constexpr Option options[] = {
        {.name = "--config",
         .takes = Takes::one,
         .value_name = "FILE",
         .help = "配置文件；不写时依次找当前目录的 gongkai.toml 和 /etc/gongkai/gongkai.toml。"},
        {.name = "--help", .takes = Takes::nothing, .value_name = {}, .help = "显示帮助。"},
    };
    return options;
}

}  // namespace gk::cli
