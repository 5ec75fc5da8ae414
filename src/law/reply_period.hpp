// How long an agency has to reply (条例 art. 33; 2008: art. 24), by how much it may extend that,
// and the deferred period of art. 35. `received_on` picks the law. READING: 0002.
#pragma once

#include <cstdint>
#include <optional>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/problem_list.hpp"
#include "base/result.hpp"
#include "law/in_force.hpp"

namespace gk::law {

// Working days from receipt: 15, from 2019-05-15 on 20.
[[nodiscard]] Result<Ruled<int>> reply_working_days(Date received_on);
// The most that an extension may add: 15, from 2019-05-15 on 20.
[[nodiscard]] Result<Ruled<int>> extension_working_days_max(Date received_on);

enum class Done : std::uint8_t { no, yes };

struct Extension {
    int working_days;
    Done consent_of_office_head;  // 经政府信息公开工作机构负责人同意
    Done notice_to_applicant;     // 告知申请人
};

// Adds `law.extension_too_long`, `law.extension_not_positive`, `law.extension_without_consent`,
// `law.extension_without_notice`, and what extension_working_days_max() refuses.
void check_extension(ProblemList& problems, const Extension& extension, Date received_on);

// 条例 art. 35: reasonable, but impossible within the period of art. 33. The regulation sets no
// limit to it.
struct Deferral {
    Date notified_on;
    Date deferred_to;
};

inline constexpr Citation deferral_basis{"regulation-2019", 35};

// Adds `law.dates_out_of_order`, and `law.not_modelled` before 2019-05-15.
void check_deferral(ProblemList& problems, const Deferral& deferral, Date received_on);

}  // namespace gk::law
