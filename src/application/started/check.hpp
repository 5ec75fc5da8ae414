// What is still wrong with a form, page by page (条例 art. 29). Numbers may be typed with spaces,
// hyphens, full-width digits and a small x. Pure.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "application/started/form.hpp"
#include "base/clock.hpp"
#include "base/problem.hpp"
#include "base/result.hpp"

namespace gk::application::started {

// The codes of the agencies that take applications.
using AgencyCodes = std::set<std::string, std::less<>>;

// In the order of the fields; each names its field. Of the page `check`: those of the page itself.
[[nodiscard]] std::vector<Problem> check_page(FormPage page, const Fields& fields,
                                              const AgencyCodes& agencies);

struct PageProblem {
    FormPage page;
    Problem problem;
};

// Of all pages: empty where the form can be submitted.
[[nodiscard]] std::vector<PageProblem> check_form(const Fields& fields,
                                                  const AgencyCodes& agencies);

// Refuses (`started_form.wait_before_submitting`) before the delay is over that stands for a proof
// of work, and where none was set.
[[nodiscard]] Result<void> check_delay(const StartedForm& form, Moment now);

}  // namespace gk::application::started
