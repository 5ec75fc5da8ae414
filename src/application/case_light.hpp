// The light of a case (notify/light.hpp): none where the clock does not run, while a correction, a
// payment, a confirmation or an opinion is awaited, and once there is an outcome. Pure.
#pragma once

#include <optional>

#include "application/standing.hpp"
#include "notify/light.hpp"

namespace gk::application {

[[nodiscard]] notify::Pace pace_in(CaseState state);

[[nodiscard]] notify::DueDate due_date(CaseState state, std::optional<Date> reply_due_on);

}  // namespace gk::application
