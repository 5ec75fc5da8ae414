// What the rows of the office's API work with.
#pragma once

#include <filesystem>
#include <optional>

#include "base/clock.hpp"
#include "law/working_calendar.hpp"
#include "people/live_key_ring.hpp"
#include "store/database.hpp"
#include "web/api/session.hpp"

namespace gk::web::office {

struct OfficeServices {
    store::Database& database;
    const Clock& clock;
    api::SessionSource sessions;
    people::LiveKeyRing& keys;
    const law::WorkingCalendar& calendar;
};

}  // namespace gk::web::office
