// rebuild: what the lists of cases show, derived anew from what was done in them.
#include <ostream>

#include <fmt/format.h>

#include "application/projection_service.hpp"
#include "cli/calendar_option.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/print_error.hpp"

namespace gk::cli {

namespace {

std::string in_words(const std::optional<Date>& date) {
    return date ? date->iso() : "无";
}

Result<application::Rebuilt> rebuild(const Arguments& arguments, Context& context) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    GK_TRY(const auto ring, people::load_key_ring(keys));
    GK_TRY(const auto calendar, calendar_of(arguments, context));
    return application::rebuild_cases({*database, ring, calendar},
                                      people::operator_named(context.actor()),
                                      context.clock().now());
}

Exit run_rebuild(const Arguments& arguments, Context& context, Streams& streams) {
    const auto rebuilt = rebuild(arguments, context);
    if (!rebuilt) {
        return fail(rebuilt.error(), streams);
    }
    for (const auto& moved : rebuilt->moved) {
        streams.out << fmt::format("{}  答复期限 {} → {}\n", moved.number, in_words(moved.before),
                                   in_words(moved.after));
    }
    streams.out << fmt::format("核对{}件申请，更新{}件。\n", rebuilt->case_count,
                               rebuilt->changed_count);
    return Exit::ok;
}

constexpr Option rebuild_options[] = {calendar_option};

constexpr Command rows[] = {
    {.name = "rebuild",
     .summary = "从办理记录重新推算办件列表",
     .description = "列表中的状态、期限和结果是从办理记录推算出来的。载入新的放假安排以后，"
                    "或者怀疑列表不准时运行；可以随时重复。期限有变化的在办申请逐件列出。",
     .positionals = {},
     .options = rebuild_options,
     .permission = people::Permission::operate,
     .run = run_rebuild},
};

}  // namespace

std::span<const Command> case_commands() {
    return rows;
}

}  // namespace gk::cli
