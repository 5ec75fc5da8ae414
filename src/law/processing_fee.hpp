// The processing fee (信息处理费管理办法 arts. 3 to 5, 条例 art. 42): by application or by page,
// for one application never both; progressive bands, each rate bearing on its own band alone.
#pragma once

#include <cstdint>
#include <vector>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/problem_list.hpp"
#include "base/result.hpp"

namespace gk::law {

enum class FeeScale : std::uint8_t {
    per_application,  // 按件: of one applicant in one calendar month, all of them added up.
    per_page,         // 按量: the pages of one application.
};

// One band of a computed fee: units `first` to `last` at `rate_yuan` each.
struct FeeLine {
    int first;
    int last;
    int rate_yuan;
    std::int64_t amount_yuan;
};

struct ProcessingFee {
    std::int64_t yuan;
    std::vector<FeeLine> lines;  // The bands that the units reach, the free one too.
    Citation basis;
};

// More than anyone asks for; it keeps the amount within its type.
inline constexpr int fee_units_max = 100'000;

// `applied_on` picks the measures: `law.no_law_in_force` before 2021-01-01. Units outside 0 to
// fee_units_max are `law.fee_count_out_of_range`. READING: 0024 (31 to 40 applications).
[[nodiscard]] Result<ProcessingFee> processing_fee(FeeScale scale, int units, Date applied_on);

// What a notice charges. Of applications the units are those of the applicant in the month, this
// one the last of them.
struct ChargedFee {
    FeeScale scale;
    int units;
    std::int64_t amount_fen;
};

// Adds `law.fee_not_due` where the units lie in the free band, `law.fee_amount_wrong` where the
// amount is not that of the bands, and what processing_fee() refuses. A notice by application may
// charge the last application alone or several of the month together. READING: 0030.
void check_processing_fee(ProblemList& problems, const ChargedFee& charged, Date applied_on);

}  // namespace gk::law
