#include "law/annual_report_due.hpp"

#include "base/assert.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;

struct DueDays {
    std::chrono::month_day of_departments;
    std::chrono::month_day of_governments;
};

// 第四十九条：县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关
// 上一年度政府信息公开工作年度报告并向社会公布。县级以上地方人民政府的政府信息公开工作主管部门应当在
// 每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。
constexpr InForce<DueDays> due_days[] = {
    {2019y / 5 / 15, DueDays{1 / 31d, 3 / 31d}, {"regulation-2019", 49}},
};

Date in_year(int year, std::chrono::month_day day) {
    return {year, static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())};
}

}  // namespace

Result<ReportDue> annual_report_due(AgencyLevel level, int report_year,
                                    std::optional<Date> local_due_on) {
    const int year = report_year + 1;
    GK_TRY(const auto days, in_force_on(due_days, Date::first_of(year)));
    switch (level) {
        case AgencyLevel::state_council_department:
        case AgencyLevel::province_department:
        case AgencyLevel::prefecture_department:
        case AgencyLevel::county_department:
            return ReportDue{in_year(year, days.value.of_departments), {"regulation-2019", 49, 1}};
        case AgencyLevel::province:
        case AgencyLevel::prefecture:
        case AgencyLevel::county:
            return ReportDue{in_year(year, days.value.of_governments), {"regulation-2019", 49, 2}};
        case AgencyLevel::township:
        case AgencyLevel::subdistrict:
            return ReportDue{local_due_on, {}};
    }
    throw_bug("a level of agencies", std::source_location::current());
}

}  // namespace gk::law
