// Reconsiderations and lawsuits counted by the database (applications:
// application/count_store.hpp), and the cases behind one cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "people/agency.hpp"
#include "report/compute.hpp"
#include "store/transaction.hpp"

namespace gk::report {

[[nodiscard]] std::vector<RemedyCount> count_remedies(
    store::Snapshot& snapshot, const std::vector<Id<people::Agency>>& agencies,
    const application::Period& period, RemedyScope scope);

// Of one agency in one year.
[[nodiscard]] std::vector<RemedyCount> count_remedies(store::Snapshot& snapshot,
                                                      Id<people::Agency> agency, int report_year,
                                                      RemedyScope scope);

// A case behind a cell.
struct CountedCase {
    std::string public_id;
    std::string number;  // Of the application; of the reconsideration body or the court.
    std::string title;
    Date received_on;  // Or accepted, docketed.
    std::optional<Date> concluded_on;
};

struct CountedCases {
    bool are_remedies = false;  // Of table 四.
    std::vector<CountedCase> cases = {};
    std::int64_t total = 0;
};

struct CellQuery {
    Id<people::Agency> agency = {};
    int report_year = 0;
    law::ReportFormat format = law::ReportFormat::form_2021;
    RemedyScope scope = RemedyScope::all_of_year;
    int limit = 20;
    int offset = 0;
};

// The cases that a cell counts, by number or by date; nothing where no case is counted in such a
// cell: it is one of table 二, or there is none of that name in the form.
[[nodiscard]] std::optional<CountedCases> load_cell_cases(store::Snapshot& snapshot,
                                                          const CellQuery& query,
                                                          std::string_view cell_name);

}  // namespace gk::report
