// Who holds what role, and for whom a second factor is a must: for the security administrator.
#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "people/role_service.hpp"
#include "people/second_factor_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/api/list.hpp"
#include "web/office/role_json.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::ApiRoute;
using api::Call;
using api::Need;
using people::Permission;

api::Schema role_schema() {
    return api::choice("Role", people::roles());
}

Result<std::int64_t> load(const Call& call, const ListPart& part, const api::TakeRow& take,
                          store::Database& database) {
    people::HoldingFilter filter;
    filter.agency_code = call.agency->code;
    filter.role = call.query.choice_if("role", people::role_of);
    filter.account_id = call.query.text_if("account");
    filter.with_past = call.query.flag_if("with_past").value_or(false);
    GK_TRY(auto lines, people::list_holdings(database, filter, call.actor, call.now.date()));
    if (part.direction == Direction::descending) {
        std::ranges::reverse(lines);
    }
    const auto total = static_cast<std::int64_t>(lines.size());
    const auto end = std::min(total, part.offset + part.limit);
    for (auto at = part.offset; at < end; ++at) {
        const auto& line = lines[static_cast<std::size_t>(at)];
        const auto& holding = line.holding;
        const document::SheetCell cells[] = {
            line.account.login_name,
            line.account.display_name,
            std::string(people::label(holding.role)),
            holding.unit.value_or(""),
            holding.valid_from,
            holding.valid_to ? document::SheetCell(*holding.valid_to) : document::SheetCell()};
        take(holding_json(line), cells);
    }
    return total;
}

std::vector<ApiRoute> list_of(store::Database& database) {
    return api::list_routes(
        {.pattern = "/api/v1/agencies/{agency}/role-holdings",
         .permission = Permission::role_assign,
         .things = "role_holdings",
         .summary = "角色",
         .filters = {{"role", "角色", role_schema(), Need::optional},
                     {"account", "账号编号", api::text(40), Need::optional},
                     {"with_past", "包括已终止的", api::flag(), Need::optional}},
         .sorts = {"login_name"},
         .direction = Direction::ascending,
         .item = holding_schema(),
         .columns = {{"login_name", 20},
                     {"display_name", 24},
                     {"role", 20},
                     {"unit", 16},
                     {"valid_from", 12},
                     {"valid_to", 12}},
         .load = [&database](const Call& call, const ListPart& part, const api::TakeRow& take) {
             return load(call, part, take, database);
         }});
}

// The line of one holding, as the lists have it.
Result<Response> answer_holding(const Call& call, store::Database& database,
                                const people::RoleHolding& holding) {
    GK_TRY(const auto lines,
           people::list_holdings(database, {.with_past = true}, call.actor, call.now.date()));
    const auto found =
        std::ranges::find(lines, holding.public_id,
                          [](const people::HoldingLine& line) { return line.holding.public_id; });
    GK_ASSERT(found != lines.end());
    return api::json_answer(holding_json(*found));
}

Result<Response> grant(const Call& call, store::Database& database) {
    GK_TRY(const auto holding,
           people::grant_role(database,
                              {.account_id = call.body.text("account"),
                               .role = call.body.choice("role", people::role_of),
                               .agency_code = call.agency->code,
                               .unit = call.body.text_if("unit"),
                               .valid_from = call.body.date("valid_from"),
                               .valid_to = call.body.date_if("valid_to")},
                              call.actor, call.now));
    return answer_holding(call, database, holding);
}

Result<Response> end(const Call& call, store::Database& database) {
    GK_TRY(const auto holding,
           people::end_role(database, call.argument("holding"), call.body.date("valid_to"),
                            call.body.text("reason"), call.actor, call.now));
    return answer_holding(call, database, holding);
}

json::object rules_json(const std::vector<people::SecondFactorRule>& rules) {
    bool is_for_all = false;
    json::array roles;
    for (const auto& rule : rules) {
        if (rule.role) {
            roles.push_back(json::value(people::key(*rule.role)));
        } else {
            is_for_all = true;
        }
    }
    return {{"is_for_all", is_for_all}, {"roles", std::move(roles)}};
}

api::Schema rules_schema() {
    return api::object("SecondFactorRules", {{"is_for_all", "所有角色", api::flag()},
                                             {"roles", "角色", api::list(role_schema())}});
}

Result<Response> rules(const Call& call, store::Database& database) {
    GK_TRY(const auto found,
           people::list_second_factor_rules(database, call.agency->code, call.actor));
    return api::json_answer(rules_json(found));
}

Result<Response> set_rules(const Call& call, store::Database& database) {
    const auto wanted = call.body.texts("roles");
    const auto requirement = [](bool is_required) {
        return is_required ? people::Requirement::required : people::Requirement::waived;
    };
    GK_TRY(const auto present,
           people::list_second_factor_rules(database, call.agency->code, call.actor));
    const auto set = [&](std::optional<people::Role> role, bool is_wanted) -> Result<void> {
        const bool is_there = std::ranges::any_of(
            present, [&](const people::SecondFactorRule& rule) { return rule.role == role; });
        if (is_there == is_wanted) {
            return {};
        }
        return people::set_second_factor_rule(database, call.agency->code, role,
                                              requirement(is_wanted), call.actor, call.now);
    };
    GK_CHECK(set(std::nullopt, call.body.flag("is_for_all")));
    for (const auto role : people::roles()) {
        GK_CHECK(set(role, std::ranges::find(wanted, people::key(role)) != wanted.end()));
    }
    return rules(call, database);
}

using Verb = Result<Response> (*)(const Call&, store::Database&);

api::ApiHandler handler(store::Database& database, Verb verb) {
    return [&database, verb](const Call& call) { return verb(call, database); };
}

}  // namespace

std::vector<ApiRoute> role_rows(const OfficeServices& services) {
    auto& database = services.database;
    auto rows = list_of(database);
    rows.push_back(
        {.method = Method::post,
         .pattern = "/api/v1/agencies/{agency}/role-holdings",
         .permission = Permission::role_assign,
         .operation_id = "grant_role",
         .summary = "授予角色",
         .body = api::object({}, {{"account", "账号", api::text()},
                                  {"role", "角色", role_schema()},
                                  {"unit", "限于内设机构", api::text(40), Need::optional},
                                  {"valid_from", "自", api::date()},
                                  {"valid_to", "至", api::date(), Need::optional}}),
         .answer = holding_schema(),
         .handler = handler(database, grant)});
    rows.push_back({.method = Method::post,
                    .pattern = "/api/v1/role-holdings/{holding}/actions/end",
                    .permission = Permission::role_assign,
                    .operation_id = "end_role",
                    .summary = "终止角色",
                    .body = api::object({}, {{"valid_to", "最后一天", api::date()},
                                             {"reason", "理由", api::long_text(500)}}),
                    .answer = holding_schema(),
                    .handler = handler(database, end)});
    rows.push_back({.method = Method::get,
                    .pattern = "/api/v1/agencies/{agency}/second-factor-rules",
                    .permission = Permission::role_assign,
                    .operation_id = "get_second_factor_rules",
                    .summary = "动态口令要求",
                    .answer = rules_schema(),
                    .handler = handler(database, rules)});
    rows.push_back({.method = Method::put,
                    .pattern = "/api/v1/agencies/{agency}/second-factor-rules",
                    .permission = Permission::role_assign,
                    .operation_id = "set_second_factor_rules",
                    .summary = "修改动态口令要求",
                    .body = rules_schema(),
                    .answer = rules_schema(),
                    .handler = handler(database, set_rules)});
    return rows;
}

}  // namespace gk::web::office
