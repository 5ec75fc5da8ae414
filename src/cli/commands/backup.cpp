// backup create, backup verify, backup restore: one file that holds all there is.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "backup/service.hpp"
#include "base/text.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/print_error.hpp"

namespace gk::cli {

namespace {

namespace fs = std::filesystem;

using backup::BackupKeys;
using backup::Manifest;

std::string size_in_words(std::int64_t bytes) {
    constexpr double kilobyte = 1024;
    constexpr double megabyte = kilobyte * kilobyte;
    const auto size = static_cast<double>(bytes);
    return size < megabyte ? fmt::format("{:.1f} KB", size / kilobyte)
                           : fmt::format("{:.1f} MB", size / megabyte);
}

void print_manifest(const Manifest& manifest, std::ostream& out) {
    if (manifest.database) {
        out << fmt::format("  数据库：结构 {}，审计记录{}条；文件{}个。\n",
                           manifest.database->schema, manifest.database->entry_count,
                           manifest.count_of(backup::files_prefix));
    }
    const auto keys = manifest.count_of(backup::keys_prefix);
    out << (keys > 0 ? fmt::format("  密钥：{}个文件。\n", keys) : "  密钥：不在其中。\n");
}

// ---- create

BackupKeys keys_of(const Arguments& arguments) {
    if (arguments.has("--keys-only")) {
        return BackupKeys::alone;
    }
    return arguments.has("--with-keys") ? BackupKeys::included : BackupKeys::left_out;
}

// backups/gongkai-20260301-120000.tar.zst in the data folder.
fs::path default_file(const fs::path& data, BackupKeys keys, Moment now) {
    auto stamp = now.iso().substr(0, std::string_view("2026-03-01T12:00:00").size());
    stamp = text::replace_all(text::replace_all(stamp, "-", ""), ":", "");
    return data / "backups" /
           fmt::format("gongkai-{}{}.tar.zst", keys == BackupKeys::alone ? "keys-" : "",
                       text::replace_all(stamp, "T", "-"));
}

Result<std::pair<fs::path, backup::MadeBackup>> make_backup(const Arguments& arguments,
                                                            Context& context) {
    GK_TRY(const auto* config, context.config());
    GK_TRY(auto* database, context.database_of_any_schema());
    const auto& data = config->values.data.folder;
    const auto keys = keys_of(arguments);
    const auto now = context.clock().now();
    const auto chosen = arguments.one("--output");
    const backup::BackupPlan plan{
        .file = chosen ? fs::path(*chosen) : default_file(data, keys, now),
        .data = data,
        .keys = keys};
    const auto actor = people::operator_named(context.actor());
    GK_TRY(auto made, backup::create_backup(*database, plan, actor, now));
    return std::pair(plan.file, std::move(made));
}

Exit run_create(const Arguments& arguments, Context& context, Streams& streams) {
    const auto done = make_backup(arguments, context);
    if (!done) {
        return fail(done.error(), streams);
    }
    const auto& [file, made] = *done;
    streams.out << fmt::format("已备份到 {}（{}）。\n", file.string(),
                               size_in_words(made.byte_count));
    print_manifest(made.manifest, streams.out);
    streams.out << fmt::format("  SHA-256：{}\n", made.sha256);
    if (made.manifest.count_of(backup::keys_prefix) == 0) {
        streams.out << "  没有密钥，备份里的个人信息不能恢复：用“gongkai backup create --keys-only”"
                       "另做一份，\n  与本备份分开存放。\n";
    } else {
        streams.out << "  其中有密钥，请像保管密钥一样保管这个文件。\n";
    }
    return Exit::ok;
}

// ---- verify

// What was wrong before the backup was made.
Exit print_earlier_damage(const backup::BackupVerification& found, std::ostream& out) {
    constexpr std::size_t named_max = 10;
    if (!found.missing_files.empty()) {
        out << fmt::format(
            "  数据库登记的文件有{}个不在备份里，或者内容与登记的不符：备份之前就已丢失或者损坏。"
            "用“gongkai files check”核对。\n",
            found.missing_files.size());
        for (std::size_t at = 0; at < std::min(named_max, found.missing_files.size()); ++at) {
            out << fmt::format("    {}\n", found.missing_files[at]);
        }
    }
    if (!found.is_trail_intact()) {
        out << fmt::format(
            "  备份里的审计记录有{}处不符：备份之前就已被改动。用“gongkai audit verify”"
            "查看是哪些。\n",
            found.trail->breach_count);
    }
    return found.missing_files.empty() && found.is_trail_intact() ? Exit::ok : Exit::failed;
}

Result<backup::BackupVerification> verify(const Arguments& arguments, Context& context) {
    GK_TRY(const auto* config, context.config());
    return backup::verify_backup(arguments.one("FILE").value_or(""), config->values.data.folder);
}

Exit run_verify(const Arguments& arguments, Context& context, Streams& streams) {
    const auto found = verify(arguments, context);
    if (!found) {
        return fail(found.error(), streams);
    }
    streams.out << fmt::format("备份完好，做于 {}（程序 {}），共{}个部分，逐一核对无误。\n",
                               found->manifest.made_at.minutes(), found->manifest.program,
                               found->manifest.parts.size());
    print_manifest(found->manifest, streams.out);
    streams.out << fmt::format("  SHA-256：{}\n", found->sha256);
    return print_earlier_damage(*found, streams.out);
}

// ---- restore

Result<backup::RestoredBackup> restore(const Arguments& arguments, Context& context) {
    GK_TRY(const auto* config, context.config());
    GK_TRY(auto* database, context.database_of_any_schema());
    return backup::restore_backup(
        *database,
        {.file = arguments.one("FILE").value_or(""),
         .data = config->values.data.folder,
         .existing = arguments.has("--replace") ? backup::ExistingData::replace
                                                : backup::ExistingData::refuse},
        people::operator_named(context.actor()), context.clock().now());
}

Exit run_restore(const Arguments& arguments, Context& context, Streams& streams) {
    const auto restored = restore(arguments, context);
    if (!restored) {
        return fail(restored.error(), streams);
    }
    const auto& manifest = restored->verification.manifest;
    streams.out << fmt::format("已恢复 {} 的备份：{}新写入文件{}个，密钥{}个。\n",
                               manifest.made_at.minutes(), manifest.database ? "数据库，" : "",
                               restored->file_count, restored->key_count);
    if (manifest.database) {
        streams.out
            << fmt::format("  备份时的登录会话{}个、一次性链接{}个已经作废，请重新登录。\n",
                           restored->ended_sessions, restored->dropped_links)
            << "  下一步：运行“gongkai migrate up”，再运行“gongkai doctor”，无误后启动服务。\n";
    }
    return print_earlier_damage(restored->verification, streams.out);
}

// ---- the rows

constexpr Option create_options[] = {
    {.name = "--output",
     .takes = Takes::one,
     .value_name = "FILE",
     .help = "写到哪个文件；不写为数据目录的 backups 中以时间命名的文件。"},
    {.name = "--with-keys", .takes = Takes::nothing, .value_name = {}, .help = "连同密钥。"},
    {.name = "--keys-only", .takes = Takes::nothing, .value_name = {}, .help = "只备份密钥。"}};
constexpr Option restore_options[] = {{.name = "--replace",
                                       .takes = Takes::nothing,
                                       .value_name = {},
                                       .help = "用备份替换现有的数据库；现有的密钥改名留下。"}};
constexpr Positional file_positional[] = {
    {.name = "FILE", .takes = Takes::one, .help = "备份文件。"}};

constexpr Command rows[] = {
    {.name = "backup create",
     .summary = "备份数据库和文件，成为一个文件",
     .description = "可以在服务运行时进行。SQLite 和 PostgreSQL 的备份相同，可以互相恢复。密钥默认"
                    "不在其中：没有密钥，别人拿到备份也读不到申请人的个人信息。",
     .positionals = {},
     .options = create_options,
     .permission = people::Permission::operate,
     .run = run_create},
    {.name = "backup verify",
     .summary = "核对备份是否完好",
     .description = "核对每一部分的摘要，试着用它建立数据库，再核对其中的审计记录。\n\n退出状态：0 "
                    "完好；1 审计记录在备份之前已被改动；2 损坏或者不是备份。",
     .positionals = file_positional,
     .options = {},
     .permission = people::Permission::operate,
     .run = run_verify},
    {.name = "backup restore",
     .summary = "从备份恢复",
     .description = "先核对备份，再写入文件和密钥，最后在一个事务里写入数据库：中途失败时，数据库"
                    "保持原样。恢复前请停止服务。",
     .positionals = file_positional,
     .options = restore_options,
     .permission = people::Permission::operate,
     .run = run_restore},
};

}  // namespace

std::span<const Command> backup_commands() {
    return rows;
}

}  // namespace gk::cli
