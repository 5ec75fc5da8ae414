// The files that leave with a letter, in the API: added as clean copies, reviewed, taken out, read.
#include <algorithm>

#include <boost/json/object.hpp>

#include "base/hash.hpp"
#include "document/clean_file.hpp"
#include "letter/errors.hpp"
#include "letter/release_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/letter_json.hpp"
#include "web/office/letter_schema.hpp"
#include "web/office/open_letters.hpp"
#include "web/office/rows.hpp"
#include "web/office/stored_file_json.hpp"

namespace gk::web::office {

namespace {

using api::Call;
using people::Permission;
using store::Snapshot;
using store::Transaction;

letter::LetterReference reference_of(const Call& call) {
    return {.public_id = call.argument("letter"), .version = call.body.number("version")};
}

Result<letter::Letter> seen_letter(const Call& call, const OfficeServices& services) {
    return services.database.read([&](Snapshot& snapshot) {
        return letter::find_letter(snapshot, call.argument("letter"), call.actor);
    });
}

Result<Response> add_file(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    // Who may not add it must not have it cleaned and kept.
    GK_TRY(const auto seen, seen_letter(call, services));
    if (!call.actor.may(Permission::case_handle, seen.agency)) {
        return error(letter::not_permitted, people::label(Permission::case_handle));
    }
    const auto source = find(call.files, "file")->content;
    auto clean = document::clean_file(source);
    if (!clean) {
        return std::move(clean).error().at("file");
    }
    const letter::NewReleasedFile given{
        .title = call.body.text("title"),
        .kind = clean->kind,
        .copy = open->files().place(clean->bytes, document::Sealing::sealed),
        .source_sha256 = sha256_hex(source)};
    GK_TRY(const auto done, services.database.write([&](Transaction& transaction) {
        return letter::add_released_file(transaction, reference_of(call), given, call.actor,
                                         call.now);
    }));
    return api::json_answer(letter_done_json(done));
}

Result<Response> set_severances(const Call& call, const OfficeServices& services) {
    std::vector<letter::Severance> severances;
    for (const auto& each : call.body.objects("severances")) {
        severances.push_back({.place = each.text("place"),
                              .exemption = each.choice("exemption", law::exemption_of),
                              .reason = each.text("reason")});
    }
    GK_TRY(const auto done, services.database.write([&](Transaction& transaction) {
        return letter::set_severances(transaction, reference_of(call), call.argument("file"),
                                      severances, call.actor, call.now);
    }));
    return api::json_answer(letter_done_json(done));
}

Result<Response> remove_file(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto done, services.database.write([&](Transaction& transaction) {
        return letter::remove_released_file(transaction, reference_of(call), call.argument("file"),
                                            call.actor, call.now);
    }));
    return api::json_answer(letter_done_json(done));
}

Result<Response> review_file(const Call& call, const OfficeServices& services) {
    auto verdict = letter::ReleaseVerdict::refuse;
    if (call.body.flag("is_cleared")) {
        verdict = call.body.flag_if("is_publishable").value_or(false)
                      ? letter::ReleaseVerdict::publish
                      : letter::ReleaseVerdict::clear;
    }
    GK_TRY(const auto done, services.database.write([&](Transaction& transaction) {
        return letter::review_released_file(transaction, reference_of(call), call.argument("file"),
                                            verdict, call.body.text_if("opinion").value_or(""),
                                            call.actor, call.now);
    }));
    return api::json_answer(letter_done_json(done));
}

Result<Response> read_file(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto open, open_letters(services));
    GK_TRY(const auto seen, seen_letter(call, services));
    const auto id = call.argument("file");
    const auto found = std::ranges::find(seen.released_files, id, &letter::ReleasedFile::public_id);
    if (found == seen.released_files.end()) {
        return error(letter::released_file_unknown);
    }
    GK_TRY(auto bytes, open->files().read(found->file.placed));
    // Saved, never opened in place, whatever it is.
    return api::file_answer(std::move(bytes), "application/octet-stream", found->file.given_name);
}

api::Schema severances_schema() {
    return api::object(
        "Severances",
        {api::version_field(),
         {"severances", "区分处理记录",
          api::list(api::object("NewSeverance",
                                {{"place", "位置", api::text()},
                                 {"exemption", "依据的例外",
                                  api::choice("Exemption", *law::exemptions_on(Date(2019, 5, 15)))},
                                 {"reason", "理由", api::text()}}))}});
}

}  // namespace

std::vector<api::ApiRoute> released_file_rows(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    const std::string files = "/api/v1/letters/{letter}/released-files";
    return {{.method = Method::post,
             .pattern = files,
             .permission = Permission::sign_in,
             .operation_id = "add_released_file",
             .summary = "附上一个文件；保存的是去掉元数据的副本",
             .body = released_file_upload_schema(),
             .body_kind = api::BodyKind::form,
             .answer = letter_done_schema(),
             .body_bytes_max = upload_body_bytes_max,
             .handler = of(add_file)},
            {.method = Method::get,
             .pattern = files + "/{file}",
             .permission = Permission::sign_in,
             .operation_id = "get_released_file",
             .summary = "所附文件",
             .media_type = "application/octet-stream",
             .handler = of(read_file)},
            {.method = Method::post,
             .pattern = files + "/{file}/severances",
             .permission = Permission::sign_in,
             .operation_id = "set_severances",
             .summary = "记明哪些内容没有提供、依据和理由",
             .body = severances_schema(),
             .answer = letter_done_schema(),
             .handler = of(set_severances)},
            {.method = Method::post,
             .pattern = files + "/{file}/release-review",
             .permission = Permission::sign_in,
             .operation_id = "review_released_file",
             .summary = "公开审查一个文件",
             .body = release_review_schema(),
             .answer = letter_done_schema(),
             .handler = of(review_file)},
            {.method = Method::post,
             .pattern = files + "/{file}/remove",
             .permission = Permission::sign_in,
             .operation_id = "remove_released_file",
             .summary = "移除一个没有提供的文件",
             .body = template_version_schema(),
             .answer = letter_done_schema(),
             .handler = of(remove_file)}};
}

}  // namespace gk::web::office
