// Accounts, for the system administrator; for the security administrator to look at, and to help
// who has lost the second factor. Looking asks for no more than to be signed in here, because
// either of the two permissions will do: the service asks for them.
#include <algorithm>
#include <array>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fmt/format.h>

#include "notify/service.hpp"
#include "people/account_flow.hpp"
#include "people/account_service.hpp"
#include "people/password_service.hpp"
#include "people/role_service.hpp"
#include "people/second_factor_service.hpp"
#include "people/service.hpp"
#include "people/session_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/api/list.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::ApiRoute;
using api::Call;
using api::Field;
using api::Need;
using people::Account;
using people::AccountDesk;
using people::AccountState;
using people::Permission;

constexpr std::array account_states = {AccountState::active, AccountState::locked,
                                       AccountState::ended};

api::Schema state_schema() {
    return api::choice("AccountState", std::span<const AccountState>(account_states));
}

std::vector<Field> common_fields() {
    return {{"id", "编号", api::text()},
            {"login_name", "登录名", api::text()},
            {"display_name", "姓名", api::text()},
            {"state", "状态", state_schema()},
            {"created_at", "建立时间", api::moment()},
            {"password_changed_at", "最近设置密码", api::moment(), Need::optional},
            {"second_factor_since", "绑定动态口令", api::moment(), Need::optional}};
}

json::object common_json(const Account& account) {
    return {{"id", account.public_id},
            {"login_name", account.login_name},
            {"display_name", account.display_name},
            {"state", people::key(account.state)},
            {"created_at", account.created_at.iso()},
            {"password_changed_at", api::json_of(account.password_changed_at)},
            {"second_factor_since", api::json_of(account.second_factor_since)}};
}

std::string agency_code(store::Database& database, Id<people::Agency> id) {
    for (const auto& agency : people::list_agencies(database)) {
        if (agency.id == id) {
            return agency.code;
        }
    }
    GK_ASSERT(!"an agency of an account");
    return {};
}

api::Schema detail_schema() {
    auto fields = common_fields();
    fields.push_back({"agency", "所属机关", api::text()});
    fields.push_back({"version", "版本", api::number()});
    fields.push_back({"email", "电子邮箱", api::text_or_empty(), Need::optional});
    fields.push_back({"phone", "联系电话", api::text_or_empty(), Need::optional});
    fields.push_back({"identity_subject", "身份服务中的标识", api::text(), Need::optional});
    fields.push_back({"actions", "可以办理的操作", api::offered_actions()});
    return api::object("AccountDetail", std::move(fields));
}

json::array basis_json(people::AccountAction action) {
    json::array bases;
    for (const auto& clause : people::basis(action)) {
        bases.push_back(json::object{
            {"citation", fmt::format("gb-t-22239-2019/{}", clause.number)},
            {"text", fmt::format("GB/T 22239-2019 {} {}", clause.number, clause.title)}});
    }
    return bases;
}

json::array actions_json(const Account& account, const people::Actor& actor) {
    json::array actions;
    for (const auto& [action, obstacle] : people::available_actions(account, actor)) {
        auto offered = api::json_of({.action = people::key(action),
                                     .label = people::label(action),
                                     .basis = {},
                                     .obstacle = obstacle ? &*obstacle : nullptr});
        offered["basis"] = basis_json(action);
        actions.push_back(std::move(offered));
    }
    return actions;
}

Result<Response> detail(const Account& account, const Call& call, const AccountDesk& desk) {
    auto answer = common_json(account);
    answer["agency"] = agency_code(desk.database, account.agency);
    answer["version"] = account.version;
    // How to reach its holder is for who looks after the account.
    if (call.actor.may(Permission::account_manage, account.agency)) {
        GK_TRY(const auto contact, people::contact_of(desk, account.id, call.actor));
        answer["email"] = contact.email;
        answer["phone"] = contact.phone;
        answer["identity_subject"] = api::json_of(account.identity_subject);
    }
    answer["actions"] = actions_json(account, call.actor);
    return api::json_answer(answer);
}

Result<std::int64_t> load(const Call& call, const ListPart& part, const api::TakeRow& take,
                          const AccountDesk& desk) {
    people::AccountFilter filter;
    filter.agency_code = call.agency->code;
    filter.state = call.query.choice_if("state", people::account_state_of);
    filter.words = call.query.text_if("q").value_or("");
    GK_TRY(auto accounts, people::list_accounts(desk.database, filter, call.actor));
    if (part.direction == Direction::descending) {
        std::ranges::reverse(accounts);
    }
    const auto total = static_cast<std::int64_t>(accounts.size());
    const auto end = std::min(total, part.offset + part.limit);
    for (auto at = part.offset; at < end; ++at) {
        const auto& account = accounts[static_cast<std::size_t>(at)];
        const document::SheetCell cells[] = {account.login_name, account.display_name,
                                             std::string(people::label(account.state)),
                                             account.created_at};
        take(common_json(account), cells);
    }
    return total;
}

std::vector<ApiRoute> list_of(const AccountDesk* desk) {
    return api::list_routes(
        {.pattern = "/api/v1/agencies/{agency}/accounts",
         .permission = Permission::sign_in,
         .things = "accounts",
         .summary = "账号",
         .filters = {{"q", "姓名或登录名", api::text(60), Need::optional},
                     {"state", "状态", state_schema(), Need::optional}},
         .sorts = {"login_name"},
         .direction = Direction::ascending,
         .item = api::object("Account", common_fields()),
         .columns = {{"login_name", 20}, {"display_name", 24}, {"state", 12}, {"created_at", 18}},
         .load = [desk](const Call& call, const ListPart& part, const api::TakeRow& take) {
             GK_ASSERT(desk != nullptr);
             return load(call, part, take, *desk);
         }});
}

Result<Response> create(const Call& call, const AccountDesk& desk) {
    GK_TRY(const auto account,
           people::create_account(desk,
                                  {.login_name = call.body.text("login_name"),
                                   .display_name = call.body.text("display_name"),
                                   .agency_code = call.agency->code,
                                   .contact = {.email = call.body.text_if("email").value_or(""),
                                               .phone = call.body.text_if("phone").value_or("")}},
                                  call.actor, call.now));
    return detail(account, call, desk);
}

Result<Response> get(const Call& call, const AccountDesk& desk) {
    GK_TRY(const auto account,
           people::find_account(desk.database, call.argument("account"), call.actor));
    return detail(account, call, desk);
}

Result<Response> change(const Call& call, const AccountDesk& desk) {
    people::AccountChange change;
    if (call.body.has("display_name")) {
        change.display_name = call.body.text("display_name");
    }
    if (call.body.is_given("email") || call.body.is_given("phone")) {
        GK_TRY(const auto account,
               people::find_account(desk.database, call.argument("account"), call.actor));
        GK_TRY(auto contact, people::contact_of(desk, account.id, call.actor));
        if (call.body.is_given("email")) {
            contact.email = call.body.text_if("email").value_or("");
        }
        if (call.body.is_given("phone")) {
            contact.phone = call.body.text_if("phone").value_or("");
        }
        change.contact = std::move(contact);
    }
    if (call.body.is_given("identity_subject")) {
        change.identity_subject = call.body.text_if("identity_subject").value_or("");
    }
    GK_TRY(const auto account,
           people::change_account(desk, call.argument("account"), call.body.number("version"),
                                  change, call.actor, call.now));
    return detail(account, call, desk);
}

using StateVerb = Result<Account> (*)(const AccountDesk&, std::string_view, std::string_view,
                                      const people::Actor&, Moment);

template <StateVerb verb>
Result<Response> act(const Call& call, const AccountDesk& desk) {
    GK_TRY(const auto account,
           verb(desk, call.argument("account"), call.body.text("reason"), call.actor, call.now));
    return detail(account, call, desk);
}

Result<Response> end_sessions(const Call& call, const AccountDesk& desk) {
    GK_CHECK(people::end_sessions(desk.database, call.argument("account"), call.body.text("reason"),
                                  call.actor, call.now));
    return get(call, desk);
}

Result<Response> issue_link(const Call& call, const AccountDesk& desk) {
    GK_TRY(const auto link, people::issue_link(desk, call.argument("account"),
                                               call.body.text("reason"), call.actor, call.now));
    return api::json_answer({{"token", link.token}, {"expires_at", link.expires_at.iso()}});
}

struct HandedOver {
    people::HandOver roles;
    int task_count = 0;
};

// What is open for the holder in person goes along with the roles.
Result<Response> hand_over(const Call& call, const AccountDesk& desk) {
    GK_TRY(const auto done,
           desk.database.write([&](store::Transaction& transaction) -> Result<HandedOver> {
               GK_TRY(auto roles, people::hand_over_account(
                                      transaction, call.argument("account"), call.body.text("to"),
                                      call.body.text("reason"), call.actor, call.now));
               const int count = notify::pass_on(transaction, roles.from.id, roles.to.id);
               return HandedOver{std::move(roles), count};
           }));
    return api::json_answer({{"from", done.roles.from.login_name},
                             {"to", done.roles.to.login_name},
                             {"moved_role_count", done.roles.holdings.size()},
                             {"moved_task_count", done.task_count}});
}

using Verb = Result<Response> (*)(const Call&, const AccountDesk&);

struct AccountRow {
    Method method;
    std::string_view path;
    Permission permission;
    std::string_view operation_id;
    std::string_view summary;
    Verb verb;
};

ApiRoute row(const AccountDesk* desk, const AccountRow& given, std::vector<Field> body = {}) {
    ApiRoute made{.method = given.method,
                  .pattern = std::string(given.path),
                  .permission = given.permission,
                  .operation_id = std::string(given.operation_id),
                  .summary = std::string(given.summary),
                  .answer = detail_schema(),
                  .handler = [desk, verb = given.verb](const Call& call) {
                      GK_ASSERT(desk != nullptr);
                      return verb(call, *desk);
                  }};
    if (!body.empty()) {
        made.body = api::object({}, std::move(body));
    }
    return made;
}

}  // namespace

std::vector<ApiRoute> account_rows(const OfficeServices& services) {
    const auto* desk = services.accounts;
    const Field reason{"reason", "理由", api::long_text(500)};
    const Field name{"display_name", "姓名", api::text(60)};
    const Field email{"email", "电子邮箱", api::text_or_empty(254), Need::optional};
    const Field phone{"phone", "联系电话", api::text_or_empty(30), Need::optional};
    auto rows = list_of(desk);
    const auto add = [&](const AccountRow& given, std::vector<Field> body = {}) -> ApiRoute& {
        return rows.emplace_back(row(desk, given, std::move(body)));
    };
    add({Method::post, "/api/v1/agencies/{agency}/accounts", Permission::account_manage,
         "create_account", "建立账号", create},
        {{"login_name", "登录名", api::text(40)}, name, email, phone});
    add({Method::get, "/api/v1/accounts/{account}", Permission::sign_in, "get_account", "账号",
         get});
    add({Method::patch, "/api/v1/accounts/{account}", Permission::account_manage, "change_account",
         "修改账号", change},
        {api::version_field(),
         {"display_name", "姓名", api::text(60), Need::optional},
         email,
         phone,
         {"identity_subject", "身份服务中的标识", api::text_or_empty(), Need::optional}});
    add({Method::post, "/api/v1/accounts/{account}/actions/lock", Permission::account_manage,
         "lock_account", "锁定账号", act<people::lock_account>},
        {reason});
    add({Method::post, "/api/v1/accounts/{account}/actions/unlock", Permission::account_manage,
         "unlock_account", "解锁账号", act<people::unlock_account>},
        {reason});
    add({Method::post, "/api/v1/accounts/{account}/actions/end", Permission::account_manage,
         "end_account", "注销账号", act<people::end_account>},
        {reason});
    add({Method::post, "/api/v1/accounts/{account}/actions/end-sessions",
         Permission::session_manage, "end_account_sessions", "结束账号的全部登录会话",
         end_sessions},
        {reason});
    add({Method::post, "/api/v1/accounts/{account}/actions/reset-second-factor",
         Permission::role_assign, "reset_second_factor", "重置动态口令",
         act<people::reset_second_factor>},
        {reason});
    add({Method::post, "/api/v1/accounts/{account}/actions/issue-link", Permission::account_manage,
         "issue_link", "签发设置密码的一次性链接", issue_link},
        {reason})
        .answer = api::object(
        "OneTimeLink", {{"token", "链接", api::text()}, {"expires_at", "有效期至", api::moment()}});
    add({Method::post, "/api/v1/accounts/{account}/actions/hand-over", Permission::role_assign,
         "hand_over_account", "移交账号", hand_over},
        {{"to", "接手的账号", api::text()}, reason})
        .answer = api::object("AccountHandOver", {{"from", "移交", api::text()},
                                                  {"to", "接手", api::text()},
                                                  {"moved_role_count", "角色数", api::number()},
                                                  {"moved_task_count", "任务数", api::number()}});
    return rows;
}

}  // namespace gk::web::office
