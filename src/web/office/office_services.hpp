// What the rows of the office's API work with.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "calendar/live_calendar_service.hpp"
#include "letter/seal_service.hpp"
#include "notify/gateway.hpp"
#include "people/account_desk.hpp"
#include "people/live_key_ring.hpp"
#include "store/database.hpp"
#include "web/api/session.hpp"

namespace gk::web::office {

class IdentityService;

struct OfficeServices {
    store::Database& database;
    const Clock& clock;
    api::SessionSource sessions;
    people::LiveKeyRing& keys;
    calendar::LiveCalendar& calendar;
    // For the rows of sessions, accounts and roles.
    const people::AccountDesk* accounts = nullptr;
    IdentityService* identity = nullptr;        // Where people sign in through one.
    std::filesystem::path data_folder = "var";  // Its files/ holds what is stored.
    std::string font_folder = {};               // Empty: the fonts of the system.
    letter::SealCommand seal = {};              // Not set: letters are sealed by hand.
    const notify::Gateway* gateway = nullptr;   // Nothing: nobody is written to.
};

}  // namespace gk::web::office
