// The tables annual_reports and annual_report_acts. What a report says is in content_store.hpp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "report/stored_report.hpp"
#include "store/transaction.hpp"

namespace gk::report {

// How far a report has come, without what it says.
struct ReportHead {
    std::int64_t version = 0;
    std::optional<ReportStatus> status;  // Nothing before the first act.
    int act_count = 0;
    int source_count = 0;
    std::vector<std::string> drafters = {};  // See Standing.
};

[[nodiscard]] std::optional<ReportHead> load_head(store::Snapshot& snapshot, ReportKey key);

[[nodiscard]] std::optional<StoredReport> load_report(store::Snapshot& snapshot, ReportKey key);

struct ReportFilter {
    std::optional<std::string> agency_code;
    std::optional<ReportStatus> status;
};

// The newest year first, then by the code of the agency.
[[nodiscard]] std::vector<ReportSummary> load_summaries(store::Snapshot& snapshot,
                                                        const ReportFilter& filter);

// An empty report of version 0 without acts: its content and its first act must follow.
void insert_report(store::Transaction& transaction, ReportKey report, std::string_view public_id);

// Writes the act, here and in the trail, and brings the projection and the version along.
void append_act(store::Transaction& transaction, ReportKey report, const ReportHead& before,
                const Act& act, ReportStatus after);

// The same for an act that goes on: it stands there already, and its going on in the trail.
void append_to_trail(store::Transaction& transaction, ReportKey report, const ReportHead& before,
                     const Act& act, ReportStatus after);

}  // namespace gk::report
