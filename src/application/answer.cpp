#include "application/answer.hpp"

namespace gk::application {

Answer answer_of(law::Outcome outcome, law::ReportFormat format,
                 const law::RemedyOptions& options) {
    return {
        .outcome = outcome,
        .basis = law::basis(outcome),
        .letter = law::letter(outcome),
        .remedy_notice = law::remedy_notice_kind(law::remedy_subject(outcome), options),
        .report_row = law::report_row(outcome, format),
        .is_discretionary = law::is_discretionary(outcome),
        .discloses = outcome == law::Outcome::granted || outcome == law::Outcome::granted_in_part};
}

}  // namespace gk::application
