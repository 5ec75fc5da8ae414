#include "letter/letterhead.hpp"

namespace gk::letter {

Result<OfficeValues> office_values(const people::Agency& agency, const Letterhead& letterhead,
                                   const AnswerFacts& facts) {
    OfficeValues values{.agency_name = agency.name,
                        .remedy_sentences = {},
                        .office_name = letterhead.office_name,
                        .office_address = letterhead.office_address,
                        .office_phone = letterhead.office_phone};
    const auto subject = law::remedy_subject(facts.kind);
    if (subject == law::RemedySubject::not_an_answer) {
        return values;
    }
    GK_TRY(const auto notice, law::remedy_notice({.subject = subject,
                                                  .level = agency.level,
                                                  .answered_on = facts.answered_on,
                                                  .review_body_name = letterhead.review_body,
                                                  .served_by = facts.served_by,
                                                  .court_name = letterhead.court},
                                                 facts.options));
    for (const auto& statement : notice.statements) {
        values.remedy_sentences.push_back(statement.text);
    }
    return values;
}

}  // namespace gk::letter
