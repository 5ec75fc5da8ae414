// What a letter must tell the applicant of reconsideration and litigation: 行政复议法(2023) arts 20
// to 27, 行政诉讼法 arts 45, 46, 法释〔2025〕8号 arts 1, 2.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "law/agency_level.hpp"
#include "law/letter_kind.hpp"
#include "law/outcome.hpp"
#include "law/review_body.hpp"

namespace gk::law {

enum class RemedyNoticeKind {
    reconsideration_first,          // A: 复议 first, then 15 days to sue.
    reconsideration_or_litigation,  // B: 60 days 复议 or 6 months suit.
    none,                           // C: nothing to tell.
};
[[nodiscard]] std::span<const RemedyNoticeKind> remedy_notice_kinds();
[[nodiscard]] std::string_view key(RemedyNoticeKind kind);  // "A", "B", "C"
[[nodiscard]] std::string_view label(RemedyNoticeKind kind);

// What the remedy is sought against.
enum class RemedySubject {
    refusal,        // Under arts 14, 15, 16.
    withheld_part,  // Of what was granted in part.
    other_answer,
    no_answer,  // None within the reply period.
    not_an_answer,
};
[[nodiscard]] std::span<const RemedySubject> remedy_subjects();
[[nodiscard]] std::string_view label(RemedySubject subject);
// READING: 0016, a refusal is one under arts 14 to 16; 行政查询事项 is not.
// READING: 0019, a confirmed withdrawal is no answer.
[[nodiscard]] RemedySubject remedy_subject(Outcome outcome);
// The subject of a letter on its own: procedural letters have no remedy.
[[nodiscard]] RemedySubject remedy_subject(LetterKind kind);

// What the texts leave open, with the value taken where nobody decided otherwise.
struct RemedyOptions {
    // READING: 0017, whether 复议 comes first for the withheld part as well.
    RemedyNoticeKind withheld_part = RemedyNoticeKind::reconsideration_first;
    // READING: 0018, whether it comes first where no answer was given in time.
    RemedyNoticeKind no_answer = RemedyNoticeKind::reconsideration_or_litigation;
    // READING: 0016, the article of 法释〔2025〕8号 that ties 复议 first to arts 14 to 16.
    Citation scope_basis = {"disclosure-interpretation-2025", 1, 0, 2};
};

[[nodiscard]] RemedyNoticeKind remedy_notice_kind(RemedySubject subject,
                                                  const RemedyOptions& options);

// How the answer reaches the applicant.
enum class ServedBy { paper, internet };

struct RemedyFacts {
    RemedySubject subject;
    AgencyLevel level;
    Leadership leadership = Leadership::local;
    Date answered_on;
    std::string_view review_body_name;  // 沙湾市人民政府; empty: 本级人民政府 and so on.
    ServedBy served_by = ServedBy::paper;
    std::string_view court_name = {};  // 沙湾市人民法院; empty: 人民法院.
};

struct RemedyStatement {
    std::string text;  // One sentence of the letter.
    std::vector<Citation> basis;
};

struct RemedyNotice {
    RemedyNoticeKind kind;
    ReviewBody review_body;
    std::vector<RemedyStatement> statements;  // Empty for C.
};

// The notice to print; `law.remedies_not_modelled` for an answer given before 2024-01-01.
[[nodiscard]] Result<RemedyNotice> remedy_notice(const RemedyFacts& facts,
                                                 const RemedyOptions& options);

}  // namespace gk::law
