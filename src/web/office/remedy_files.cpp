// The papers of a reconsideration or lawsuit in the API: sent in before the act that names them,
// listed, read.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "remedy/remedy_files_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/remedy_desk.hpp"
#include "web/office/rows.hpp"
#include "web/office/stored_file_json.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using people::Permission;

Result<Response> add(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto desk, remedy_desk_of(services));
    const auto sent = sent_file(call);
    GK_TRY(const auto stored,
           remedy::keep_paper(desk->remedies(), desk->files(), call.argument("remedy"),
                              {sent.bytes, sent.name}, call.actor, call.now));
    return api::json_answer(stored_file_json(stored), 201);
}

Result<Response> add_new(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto desk, remedy_desk_of(services));
    const auto sent = sent_file(call);
    GK_TRY(const auto stored,
           remedy::keep_new_paper(desk->remedies(), desk->files(), call.agency->id,
                                  {sent.bytes, sent.name}, call.actor, call.now));
    return api::json_answer(stored_file_json(stored), 201);
}

Result<Response> list(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto desk, remedy_desk_of(services));
    GK_TRY(const auto papers,
           remedy::list_papers(desk->remedies(), call.argument("remedy"), call.actor));
    json::array items;
    for (const auto& paper : papers) {
        const bool may_open = call.actor.may(Permission::applicant_read, paper.stored.agency);
        const auto act_label = label(paper.action);
        auto item = stored_file_json(paper.stored);
        // How a paper is called may tell who applied or sued.
        if (!may_open) {
            item["name"] = "材料" + std::string(document::extension(paper.stored.kind));
        }
        item["act_number"] = paper.act_number;
        item["act_label"] = json::string(act_label.data(), act_label.size());
        item["on"] = paper.on.iso();
        item["may_open"] = may_open;
        items.push_back(std::move(item));
    }
    return api::json_answer({{"items", std::move(items)}});
}

Result<Response> open(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto desk, remedy_desk_of(services));
    GK_TRY(const auto stored, remedy::open_paper(desk->remedies(), call.argument("remedy"),
                                                 call.argument("document"), call.actor, call.now));
    GK_TRY(auto bytes, desk->files().read(stored.placed));
    // Saved, never opened in place, whatever it is.
    return api::file_answer(std::move(bytes), "application/octet-stream", stored.given_name);
}

api::Schema documents_schema() {
    auto fields = stored_file_fields();
    fields.insert(fields.end(), {{"act_number", "记录", api::number(1)},
                                 {"act_label", "随哪一步提交", api::text()},
                                 {"on", "日期", api::date()},
                                 {"may_open", "可以打开", api::flag()}});
    return api::object(
        "RemedyDocuments",
        {{"items", "材料", api::list(api::object("RemedyDocument", std::move(fields)))}});
}

}  // namespace

std::vector<api::ApiRoute> remedy_file_rows(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    const std::string documents = "/api/v1/remedies/{remedy}/documents";
    return {upload_row({.method = Method::post,
                        .pattern = "/api/v1/agencies/{agency}/remedy-documents",
                        .permission = Permission::remedy_handle,
                        .operation_id = "add_new_remedy_document",
                        .summary = "上传要登记的复议或者诉讼的材料；保存的是去掉元数据的副本",
                        .handler = of(add_new)},
                       "RemedyDocument"),
            upload_row({.method = Method::post,
                        .pattern = documents,
                        .permission = Permission::sign_in,
                        .operation_id = "add_remedy_document",
                        .summary = "上传一件复议或者诉讼的材料；保存的是去掉元数据的副本",
                        .handler = of(add)},
                       "RemedyDocument"),
            {.method = Method::get,
             .pattern = documents,
             .permission = Permission::sign_in,
             .operation_id = "list_remedy_documents",
             .summary = "一件复议或者诉讼的材料",
             .answer = documents_schema(),
             .handler = of(list)},
            {.method = Method::get,
             .pattern = documents + "/{document}",
             .permission = Permission::sign_in,
             .operation_id = "get_remedy_document",
             .summary = "一份材料，查看留痕",
             .media_type = "application/octet-stream",
             .handler = of(open)}};
}

}  // namespace gk::web::office
