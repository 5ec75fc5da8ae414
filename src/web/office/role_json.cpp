#include "web/office/role_json.hpp"

#include <boost/json/object.hpp>

#include "web/api/json_answer.hpp"

namespace gk::web::office {

using api::Need;

api::Schema holding_schema() {
    return api::object("RoleHolding", {{"id", "编号", api::text()},
                                       {"account", "账号编号", api::text()},
                                       {"login_name", "登录名", api::text()},
                                       {"display_name", "姓名", api::text()},
                                       {"agency", "机关", api::text()},
                                       {"agency_name", "机关名称", api::text()},
                                       {"role", "角色", api::choice("Role", people::roles())},
                                       {"unit", "限于内设机构", api::text(), Need::optional},
                                       {"valid_from", "自", api::date()},
                                       {"valid_to", "至", api::date(), Need::optional}});
}

boost::json::object holding_json(const people::HoldingLine& line) {
    const auto& holding = line.holding;
    return {{"id", holding.public_id},
            {"account", line.account.public_id},
            {"login_name", line.account.login_name},
            {"display_name", line.account.display_name},
            {"agency", line.agency_code},
            {"agency_name", line.agency_name},
            {"role", people::key(holding.role)},
            {"unit", api::json_of(holding.unit)},
            {"valid_from", holding.valid_from.iso()},
            {"valid_to", api::json_of(holding.valid_to)}};
}

api::Schema delegation_schema() {
    return api::object("Delegation", {{"id", "编号", api::text()},
                                      {"agency", "机关", api::text()},
                                      {"agency_name", "机关名称", api::text()},
                                      {"role", "角色", api::choice("Role", people::roles())},
                                      {"unit", "限于内设机构", api::text(), Need::optional},
                                      {"delegator", "委托人", api::text()},
                                      {"delegator_login", "委托人登录名", api::text()},
                                      {"delegate", "代行人", api::text()},
                                      {"delegate_login", "代行人登录名", api::text()},
                                      {"valid_from", "自", api::date()},
                                      {"valid_to", "至", api::date()},
                                      {"reason", "理由", api::long_text()},
                                      {"ended_at", "提前结束", api::moment(), Need::optional},
                                      {"may_be_ended", "可以结束", api::flag()}});
}

boost::json::object delegation_json(const people::DelegationLine& line, Date today) {
    const auto& delegation = line.delegation;
    return {{"id", delegation.public_id},
            {"agency", line.agency_code},
            {"agency_name", line.agency_name},
            {"role", people::key(line.holding.role)},
            {"unit", api::json_of(line.holding.unit)},
            {"delegator", line.delegator.display_name},
            {"delegator_login", line.delegator.login_name},
            {"delegate", line.delegate.display_name},
            {"delegate_login", line.delegate.login_name},
            {"valid_from", delegation.valid_from.iso()},
            {"valid_to", delegation.valid_to.iso()},
            {"reason", delegation.reason},
            {"ended_at", api::json_of(delegation.ended_at)},
            {"may_be_ended", delegation.holds_from(today)}};
}

}  // namespace gk::web::office
