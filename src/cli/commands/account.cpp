// account create, list, roles, link, end-sessions, end: the first administrators, and help where
// nobody can sign in any more. Everything else is done in the workbench.
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "cli/account_desk.hpp"
#include "cli/command_groups.hpp"
#include "cli/commands/json_values.hpp"
#include "cli/errors.hpp"
#include "people/account_service.hpp"
#include "people/password_service.hpp"
#include "people/role_service.hpp"
#include "people/session_service.hpp"
#include "store/database.hpp"

namespace gk::cli {

namespace {

constexpr std::string_view login_argument = "LOGIN";
constexpr std::string_view agency_option = "--agency";
constexpr std::string_view name_option = "--name";
constexpr std::string_view role_option = "--role";
constexpr std::string_view unit_option = "--unit";
constexpr std::string_view link_option = "--link";
constexpr std::string_view grant_option = "--grant";
constexpr std::string_view end_option = "--end";
constexpr std::string_view reason_option = "--reason";

Result<people::Account> account_of(const Arguments& arguments, const CommandDesk& work) {
    return people::find_account_named(work.desk.database, *arguments.one(login_argument),
                                      work.actor);
}

// The agency that a role belongs to.
Result<std::string> agency_of(const Arguments& arguments) {
    const auto agency = arguments.one(agency_option);
    if (!agency) {
        return error(option_missing, agency_option, "CODE", "写明角色属于哪个机关。");
    }
    return *agency;
}

Result<void> grant(store::Transaction& transaction, const CommandDesk& work,
                   const people::Account& account, const std::vector<std::string>& roles,
                   const Arguments& arguments) {
    for (const auto& role : roles) {
        GK_TRY(const auto agency, agency_of(arguments));
        GK_CHECK(people::grant_role(transaction,
                                    {.account_id = account.public_id,
                                     .role = *people::role_of(role),
                                     .agency_code = agency,
                                     .unit = arguments.one(unit_option),
                                     .valid_from = work.now.date()},
                                    work.actor, work.now));
    }
    return {};
}

Result<std::string> link_for(Context& context, const CommandDesk& work,
                             const people::Account& account, std::string_view reason) {
    GK_TRY(const auto* loaded, context.config());
    GK_TRY(const auto link,
           people::issue_link(work.desk, account.public_id, reason, work.actor, work.now));
    return fmt::format("请把下面的一次性链接交给本人设置密码，{}前有效：\n{}\n",
                       link.expires_at.minutes(), link_address(loaded->values, link.token));
}

Result<std::string> create(const Arguments& arguments, Context& context) {
    GK_TRY(const auto work, command_desk(context));
    const people::NewAccount given{.login_name = *arguments.one(login_argument),
                                   .display_name = *arguments.one(name_option),
                                   .agency_code = *arguments.one(agency_option),
                                   .contact = {}};
    GK_TRY(
        const auto account,
        work.desk.database.write([&](store::Transaction& transaction) -> Result<people::Account> {
            GK_TRY(auto made,
                   people::create_account(transaction, work.desk, given, work.actor, work.now));
            GK_CHECK(grant(transaction, work, made, arguments.all(role_option), arguments));
            return made;
        }));
    std::string link;
    if (arguments.has(link_option)) {
        GK_TRY(link, link_for(context, work, account, "首次设置密码"));
    }
    return fmt::format("已建立账号 {}。\n", account.login_name) + link;
}

Result<std::string> give_link(const Arguments& arguments, Context& context) {
    GK_TRY(const auto work, command_desk(context));
    GK_TRY(const auto account, account_of(arguments, work));
    return link_for(context, work, account, *arguments.one(reason_option));
}

Result<std::string> end(const Arguments& arguments, Context& context) {
    GK_TRY(const auto work, command_desk(context));
    GK_TRY(const auto account, account_of(arguments, work));
    GK_TRY(const auto ended,
           people::end_account(work.desk, account.public_id, *arguments.one(reason_option),
                               work.actor, work.now));
    return fmt::format("已注销账号 {}，它的角色和代行终止，登录会话结束。\n", ended.login_name);
}

Result<std::string> end_sessions(const Arguments& arguments, Context& context) {
    GK_TRY(const auto work, command_desk(context));
    GK_TRY(const auto account, account_of(arguments, work));
    GK_TRY(const auto count,
           people::end_sessions(work.desk.database, account.public_id,
                                *arguments.one(reason_option), work.actor, work.now));
    return fmt::format("已结束账号 {} 的{}个登录会话。\n", account.login_name, count);
}

Result<void> end_role(const CommandDesk& work, const people::Account& account,
                      std::string_view role, const Arguments& arguments) {
    GK_TRY(const auto agency, agency_of(arguments));
    GK_TRY(const auto held, people::list_holdings(work.desk.database,
                                                  {.agency_code = agency,
                                                   .role = people::role_of(role),
                                                   .account_id = account.public_id},
                                                  work.actor, work.now.date()));
    for (const auto& line : held) {
        GK_CHECK(people::end_role(
            work.desk.database, line.holding.public_id, work.now.date().plus_days(-1),
            arguments.one(reason_option).value_or("由系统操作员终止"), work.actor, work.now));
    }
    return {};
}

std::string in_words(const people::HoldingLine& line) {
    const auto& holding = line.holding;
    return fmt::format("  {} {} {}{}，{}起{}\n", line.agency_code, people::key(holding.role),
                       people::label(holding.role), holding.unit ? "（" + *holding.unit + "）" : "",
                       holding.valid_from.iso(),
                       holding.valid_to ? "，至" + holding.valid_to->iso() : "");
}

Result<std::string> change_roles(const Arguments& arguments, Context& context) {
    GK_TRY(const auto work, command_desk(context));
    GK_TRY(const auto account, account_of(arguments, work));
    for (const auto& role : arguments.all(end_option)) {
        GK_CHECK(end_role(work, account, role, arguments));
    }
    GK_CHECK(work.desk.database.write([&](store::Transaction& transaction) {
        return grant(transaction, work, account, arguments.all(grant_option), arguments);
    }));
    GK_TRY(const auto held,
           people::list_holdings(work.desk.database, {.account_id = account.public_id}, work.actor,
                                 work.now.date()));
    auto words = fmt::format("{}（{}）的角色：{}\n", account.login_name, account.display_name,
                             held.empty() ? "没有" : "");
    for (const auto& line : held) {
        words += in_words(line);
    }
    return words;
}

boost::json::value json_of(const people::Account& account) {
    return {{"login_name", account.login_name},
            {"display_name", account.display_name},
            {"state", people::key(account.state)},
            {"has_password", account.password_changed_at.has_value()},
            {"has_second_factor", account.second_factor_since.has_value()}};
}

Result<std::vector<people::Account>> list(const Arguments& arguments, Context& context) {
    GK_TRY(auto* database, context.database());
    people::AccountFilter filter;
    filter.agency_code = arguments.one(agency_option);
    return people::list_accounts(*database, filter, people::operator_named(context.actor()));
}

Exit run_list(const Arguments& arguments, Context& context, Streams& streams) {
    const auto accounts = list(arguments, context);
    if (!accounts) {
        return fail(accounts.error(), arguments, streams);
    }
    if (arguments.has(json_option.name)) {
        boost::json::array items;
        for (const auto& account : *accounts) {
            items.push_back(json_of(account));
        }
        print_json({{"accounts", std::move(items)}}, streams.out);
        return Exit::ok;
    }
    for (const auto& account : *accounts) {
        streams.out << fmt::format("{}  {}  {}{}{}\n", account.login_name, account.display_name,
                                   people::label(account.state),
                                   account.password_changed_at ? "" : "，还没有设置密码",
                                   account.second_factor_since ? "，已绑定动态口令" : "");
    }
    streams.out << fmt::format("共{}个账号。\n", accounts->size());
    return Exit::ok;
}

template <Result<std::string> (*verb)(const Arguments&, Context&)>
Exit run(const Arguments& arguments, Context& context, Streams& streams) {
    const auto words = verb(arguments, context);
    if (!words) {
        return fail(words.error(), arguments, streams);
    }
    streams.out << *words;
    return Exit::ok;
}

std::span<const std::string_view> role_keys() {
    static const auto keys = [] {
        std::vector<std::string_view> result;
        for (const auto role : people::roles()) {
            result.push_back(people::key(role));
        }
        return result;
    }();
    return keys;
}

constexpr Positional login_positional[] = {
    {.name = login_argument, .takes = Takes::one, .help = "登录名。"}};

constexpr Option agency_needed{.name = agency_option,
                               .takes = Takes::one,
                               .value_name = "CODE",
                               .help = "行政机关的代码。",
                               .is_required = true};

constexpr Option reason_needed{.name = reason_option,
                               .takes = Takes::one,
                               .value_name = "TEXT",
                               .help = "理由，记入审计记录。",
                               .is_required = true};

constexpr Option unit_choice{.name = unit_option,
                             .takes = Takes::one,
                             .value_name = "CODE",
                             .help = "角色只用于这个内设机构。"};

Option role_list(std::string_view name, std::string_view help) {
    return {.name = name,
            .takes = Takes::many,
            .value_name = "ROLE",
            .help = help,
            .choices = role_keys()};
}

std::span<const Option> create_options() {
    static const Option all[] = {
        agency_needed,
        {.name = name_option,
         .takes = Takes::one,
         .value_name = "NAME",
         .help = "使用人的姓名。",
         .is_required = true},
        role_list(role_option, "从今天起在这个机关担任的角色；可以写多次。"),
        unit_choice,
        {.name = link_option,
         .takes = Takes::nothing,
         .value_name = {},
         .help = "签发设置密码的一次性链接。"},
    };
    return all;
}

std::span<const Option> list_options() {
    static const Option all[] = {{.name = agency_option,
                                  .takes = Takes::one,
                                  .value_name = "CODE",
                                  .help = "只列这个机关的账号。"},
                                 json_option};
    return all;
}

std::span<const Option> roles_options() {
    static const Option all[] = {
        {.name = agency_option,
         .takes = Takes::one,
         .value_name = "CODE",
         .help = "授予或者终止的角色属于哪个机关；只查看时不用写。"},
        role_list(grant_option, "从今天起担任的角色；可以写多次。"),
        role_list(end_option, "即时终止的角色；可以写多次。"),
        unit_choice,
        {.name = reason_option,
         .takes = Takes::one,
         .value_name = "TEXT",
         .help = "终止角色的理由，记入审计记录。"},
    };
    return all;
}

constexpr Option reason_options[] = {reason_needed};

}  // namespace

std::span<const Command> account_commands() {
    static const Command rows[] = {
        {.name = "account create",
         .summary = "建立工作人员账号",
         .description = "第一次使用时，用它建立系统、安全、审计三位管理员，例如：\n\n"
                        "gongkai account create admin --agency xigebi --name 系统管理员 "
                        "--role system_administrator --link\n\n"
                        "账号没有初始密码，由本人用一次性链接设置。三位管理员互不兼任，也不办件；"
                        "其余账号由他们在工作台建立。",
         .positionals = login_positional,
         .options = create_options(),
         .permission = people::Permission::account_manage,
         .run = run<create>},
        {.name = "account list",
         .summary = "列出工作人员账号",
         .description = "",
         .positionals = {},
         .options = list_options(),
         .permission = people::Permission::account_manage,
         .run = run_list},
        {.name = "account roles",
         .summary = "查看、授予或者终止账号的角色",
         .description = "先终止，再授予，然后列出现有的角色。",
         .positionals = login_positional,
         .options = roles_options(),
         .permission = people::Permission::role_assign,
         .run = run<change_roles>},
        {.name = "account link",
         .summary = "为忘记密码的人签发一次性链接",
         .description = "以前签发的链接作废。本人用链接设置新密码以后，原来的登录会话全部结束。",
         .positionals = login_positional,
         .options = reason_options,
         .permission = people::Permission::account_manage,
         .run = run<give_link>},
        {.name = "account end-sessions",
         .summary = "结束账号的全部登录会话",
         .description = "怀疑有人冒用时使用。密码不变；需要换密码的，再用“account link”。",
         .positionals = login_positional,
         .options = reason_options,
         .permission = people::Permission::session_manage,
         .run = run<end_sessions>},
        {.name = "account end",
         .summary = "注销工作人员账号",
         .description = "角色和代行终止，登录会话结束，不能恢复；登录名不再另用，"
                        "以前的办理记录保留它的名字。",
         .positionals = login_positional,
         .options = reason_options,
         .permission = people::Permission::account_manage,
         .run = run<end>},
    };
    return rows;
}

}  // namespace gk::cli
