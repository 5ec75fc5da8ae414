// Telling the applicant what happens, by the contact that was chosen: receipt, correction,
// consultation, extension, fee, reply (条例 arts 30, 33, 35, 36). The message names the case and
// the step; what it says in full stands in the letter and on the page of the status.
#pragma once

#include <string>

#include "application/desk_service.hpp"
#include "application/event.hpp"

namespace gk::application::access {

// What is said of the act; empty where the applicant is not told of it by message.
[[nodiscard]] std::string message_of(const Event& event);

// Gives out a message for every act of the last week of which the applicant was not told yet, at
// most a hundred. Safe to run in several processes and to be cut short: nobody is told twice. Who
// chose letters gets none here: the office posts them. Returns how many acts were looked after.
int tell_applicants(const Desk& desk, Moment now);

}  // namespace gk::application::access
