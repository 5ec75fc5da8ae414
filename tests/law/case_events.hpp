// Reads the 事件 column of a case table:
//   补正：2026-03-05 告知，2026-03-10 收到；征求第三方：2026-03-05 发出；延期：20；截至：2026-03-20
#pragma once

#include <string_view>

#include "base/date.hpp"
#include "law/deadline.hpp"

namespace gk::test {

struct CaseEvents {
    law::ApplicationEvents events;
    Date today;  // After everything, unless 截至 says otherwise.
};

// Throws std::invalid_argument for what it cannot read.
[[nodiscard]] CaseEvents case_events(Date received_on, std::string_view text);

}  // namespace gk::test
