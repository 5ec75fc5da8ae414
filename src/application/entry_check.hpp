// What is wrong with what an act says: fields, dates, references, and what an outcome rests on.
// Pure; asked through flow.hpp.
#pragma once

#include "application/flow.hpp"
#include "base/problem_list.hpp"

namespace gk::application {

// Adds every problem of the entry that the situation shows.
void check_entry(ProblemList& problems, Action action, const Entry& entry,
                 const Situation& situation);

// Adds what is missing for this outcome. READING: 0025 (which outcomes may be told on the spot).
void check_outcome(ProblemList& problems, Action action, law::Outcome outcome,
                   const Situation& situation);

// Refuses a fee for what was applied for before there were measures.
[[nodiscard]] Result<void> check_fee_law(Date submitted_on);

// The most characters that a text of an act may have.
inline constexpr int entry_text_max = 4000;

// The events that the action may follow: consultations, tasks. Nothing: it follows none of these.
[[nodiscard]] std::optional<std::vector<int>> followable_records(Action action,
                                                                 const Situation& situation);

// What law/ refuses, at the fields of the action: law/ names a date by what it is (confirmed_on),
// the entry by its one field for it (on).
[[nodiscard]] Error at_fields_of(Action action, const Error& refused);

}  // namespace gk::application
