// What cases and remedies keep of people, and how it is erased once they are over: a case when it
// and every remedy about it (行政复议, 行政诉讼) was concluded before the day.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/transaction.hpp"

namespace gk::retention {

// Each returns how many rows it has emptied.
std::int64_t erase_applicants(store::Transaction& transaction, Date over_before);
std::int64_t erase_third_parties(store::Transaction& transaction, Date over_before);
// Whom a remedy names that stands alone; one about an application knows its applicant.
std::int64_t erase_claimants(store::Transaction& transaction, Date over_before);

enum class CaseFiles : std::uint8_t {
    identity,        // Proof of identity and authority.
    from_applicant,  // Whatever the applicant handed in.
};

// As many as `limit` of them; returns where they lay.
std::vector<std::string> erase_files(store::Transaction& transaction, CaseFiles which,
                                     Date over_before, int limit);

}  // namespace gk::retention
