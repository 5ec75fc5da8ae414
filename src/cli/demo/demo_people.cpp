#include "cli/demo/demo_people.hpp"

#include <fmt/format.h>

#include "people/account_service.hpp"
#include "people/password_service.hpp"
#include "people/role_service.hpp"
#include "people/role_store.hpp"

namespace gk::cli::demo {

namespace {

using people::Role;

// What one is told when the demonstration starts. Nowhere else is there a password by default.
constexpr std::string_view demo_password = "Demo-gongkai-1";

struct DemoAccount {
    std::string login_name;
    Role role = Role::clerk;
    std::string agency = "xigebi";
    std::optional<std::string> unit = {};
};

std::vector<DemoAccount> demo_accounts() {
    std::vector<DemoAccount> accounts;
    for (const auto role : people::roles()) {
        accounts.push_back({.login_name = std::string(people::key(role)), .role = role});
        if (role == Role::supervisor) {
            accounts.back().agency = "shawan";
        }
        if (role == Role::unit_officer) {
            accounts.back().unit = "economy";
            for (const std::string unit : {"society", "enforcement"}) {
                accounts.push_back(
                    {.login_name = "unit_officer_" + unit, .role = role, .unit = unit});
            }
        }
    }
    return accounts;
}

Result<bool> load_account(const people::AccountDesk& desk, const DemoAccount& given,
                          const people::Actor& actor, Moment now) {
    if (people::find_account_named(desk.database, given.login_name, actor).has_value()) {
        return false;
    }
    GK_TRY(const auto account, people::create_account(desk,
                                                      {.login_name = given.login_name,
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

}  // namespace

std::vector<std::string> demo_login_names(std::optional<std::string_view> agency) {
    std::vector<std::string> names;
    for (auto& account : demo_accounts()) {
        if (!agency || account.agency == *agency) {
            names.push_back(std::move(account.login_name));
        }
    }
    return names;
}

Result<void> load_people(const people::AccountDesk& desk, const people::Actor& actor, Moment now,
                         std::ostream& out) {
    for (const auto& account : demo_accounts()) {
        GK_TRY(const bool is_new, load_account(desk, account, actor, now));
        out << fmt::format("{}：{} {}\n", is_new ? "已建立账号" : "已经有账号", account.login_name,
                           people::label(account.role));
    }
    out << fmt::format("演示账号的密码都是 {}\n", demo_password);
    return {};
}

Result<Cast> cast_of(store::Database& database, const people::Actor& actor, Date day) {
    Cast cast;
    for (const auto& person : demo_accounts()) {
        GK_TRY(const auto account, people::find_account_named(database, person.login_name, actor));
        auto roles = database.read([&](store::Snapshot& snapshot) {
            return people::load_held_roles(snapshot, account.id, day);
        });
        cast.emplace(person.login_name, people::Actor{.name = "user:" + account.login_name,
                                                      .display_name = account.display_name,
                                                      .account = account.id,
                                                      .is_operator = false,
                                                      .held_roles = std::move(roles)});
    }
    return cast;
}

}  // namespace gk::cli::demo
