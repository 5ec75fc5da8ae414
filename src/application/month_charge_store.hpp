// What the fee notices of one applicant's calendar month have charged already, so that nothing is
// charged twice (信息处理费管理办法 arts. 3 and 4).
#pragma once

#include <cstdint>
#include <vector>

#include "application/standing.hpp"
#include "base/result.hpp"
#include "law/processing_fee.hpp"
#include "store/transaction.hpp"

namespace gk::application {

// A fee notice that stands.
struct MonthCharge {
    int place = 0;  // Of its application among those of the month.
    law::FeeScale scale = law::FeeScale::per_application;
    int units = 0;
    std::int64_t amount_fen = 0;
};

// Those of the disclosure cases that the applicant of this one handed in to its agency in the month
// of `submitted_on`, of earlier rounds of this one too.
[[nodiscard]] std::vector<MonthCharge> load_month_charges(store::Snapshot& snapshot, const Case& of,
                                                          Date submitted_on);

// What a notice by application may charge besides, where so many applications of the month count:
// the fee of the month without what was notified, and without the steps of those charged by page.
// READING: 0030. Refuses what law::processing_fee() refuses.
[[nodiscard]] Result<std::int64_t> left_to_charge_fen(const std::vector<MonthCharge>& charges,
                                                      int units, Date applied_on);

// Refuses a notice by application that charges more than that.
[[nodiscard]] Result<void> check_month_charge(store::Snapshot& snapshot, const Case& of,
                                              const Entry& entry, Date submitted_on);

}  // namespace gk::application
