// What the rows of the office's API work with.
#pragma once

#include <filesystem>
#include <optional>

#include "base/clock.hpp"
#include "store/database.hpp"
#include "web/api/session.hpp"

namespace gk::web::office {

struct OfficeServices {
    store::Database& database;
    const Clock& clock;
    api::SessionSource sessions;
};

}  // namespace gk::web::office
