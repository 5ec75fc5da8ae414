// Personal data that has served its purpose is deleted (个人信息保护法 art. 47): forms that were
// never submitted after a month or so; who an applicant is, with the proof of identity and whatever
// else was handed in with the application, once the case has been over for as long as the archive
// keeps such files (条例 art. 45, 机关档案管理规定: 10 or 30 years); what signing in leaves behind
// (people/kept_record.hpp). The case itself, its figures and its trail stay.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/file_store.hpp"
#include "people/actor.hpp"
#include "people/retention_service.hpp"
#include "store/database.hpp"

namespace gk::application::access {

struct RetentionRun {
    std::int64_t forms = 0;       // Started forms and receipts whose time was over.
    std::int64_t applicants = 0;  // Applicants and representatives of whom no contact is left.
    std::int64_t files = 0;       // That came with their applications.
    std::vector<people::DeletedRecords> records = {};  // Of signing in.
};

struct RetentionDesk {
    store::Database& database;
    const document::FileStore& files;
    std::optional<int> case_years;  // Since the case was concluded; nothing: applicants are kept.
};

// Refuses who may not operate. The trail records how many.
[[nodiscard]] Result<RetentionRun> run_retention(const RetentionDesk& desk,
                                                 const people::Actor& actor, Moment now);

// The same once a day, whichever of several processes comes first; nothing where it was done today.
[[nodiscard]] Result<std::optional<RetentionRun>> run_daily_retention(const RetentionDesk& desk,
                                                                      const people::Actor& actor,
                                                                      Moment now);

}  // namespace gk::application::access
