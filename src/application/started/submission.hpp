// A form in which everything is right, as an application. Pure.
#pragma once

#include <string>

#include "application/case.hpp"
#include "application/started/form.hpp"

namespace gk::application::started {

// Asserts that check_form() has no problem with it.
[[nodiscard]] NewApplication new_application(const StartedForm& form);

// 138****0000 or j***@example.cn: where the applicant is told, as far as it may be shown; empty for
// letters.
[[nodiscard]] std::string masked_contact(const Fields& fields);

}  // namespace gk::application::started
