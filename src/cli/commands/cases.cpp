// rebuild, ledger import: what the lists of cases show, derived anew from what was done in them;
// cases that come from a spreadsheet.
#include <ostream>

#include <fmt/format.h>

#include "application/ledger_service.hpp"
#include "application/projection_service.hpp"
#include "cli/calendar_option.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/print_error.hpp"
#include "document/extract.hpp"
#include "remedy/projection_service.hpp"

namespace gk::cli {

namespace {

std::string in_words(const std::optional<Date>& date) {
    return date ? date->iso() : "无";
}

struct Rebuilt {
    application::Rebuilt cases;
    remedy::Rebuilt remedies;
};

Result<Rebuilt> rebuild(const Arguments& arguments, Context& context) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    GK_TRY(const auto ring, people::load_key_ring(keys));
    GK_TRY(const auto calendar, live_calendar_of(arguments, context));
    const auto actor = people::operator_named(context.actor());
    const auto now = context.clock().now();
    Rebuilt rebuilt;
    GK_TRY(rebuilt.cases, application::rebuild_cases({*database, ring, calendar}, actor, now));
    GK_TRY(rebuilt.remedies, remedy::rebuild_remedies(*database, calendar, actor, now));
    return rebuilt;
}

Exit run_rebuild(const Arguments& arguments, Context& context, Streams& streams) {
    const auto rebuilt = rebuild(arguments, context);
    if (!rebuilt) {
        return fail(rebuilt.error(), streams);
    }
    for (const auto& moved : rebuilt->cases.moved) {
        streams.out << fmt::format("{}  {} {} → {}\n", moved.number, label(moved.date),
                                   in_words(moved.before), in_words(moved.after));
    }
    for (const auto& moved : rebuilt->remedies.moved) {
        streams.out << fmt::format("{}  期限 {} → {}\n", moved.title, in_words(moved.before),
                                   in_words(moved.after));
    }
    streams.out << fmt::format("核对{}件申请，更新{}件；核对{}件复议、诉讼，更新{}件。\n",
                               rebuilt->cases.case_count, rebuilt->cases.changed_count,
                               rebuilt->remedies.case_count, rebuilt->remedies.changed_count);
    return Exit::ok;
}

Result<application::LedgerImported> import(const Arguments& arguments, Context& context) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    GK_TRY(const auto ring, people::load_key_ring(keys));
    GK_TRY(const auto calendar, live_calendar_of(arguments, context));
    GK_TRY(const auto document, document::extract_file(*arguments.one("FILE")));
    const auto choices = arguments.all("--column");
    return application::import_ledger(
        {*database, ring, calendar}, *arguments.one("--agency"), document, choices,
        arguments.has("--keep") ? application::LedgerImport::keep
                                : application::LedgerImport::try_out,
        people::operator_named(context.actor()), context.clock().now());
}

void print(const application::LedgerImported& imported, std::ostream& out) {
    for (const auto& [field, column] : imported.columns) {
        out << fmt::format("{} ← {}\n", application::label(field),
                           imported.titles.at(static_cast<std::size_t>(column)));
    }
    for (const auto& [row_number, problem] : imported.problems) {
        out << fmt::format("第{}行 {}：{}{}\n", row_number, problem.field, problem.message,
                           problem.hint);
    }
    out << fmt::format("{}行：可导入{}件，其中未办结{}件、上年结转{}件；以前已导入{}件。\n",
                       imported.row_count, imported.imported_count, imported.open_count,
                       imported.carried_in_count, imported.repeated_count);
}

Exit run_import(const Arguments& arguments, Context& context, Streams& streams) {
    const auto imported = import(arguments, context);
    if (!imported) {
        return fail(imported.error(), streams);
    }
    print(*imported, streams.out);
    if (!imported->problems.empty()) {
        streams.out << fmt::format("有{}处问题，没有导入。\n", imported->problems.size());
        return Exit::failed;
    }
    streams.out << (imported->is_kept ? "已导入。\n"
                                      : "这是试导入，没有保存；加 --keep 正式导入。\n");
    return Exit::ok;
}

constexpr Positional import_files[] = {
    {.name = "FILE", .takes = Takes::one, .help = "台账（xlsx）。"}};

constexpr Option import_options[] = {
    {.name = "--agency",
     .takes = Takes::one,
     .value_name = "CODE",
     .help = "台账所属机关的代码。",
     .is_required = true},
    {.name = "--column",
     .takes = Takes::many,
     .value_name = "FIELD=TITLE",
     .help = "指定一列，例如 received_on=收文日期；标题也可以写列的字母，空着表示没有这一列。"},
    {.name = "--keep",
     .takes = Takes::nothing,
     .value_name = "",
     .help = "正式导入；不写时只试导入，列出问题。"},
    calendar_option,
};

constexpr Option rebuild_options[] = {calendar_option};

constexpr Command rows[] = {
    {.name = "rebuild",
     .summary = "从办理记录重新推算办件列表",
     .description = "列表中的状态、期限和结果是从办理记录推算出来的。怀疑列表不准时运行；可以随时"
                    "重复。期限有变化的在办申请、复议和诉讼逐件列出。",
     .positionals = {},
     .options = rebuild_options,
     .permission = people::Permission::operate,
     .run = run_rebuild},
    {.name = "ledger import",
     .summary = "从台账导入在办和已办结的申请",
     .description =
         "按标题认出各列，逐行列出问题；有一处问题就一件也不导入。同一行再次导入时跳过。"
         "\n\n可以指定的字段：number、received_on、submitted_on、channel、applicant_name、"
         "applicant_kind、identity_number、phone、email、address、title、description、"
         "correction_asked_on、correction_received_on、extension_working_days、outcome、"
         "concluded_on、reply_number、remark。",
     .positionals = import_files,
     .options = import_options,
     .permission = people::Permission::operate,
     .run = run_import},
};

}  // namespace

std::span<const Command> case_commands() {
    return rows;
}

}  // namespace gk::cli
