#include "web/office/fees.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "application/fee_offer_service.hpp"
#include "base/yuan.hpp"
#include "law/fee_scale.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/case_desk.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;

json::string word(std::string_view text) {
    return json::string(text.data(), text.size());
}

Result<Response> offer(const Call& call, const OfficeServices& services) {
    const auto units = call.query.number_if("fee_units");
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto offered,
           application::offer_fee(
               held.desk, call.argument("case"), call.query.choice("fee_scale", law::fee_scale_of),
               units ? std::optional(static_cast<int>(*units)) : std::nullopt, call.actor));
    const auto& [fee, least_yuan] = offered.chargeable;
    json::array lines;
    for (const auto& line : fee.lines) {
        lines.push_back(json::object{{"first", line.first},
                                     {"last", line.last},
                                     {"rate_fen", line.rate_yuan * fen_of_yuan},
                                     {"amount_fen", line.amount_yuan * fen_of_yuan},
                                     {"text", application::fee_line_text(offered.scale, line)}});
    }
    return api::json_answer({{"fee_scale", word(law::key(offered.scale))},
                             {"fee_units", offered.units},
                             {"is_due", offered.proposed_fen > 0},
                             {"amount_fen", offered.proposed_fen},
                             {"amount_yuan", yuan_text(offered.proposed_fen)},
                             {"least_fen", std::min(least_yuan * fen_of_yuan, offered.most_fen)},
                             {"most_fen", offered.most_fen},
                             {"lines", std::move(lines)},
                             {"account", offered.account},
                             {"basis", api::json_of(fee.basis)}});
}

api::Schema offer_schema() {
    const auto line = api::object("FeeLine", {{"first", "第一个单位", api::number(1)},
                                              {"last", "最后一个单位", api::number(1)},
                                              {"rate_fen", "每单位的分数", api::number()},
                                              {"amount_fen", "本档的分数", api::number()},
                                              {"text", "本档怎样计算", api::text()}});
    const auto basis =
        api::object("FeeBasis", {{"citation", "依据", api::text()}, {"text", "条文", api::text()}});
    return api::object("FeeOffer",
                       {{"fee_scale", "计收方式", api::choice("FeeScale", law::fee_scales())},
                        {"fee_units", "件数或者页数", api::number()},
                        {"is_due", "应当收费", api::flag()},
                        {"amount_fen", "建议的金额，分", api::number()},
                        {"amount_yuan", "建议的金额，元", api::text()},
                        {"least_fen", "最少，分", api::number()},
                        {"most_fen", "最多，分", api::number()},
                        {"lines", "各档", api::list(line)},
                        {"account", "怎样算出来的", api::text(500)},
                        {"basis", "依据", basis}});
}

}  // namespace

api::ApiRoute fee_row(const OfficeServices& services) {
    return {.method = Method::get,
            .pattern = "/api/v1/cases/{case}/fee",
            .permission = people::Permission::case_handle,
            .operation_id = "get_case_fee",
            .summary = "信息处理费：收费通知应收的金额和各档的计算",
            .query = {{"fee_scale", "计收方式", api::choice("FeeScale", law::fee_scales())},
                      {"fee_units", "件数或者页数；按件计收的可以不填，按同一申请人当月的件数",
                       api::number(1, law::fee_units_max), api::Need::optional}},
            .answer = offer_schema(),
            .handler = [services](const Call& call) { return offer(call, services); }};
}

}  // namespace gk::web::office
