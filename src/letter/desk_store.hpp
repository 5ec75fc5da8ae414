// What an agency lays down for its letters: the tables letterheads, number_patterns, number_series
// and letter_templates.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/stored_file.hpp"
#include "letter/document_number.hpp"
#include "letter/letter_template.hpp"
#include "letter/letterhead.hpp"
#include "store/transaction.hpp"

namespace gk::letter {

// That of version 0 where the agency has laid down nothing.
[[nodiscard]] Letterhead load_letterhead(store::Snapshot& snapshot, Id<people::Agency> agency);
void save_letterhead(store::Transaction& transaction, Id<people::Agency> agency,
                     const Letterhead& letterhead);

struct StoredPattern {
    std::optional<law::LetterKind> kind;  // Nothing: every kind without one of its own.
    std::string pattern;
};

// The one for all kinds first.
[[nodiscard]] std::vector<StoredPattern> load_patterns(store::Snapshot& snapshot,
                                                       Id<people::Agency> agency);
void save_pattern(store::Transaction& transaction, Id<people::Agency> agency,
                  const StoredPattern& pattern);
void delete_pattern(store::Transaction& transaction, Id<people::Agency> agency,
                    std::optional<law::LetterKind> kind);

// The last number of a series that was taken; 0 where none was.
[[nodiscard]] int load_last_number(store::Snapshot& snapshot, Id<people::Agency> agency,
                                   std::string_view stem);
void save_last_number(store::Transaction& transaction, Id<people::Agency> agency,
                      std::string_view stem, int number);
// The next number, taken: gone for everybody else once the transaction is kept, and free again if
// it is not.
[[nodiscard]] int take_number(store::Transaction& transaction, Id<people::Agency> agency,
                              std::string_view stem);

// What an agency put in the place of the program's template.
struct StoredTemplate {
    law::LetterKind kind = law::LetterKind::granted;
    int version = 0;                                    // From 1.
    std::optional<LetterTemplate> text = {};            // Nothing: back to that of the program.
    std::optional<Id<document::StoredFile>> file = {};  // The docx that it was read from.
    std::string actor = {};
    Moment made_at = {};
};

// The newest first.
[[nodiscard]] std::vector<StoredTemplate> load_templates(store::Snapshot& snapshot,
                                                         Id<people::Agency> agency,
                                                         law::LetterKind kind);
void insert_template(store::Transaction& transaction, Id<people::Agency> agency,
                     const StoredTemplate& stored);

}  // namespace gk::letter
