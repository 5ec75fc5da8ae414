// The files that leave with a letter (条例 arts 36, 37), and the review that lets them go (art.
// 17).
#pragma once

#include "letter/release_store.hpp"
#include "letter/service.hpp"

namespace gk::letter {

struct NewReleasedFile {
    std::string title;  // As 附件 names it.
    document::MediaKind kind = document::MediaKind::pdf;
    document::PlacedFile copy;  // What document::clean_file() gave, placed as sealed.
    std::string source_sha256;  // Of the bytes before they were cleaned.
    std::vector<Severance> severances = {};
};

// Until the letter is delivered. Refuses as permit() of writing does, a blank title, and a
// severance without place or reason.
[[nodiscard]] Result<Letter> add_released_file(store::Transaction& transaction,
                                               const LetterReference& reference,
                                               const NewReleasedFile& given,
                                               const people::Actor& actor, Moment now);

// What was withheld of the file, in place of what was said before. Refuses once it is reviewed.
[[nodiscard]] Result<Letter> set_severances(store::Transaction& transaction,
                                            const LetterReference& reference,
                                            std::string_view file_id,
                                            const std::vector<Severance>& severances,
                                            const people::Actor& actor, Moment now);

// Takes a file out that has not left.
[[nodiscard]] Result<Letter> remove_released_file(store::Transaction& transaction,
                                                  const LetterReference& reference,
                                                  std::string_view file_id,
                                                  const people::Actor& actor, Moment now);

// publish: cleared, and for everybody (条例 art. 44).
enum class ReleaseVerdict : std::uint8_t { clear, publish, refuse };

// The act of a secrecy reviewer who did not add the file. A refusal says why. Refuses to let a file
// go with a letter that grants in part when nothing says what was withheld of any of its files.
[[nodiscard]] Result<Letter> review_released_file(store::Transaction& transaction,
                                                  const LetterReference& reference,
                                                  std::string_view file_id, ReleaseVerdict verdict,
                                                  std::string_view opinion,
                                                  const people::Actor& actor, Moment now);

// The files that everybody may have and that left with a letter that was delivered, the newest
// first.
[[nodiscard]] std::vector<PublishedAnswer> published_answers(store::Snapshot& snapshot);
// Nothing where there is none that everybody may have.
[[nodiscard]] std::optional<ReleasedFile> published_file(store::Snapshot& snapshot,
                                                         std::string_view public_id);

}  // namespace gk::letter
