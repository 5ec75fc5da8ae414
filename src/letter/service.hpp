// What is done with letters. Every verb takes the transaction of the caller, so that a case and its
// letter change together or not at all; each loads, permits, decides, saves and writes the trail.
// Slow work (reading a docx, cleaning a file) is done before and handed in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/file_store.hpp"
#include "document/official_document.hpp"
#include "law/remedy_notice.hpp"
#include "letter/letter.hpp"
#include "letter/letterhead.hpp"
#include "letter/placeholder.hpp"
#include "people/actor.hpp"
#include "store/database.hpp"

namespace gk::letter {

// What the verbs work with beside the database.
struct LetterTools {
    const document::FileStore& files;
    const people::KeyRing& ring;  // What letters say is sealed.
    document::PdfFonts fonts = {};
};

// Which letter, and the version that the actor has seen; nothing: whichever there is.
struct LetterReference {
    std::string public_id;
    std::optional<std::int64_t> version = {};
};

struct NewLetter {
    Id<people::Agency> agency;
    std::string case_id;  // Public id of the case; kept, not looked up.
    law::LetterKind kind = law::LetterKind::granted;
    LetterValues values;  // See placeholders_of(kind).
    law::RemedyOptions remedy_options = {};
    law::ServedBy served_by = law::ServedBy::paper;
};

// Writes the letter from the template in use by the agency; a docx of the agency's own is filled
// beside it, for editing. Refuses as permit() and fill_template()
// do. The remedy notice is that of the kind (law::remedy_notice), with the names of the bodies that
// the agency has laid down.
[[nodiscard]] Result<Letter> draft(store::Transaction& transaction, const LetterTools& tools,
                                   const NewLetter& given, const people::Actor& actor, Moment now);

// Writes it again from its template with other values.
[[nodiscard]] Result<Letter> draft_again(store::Transaction& transaction, const LetterTools& tools,
                                         const LetterReference& reference, const NewLetter& given,
                                         const people::Actor& actor, Moment now);

struct NewDraft {
    LetterText text;
    // The docx that it was read from (letter_docx.hpp), placed as sealed.
    std::optional<document::PlacedFile> docx = {};
    std::string file_name = {};
};

// A new version of what it says. Refuses a text without title or body, with a placeholder left in
// it, and an answer that does not tell the remedies.
[[nodiscard]] Result<Letter> write(store::Transaction& transaction, const LetterTools& tools,
                                   const LetterReference& reference, const NewDraft& given,
                                   const people::Actor& actor, Moment now);

[[nodiscard]] Result<Letter> submit(store::Transaction& transaction,
                                    const LetterReference& reference, const people::Actor& actor,
                                    Moment now);
// `comment`: what is to be mended; must not be blank.
[[nodiscard]] Result<Letter> send_back(store::Transaction& transaction,
                                       const LetterReference& reference, std::string_view comment,
                                       const people::Actor& actor, Moment now);
[[nodiscard]] Result<Letter> clear(store::Transaction& transaction,
                                   const LetterReference& reference, const people::Actor& actor,
                                   Moment now);

// Freezes text, number and date together: takes the next number of the series, lays the letter out
// as PDF and keeps that with its hashes. `dated_on`: 成文日期; not later than today.
[[nodiscard]] Result<Letter> sign_off(store::Transaction& transaction, const LetterTools& tools,
                                      const LetterReference& reference, Date dated_on,
                                      const people::Actor& actor, Moment now);

struct NewDelivery {
    DeliveryRoute route = DeliveryRoute::mail;
    Date handed_over_on;
    std::optional<Date> signed_for_on = {};
    std::string tracking_number = {};
};

// Refuses a day before the letter's date or after today, at its field.
[[nodiscard]] Result<void> check_delivery(const Letter& letter, const NewDelivery& given,
                                          Date today);
// Refuses a delivery that there is not, and a day before it or after today.
[[nodiscard]] Result<void> check_receipt(const Letter& letter, int delivery_number,
                                         Date signed_for_on, Date today);

// Refuses as check_delivery() and permit() do.
[[nodiscard]] Result<Letter> record_delivery(store::Transaction& transaction,
                                             const LetterReference& reference,
                                             const NewDelivery& given, const people::Actor& actor,
                                             Moment now);

// That the n-th delivery was signed for.
[[nodiscard]] Result<Letter> record_receipt(store::Transaction& transaction,
                                            const LetterReference& reference, int delivery_number,
                                            Date signed_for_on, const people::Actor& actor,
                                            Moment now);

// Takes a letter that was not delivered out of use; its number stays taken. `comment`: why.
[[nodiscard]] Result<Letter> cancel(store::Transaction& transaction,
                                    const LetterReference& reference, std::string_view comment,
                                    const people::Actor& actor, Moment now);

// For who may not read cases of its agency, a letter does not exist.
[[nodiscard]] Result<Letter> find_letter(store::Snapshot& snapshot, std::string_view public_id,
                                         const people::Actor& actor);
// Those that the actor may read, in the order in which they were begun.
[[nodiscard]] std::vector<Letter> letters_of_case(store::Snapshot& snapshot,
                                                  std::string_view case_id,
                                                  const people::Actor& actor);

// What it said when it was written for the n-th time; what it says now without a number.
[[nodiscard]] Result<LetterDraft> find_draft(store::Snapshot& snapshot, const LetterTools& tools,
                                             const Letter& letter,
                                             std::optional<int> number = std::nullopt);
// Without their texts, the first one first.
[[nodiscard]] std::vector<LetterDraft> drafts_of(store::Snapshot& snapshot, const Letter& letter);

// What it said then, laid out by GB/T 9704: with number and date once the letter is signed. The PDF
// that was signed is `letter.file`; this is for drafts.
[[nodiscard]] std::string letter_pdf(const LetterTools& tools, const Letter& letter,
                                     const LetterDraft& written, const Letterhead& letterhead);
[[nodiscard]] document::OfficialDocument letter_document(const Letter& letter,
                                                         const LetterDraft& written,
                                                         const Letterhead& letterhead);
// For editing: the agency's own docx that was filled for this draft, or that was sent in for it,
// with its look; else laid out as the PDF is.
[[nodiscard]] Result<std::string> letter_docx(store::Snapshot& snapshot, const LetterTools& tools,
                                              const Letter& letter, const LetterDraft& written);

}  // namespace gk::letter
