// The log of signing in, for the security and the audit administrator.
#include <boost/json/object.hpp>

#include "people/sign_in_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/api/list.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Need;
using people::Permission;
using people::SignInOutcome;

constexpr SignInOutcome outcomes[] = {SignInOutcome::signed_in,       SignInOutcome::code_awaited,
                                      SignInOutcome::wrong_password,  SignInOutcome::wrong_code,
                                      SignInOutcome::unknown_account, SignInOutcome::account_locked,
                                      SignInOutcome::account_ended,   SignInOutcome::put_off};

api::Schema outcome_schema() {
    return api::choice("SignInOutcome", std::span<const SignInOutcome>(outcomes));
}

Result<std::int64_t> load(const Call& call, const ListPart& part, const api::TakeRow& take,
                          store::Database& database) {
    people::SignInLogFilter filter;
    filter.agency = call.agency->id;
    filter.outcome = call.query.choice_if("outcome", people::sign_in_outcome_of);
    filter.login_name = call.query.text_if("login_name").value_or("");
    filter.from = call.query.date_if("from");
    filter.to = call.query.date_if("to");
    filter.offset = part.offset;
    filter.count_max = part.limit;
    GK_TRY(const auto page, people::read_sign_in_log(database, filter, call.actor));
    for (const auto& entry : page.entries) {
        const std::string outcome(people::label(entry.outcome));
        const document::SheetCell cells[] = {entry.tried_at, entry.login_name, entry.display_name,
                                             outcome,        entry.address,    entry.user_agent};
        take(json::object{{"tried_at", entry.tried_at.iso()},
                          {"outcome", people::key(entry.outcome)},
                          {"login_name", entry.login_name},
                          {"display_name", entry.display_name},
                          {"address", entry.address},
                          {"user_agent", entry.user_agent}},
             cells);
    }
    return page.total;
}

}  // namespace

std::vector<api::ApiRoute> sign_in_log_rows(const OfficeServices& services) {
    const auto item = api::object("SignIn", {{"tried_at", "时间", api::moment()},
                                             {"outcome", "结果", outcome_schema()},
                                             {"login_name", "登录名", api::text_or_empty()},
                                             {"display_name", "姓名", api::text_or_empty()},
                                             {"address", "地址", api::text_or_empty()},
                                             {"user_agent", "浏览器", api::text_or_empty()}});
    return api::list_routes(
        {.pattern = "/api/v1/agencies/{agency}/sign-ins",
         .permission = Permission::sign_in_log_read,
         .things = "sign_ins",
         .summary = "登录日志",
         .filters = {{"login_name", "登录名", api::text(40), Need::optional},
                     {"outcome", "结果", outcome_schema(), Need::optional},
                     {"from", "起始日期", api::date(), Need::optional},
                     {"to", "截止日期", api::date(), Need::optional}},
         .sorts = {"tried_at"},
         .item = item,
         .columns = {{"tried_at", 18},
                     {"login_name", 20},
                     {"display_name", 20},
                     {"outcome", 24},
                     {"address", 20},
                     {"user_agent", 60}},
         .load = [&database = services.database](const Call& call, const ListPart& part,
                                                 const api::TakeRow& take) {
             return load(call, part, take, database);
         }});
}

}  // namespace gk::web::office
