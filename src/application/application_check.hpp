// What an application must say (条例 art. 29), and nothing more: name, proof of identity, a way to
// reach the applicant; what is wanted; in which form. Pure.
#pragma once

#include "application/case.hpp"
#include "base/result.hpp"

namespace gk::application {

// The same application with numbers in their one form: half-width, upper case, without spaces and
// hyphens; texts without white space around them.
[[nodiscard]] NewApplication normalised(NewApplication given);

// Each refuses everything that is wrong with its part, at the fields `name`, `identity_number`,
// `phone` …, so that a page of the form can ask for its own part alone.
[[nodiscard]] Result<void> check_applicant(const Applicant& applicant);
[[nodiscard]] Result<void> check_contact(const Contact& contact);
[[nodiscard]] Result<void> check_representative(const Representative& representative);
[[nodiscard]] Result<void> check_wanted(const Wanted& wanted);
// That the way that is wanted can be gone: an address for a letter and so on.
[[nodiscard]] Result<void> check_route(const Wanted& wanted, const Contact& contact);

// All of them: what the form on line takes.
[[nodiscard]] Result<void> check_application(const NewApplication& given);

// What the office may register: whatever came by hand or by letter, as long as it has a name and
// fits. What art. 29 asks for and is missing is asked for by a correction (art. 30).
[[nodiscard]] Result<void> check_registered(const NewApplication& given);

}  // namespace gk::application
