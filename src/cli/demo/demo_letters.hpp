// The letters of the demonstration: drafted from the templates with what the case knows, reviewed,
// signed with number and date, delivered, by the verbs that the workbench calls.
#pragma once

#include <string_view>

#include "cli/demo/play.hpp"
#include "law/letter_kind.hpp"
#include "law/outcome.hpp"
#include "letter/placeholder.hpp"

namespace gk::cli::demo {

// Who reviews, where to go, as it stands in every letter of the town.
void play_letterhead(Play& play, Date day);

// How far a letter has come by the end of its day.
enum class LetterStage { written, submitted, sent_back, cleared, signed_off, delivered };

// A letter of the case that is not its answer. `values`: over what the case knows and what the
// demonstration has to say.
struct Notice {
    law::LetterKind kind = law::LetterKind::correction_notice;
    letter::LetterValues values = {};
    LetterStage until = LetterStage::delivered;
};

// The slot has the id of the letter, for the act that it tells of.
[[nodiscard]] Slot& play_notice(Play& play, Slot& slot, Date day, Notice notice);

// The letter of the outcome, which the decision of that day takes along; with a file where
// something is given. Nothing where the outcome has no letter.
void play_answer_letter(Play& play, Slot& slot, Date day, law::Outcome outcome);

// The file that left with the answer may be had by everybody, where the demonstration says so.
void play_release(Play& play, Slot& slot, Date day);

}  // namespace gk::cli::demo
