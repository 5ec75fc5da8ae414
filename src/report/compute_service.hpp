// The annual report out of the cases: tables 三 and 四 are computed, kept in a draft or compared
// with a report that is locked, and every cell opens its cases.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "law/working_calendar.hpp"
#include "report/compute_store.hpp"
#include "report/service.hpp"

namespace gk::report {

struct ComputeDesk {
    store::Database& database;
    const law::WorkingCalendar& calendar;
};

// A cell that the report has otherwise than the cases.
struct CellDifference {
    std::string cell_name;
    std::string label;
    std::string kept;  // As it is shown; empty where the row is not in the report.
    std::string computed;
};

// A case that is counted otherwise now than when the figures of the report were computed.
struct CaseMovement {
    bool is_remedy = false;
    std::string public_id;
    std::string number;
    std::string before;  // The rows in which it was counted, in words; 未计入.
    std::string now;
    std::string act;  // What was done last since then, in words.
    Moment acted_at;
};

struct Computed {
    StoredReport stored;  // As it is kept afterwards.
    // Submitted, cleared or published: nothing was written.
    bool is_locked = false;
    std::string fee_sentence;
    // Between what was kept before and the cases.
    std::vector<CellDifference> differences;
    // When the figures that are kept were computed; nothing: they were typed or imported.
    std::optional<Moment> figures_of;
    std::vector<CaseMovement> movements;  // What explains the differences.
};

// Makes the draft or replaces the two tables in it, writes the sentence on the fee where section 六
// has none, and checks everything beside the report of the year before; table 二 stays as it was
// typed. A locked report is only compared. Refuses an unknown agency, a year without statutory
// tables, who may not edit the report, and a report that has changed since `reference.version`.
// `scope`: which remedies count; nothing: as the agency has laid down
// (report_settings_service.hpp).
[[nodiscard]] Result<Computed> compute_report(const ComputeDesk& desk,
                                              const ReportReference& reference,
                                              std::optional<RemedyScope> scope,
                                              const people::Actor& actor, Moment now);

// Refuses a cell that is not of tables 三 and 四, and who may not read the cases there.
[[nodiscard]] Result<CountedCases> cases_of_cell(store::Database& database,
                                                 const ReportReference& reference,
                                                 std::string_view cell_name,
                                                 std::optional<RemedyScope> scope, int limit,
                                                 int offset, const people::Actor& actor);

}  // namespace gk::report
