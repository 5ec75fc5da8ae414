// Statistics of applications: how many cases of which kind there were in a period, with the filter
// that opens them in the list. Figures that the annual report has too come from the same counting.
// No applicant: for supervisors too.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "application/count_store.hpp"
#include "application/list_service.hpp"
#include "report/compute.hpp"

namespace gk::report {

struct StatisticsQuery {
    std::vector<Id<people::Agency>> agencies;
    application::Period period;
};

struct Statistic {
    std::string key;
    std::string label;
    std::int64_t count = 0;
    application::CaseFilter filter;
};

struct MonthStatistic {
    std::string month;  // "2026-03"
    Statistic received;
    Statistic concluded;
};

struct AgencyStatistic {
    Id<people::Agency> agency;
    Statistic received;
    Statistic concluded;
    Statistic open;
    Statistic overdue;  // Answered after the last day.
};

// The search tasks of a unit; a filter opens the cases that they belong to.
struct UnitStatistic {
    Id<people::Agency> agency;
    std::string unit;
    Statistic given;
    std::vector<Statistic> states;   // What became of them.
    std::int64_t overdue_count = 0;  // Ended after their day, or not yet though it has passed.
};

struct FeeStatistic {
    Statistic cases;
    std::int64_t amount_fen = 0;
};

struct CaseStatistics {
    application::Period period;
    // Carried in, received, concluded, open at the end; overdue today; of art. 41.
    std::vector<Statistic> totals;
    std::vector<Statistic> states;           // Of what was received.
    std::vector<Statistic> outcomes;         // Of what was concluded: the rows of the 2021 form.
    std::vector<Statistic> applicant_kinds;  // Of what was received; so below.
    std::vector<Statistic> channels;
    std::vector<Statistic> timeliness;  // Of what was concluded where an answer was due.
    // Half of the answers took no longer; nothing where there is none.
    std::optional<int> median_working_days;
    FeeStatistic fees_notified;
    FeeStatistic fees_paid;
    std::vector<MonthStatistic> months;  // Every month of the period.
    std::vector<AgencyStatistic> agencies;
    std::vector<UnitStatistic> units;
    std::vector<RemedyCount> remedies;  // Those that there are, all that the period touches.
};

// Refuses a period that ends before it begins or is longer than ten years, and agencies whose
// counts the actor may not see.
[[nodiscard]] Result<CaseStatistics> count_applications(const application::Desk& desk,
                                                        const StatisticsQuery& query,
                                                        const people::Actor& actor, Date today);

}  // namespace gk::report
