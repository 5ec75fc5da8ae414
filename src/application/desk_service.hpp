// What every verb on applications works with.
#pragma once

#include "law/working_calendar.hpp"
#include "letter/service.hpp"
#include "people/key_ring.hpp"
#include "store/database.hpp"

namespace gk::application {

struct Desk {
    store::Database& database;
    const people::KeyRing& ring;
    const law::WorkingCalendar& calendar;
    // Needed where an answer is a letter of ours (case_letter_service.hpp).
    const letter::LetterTools* letters = nullptr;
};

}  // namespace gk::application
