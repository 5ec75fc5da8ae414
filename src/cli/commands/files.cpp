// files check, files collect: the stored files of the data folder.
#include <ostream>

#include <fmt/format.h>

#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/print_error.hpp"
#include "document/file_service.hpp"

namespace gk::cli {

namespace {

// The checks of whole files need no key: what lies there sealed is compared as it lies.
const people::KeyRing no_keys;

Result<document::FileStore> file_store(Context& context) {
    GK_TRY(const auto* config, context.config());
    return document::FileStore(document::files_folder(config->values.data.folder), no_keys);
}

Result<document::FileCheck> check(Context& context) {
    GK_TRY(const auto files, file_store(context));
    GK_TRY(auto* database, context.database());
    return document::check_files(*database, files, context.clock().now());
}

Exit files_check(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto found = check(context);
    if (!found) {
        return fail(found.error(), streams);
    }
    streams.out << fmt::format("数据库记有{}个文件；缺失{}个，损坏{}个，无主文件{}个。\n",
                               found->file_count, found->missing.size(), found->damaged.size(),
                               found->orphans.size());
    for (const auto& address : found->missing) {
        streams.out << fmt::format("缺失 {}\n", address);
    }
    for (const auto& address : found->damaged) {
        streams.out << fmt::format("损坏 {}\n", address);
    }
    const bool is_sound = found->missing.empty() && found->damaged.empty();
    if (!is_sound) {
        streams.out << "请从备份恢复缺失和损坏的文件。\n";
    }
    return is_sound ? Exit::ok : Exit::failed;
}

Result<document::Collected> collect(Context& context) {
    GK_TRY(const auto files, file_store(context));
    GK_TRY(auto* database, context.database());
    return document::collect_orphans(*database, files, people::operator_named(context.actor()),
                                     context.clock().now());
}

Exit files_collect(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto collected = collect(context);
    if (!collected) {
        return fail(collected.error(), streams);
    }
    streams.out << fmt::format("已删除{}个无主文件，共{}字节。\n", collected->file_count,
                               collected->byte_count);
    return Exit::ok;
}

constexpr Command rows[] = {
    {.name = "files check",
     .summary = "核对数据库记录的文件是否都在、是否完好",
     .description = "逐个读出并核对散列值；有缺失或者损坏时以失败结束。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = files_check},
    {.name = "files collect",
     .summary = "删除没有任何记录指向的文件",
     .description = "只删除放了一天以上的：正在上传的文件不受影响。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = files_collect},
};

}  // namespace

std::span<const Command> files_commands() {
    return rows;
}

}  // namespace gk::cli
