// What a report says and where it came from, in the tables annual_report_sources, _paragraphs,
// _cells, _relations, _remarks. One query for each table, however many rows.
#pragma once

#include <string>

#include "report/stored_report.hpp"
#include "store/transaction.hpp"

namespace gk::report {

void insert_source(store::Transaction& transaction, ReportKey key, const Source& source);

// Replaces all that the report says. Every cell has this provenance.
void replace_content(store::Transaction& transaction, ReportKey key, const AnnualReport& report,
                     const Provenance& provenance);

// Parts of it: title, forms and names; the text of all sections; one cell.
void replace_particulars(store::Transaction& transaction, ReportKey key,
                         const AnnualReport& report);
void replace_text(store::Transaction& transaction, ReportKey key, const AnnualReport& report);
void replace_cell(store::Transaction& transaction, ReportKey key, const std::string& cell,
                  const Figure& figure, const Provenance& provenance);

// Replaces what the check found.
void replace_check(store::Transaction& transaction, ReportKey key, const CheckResult& check);

// Fills `sources`, `report`, `provenance` and `check` of a report that is there.
void load_content(store::Snapshot& snapshot, StoredReport& stored);

}  // namespace gk::report
