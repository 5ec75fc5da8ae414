// Statistics of applications as the API says them: each figure with the query that opens its cases
// in the list, where the reader may open cases.
#pragma once

#include "report/statistics_service.hpp"
#include "web/api/schema.hpp"
#include "web/office/case_filter.hpp"

namespace gk::web::office {

struct StatisticsContext {
    const AgenciesById& agencies;
    bool may_open_cases = false;
};

[[nodiscard]] api::Schema statistics_schema();
[[nodiscard]] boost::json::object statistics_json(const report::CaseStatistics& statistics,
                                                  const StatisticsContext& context);

// How the unit is called in its agency.
[[nodiscard]] std::string unit_name(const report::UnitStatistic& unit,
                                    const AgenciesById& agencies);

}  // namespace gk::web::office
