// What was computed, put into a report: the cells of tables 三 and 四, and one section of its text.
#pragma once

#include "report/stored_report.hpp"
#include "store/transaction.hpp"

namespace gk::report {

// Replaces both tables; every cell says that it was computed. Table 二 and the text stay.
void replace_computed(store::Transaction& transaction, ReportKey key, law::ReportFormat format,
                      const ApplicationTable& applications, const RemedyTable& remedies);

void replace_section(store::Transaction& transaction, ReportKey key, law::Section section,
                     const SectionText& text);

}  // namespace gk::report
