// An outcome and all that follows from it, as one object: the article, the letter, what it must
// tell of remedies, the row of table 三. Choosing one fixes the others. Pure.
#pragma once

#include <optional>
#include <span>

#include "law/outcome.hpp"
#include "law/remedy_notice.hpp"

namespace gk::application {

struct Answer {
    law::Outcome outcome;
    std::span<const Citation> basis;
    std::optional<law::LetterKind> letter;
    law::RemedyNoticeKind remedy_notice;
    law::ApplicationRow report_row;
    bool is_discretionary;  // 可以: arts 16, 38, 39 ¶2.
    bool discloses;         // Something is released: release review comes first (art. 17).
};

[[nodiscard]] Answer answer_of(law::Outcome outcome, law::ReportFormat format,
                               const law::RemedyOptions& options = {});

}  // namespace gk::application
