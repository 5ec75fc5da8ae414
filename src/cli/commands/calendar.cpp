// calendar list, calendar load, daily run: the working calendar of the running system, and what
// follows from it and from the passing of days.
#include <filesystem>
#include <ostream>
#include <string_view>

#include <fmt/format.h>

#include "calendar/live_calendar_service.hpp"
#include "calendar/read_file.hpp"
#include "cli/calendar_option.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/file_argument.hpp"
#include "cli/print_error.hpp"
#include "remedy/daily_round_service.hpp"

namespace gk::cli {

namespace {

constexpr std::string_view keep_option = "--keep";

std::string in_words(const std::optional<Date>& date) {
    return date ? date->iso() : "无";
}

void print(const remedy::MovedDates& moved, std::ostream& out) {
    for (const auto& each : moved.of_cases) {
        out << fmt::format("{}  {} {} → {}\n", each.number, label(each.date), in_words(each.before),
                           in_words(each.after));
    }
    for (const auto& each : moved.of_remedies) {
        out << fmt::format("{}  期限 {} → {}\n", each.title, in_words(each.before),
                           in_words(each.after));
    }
}

// ---- calendar list

struct Known {
    law::WorkingCalendar calendar;
    std::vector<calendar::LoadedFile> files;
};

Result<Known> known(const Arguments& arguments, Context& context) {
    GK_TRY(auto* database, context.database());
    GK_TRY(auto calendar, live_calendar_of(arguments, context));
    return Known{std::move(calendar), calendar::list_loaded(*database)};
}

Exit run_list(const Arguments& arguments, Context& context, Streams& streams) {
    const auto found = known(arguments, context);
    if (!found) {
        return fail(found.error(), streams);
    }
    for (const auto& year : found->calendar.years()) {
        streams.out << fmt::format("{}年", year.year);
        for (const auto& source : year.sources) {
            streams.out << fmt::format("  {}{}", source.title, source.document_number);
        }
        streams.out << "\n";
    }
    for (const auto& file : found->files) {
        streams.out << fmt::format("载入的文件：{}  {}  {}\n", file.file_name,
                                   file.loaded_at.minutes(), file.loaded_by);
    }
    return Exit::ok;
}

// ---- calendar load

Result<remedy::MovedDates> load(const Arguments& arguments, Context& context) {
    const auto path = *arguments.one("FILE");
    calendar::LoadedFile file;
    file.file_name = std::filesystem::path(path).filename().string();
    GK_TRY(file.content, read_file_argument(path));
    GK_CHECK(calendar::read_file(file.file_name, file.content));
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    GK_TRY(const auto ring, people::load_key_ring(keys));
    GK_TRY(const auto before, live_calendar_of(arguments, context));
    GK_TRY(const auto after, live_calendar_of(arguments, context, file));
    const auto now = context.clock().now();
    if (!arguments.has(keep_option)) {
        return remedy::all_dates_to_move({*database, ring, before}, after, now.date());
    }
    const auto actor = people::operator_named(context.actor());
    GK_CHECK(calendar::load_circular(*database, file.file_name, file.content, actor, now));
    return remedy::move_all_dates({*database, ring, after}, &before, actor, now);
}

Exit run_load(const Arguments& arguments, Context& context, Streams& streams) {
    const auto moved = load(arguments, context);
    if (!moved) {
        return fail(moved.error(), streams);
    }
    print(*moved, streams.out);
    streams.out << (arguments.has(keep_option)
                        ? fmt::format("已载入，{}项期限随之变动。\n", moved->size())
                        : fmt::format("将有{}项期限变动。没有载入；加 --keep 正式载入。\n",
                                      moved->size()));
    return Exit::ok;
}

// ---- daily run

Result<remedy::DailyRound> make_round(const Arguments& arguments, Context& context) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    GK_TRY(const auto ring, people::load_key_ring(keys));
    GK_TRY(const auto calendar, live_calendar_of(arguments, context));
    return remedy::make_daily_round({*database, ring, calendar},
                                    people::operator_named(context.actor()), context.clock().now());
}

Exit run_daily(const Arguments& arguments, Context& context, Streams& streams) {
    const auto round = make_round(arguments, context);
    if (!round) {
        return fail(round.error(), streams);
    }
    print(round->moved, streams.out);
    streams.out << fmt::format("{}件申请有期限已过，{}项期限随工作日历变动。\n",
                               round->passed_count, round->moved.size());
    return Exit::ok;
}

constexpr Positional load_files[] = {
    {.name = "FILE",
     .takes = Takes::one,
     .help = "一年的放假安排（toml），写法见 docs/recipes/holiday-year.md。"}};

constexpr Option load_options[] = {
    {.name = keep_option,
     .takes = Takes::nothing,
     .value_name = "",
     .help = "正式载入；不写时只列出期限会有变动的申请、复议和诉讼。"},
};

constexpr Command rows[] = {
    {.name = "calendar list",
     .summary = "列出已有的放假安排",
     .description = "各年的放假安排和它们的依据：程序自带的、目录中的和载入系统的。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = run_list},
    {.name = "calendar load",
     .summary = "载入一年的放假安排，列出变动的期限",
     .description = "先列出哪些在办申请、复议和诉讼的期限会变、从哪天变到哪天，确认后加 --keep "
                    "载入。载入后立即生效，正在运行的网站不用重新启动；待办的期限随之调整，"
                    "有关人员收到消息。",
     .positionals = load_files,
     .options = load_options,
     .permission = people::Permission::calendar_load,
     .run = run_load},
    {.name = "daily run",
     .summary = "处理已过的期限和日历的变动",
     .description = "补正、缴费、说明理由和征求意见的期限过了而没有下文的，更新状态，给经办人待办和"
                    "消息；工作日历与上次推算时不同的，重新推算在办的期限。serve 运行时每天自动做"
                    "一轮；可以随时重复，多台机器同时运行也不会重复处理。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = run_daily},
};

}  // namespace

std::span<const Command> calendar_commands() {
    return rows;
}

}  // namespace gk::cli
