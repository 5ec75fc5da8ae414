#include "web/office/letter_view.hpp"

#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/assert.hpp"
#include "document/page_pictures.hpp"
#include "document/stored_file_store.hpp"
#include "letter/desk_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/base64url.hpp"

namespace gk::web::office {

namespace json = boost::json;

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

Response pictures_answer(std::string_view pdf) {
    json::array pages;
    for (const auto& picture : document::page_pictures(pdf)) {
        pages.push_back(json::object{{"png", to_base64url(picture)}});
    }
    return api::json_answer({{"pages", std::move(pages)}});
}

api::Schema pages_schema() {
    // A page with a photograph for its ground would be this large.
    constexpr std::int64_t picture_chars_max = 8'000'000;
    return api::object("LetterPages",
                       {{"pages", "各页",
                         api::list(api::object("LetterPage", {{"png", "图像（PNG，base64url）",
                                                               api::text(picture_chars_max)}}),
                                   document::pictured_pages_max)}});
}

}  // namespace gk::web::office
