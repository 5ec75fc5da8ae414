// How each case of the demonstration goes its way through the office.
#pragma once

#include <vector>

#include "cli/demo/demo_cases.hpp"
#include "cli/demo/play.hpp"

namespace gk::cli::demo {

// The cases of the year, in the order of demo_cases().
[[nodiscard]] std::vector<Slot*> play_year(Play& play);

// Reconsiderations and lawsuits about some of them.
void play_remedies(Play& play, const std::vector<Slot*>& cases);

// What lies on the desk today: one case at each step, some of them nearly due.
void play_today(Play& play, Date today);

// Drafted that day, reviewed, signed and delivered on the next ones, then closed.
void play_answer(Play& play, Slot& slot, Date day, law::Outcome outcome);

}  // namespace gk::cli::demo
