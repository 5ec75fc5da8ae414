#include "web/office/letter_view.hpp"

#include <utility>

#include "base/assert.hpp"
#include "document/stored_file_store.hpp"
#include "letter/desk_service.hpp"

namespace gk::web::office {

using letter::Letter;
using store::Snapshot;

Result<LetterView> view_of(const OfficeServices& services, const OpenLetters& open,
                           std::string_view id, const people::Actor& actor,
                           std::optional<int> draft_number) {
    return services.database.read([&](Snapshot& snapshot) -> Result<LetterView> {
        GK_TRY(auto found, letter::find_letter(snapshot, id, actor));
        GK_TRY(auto written, letter::find_draft(snapshot, open.tools(), found, draft_number));
        auto drafts = letter::drafts_of(snapshot, found);
        return LetterView{std::move(found), std::move(written), std::move(drafts)};
    });
}

letter::Letterhead letterhead_of(const OfficeServices& services, Id<people::Agency> agency) {
    return services.database.read(
        [&](Snapshot& snapshot) { return letter::load_letterhead(snapshot, agency); });
}

Result<std::string> pdf_of(const OfficeServices& services, const OpenLetters& open,
                           const LetterView& view) {
    const auto kept = view.letter.sealed_file ? view.letter.sealed_file : view.letter.file;
    if (!kept) {
        return letter::letter_pdf(open.tools(), view.letter, view.written,
                                  letterhead_of(services, view.letter.agency));
    }
    const auto file = services.database.read(
        [&](Snapshot& snapshot) { return document::load_stored_file(snapshot, *kept); });
    GK_ASSERT(file.has_value());
    return open.files().read(file->placed);
}

letter::LetterText letter_text_of(const api::Fields& body) {
    letter::LetterText text{.title = body.text("title"),
                            .addressee = body.text("addressee"),
                            .paragraphs = {},
                            .attachments = body.texts("attachments"),
                            .signature = {},
                            .note = body.text("note")};
    for (auto& paragraph : body.texts("paragraphs")) {
        const auto level = letter::paragraph_level(paragraph);
        text.paragraphs.push_back({level, std::move(paragraph)});
    }
    return text;
}

}  // namespace gk::web::office
