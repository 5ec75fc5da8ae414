#include "web/citizen/remedy_words.hpp"

#include "law/remedy_notice.hpp"

namespace gk::web::citizen {

namespace {

using application::Standing;

std::vector<std::string> statements_of(law::RemedySubject subject, const people::Agency& agency,
                                       const letter::Letterhead& letterhead, Date answered_on) {
    const auto notice = law::remedy_notice({.subject = subject,
                                            .level = agency.level,
                                            .answered_on = answered_on,
                                            .review_body_name = letterhead.review_body,
                                            .served_by = law::ServedBy::internet,
                                            .court_name = letterhead.court},
                                           {});
    std::vector<std::string> statements;
    if (notice) {
        for (const auto& each : notice->statements) {
            statements.push_back(each.text);
        }
    }
    return statements;
}

}  // namespace

RemedyWords remedy_words(const Standing& standing, const people::Agency& agency,
                         const letter::Letterhead& letterhead, Date today) {
    if (application::is_concluded(standing.state)) {
        if (!standing.latest || !standing.latest->outcome) {
            return {};
        }
        return {"对答复不服怎么办", statements_of(law::remedy_subject(*standing.latest->outcome),
                                                  agency, letterhead, standing.latest->on)};
    }
    if (standing.reply_due_on && *standing.reply_due_on < today) {
        return {"到期没有答复怎么办", statements_of(law::RemedySubject::no_answer, agency,
                                                    letterhead, *standing.reply_due_on)};
    }
    return {};
}

}  // namespace gk::web::citizen
