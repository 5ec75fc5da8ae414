// The pages of a letter as pictures, in the API: as it is kept, as it was written before, and as it
// would look with what is being typed.
#include "web/office/letter_schema.hpp"
#include "web/office/letter_view.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

using api::Call;
using letter::LetterAction;
using people::Permission;

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
