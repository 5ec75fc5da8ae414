// How many reconsiderations and lawsuits there are and how near their days: nobody's name, for
// supervisors too.
#include <map>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "remedy/service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/case_filter.hpp"
#include "web/office/light_sums.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using people::Permission;

api::Schema counts_schema() {
    return api::object(
        "RemedyCounts",
        {{"total", "件数", api::number()},
         {"stages", "各阶段",
          api::list(light_sums_schema(
              "RemedyStageCount",
              {"stage", "阶段", api::choice("RemedyStage", remedy::remedy_stages())}))},
         {"agencies", "各机关",
          api::list(light_sums_schema("RemedyAgencyCount", {"agency", "机关", api::text()}),
                    100'000)}});
}

Result<Response> count(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto asked, asked_agencies(call, Permission::case_count, services.database));
    GK_TRY(const auto counts, remedy::count_remedies(services.database, asked, call.actor,
                                                     call.now.date(), services.calendar));
    const auto names = all_agencies(services.database);
    std::map<remedy::RemedyStage, LightSums> by_stage;
    json::array agencies;
    std::int64_t total = 0;
    for (const auto& of_agency : counts) {
        LightSums all;
        for (const auto& each : of_agency.stages) {
            by_stage[each.stage].add(each);
            all.add(each);
        }
        total += all.count;
        agencies.push_back(all.json_with("agency", names.at(of_agency.agency).code));
    }
    json::array stages;
    for (const auto& [stage, sums] : by_stage) {
        stages.push_back(sums.json_with("stage", key(stage)));
    }
    return api::json_answer(
        {{"total", total}, {"stages", std::move(stages)}, {"agencies", std::move(agencies)}});
}

}  // namespace

std::vector<api::ApiRoute> remedy_count_rows(const OfficeServices& services) {
    return {{.method = Method::get,
             .pattern = "/api/v1/remedy-counts",
             .permission = Permission::case_count,
             .operation_id = "count_remedies",
             .summary = "复议和诉讼数量",
             .query = {{"agency", "机关", api::text(40), api::Need::optional}},
             .answer = counts_schema(),
             .handler = [services](const Call& call) { return count(call, services); }}};
}

}  // namespace gk::web::office
