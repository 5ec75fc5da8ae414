// agency create, agency list: the first agency of a new installation, before anybody can sign in.
#include <ostream>

#include <fmt/format.h>

#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/print_error.hpp"
#include "law/agency_level.hpp"
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
    };
    return rows;
}

}  // namespace gk::cli
