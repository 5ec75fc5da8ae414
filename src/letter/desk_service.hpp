// What an agency lays down for its letters: templates in place of those of the program, patterns of
// numbers, the letterhead. All under Permission::letter_template_edit; the trail records it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/file_store.hpp"
#include "letter/desk_store.hpp"
#include "people/actor.hpp"
#include "store/transaction.hpp"

namespace gk::letter {

// What is in use for the kind: the newest of the agency, or that of the program, which has no docx.
struct TemplateInUse {
    LetterTemplate text;
    std::optional<document::StoredFile> docx = {};
};

[[nodiscard]] TemplateInUse template_in_use(store::Snapshot& snapshot, Id<people::Agency> agency,
                                            law::LetterKind kind);

struct NewTemplate {
    law::LetterKind kind = law::LetterKind::granted;
    // What is to be replaced: the newest version, 0 for the program's.
    int version = 0;
    LetterTemplate text;        // read_template_docx()
    document::PlacedFile docx;  // The file that it was read from.
    std::string file_name;
};

// Refuses as check_template() does, and where another has replaced the version meanwhile. Returns
// the new version.
[[nodiscard]] Result<int> save_template(store::Transaction& transaction, Id<people::Agency> agency,
                                        const NewTemplate& given, const people::Actor& actor,
                                        Moment now);

// Goes back to that of the program, as a version of its own.
[[nodiscard]] Result<int> drop_template(store::Transaction& transaction, Id<people::Agency> agency,
                                        law::LetterKind kind, int version,
                                        const people::Actor& actor, Moment now);

// The pattern for a kind: its own, the one for all, or the default.
[[nodiscard]] std::string pattern_in_use(store::Snapshot& snapshot, const people::Agency& agency,
                                         std::optional<law::LetterKind> kind);

struct PatternView {
    std::optional<law::LetterKind> kind;
    std::string pattern;
    bool is_default = false;
    int last_number = 0;  // In the series of this year.
    std::string next;     // The number that the next letter gets.
};

// The one for all kinds first, then those of single kinds.
[[nodiscard]] std::vector<PatternView> list_patterns(store::Snapshot& snapshot,
                                                     const people::Agency& agency, int year);

struct NewPattern {
    std::optional<law::LetterKind> kind;
    std::string pattern;
    // Where numbers were given on paper before; nothing: as the series is.
    std::optional<int> last_number;
};

// Refuses a pattern that is none, and a last number lower than one that was taken.
[[nodiscard]] Result<void> set_pattern(store::Transaction& transaction,
                                       const people::Agency& agency, const NewPattern& given,
                                       const people::Actor& actor, Moment now);
// From now on the kind has that of all kinds.
[[nodiscard]] Result<void> drop_pattern(store::Transaction& transaction,
                                        const people::Agency& agency, law::LetterKind kind,
                                        const people::Actor& actor, Moment now);

// `letterhead.version`: the one that the actor has seen.
[[nodiscard]] Result<Letterhead> set_letterhead(store::Transaction& transaction,
                                                const people::Agency& agency,
                                                const Letterhead& letterhead,
                                                const people::Actor& actor, Moment now);

}  // namespace gk::letter
