// The files of a case in the API: sent in before the act that names them, listed, read.
#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "application/case_files_service.hpp"
#include "application/view_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/rows.hpp"
#include "web/office/stored_file_json.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using people::Permission;

json::string text_of(std::string_view text) {
    return json::string(text.data(), text.size());
}

application::SentCaseFile sent_case_file(const Call& call) {
    const auto sent = sent_file(call);
    return {.bytes = sent.bytes, .name = sent.name};
}

Result<Response> add(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto stored,
           application::keep_case_file(held.desk, *held.files, call.argument("case"),
                                       sent_case_file(call), call.actor, call.now));
    return api::json_answer(stored_file_json(stored), 201);
}

Result<Response> add_new(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto stored,
           application::keep_new_case_file(held.desk, *held.files, call.agency->id,
                                           sent_case_file(call), call.actor, call.now));
    return api::json_answer(stored_file_json(stored), 201);
}

Result<Response> list(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    const auto id = call.argument("case");
    GK_TRY(const auto view, application::find_case(held.desk, id, call.actor, call.now));
    GK_TRY(const auto files, application::list_case_files(held.desk, id, call.actor));
    const bool may_see_applicant = call.actor.may(Permission::applicant_read, view.of.agency);
    json::array items;
    for (const auto& file : files) {
        const auto event =
            std::ranges::find(view.of.events, file.event_number, &application::Event::number);
        const bool is_applicants = application::shows_applicant(view.of, file);
        auto item = stored_file_json(file.stored);
        // How such a file is called may tell who sent it.
        if (is_applicants && !may_see_applicant) {
            item["name"] = "申请人提交的材料" + std::string(document::extension(file.stored.kind));
        }
        item["event_number"] = file.event_number;
        item["event_label"] =
            text_of(file.shows_identity ? "身份证明、授权委托书" : label(event->action));
        item["on"] = event->on().iso();
        item["shows_applicant"] = is_applicants;
        item["may_open"] = !is_applicants || may_see_applicant;
        items.push_back(std::move(item));
    }
    return api::json_answer({{"items", std::move(items)}});
}

Result<Response> open(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto stored,
           application::open_case_file(held.desk, call.argument("case"), call.argument("file"),
                                       call.actor, call.now));
    GK_TRY(auto bytes, held.files->read(stored.placed));
    // Saved, never opened in place, whatever it is.
    return api::file_answer(std::move(bytes), "application/octet-stream", stored.given_name);
}

api::Schema files_schema() {
    auto fields = stored_file_fields();
    fields.insert(fields.end(), {{"event_number", "记录", api::number(1)},
                                 {"event_label", "随哪一步提交", api::text()},
                                 {"on", "日期", api::date()},
                                 {"shows_applicant", "申请人提交的材料", api::flag()},
                                 {"may_open", "可以打开", api::flag()}});
    return api::object("CaseFiles",
                       {{"items", "材料", api::list(api::object("CaseFile", std::move(fields)))}});
}

}  // namespace

std::vector<api::ApiRoute> case_file_rows(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    const std::string files = "/api/v1/cases/{case}/files";
    return {upload_row({.method = Method::post,
                        .pattern = "/api/v1/agencies/{agency}/case-files",
                        .permission = Permission::case_register,
                        .operation_id = "add_new_case_file",
                        .summary = "上传要登记的申请的附件；保存的是去掉元数据的副本",
                        .handler = of(add_new)},
                       "CaseFile"),
            upload_row({.method = Method::post,
                        .pattern = files,
                        .permission = Permission::sign_in,
                        .operation_id = "add_case_file",
                        .summary = "上传一件申请的附件；保存的是去掉元数据的副本",
                        .handler = of(add)},
                       "CaseFile"),
            {.method = Method::get,
             .pattern = files,
             .permission = Permission::sign_in,
             .operation_id = "list_case_files",
             .summary = "一件申请的材料",
             .answer = files_schema(),
             .handler = of(list)},
            {.method = Method::get,
             .pattern = files + "/{file}",
             .permission = Permission::sign_in,
             .operation_id = "get_case_file",
             .summary = "一份材料；申请人提交的，查看留痕",
             .media_type = "application/octet-stream",
             .handler = of(open)}};
}

}  // namespace gk::web::office
