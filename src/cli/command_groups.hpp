// The groups of commands, each in the file of its name under commands/. A new group is declared
// here and listed in command.cpp.
#pragma once

#include <span>

#include "cli/command.hpp"

namespace gk::cli {

// deadline
[[nodiscard]] std::span<const Command> deadline_commands();

// workday add, workday is, fee applications, fee pages
[[nodiscard]] std::span<const Command> workday_commands();

// report check
[[nodiscard]] std::span<const Command> report_check_commands();

// report compare
[[nodiscard]] std::span<const Command> report_compare_commands();

// rulebook
[[nodiscard]] std::span<const Command> rulebook_commands();

// report import, report show, report list
[[nodiscard]] std::span<const Command> report_commands();

// report compute
[[nodiscard]] std::span<const Command> report_compute_commands();

// report export
[[nodiscard]] std::span<const Command> report_export_commands();

// migrate status, migrate up
[[nodiscard]] std::span<const Command> migrate_commands();

// agency create, agency list
[[nodiscard]] std::span<const Command> agency_commands();

// agency settings
[[nodiscard]] std::span<const Command> agency_settings_commands();

// demo
[[nodiscard]] std::span<const Command> demo_commands();

// serve
[[nodiscard]] std::span<const Command> serve_commands();

// account create, account list, account roles, account link, account end
[[nodiscard]] std::span<const Command> account_commands();

// keys create, keys rotate
[[nodiscard]] std::span<const Command> keys_commands();

// rebuild, ledger import
[[nodiscard]] std::span<const Command> case_commands();

// calendar list, calendar load, daily run
[[nodiscard]] std::span<const Command> calendar_commands();

// notify run, notify status, notify test
[[nodiscard]] std::span<const Command> notify_commands();

// audit verify, audit checkpoint
[[nodiscard]] std::span<const Command> audit_commands();

// files check, files collect
[[nodiscard]] std::span<const Command> files_commands();

// letter list, letter preview
[[nodiscard]] std::span<const Command> letter_commands();

// backup create, backup verify, backup restore
[[nodiscard]] std::span<const Command> backup_commands();

// retention run
[[nodiscard]] std::span<const Command> retention_commands();

// doctor
[[nodiscard]] std::span<const Command> doctor_commands();

// config check, config dump, completion, man, help
[[nodiscard]] std::span<const Command> program_commands();

}  // namespace gk::cli
