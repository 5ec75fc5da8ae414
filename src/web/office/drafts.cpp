// Forms that are half filled in, and named filters of lists: each account's own.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "web/api/errors.hpp"
#include "web/api/json_answer.hpp"
#include "web/error_answer.hpp"
#include "web/office/draft_store.hpp"
#include "web/office/errors.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::ApiRoute;
using api::Call;
using api::Need;
using people::Permission;

constexpr std::size_t draft_bytes_max = 256U << 10U;
constexpr std::size_t name_chars_max = 60;
constexpr std::int64_t query_chars_max = 2'000;

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= name_chars_max &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") ==
               std::string_view::npos;
}

Result<DraftName> name_of(const Call& call) {
    DraftName name{.account = *call.actor.account,
                   .kind = call.argument("kind"),
                   .name = call.argument("name")};
    if (!is_name(name.kind) || !is_name(name.name)) {
        return error(api::thing_not_found);
    }
    return name;
}

json::object draft_json(const Draft& draft) {
    return {{"version", draft.version},
            {"saved_at", draft.saved_at.iso()},
            {"content", json::parse(draft.content)}};
}

api::Schema draft_schema() {
    return api::object("Draft", {api::version_field(),
                                 {"saved_at", "保存时间", api::moment(), Need::optional},
                                 {"content", "内容", api::anything(), Need::optional}});
}

Result<Response> read(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto name, name_of(call));
    GK_TRY(const auto ring, services.keys.current());
    GK_TRY(const auto draft, load_draft(services.database, name, *ring));
    // Nothing is kept yet: that is no refusal, the form starts empty.
    if (!draft) {
        return api::json_answer({{"version", 0}, {"saved_at", nullptr}, {"content", nullptr}});
    }
    return api::json_answer(draft_json(*draft));
}

// 409 with `stored` beside the problem: the other side of the conflict.
Response conflict(const Call& call, const Draft& kept) {
    const auto changed = error(draft_changed, kept.saved_at.minutes());
    auto response = error_answer(changed, status(changed.kind()), call.request, Audience::api, {});
    auto body = json::parse(response.body).as_object();
    body["stored"] = draft_json(kept);
    response.body = json::serialize(body);
    return response;
}

Result<Response> save(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto name, name_of(call));
    GK_TRY(const auto ring, services.keys.current());
    GK_TRY(const auto saved, save_draft(services.database, name, call.body.number("version"),
                                        call.body.json("content"), *ring, call.now));
    if (saved.is_conflict) {
        return conflict(call, saved.kept);
    }
    return api::json_answer(draft_json(saved.kept));
}

Result<Response> drop(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto name, name_of(call));
    delete_draft(services.database, name);
    return api::empty_answer();
}

std::vector<ApiRoute> rows_of_drafts(const OfficeServices& services) {
    const std::string pattern = "/api/v1/drafts/{kind}/{name}";
    return {{.method = Method::get,
             .pattern = pattern,
             .permission = Permission::sign_in,
             .operation_id = "read_draft",
             .summary = "打开自动保存的内容",
             .answer = draft_schema(),
             .handler = [services](const Call& call) { return read(call, services); }},
            {.method = Method::put,
             .pattern = pattern,
             .permission = Permission::sign_in,
             .operation_id = "save_draft",
             .summary = "自动保存",
             .body = api::object("DraftToSave",
                                 {api::version_field(), {"content", "内容", api::anything()}}),
             .answer = draft_schema(),
             .body_bytes_max = draft_bytes_max,
             .handler = [services](const Call& call) { return save(call, services); }},
            {.method = Method::del,
             .pattern = pattern,
             .permission = Permission::sign_in,
             .operation_id = "drop_draft",
             .summary = "丢弃自动保存的内容",
             .status = 204,
             .handler = [services](const Call& call) { return drop(call, services); }}};
}

// ---- named filters

json::object view_json(const SavedView& view) {
    return {
        {"id", view.public_id}, {"list", view.list}, {"name", view.name}, {"query", view.query}};
}

api::Schema view_schema() {
    return api::object("SavedView", {{"id", "编号", api::text()},
                                     {"list", "列表", api::text()},
                                     {"name", "名称", api::text()},
                                     {"query", "筛选条件", api::text_or_empty(query_chars_max)}});
}

Result<Response> list(const Call& call, store::Database& database) {
    json::array items;
    for (const auto& view : load_views(database, *call.actor.account, call.query.text("list"))) {
        items.push_back(view_json(view));
    }
    return api::json_answer({{"items", std::move(items)}});
}

Result<Response> keep(const Call& call, store::Database& database) {
    GK_TRY(const auto view, save_view(database, *call.actor.account,
                                      {.public_id = {},
                                       .list = call.body.text("list"),
                                       .name = call.body.text("name"),
                                       .query = call.body.text("query")}));
    return api::json_answer(view_json(view));
}

Result<Response> remove(const Call& call, store::Database& database) {
    if (!delete_view(database, *call.actor.account, call.argument("view"))) {
        return error(api::thing_not_found);
    }
    return api::empty_answer();
}

}  // namespace

std::vector<ApiRoute> draft_rows(const OfficeServices& services) {
    return rows_of_drafts(services);
}

std::vector<ApiRoute> saved_view_rows(const OfficeServices& services) {
    auto& database = services.database;
    const api::Field list_field{"list", "列表", api::text(name_chars_max)};
    return {{.method = Method::get,
             .pattern = "/api/v1/views",
             .permission = Permission::sign_in,
             .operation_id = "list_views",
             .summary = "保存的筛选条件",
             .query = {list_field},
             .answer = api::object("SavedViews", {{"items", "筛选条件", api::list(view_schema())}}),
             .handler = [&database](const Call& call) { return list(call, database); }},
            {.method = Method::post,
             .pattern = "/api/v1/views",
             .permission = Permission::sign_in,
             .operation_id = "save_view",
             .summary = "保存筛选条件",
             .body = api::object("ViewToSave",
                                 {list_field,
                                  {"name", "名称", api::text(name_chars_max)},
                                  {"query", "筛选条件", api::text_or_empty(query_chars_max)}}),
             .answer = view_schema(),
             .handler = [&database](const Call& call) { return keep(call, database); }},
            {.method = Method::del,
             .pattern = "/api/v1/views/{view}",
             .permission = Permission::sign_in,
             .operation_id = "drop_view",
             .summary = "删除保存的筛选条件",
             .status = 204,
             .handler = [&database](const Call& call) { return remove(call, database); }}};
}

}  // namespace gk::web::office
