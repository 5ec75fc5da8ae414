// The pages of a letter as pictures, in the API: as it is kept, as it was written before, and as it
// would look with what is being typed.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "document/page_pictures.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/base64url.hpp"
#include "web/office/letter_schema.hpp"
#include "web/office/letter_view.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using letter::LetterAction;
using people::Permission;

Response pictures_answer(std::string_view pdf) {
    json::array pages;
    for (const auto& picture : document::page_pictures(pdf)) {
        pages.push_back(json::object{{"png", to_base64url(picture)}});
    }
    return api::json_answer({{"pages", std::move(pages)}});
}

// What was signed stays what it is; the seal of a seal service is on the PDF that is downloaded.
Result<Response> show(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    const auto draft = call.query.number_if("draft");
    GK_TRY(auto view, view_of(services, *open, call.argument("letter"), call.actor,
                              draft ? std::optional(static_cast<int>(*draft)) : std::nullopt));
    view.letter.sealed_file.reset();
    if (draft) {
        view.letter.file.reset();
    }
    GK_TRY(const auto pdf, pdf_of(services, *open, view));
    return pictures_answer(pdf);
}

Result<Response> preview(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    GK_TRY(auto view, view_of(services, *open, call.argument("letter"), call.actor));
    GK_CHECK(letter::permit(LetterAction::write, view.letter.standing(), call.actor));
    const auto signature = view.written.text.signature;
    view.written.text = letter_text_of(call.body);
    view.written.text.signature = signature;
    GK_TRY(const auto pdf, pdf_of(services, *open, view));
    return pictures_answer(pdf);
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

}  // namespace

std::vector<api::ApiRoute> letter_page_rows(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    return {{.method = Method::get,
             .pattern = "/api/v1/letters/{letter}/pages",
             .permission = Permission::sign_in,
             .operation_id = "get_letter_pages",
             .summary = "文书各页的图像，供审阅",
             .query = {{"draft", "第几稿", api::number(1, 100'000), api::Need::optional}},
             .answer = pages_schema(),
             .handler = of(show)},
            {.method = Method::post,
             .pattern = "/api/v1/letters/{letter}/preview",
             .permission = Permission::sign_in,
             .operation_id = "preview_letter",
             .summary = "还没有保存的内容是什么样子；不保存",
             .body = letter_preview_schema(),
             .answer = pages_schema(),
             .handler = of(preview)}};
}

}  // namespace gk::web::office
