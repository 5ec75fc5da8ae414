// The trail as the audit administrator sees it: a list, and whether it is whole.
#include <map>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "audit/service.hpp"
#include "audit/store.hpp"
#include "people/service.hpp"
#include "web/api/json_answer.hpp"
#include "web/api/list.hpp"
#include "web/office/act_labels.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/detail_labels.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Field;
using api::Need;
using people::Permission;

// The codes of agencies by their row numbers.
using AgencyCodes = std::map<std::int64_t, std::string>;

AgencyCodes agency_codes(store::Database& database) {
    AgencyCodes codes;
    for (const auto& agency : people::list_agencies(database)) {
        codes[agency.id.value] = agency.code;
    }
    return codes;
}

api::Schema entry_schema() {
    const auto detail = api::object(
        "AuditDetail", {{"label", "项目", api::text()}, {"text", "内容", api::text_or_empty()}});
    return api::object("AuditEntry", {{"sequence", "序号", api::number(1)},
                                      {"at", "时间", api::moment()},
                                      {"actor", "操作人登录名", api::text_or_empty(500)},
                                      actor_name_field("actor", "操作人"),
                                      {"act", "操作代码", api::text()},
                                      {"label", "操作", api::text()},
                                      {"object_kind", "对象种类代码", api::text()},
                                      {"object_label", "对象种类", api::text()},
                                      {"object_name", "对象", api::text()},
                                      {"object_id", "对象标识", api::text()},
                                      {"agency", "机关", api::text(), Need::optional},
                                      {"details", "详情", api::list(detail)},
                                      {"hash", "校验值", api::text()}});
}

std::vector<Field> filters() {
    return {{"agency", "机关", api::text(40), Need::optional},
            {"actor", "操作人登录名", api::text(), Need::optional},
            {"act", "操作", api::choice_of("AuditAct", act_choices()), Need::optional},
            {"object_kind", "对象种类代码", api::text(), Need::optional},
            {"object_id", "对象标识", api::text(), Need::optional},
            {"from", "起始日期", api::date(), Need::optional},
            {"to", "截止日期", api::date(), Need::optional}};
}

Result<audit::EntryFilter> filter_of(const Call& call, store::Database& database) {
    const auto& query = call.query;
    audit::EntryFilter filter;
    if (const auto code = query.text_if("agency")) {
        GK_TRY(const auto agency, people::find_agency(database, *code));
        filter.agency = agency.id.value;
    }
    filter.actor = query.text_if("actor").value_or("");
    filter.act = query.text_if("act").value_or("");
    filter.object_kind = query.text_if("object_kind").value_or("");
    filter.object_id = query.text_if("object_id").value_or("");
    if (const auto from = query.date_if("from")) {
        filter.from = first_moment(*from);
    }
    if (const auto last = query.date_if("to")) {
        filter.before = first_moment(last->next());
    }
    return filter;
}

json::array details_json(const std::vector<DetailWords>& details) {
    json::array array;
    for (const auto& [label, text] : details) {
        array.push_back(json::object{{"label", label}, {"text", text}});
    }
    return array;
}

Result<std::int64_t> load_entries(const Call& call, const ListPart& part, const api::TakeRow& take,
                                  store::Database& database) {
    GK_TRY(const auto filter, filter_of(call, database));
    const auto codes = agency_codes(database);
    const auto listed = database.read(
        [&](store::Snapshot& snapshot) { return audit::list_entries(snapshot, filter, part); });
    std::vector<std::string> actors;
    for (const auto& entry : listed.rows) {
        actors.push_back(entry.actor);
    }
    const ActorNames names(database, actors);
    for (const auto& entry : listed.rows) {
        const auto code = entry.agency ? codes.find(*entry.agency) : codes.end();
        const auto agency =
            code == codes.end() ? std::nullopt : std::optional<std::string>(code->second);
        const auto details = detail_words(entry.act, entry.details);
        const auto about = object_name(entry.act, entry.object_id, entry.details);
        const json::object item{{"sequence", entry.sequence},
                                {"at", entry.at.iso()},
                                {"actor", entry.actor},
                                {"actor_name", names.of(entry.actor)},
                                {"act", entry.act},
                                {"label", act_label(entry.act)},
                                {"object_kind", entry.object_kind},
                                {"object_label", object_label(entry.object_kind)},
                                {"object_name", about},
                                {"object_id", entry.object_id},
                                {"agency", api::json_of(agency)},
                                {"details", details_json(details)},
                                {"hash", entry.hash}};
        const document::SheetCell cells[] = {entry.sequence,
                                             entry.at,
                                             names.of(entry.actor),
                                             entry.actor,
                                             act_label(entry.act),
                                             entry.act,
                                             object_label(entry.object_kind),
                                             about,
                                             entry.object_id,
                                             agency.value_or(""),
                                             in_one_line(details)};
        take(item, cells);
    }
    return listed.total;
}

api::ListSpec entry_list(store::Database& database) {
    return {.pattern = "/api/v1/audit-entries",
            .permission = Permission::trail_read,
            .things = "audit_entries",
            .summary = "审计记录",
            .filters = filters(),
            .sorts = {"sequence"},
            .item = entry_schema(),
            .columns = {{"sequence", 10},
                        {"at", 18},
                        {"actor_name", 20},
                        {"actor", 24},
                        {"label", 24},
                        {"act", 24},
                        {"object_label", 16},
                        {"object_name", 24},
                        {"object_id", 30},
                        {"agency", 14},
                        {"details", 60}},
            .load = [&database](const Call& call, const ListPart& part, const api::TakeRow& take) {
                return load_entries(call, part, take, database);
            }};
}

api::Schema verification_schema() {
    const auto breach = api::object("AuditBreach", {{"sequence", "序号", api::number(-1)},
                                                    {"kind", "问题", api::text()},
                                                    {"description", "说明", api::text()}});
    return api::object("AuditVerification", {{"is_intact", "完整", api::flag()},
                                             {"entry_count", "记录数", api::number()},
                                             {"head_hash", "最后一条的校验值", api::text()},
                                             {"breach_count", "问题数", api::number()},
                                             {"breaches", "问题", api::list(breach)},
                                             {"verified_at", "核验时间", api::moment()}});
}

// That it was verified stands in the trail as well.
Result<Response> verify(const Call& call, store::Database& database) {
    const auto found = audit::verify(database);
    database.write([&](store::Transaction& transaction) {
        audit::append(transaction, {.at = call.now,
                                    .actor = call.actor.name,
                                    .act = "audit.verify",
                                    .object_kind = "audit_entry",
                                    .object_id = std::to_string(found.entry_count),
                                    .agency = std::nullopt,
                                    .details = {{"breaches", std::to_string(found.breach_count)}}});
    });
    json::array breaches;
    for (const auto& breach : found.breaches) {
        breaches.push_back(
            json::object{{"sequence", breach.sequence},
                         {"kind", json::string_view(audit::key(breach.kind))},
                         {"description", json::string_view(audit::description(breach.kind))}});
    }
    return api::json_answer({{"is_intact", found.is_intact()},
                             {"entry_count", found.entry_count},
                             {"head_hash", found.head.hash},
                             {"breach_count", found.breach_count},
                             {"breaches", std::move(breaches)},
                             {"verified_at", call.now.iso()}});
}

}  // namespace

std::vector<api::ApiRoute> audit_entry_rows(const OfficeServices& services) {
    auto& database = services.database;
    auto rows = api::list_routes(entry_list(database));
    rows.push_back({.method = Method::post,
                    .pattern = "/api/v1/audit-entries/verification",
                    .permission = Permission::trail_read,
                    .operation_id = "verify_audit_entries",
                    .summary = "核验审计记录",
                    .answer = verification_schema(),
                    .handler = [&database](const Call& call) { return verify(call, database); }});
    return rows;
}

}  // namespace gk::web::office
