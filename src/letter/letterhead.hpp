// What stands in the letters of an agency whatever they say: the bodies to which its addressees may
// turn, how to reach the office, the look. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "law/remedy_notice.hpp"
#include "letter/letter_template.hpp"
#include "letter/letter_text.hpp"
#include "people/agency.hpp"

namespace gk::letter {

struct Letterhead {
    std::int64_t version = 0;  // 0: the agency has laid down nothing.
    std::string review_body;   // 沙湾市人民政府; empty: described by its level.
    std::string court;         // 沙湾市人民法院; empty: 人民法院.
    std::string office_name;
    std::string office_address;
    std::string office_phone;
    LetterLayout layout = LetterLayout::plain;

    friend bool operator==(const Letterhead&, const Letterhead&) = default;
};

struct AnswerFacts {
    law::LetterKind kind = law::LetterKind::granted;
    Date answered_on;
    law::RemedyOptions options = {};
    law::ServedBy served_by = law::ServedBy::paper;
};

// What fill_template() takes from the office: among it the remedy notice of the kind, empty for
// procedural letters. Refuses as law::remedy_notice() does.
[[nodiscard]] Result<OfficeValues> office_values(const people::Agency& agency,
                                                 const Letterhead& letterhead,
                                                 const AnswerFacts& facts);

}  // namespace gk::letter
