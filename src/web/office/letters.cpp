// Letters (文书) in the API: those of a case, one letter, its files, its acts.
#include <algorithm>
#include <iterator>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "application/letter_delivery_service.hpp"
#include "application/view_service.hpp"
#include "base/hash.hpp"
#include "letter/errors.hpp"
#include "letter/letter_docx.hpp"
#include "letter/seal_service.hpp"
#include "letter/service.hpp"
#include "people/live_key_ring.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/letter_form_json.hpp"
#include "web/office/letter_json.hpp"
#include "web/office/letter_schema.hpp"
#include "web/office/letter_view.hpp"
#include "web/office/open_letters.hpp"
#include "web/office/rows.hpp"
#include "web/office/stored_file_json.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using letter::Letter;
using letter::LetterAction;
using letter::LetterReference;
using people::Permission;
using store::Snapshot;
using store::Transaction;

constexpr std::size_t letters_printed_max = 50;

LetterReference reference_of(const Call& call) {
    return {.public_id = call.argument("letter"), .version = call.body.number("version")};
}

Result<application::CaseView> case_of(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto ring, services.keys.current());
    const application::Desk desk{
        .database = services.database, .ring = *ring, .calendar = services.calendar};
    return application::find_case(desk, call.argument("case"), call.actor, call.now);
}

Result<Response> show_letters(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto found, case_of(call, services));
    json::array items;
    services.database.read([&](Snapshot& snapshot) {
        items.clear();
        for (const auto& each : letter::letters_of_case(snapshot, found.of.public_id, call.actor)) {
            items.push_back(letter_summary_json(each));
        }
    });
    return api::json_answer({{"items", std::move(items)}});
}

// Where there is a seal service, by who signs, from the signature on until it is sent.
bool may_seal(const Letter& letter, const people::Actor& actor, const OfficeServices& services) {
    return services.seal.is_set() && letter.status == letter::LetterStatus::signed_off &&
           actor.may(letter::permission_of(LetterAction::sign_off, letter.kind), letter.agency);
}

Result<Response> show_letter(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    GK_TRY(const auto view, view_of(services, *open, call.argument("letter"), call.actor));
    auto body = letter_json(view, call.actor);
    body["may_seal"] = may_seal(view.letter, call.actor, services);
    add_actor_names(body, services.database);
    return api::json_answer(body);
}

Result<Response> begin_letter(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    GK_TRY(const auto found, case_of(call, services));
    GK_TRY(auto values, letter_values_of(call.body.json("values")));
    const letter::NewLetter given{
        .agency = found.of.agency,
        .case_id = found.of.public_id,
        .kind = call.body.choice("kind", law::letter_kind_of),
        .values = std::move(values),
        .served_by = call.body.flag_if("is_served_by_internet").value_or(false)
                         ? law::ServedBy::internet
                         : law::ServedBy::paper};
    GK_TRY(const auto begun, services.database.write([&](Transaction& transaction) {
        return letter::draft(transaction, open->tools(), given, call.actor, call.now);
    }));
    return api::json_answer(letter_done_json(begun));
}

Result<Response> write_letter(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    GK_TRY(const auto written, services.database.write([&](Transaction& transaction) {
        return letter::write(transaction, open->tools(), reference_of(call),
                             {.text = letter_text_of(call.body)}, call.actor, call.now);
    }));
    return api::json_answer(letter_done_json(written));
}

Result<Response> upload_letter(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    // Who may not write it must not have a file read or fill the folder.
    GK_TRY(const auto seen, services.database.read([&](Snapshot& snapshot) {
        return letter::find_letter(snapshot, call.argument("letter"), call.actor);
    }));
    GK_CHECK(letter::permit(LetterAction::write, seen.standing(), call.actor));
    const auto* part = find(call.files, "file");
    const auto name = part->file_name.value_or("");
    GK_TRY(auto text, letter::read_letter_docx(part->content, name));
    const letter::NewDraft given{
        .text = std::move(text),
        .docx = open->files().place(part->content, document::Sealing::sealed),
        .file_name = name};
    GK_TRY(const auto written, services.database.write([&](Transaction& transaction) {
        return letter::write(transaction, open->tools(), reference_of(call), given, call.actor,
                             call.now);
    }));
    return api::json_answer(letter_done_json(written));
}

Result<Letter> do_act(const Call& call, LetterAction action, const OpenLetters& open,
                      Transaction& transaction) {
    const auto reference = reference_of(call);
    const auto comment = call.body.text_if("comment").value_or("");
    const auto today = call.now.date();
    switch (action) {
        case LetterAction::write:
            break;
        case LetterAction::submit:
            return letter::submit(transaction, reference, call.actor, call.now);
        case LetterAction::send_back:
            return letter::send_back(transaction, reference, comment, call.actor, call.now);
        case LetterAction::clear:
            return letter::clear(transaction, reference, call.actor, call.now);
        case LetterAction::sign_off:
            return letter::sign_off(transaction, open.tools(), reference,
                                    call.body.date_if("dated_on").value_or(today), call.actor,
                                    call.now);
        case LetterAction::deliver:
            return letter::record_delivery(
                transaction, reference,
                {.route = call.body.choice_if("route", letter::delivery_route_of)
                              .value_or(letter::DeliveryRoute::mail),
                 .handed_over_on = call.body.date_if("handed_over_on").value_or(today),
                 .signed_for_on = call.body.date_if("signed_for_on"),
                 .tracking_number = call.body.text_if("tracking_number").value_or("")},
                call.actor, call.now);
        case LetterAction::sign_for:
            return letter::record_receipt(
                transaction, reference,
                static_cast<int>(call.body.number_if("delivery_number").value_or(1)),
                call.body.date_if("signed_for_on").value_or(today), call.actor, call.now);
        case LetterAction::cancel:
            return letter::cancel(transaction, reference, comment, call.actor, call.now);
    }
    return error(letter::letter_unknown);
}

Result<Response> act_on_letter(const Call& call, const OfficeServices& services) {
    const auto action = letter::letter_action_of(call.argument("action"));
    if (!action) {
        return error(letter::letter_unknown);
    }
    GK_TRY(const auto open, open_letters(services));
    GK_TRY(const auto done,
           services.database.write([&](Transaction& transaction) -> Result<Letter> {
               if (*action == LetterAction::deliver) {
                   GK_CHECK(application::permit_leaving(transaction, services.calendar,
                                                        call.argument("letter"), call.actor,
                                                        call.now.date()));
               }
               return do_act(call, *action, *open, transaction);
           }));
    return api::json_answer(letter_done_json(done));
}

std::string file_name_of(const Letter& letter, std::string_view extension) {
    return letter.number.value_or(std::string(law::label(letter.kind)) + "（草稿）") +
           std::string(extension);
}

Result<Response> letter_as_pdf(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    GK_TRY(const auto view, view_of(services, *open, call.argument("letter"), call.actor));
    GK_TRY(auto pdf, pdf_of(services, *open, view));
    return api::file_answer(std::move(pdf), "application/pdf", file_name_of(view.letter, ".pdf"));
}

Result<Response> seal_letter(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    GK_TRY(const auto view, view_of(services, *open, call.argument("letter"), call.actor));
    if (!services.seal.is_set()) {
        return error(letter::seal_not_set);
    }
    const auto& seen = view.letter;
    const auto needed = letter::permission_of(LetterAction::sign_off, seen.kind);
    if (!call.actor.may(needed, seen.agency)) {
        return error(letter::not_permitted, people::label(needed));
    }
    if (!seen.file) {
        return error(letter::not_signed, label(seen.status));
    }
    auto unsealed = view;
    unsealed.letter.sealed_file.reset();
    GK_TRY(const auto pdf, pdf_of(services, *open, unsealed));
    GK_TRY(const auto sealed, letter::sealed_pdf(services.seal, pdf, *seen.number));
    const auto placed = open->files().place(sealed, document::Sealing::sealed);
    GK_TRY(const auto done, services.database.write([&](Transaction& transaction) {
        return letter::keep_sealed_copy(transaction, reference_of(call), placed, call.actor,
                                        call.now);
    }));
    return api::json_answer(letter_done_json(done));
}

Result<Response> letter_as_docx(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    GK_TRY(const auto view, view_of(services, *open, call.argument("letter"), call.actor));
    GK_TRY(auto docx, services.database.read([&](Snapshot& snapshot) {
        return letter::letter_docx(snapshot, open->tools(), view.letter, view.written);
    }));
    return api::file_answer(std::move(docx), media_type(document::MediaKind::docx),
                            file_name_of(view.letter, ".docx"));
}

Result<Response> print_letters(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    std::vector<document::OfficialDocument> documents;
    const auto ids = call.query.texts("id");
    for (const auto& id : ids) {
        GK_TRY(const auto view, view_of(services, *open, id, call.actor));
        documents.push_back(letter::letter_document(view.letter, view.written,
                                                    letterhead_of(services, view.letter.agency)));
    }
    return api::file_answer(document::write_pdf(documents, open->tools().fonts), "application/pdf",
                            "文书.pdf");
}

std::vector<api::ApiRoute> rows_of_texts(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    return {{.method = Method::get,
             .pattern = "/api/v1/cases/{case}/letters",
             .permission = Permission::sign_in,
             .operation_id = "list_letters",
             .summary = "一件申请的文书",
             .answer = letter_summaries_schema(),
             .handler = of(show_letters)},
            {.method = Method::post,
             .pattern = "/api/v1/cases/{case}/letters",
             .permission = Permission::sign_in,
             .operation_id = "begin_letter",
             .summary = "按模板起草文书",
             .body = new_letter_schema(),
             .answer = letter_done_schema(),
             .handler = of(begin_letter)},
            {.method = Method::get,
             .pattern = "/api/v1/letters/{letter}",
             .permission = Permission::sign_in,
             .operation_id = "get_letter",
             .summary = "一份文书",
             .answer = letter_detail_schema(),
             .handler = of(show_letter)},
            {.method = Method::post,
             .pattern = "/api/v1/letters/{letter}/drafts",
             .permission = Permission::sign_in,
             .operation_id = "write_letter",
             .summary = "修改文书内容，成为新的一稿",
             .body = letter_text_body_schema(),
             .answer = letter_done_schema(),
             .handler = of(write_letter)}};
}

std::vector<api::ApiRoute> rows_of_files(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    return {{.method = Method::post,
             .pattern = "/api/v1/letters/{letter}/docx",
             .permission = Permission::sign_in,
             .operation_id = "upload_letter",
             .summary = "上传修改后的docx，成为新的一稿",
             .body = letter_upload_schema(),
             .body_kind = api::BodyKind::form,
             .answer = letter_done_schema(),
             .body_bytes_max = upload_body_bytes_max,
             .handler = of(upload_letter)},
            {.method = Method::get,
             .pattern = "/api/v1/letters/{letter}/docx",
             .permission = Permission::sign_in,
             .operation_id = "get_letter_docx",
             .summary = "文书的docx，供修改",
             .media_type = std::string(media_type(document::MediaKind::docx)),
             .handler = of(letter_as_docx)},
            {.method = Method::get,
             .pattern = "/api/v1/letters/{letter}/pdf",
             .permission = Permission::sign_in,
             .operation_id = "get_letter_pdf",
             .summary = "文书的PDF；签发前为预览",
             .media_type = "application/pdf",
             .handler = of(letter_as_pdf)},
            {.method = Method::post,
             .pattern = "/api/v1/letters/{letter}/seal",
             .permission = Permission::sign_in,
             .operation_id = "seal_letter",
             .summary = "由外部的电子印章服务盖章",
             .body = template_version_schema(),
             .answer = letter_done_schema(),
             .handler = of(seal_letter)},
            {.method = Method::get,
             .pattern = "/api/v1/letters/print",
             .permission = Permission::sign_in,
             .operation_id = "print_letters",
             .summary = "几份文书合成一个PDF，供打印",
             .query = {{"id", "文书编号",
                        api::list(api::text(), static_cast<std::int64_t>(letters_printed_max), 1)}},
             .media_type = "application/pdf",
             .handler = of(print_letters)},
            {.method = Method::post,
             .pattern = "/api/v1/letters/{letter}/actions/{action}",
             .permission = Permission::sign_in,
             .operation_id = "act_on_letter",
             .summary = "办理文书：送审、退回、审核、签发、送达、签收、作废",
             .body = letter_act_schema(),
             .answer = letter_done_schema(),
             .handler = of(act_on_letter)}};
}

}  // namespace

std::vector<api::ApiRoute> letter_rows(const OfficeServices& services) {
    auto rows = rows_of_texts(services);
    std::ranges::move(rows_of_files(services), std::back_inserter(rows));
    return rows;
}

}  // namespace gk::web::office
