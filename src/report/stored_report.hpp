// An annual report as it is kept: what it says, of whom and for which year, how far it has come,
// where each cell came from, what the check found.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/agency.hpp"
#include "report/annual_report.hpp"
#include "report/check.hpp"
#include "report/flow.hpp"

namespace gk::report {

// An agency has one report for a year.
struct ReportKey {
    Id<people::Agency> agency;
    int report_year = 0;

    friend bool operator==(const ReportKey&, const ReportKey&) = default;
};

enum class CellOrigin { typed, imported, computed };
[[nodiscard]] std::string_view key(CellOrigin origin);
// 手工录入, 从文件导入, 由案件计算
[[nodiscard]] std::string_view label(CellOrigin origin);
[[nodiscard]] std::optional<CellOrigin> cell_origin_of(std::string_view key);

struct Provenance {
    CellOrigin origin = CellOrigin::typed;
    std::optional<int> source_number;  // Of the file, where imported.

    friend bool operator==(const Provenance&, const Provenance&) = default;
};

// A file that was imported.
struct Source {
    int number = 0;  // From 1, in the order of their import.
    std::string file_name;
    std::string sha256;
    std::string text;  // What it says, as it was read.
};

struct StoredReport {
    ReportKey key;
    std::string public_id;
    std::int64_t version = 0;  // Grows with every act.
    ReportStatus status = ReportStatus::draft;
    std::optional<Moment> published_at;
    std::vector<Act> acts;  // The first one first.
    std::vector<Source> sources;
    AnnualReport report;  // Without a `format`: a report from before there were tables.
    std::map<std::string, Provenance, std::less<>> provenance;  // By the name of the cell.
    CheckResult check;

    [[nodiscard]] Standing standing() const {
        return {key.report_year, status, key.agency, drafters_of(acts)};
    }
};

// A report as a line of a list.
struct ReportSummary {
    Id<people::Agency> agency;
    std::string agency_code;
    std::string agency_name;
    int report_year = 0;
    std::string title;
    std::optional<law::ReportFormat> format;
    ReportStatus status = ReportStatus::draft;
    std::optional<Moment> published_at;
    std::int64_t version = 0;
    Moment changed_at;  // Of the last act.
};

// The published key of a format, "none" where there are no tables.
[[nodiscard]] std::string_view format_key(std::optional<law::ReportFormat> format);

}  // namespace gk::report
