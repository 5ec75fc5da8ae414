// What is done with annual reports. Each verb is one transaction: load, permit, decide, save; the
// act that it writes stands in the trail as well.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/actor.hpp"
#include "report/stored_report.hpp"
#include "store/database.hpp"

namespace gk::report {

// Which report, and the version that the actor has seen; nothing: whichever there is.
struct ReportReference {
    std::string agency_code;
    int report_year = 0;
    std::optional<std::int64_t> version = {};
};

// What a file says, as the reader has it.
struct ImportedFile {
    std::string name;    // Without its folder.
    std::string sha256;  // Of its bytes.
    std::string text;    // What it says; well-formed UTF-8 without NUL.
    AnnualReport report;
};

// publish: all that leads there is done as well, by the same actor, or nothing at all.
enum class AfterImport { keep_draft, publish };

// Makes the draft, or replaces what a draft or a report that was sent back says, and checks it
// beside the report of the year before. Returns it as it is kept. Refuses an unknown agency, a year
// without reports, a file that names another year or lacks the tables of its year, and as
// permit() and, to publish, clear_report() do.
[[nodiscard]] Result<StoredReport> import_report(store::Database& database,
                                                 const ReportReference& reference,
                                                 const ImportedFile& file, AfterImport after,
                                                 const people::Actor& actor, Moment now,
                                                 std::string_view clearing_reason = {});

// Each returns the version that it made, and refuses as permit() does and where the report has
// changed since `reference.version`.
[[nodiscard]] Result<std::int64_t> submit_report(store::Database& database,
                                                 const ReportReference& reference,
                                                 const people::Actor& actor, Moment now);
// `comment`: what is to be mended; must not be blank.
[[nodiscard]] Result<std::int64_t> send_back_report(store::Database& database,
                                                    const ReportReference& reference,
                                                    std::string_view comment,
                                                    const people::Actor& actor, Moment now);
// `reason`: why it is cleared although relations fail; may be blank where none does.
[[nodiscard]] Result<std::int64_t> clear_report(store::Database& database,
                                                const ReportReference& reference,
                                                std::string_view reason, const people::Actor& actor,
                                                Moment now);
[[nodiscard]] Result<std::int64_t> publish_report(store::Database& database,
                                                  const ReportReference& reference,
                                                  const people::Actor& actor, Moment now);

// For who may not read the reports of the agency, one that is not published does not exist.
[[nodiscard]] Result<StoredReport> find_report(store::Database& database,
                                               const ReportReference& reference,
                                               const people::Actor& actor);

// The newest year first, then by agency; of one agency or of all. Who may not read those
// of an agency sees its published ones.
[[nodiscard]] std::vector<ReportSummary> list_reports(store::Database& database,
                                                      std::optional<std::string> agency_code,
                                                      const people::Actor& actor);

}  // namespace gk::report
