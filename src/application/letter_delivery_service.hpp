// Letters as they leave the office and come back signed for, from the list of letters: an answer
// takes its case along, in one transaction; any other letter goes by itself.
#pragma once

#include <string_view>

#include "application/desk_service.hpp"
#include "letter/service.hpp"

namespace gk::application {

// Whether a letter may leave: an answer leaves no sooner than its case lets it (arts. 17, 32). One
// that has left already may go again, and so may that of a case which is over.
[[nodiscard]] Result<void> permit_leaving(store::Snapshot& snapshot,
                                          const law::WorkingCalendar& calendar,
                                          std::string_view letter_id, const people::Actor& actor,
                                          Date today);

// Whether deliver_letter() would do it; changes nothing. Refuses a letter that has been delivered,
// what the letter or the case refuses, and dates that cannot be.
[[nodiscard]] Result<void> permit_delivery(const Desk& desk, std::string_view letter_id,
                                           const letter::NewDelivery& given,
                                           const people::Actor& actor, Moment now);
[[nodiscard]] Result<letter::Letter> deliver_letter(const Desk& desk, std::string_view letter_id,
                                                    const letter::NewDelivery& given,
                                                    const people::Actor& actor, Moment now);

// That its latest delivery was signed for. Refuses where it was not delivered, or was signed for.
[[nodiscard]] Result<void> permit_receipt(const Desk& desk, std::string_view letter_id,
                                          Date signed_for_on, const people::Actor& actor,
                                          Moment now);
[[nodiscard]] Result<letter::Letter> receive_receipt(const Desk& desk, std::string_view letter_id,
                                                     Date signed_for_on, const people::Actor& actor,
                                                     Moment now);

}  // namespace gk::application
