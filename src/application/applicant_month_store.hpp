// The applications (条例 art. 27, not those of art. 41) that the applicant of a case handed in to
// its agency in the calendar month of this one: what the fee by application is counted by
// (信息处理费管理办法 art. 4).
#pragma once

#include <cstdint>
#include <vector>

#include "application/standing.hpp"
#include "store/transaction.hpp"

namespace gk::application {

// The fee that was asked for it: 0 for none.
struct ApplicationOfMonth {
    Id<Case> id;
    int place = 0;  // Among them, from 1.
    std::int64_t notified_fen = 0;
};

// In the order in which they were handed in.
[[nodiscard]] std::vector<ApplicationOfMonth> load_applications_of_month(store::Snapshot& snapshot,
                                                                         const Case& of,
                                                                         Date submitted_on);

struct ApplicantMonth {
    int count = 0;                  // All of them, this one included.
    int place = 0;                  // Those that came before this one, and it. 0: it is none.
    std::int64_t notified_fen = 0;  // What was asked for the others of them.
};

[[nodiscard]] ApplicantMonth load_applicant_month(store::Snapshot& snapshot, const Case& of,
                                                  Date submitted_on);

}  // namespace gk::application
