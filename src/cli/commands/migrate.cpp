// migrate status, migrate up: the schema of the database.
#include <ostream>

#include <fmt/format.h>

#include "audit/migration_service.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/print_error.hpp"
#include "store/migration.hpp"

namespace gk::cli {

namespace {

Result<std::vector<store::MigrationStatus>> status_of(Context& context) {
    GK_TRY(auto* database, context.database_of_any_schema());
    return store::migration_status(*database);
}

Exit migrate_status(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto status = status_of(context);
    if (!status) {
        return fail(status.error(), streams);
    }
    bool is_current = true;
    for (const auto& each : *status) {
        is_current = is_current && each.applied_at.has_value();
        streams.out << fmt::format(
            "{}  {}\n", each.name,
            each.applied_at ? each.applied_at->minutes() + " 已执行" : "尚未执行");
    }
    return is_current ? Exit::ok : Exit::failed;
}

Result<std::vector<std::string>> bring_up(Context& context) {
    GK_TRY(auto* database, context.database_of_any_schema());
    return audit::migrate_up(*database, context.actor(), context.clock().now());
}

Exit migrate_up(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto applied = bring_up(context);
    if (!applied) {
        return fail(applied.error(), streams);
    }
    for (const auto& name : *applied) {
        streams.out << fmt::format("已执行 {}\n", name);
    }
    streams.out << "数据库结构已是最新。\n";
    return Exit::ok;
}

constexpr Command rows[] = {
    {.name = "migrate status",
     .summary = "显示数据库结构的升级情况",
     .description = "有尚未执行的升级时，退出状态为 1。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = migrate_status},
    {.name = "migrate up",
     .summary = "把数据库结构升级到最新",
     .description = "可以重复运行；数据库比本程序新时拒绝。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = migrate_up},
};

}  // namespace

std::span<const Command> migrate_commands() {
    return rows;
}

}  // namespace gk::cli
