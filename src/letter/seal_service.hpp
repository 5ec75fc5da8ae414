// The hook to an external seal service (电子印章): a program of the agency takes the PDF that was
// signed and gives back the same with its seal. Off unless configured; no seal is ever drawn here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "letter/service.hpp"

namespace gk::letter {

struct SealCommand {
    std::vector<std::string> words = {};  // The program and its arguments; empty: there is none.
    int seconds_max = 60;

    [[nodiscard]] bool is_set() const { return !words.empty(); }
};

// Runs the program with the PDF as its input and returns what it writes. Slow: not inside a
// transaction. Refuses (letter.seal_failed) a program that cannot be started, fails, takes too long
// or writes something else than a PDF with the number of the letter in it.
[[nodiscard]] Result<std::string> sealed_pdf(const SealCommand& command, std::string_view pdf,
                                             std::string_view number);

// Keeps what came back beside the PDF that was signed, which stays as it is. Before delivery, under
// the permission of signing. Refuses a letter that is not signed.
[[nodiscard]] Result<Letter> keep_sealed_copy(store::Transaction& transaction,
                                              const LetterReference& reference,
                                              const document::PlacedFile& placed,
                                              const people::Actor& actor, Moment now);

}  // namespace gk::letter
