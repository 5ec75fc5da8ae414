// agency create, agency list, agency move: the first agency of a new installation, before anybody
// can sign in, and where each stands in the tree.
#include <ostream>

#include <fmt/format.h>

#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/print_error.hpp"
#include "cli/values.hpp"
#include "law/agency_level.hpp"
#include "people/agency_service.hpp"
#include "people/service.hpp"

namespace gk::cli {

namespace {

Result<people::Agency> create(const Arguments& arguments, Context& context) {
    GK_TRY(auto* database, context.database());
    people::NewAgency agency;
    agency.code = arguments.one("CODE").value_or("");
    agency.name = arguments.one("--name").value_or("");
    agency.short_name = arguments.one("--short-name").value_or(agency.name);
    agency.level = law::agency_level_of(arguments.one("--level").value_or("")).value();
    agency.parent_code = arguments.one("--parent");
    return people::register_agency(*database, agency, people::operator_named(context.actor()),
                                   context.clock().now());
}

Exit run_create(const Arguments& arguments, Context& context, Streams& streams) {
    const auto agency = create(arguments, context);
    if (!agency) {
        return fail(agency.error(), streams);
    }
    streams.out << fmt::format("已登记：{}（{}）。内设机构和更名、合并、撤销在工作台办理。\n",
                               agency->name, agency->code);
    return Exit::ok;
}

Exit run_list(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto database = context.database();
    if (!database) {
        return fail(database.error(), streams);
    }
    for (const auto& agency : people::list_agencies(**database)) {
        streams.out << fmt::format("{}  {}  {}\n", agency.code, law::key(agency.level),
                                   agency.name);
    }
    return Exit::ok;
}

Result<people::Agency> move(const Arguments& arguments, Context& context) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto given, date_of(arguments, "--on"));
    const auto now = context.clock().now();
    return people::move_agency(*database, *arguments.one("CODE"), *arguments.one("--parent"),
                               {.effective_on = given.value_or(now.date()),
                                .reason = arguments.one("--reason").value_or("")},
                               people::operator_named(context.actor()), now);
}

Exit run_move(const Arguments& arguments, Context& context, Streams& streams) {
    const auto agency = move(arguments, context);
    if (!agency) {
        return fail(agency.error(), streams);
    }
    streams.out << fmt::format("已调整：{}（{}）的上级机关是 {}。\n", agency->name, agency->code,
                               *arguments.one("--parent"));
    return Exit::ok;
}

std::span<const std::string_view> level_keys() {
    static const auto keys = [] {
        std::vector<std::string_view> all;
        for (const auto level : law::agency_levels()) {
            all.push_back(law::key(level));
        }
        return all;
    }();
    return keys;
}

std::span<const Option> create_options() {
    static const Option all[] = {{.name = "--name",
                                  .takes = Takes::one,
                                  .value_name = "NAME",
                                  .help = "全称，与公章一致。",
                                  .choices = {},
                                  .is_required = true},
                                 {.name = "--short-name",
                                  .takes = Takes::one,
                                  .value_name = "NAME",
                                  .help = "简称；不写与全称相同。"},
                                 {.name = "--level",
                                  .takes = Takes::one,
                                  .value_name = "LEVEL",
                                  .help = "层级。",
                                  .choices = level_keys(),
                                  .is_required = true},
                                 {.name = "--parent",
                                  .takes = Takes::one,
                                  .value_name = "CODE",
                                  .help = "上级机关的代码，须已登记。"}};
    return all;
}

constexpr Option move_options[] = {{.name = "--parent",
                                    .takes = Takes::one,
                                    .value_name = "CODE",
                                    .help = "新的上级机关的代码。",
                                    .choices = {},
                                    .is_required = true},
                                   {.name = "--reason",
                                    .takes = Takes::one,
                                    .value_name = "TEXT",
                                    .help = "依据和理由，写明文件名称和文号。",
                                    .choices = {},
                                    .is_required = true},
                                   {.name = "--on",
                                    .takes = Takes::one,
                                    .value_name = "DATE",
                                    .help = "从这一天起；不写是今天。"}};

constexpr Positional moved_positional[] = {
    {.name = "CODE", .takes = Takes::one, .help = "要调整的机关的代码。"}};

constexpr Positional code_positional[] = {
    {.name = "CODE",
     .takes = Takes::one,
     .help = "代码，用在网址和命令里，以后不能改，例如 xigebi。"}};

}  // namespace

std::span<const Command> agency_commands() {
    static const Command rows[] = {
        {.name = "agency create",
         .summary = "登记一个行政机关",
         .description = "新装的系统用它登记第一个机关，再用“gongkai account create”建立管理员；"
                        "其余机关可以在工作台登记。",
         .positionals = code_positional,
         .options = create_options(),
         .permission = people::Permission::operate,
         .run = run_create},
        {.name = "agency list",
         .summary = "列出登记的行政机关",
         .description = {},
         .positionals = {},
         .options = {},
         .permission = people::Permission::operate,
         .run = run_list},
        {.name = "agency move",
         .summary = "把一个机关划归另一个上级机关",
         .description = "从某一天起它隶属于新的上级机关：那里的监督员从此看得到它的办件数量和期限，"
                        "原上级机关的"
                        "不再看到。以前的案件仍属于这个机关；调整记入机关沿革和审计记录。",
         .positionals = moved_positional,
         .options = move_options,
         .permission = people::Permission::operate,
         .run = run_move},
    };
    return rows;
}

}  // namespace gk::cli
