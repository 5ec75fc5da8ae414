// Personal data that has served its purpose is deleted (个人信息保护法 art. 47): forms that were
// never submitted after a month or so; what proved identity or authority, once the time for
// reconsideration and lawsuit is over; who an applicant or claimant is and who was asked, with
// whatever else was handed in, once the case has been over for as long as the archive keeps such
// files (条例 art. 45, 机关档案管理规定: 10 or 30 years); what signing in leaves behind
// (people/kept_record.hpp). A case is over when its last remedy is. The case itself, its figures
// and its trail stay.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/file_store.hpp"
#include "people/actor.hpp"
#include "people/retention_service.hpp"
#include "store/database.hpp"

namespace gk::retention {

// Since the case and its remedies were concluded. Nothing: for good, or as long as the other.
struct RetentionPeriods {
    std::optional<int> identity_days = {};
    std::optional<int> case_years = {};
};

struct RetentionRun {
    std::int64_t forms = 0;           // Started forms and receipts whose time was over.
    std::int64_t waiting_files = 0;   // That were sent in a month ago and that no act names.
    std::int64_t identity_files = 0;  // Proof of identity and authority.
    std::int64_t applicants = 0;      // Applicants and representatives.
    std::int64_t third_parties = 0;
    std::int64_t claimants = 0;                        // Of remedies that no application tells of.
    std::int64_t files = 0;                            // That the applicants sent, besides.
    std::vector<people::DeletedRecords> records = {};  // Of signing in.
};

struct RetentionDesk {
    store::Database& database;
    const document::FileStore& files;
    RetentionPeriods periods = {};
};

// Refuses who may not operate. The trail records how many.
[[nodiscard]] Result<RetentionRun> run_retention(const RetentionDesk& desk,
                                                 const people::Actor& actor, Moment now);

// The same once a day, whichever of several processes comes first; nothing where it was done today.
[[nodiscard]] Result<std::optional<RetentionRun>> run_daily_retention(const RetentionDesk& desk,
                                                                      const people::Actor& actor,
                                                                      Moment now);

}  // namespace gk::retention
