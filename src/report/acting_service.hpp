// One act on a report inside a transaction: what the verbs of service.hpp and compute_service.hpp
// are made of.
#pragma once

#include <string_view>

#include "report/service.hpp"
#include "report/store.hpp"
#include "store/transaction.hpp"

namespace gk::report {

// The first reports are of the year in which the regulation of 2008 came into force.
[[nodiscard]] Result<void> check_year(int report_year, Date today);

// Refuses where the report has changed since the version that the actor has seen.
[[nodiscard]] Result<void> check_version(const ReportReference& reference, const ReportHead& head);

// The head of the report; one that is not there yet is made.
[[nodiscard]] ReportHead head_or_new(store::Transaction& transaction, ReportKey key);

// One act on a report that is there. Returns the head after it. Refuses as permit() does.
[[nodiscard]] Result<ReportHead> take_step(store::Transaction& transaction, ReportKey key,
                                           const ReportHead& head, ReportAction action,
                                           std::string_view comment, const people::Actor& actor,
                                           Moment now);

// Checks the report itself and, because it is compared with this one, that of the year after.
void check_with_next(store::Transaction& transaction, const people::Agency& agency, ReportKey key);

}  // namespace gk::report
