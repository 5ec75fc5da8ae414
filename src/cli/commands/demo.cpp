// demo: loads the demonstration town with its real annual report, through the same verbs as any
// other agency and any other report.
#include <ostream>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/resource.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/print_error.hpp"
#include "people/account_service.hpp"
#include "people/password_hasher.hpp"
#include "people/password_service.hpp"
#include "people/role_service.hpp"
#include "people/service.hpp"
#include "report/import_file.hpp"

namespace gk {

extern const EmbeddedFile gk_cli_files[];

}  // namespace gk

namespace gk::cli {

namespace {

constexpr std::string_view report_file = "cli/demo/xigebi-2023.txt";
constexpr int report_year = 2023;

// 西戈壁镇 with the town-level units that its report speaks of, and the city it belongs to.
std::vector<people::NewAgency> demo_agencies() {
    return {{.code = "shawan",
             .name = "沙湾市人民政府",
             .short_name = "沙湾市",
             .level = law::AgencyLevel::county,
             .parent_code = std::nullopt,
             .valid_from = std::nullopt,
             .valid_to = std::nullopt,
             .units = {}},
            {.code = "xigebi",
             .name = "沙湾市西戈壁镇人民政府",
             .short_name = "西戈壁镇",
             .level = law::AgencyLevel::township,
             .parent_code = "shawan",
             .valid_from = std::nullopt,
             .valid_to = std::nullopt,
             .units = {{"office", "党政办公室", people::UnitKind::disclosure_office},
                       {"economy", "经济发展办公室", people::UnitKind::internal_unit},
                       {"society", "社会事务办公室", people::UnitKind::internal_unit},
                       {"enforcement", "综合执法办公室", people::UnitKind::internal_unit}}}};
}

// Whether it was this call that made it.
Result<bool> load_agency(store::Database& database, const people::NewAgency& given,
                         const people::Actor& actor, Moment now) {
    if (people::find_agency(database, given.code).has_value()) {
        return false;
    }
    GK_TRY(const auto agency, people::register_agency(database, given, actor, now));
    return !agency.code.empty();
}

Result<bool> load_report(store::Database& database, const people::Actor& actor, Moment now) {
    const report::ReportReference reference{"xigebi", report_year};
    if (report::find_report(database, reference, actor).has_value()) {
        return false;
    }
    const auto bytes = ResourceTable(gk_cli_files).find(report_file);
    GK_ASSERT(bytes.has_value());
    GK_TRY(const auto read, report::read_for_import(*bytes, report_file));
    GK_TRY(const auto stored, report::import_report(database, reference, read.file,
                                                    report::AfterImport::publish, actor, now));
    return stored.published_at.has_value();
}

// What one is told when the demonstration starts. Nowhere else is there a password by default.
constexpr std::string_view demo_password = "Demo-gongkai-1";

// Whose login name is the key of the role.
struct DemoAccount {
    people::Role role;
    std::string agency = "xigebi";
    std::optional<std::string> unit = {};
};

std::vector<DemoAccount> demo_accounts() {
    std::vector<DemoAccount> accounts;
    for (const auto role : people::roles()) {
        accounts.push_back({.role = role});
        if (role == people::Role::supervisor) {
            accounts.back().agency = "shawan";
        }
        if (role == people::Role::unit_officer) {
            accounts.back().unit = "economy";
        }
    }
    return accounts;
}

// Its password is known to everyone: hashing it needs not be dear.
Result<bool> load_account(const people::AccountDesk& desk, const DemoAccount& given,
                          const people::Actor& actor, Moment now) {
    const std::string login_name(people::key(given.role));
    if (people::find_account_named(desk.database, login_name, actor).has_value()) {
        return false;
    }
    GK_TRY(const auto account, people::create_account(desk,
                                                      {.login_name = login_name,
                                                       .display_name = fmt::format(
                                                           "{}（演示）", people::label(given.role)),
                                                       .agency_code = given.agency,
                                                       .contact = {}},
                                                      actor, now));
    GK_TRY(const auto link, people::issue_link(desk, account.public_id, "演示", actor, now));
    GK_CHECK(people::use_link(desk, link.token, demo_password, now));
    GK_CHECK(people::grant_role(desk.database,
                                {.account_id = account.public_id,
                                 .role = given.role,
                                 .agency_code = given.agency,
                                 .unit = given.unit,
                                 .valid_from = now.date()},
                                actor, now));
    return true;
}

Result<void> load_accounts(Context& context, const people::Actor& actor, std::ostream& out) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    people::PasswordHasher hasher({.memory_bytes = std::size_t{1024} * 1024, .passes = 1});
    const people::AccountDesk desk{.database = *database, .hasher = hasher, .keys = keys};
    for (const auto& account : demo_accounts()) {
        GK_TRY(const bool is_new, load_account(desk, account, actor, context.clock().now()));
        out << fmt::format("{}：{} {}\n", is_new ? "已建立账号" : "已经有账号",
                           people::key(account.role), people::label(account.role));
    }
    out << fmt::format("演示账号的密码都是 {}\n", demo_password);
    return {};
}

Result<void> load_demo(Context& context, std::ostream& out) {
    const people::Actor actor = people::operator_named(context.actor());
    GK_TRY(auto* database, context.database());
    const auto say = [&](bool is_new, std::string_view what) {
        out << fmt::format("{}：{}\n", is_new ? "已建立" : "已经有", what);
    };
    for (const auto& agency : demo_agencies()) {
        GK_TRY(const bool is_new, load_agency(*database, agency, actor, context.clock().now()));
        say(is_new, fmt::format("{}（{}）", agency.name, agency.code));
    }
    GK_TRY(const bool is_new, load_report(*database, actor, context.clock().now()));
    say(is_new, fmt::format("{}年政府信息公开工作年度报告，已公开", report_year));
    return load_accounts(context, actor, out);
}

Exit demo(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto loaded = load_demo(context, streams.out);
    return loaded ? Exit::ok : fail(loaded.error(), streams);
}

constexpr Command rows[] = {
    {.name = "demo",
     .summary = "载入演示用的镇、它的年度报告和账号",
     .description = "载入沙湾市西戈壁镇、它2023年的年度报告，以及每个角色一个、"
                    "密码公开的演示账号。不要在正式的数据库里运行。可以重复运行。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = demo},
};

}  // namespace

std::span<const Command> demo_commands() {
    return rows;
}

}  // namespace gk::cli
