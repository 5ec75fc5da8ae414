// What the office is told of dates that change without an act: messages in the workbench, carried
// on to whoever wants mail. Part of the transaction in which the dates change.
#pragma once

#include <span>

#include "application/awaited_day.hpp"
#include "application/moved_date.hpp"
#include "store/transaction.hpp"

namespace gk::application {

// To the clerks, once for each day, whoever is first to find that it has passed.
void tell_of_passing(store::Transaction& transaction, const Case& of, const AwaitedDay& day,
                     Moment now);

// To the clerks of each agency, and to those whose turn it is: which dates move, from when to when.
void tell_of_moves(store::Transaction& transaction, std::span<const MovedDate> moved, Moment now);

}  // namespace gk::application
