// Personal data that has served its purpose is deleted (个人信息保护法 art. 47): forms that were
// never submitted after a month or so; who an applicant is once the case has been over for as long
// as the archive keeps such files (条例 art. 45, 机关档案管理规定: 10 or 30 years). The case
// itself, its figures and its trail stay.
#pragma once

#include <cstdint>
#include <optional>

#include "people/actor.hpp"
#include "store/database.hpp"

namespace gk::application::access {

struct RetentionRun {
    std::int64_t forms = 0;       // Started forms and receipts whose time was over.
    std::int64_t applicants = 0;  // Applicants and representatives of whom no contact is left.
};

// `case_years`: since the case was concluded; nothing: applicants are kept. Refuses who may not
// operate. The trail records how many.
[[nodiscard]] Result<RetentionRun> run_retention(store::Database& database,
                                                 std::optional<int> case_years,
                                                 const people::Actor& actor, Moment now);

}  // namespace gk::application::access
