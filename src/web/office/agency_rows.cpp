// The tree of agencies and units, for the system administrator; to look at, for everyone signed in.
#include <map>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "application/unit_matters_service.hpp"
#include "people/agency_end_service.hpp"
#include "people/agency_service.hpp"
#include "remedy/open_matters_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::ApiRoute;
using api::Call;
using api::Field;
using api::Need;
using people::Agency;
using people::Permission;
using people::UnitKind;

constexpr UnitKind unit_kinds[] = {UnitKind::disclosure_office, UnitKind::internal_unit,
                                   UnitKind::field_office};

// The codes of agencies by their row numbers.
using Codes = std::map<Id<Agency>, std::string>;

Codes codes_of(store::Database& database) {
    Codes codes;
    for (const auto& agency : people::list_agencies(database)) {
        codes[agency.id] = agency.code;
    }
    return codes;
}

json::value code_of(const Codes& codes, std::optional<Id<Agency>> id) {
    return id ? json::value(codes.at(*id)) : json::value();
}

api::Schema unit_schema() {
    return api::object(
        "Unit", {{"code", "代码", api::text()},
                 {"name", "名称", api::text()},
                 {"kind", "种类", api::choice("UnitKind", std::span<const UnitKind>(unit_kinds))},
                 {"valid_from", "自", api::date(), Need::optional},
                 {"valid_to", "至", api::date(), Need::optional}});
}

json::object unit_json(const people::Unit& unit) {
    return {{"code", unit.code},
            {"name", unit.name},
            {"kind", people::key(unit.kind)},
            {"valid_from", api::json_of(unit.valid_from)},
            {"valid_to", api::json_of(unit.valid_to)}};
}

std::vector<Field> agency_fields() {
    return {{"code", "代码", api::text()},
            {"name", "名称", api::text()},
            {"short_name", "简称", api::text()},
            {"level", "层级", api::choice("AgencyLevel", law::agency_levels())},
            {"parent", "上级机关", api::text(), Need::optional},
            {"valid_from", "自", api::date(), Need::optional},
            {"valid_to", "至", api::date(), Need::optional},
            {"units", "内设机构", api::list(unit_schema())}};
}

json::object agency_json(const Agency& agency, const Codes& codes) {
    json::array units;
    for (const auto& unit : agency.units) {
        units.push_back(unit_json(unit));
    }
    return {{"code", agency.code},
            {"name", agency.name},
            {"short_name", agency.short_name},
            {"level", law::key(agency.level)},
            {"parent", code_of(codes, agency.parent)},
            {"valid_from", api::json_of(agency.valid_from)},
            {"valid_to", api::json_of(agency.valid_to)},
            {"units", std::move(units)}};
}

Response answer(store::Database& database, const Agency& agency) {
    return api::json_answer(agency_json(agency, codes_of(database)));
}

// All of them, or those of a day as they were then.
Result<Response> list(const Call& call, store::Database& database) {
    const auto day = call.query.date_if("as_of");
    const auto codes = codes_of(database);
    json::array items;
    for (const auto& agency : people::list_agencies(database)) {
        if (!day) {
            items.push_back(agency_json(agency, codes));
        } else if (people::exists_on(agency, *day)) {
            GK_TRY(const auto then, people::agency_as_of(database, agency.code, *day));
            items.push_back(agency_json(then, codes));
        }
    }
    return api::json_answer({{"items", std::move(items)}});
}

Result<Response> history(const Call& call, store::Database& database) {
    GK_TRY(const auto found, people::agency_history(database, call.agency->code));
    const auto codes = codes_of(database);
    auto body = agency_json(found.agency, codes);
    json::array acts;
    for (const auto& act : found.acts) {
        acts.push_back(json::object{{"action", people::key(act.action)},
                                    {"label", json::string(people::label(act.action))},
                                    {"effective_on", api::json_of(act.effective_on)},
                                    {"name", act.name},
                                    {"short_name", act.short_name},
                                    {"other", code_of(codes, act.other)},
                                    {"reason", act.reason},
                                    {"actor", act.actor}});
    }
    body["acts"] = std::move(acts);
    add_actor_names(body, database);
    return api::json_answer(body);
}

people::NewAgency new_agency(const Call& call) {
    const auto level = call.body.choice("level", law::agency_level_of);
    return {.code = call.body.text("code"),
            .name = call.body.text("name"),
            .short_name = call.body.text("short_name"),
            .level = level,
            .parent_code = {},
            .valid_from = {},
            .valid_to = {},
            .units = {}};
}

people::AgencyChange change_of(const Call& call) {
    return {.effective_on = call.body.date("effective_on"), .reason = call.body.text("reason")};
}

Result<Response> establish(const Call& call, store::Database& database) {
    auto given = new_agency(call);
    given.parent_code = call.agency->code;
    given.valid_from = call.body.date_if("valid_from");
    GK_TRY(const auto agency, people::register_agency(database, given, call.actor, call.now));
    return answer(database, agency);
}

Result<Response> rename(const Call& call, store::Database& database) {
    GK_TRY(
        const auto agency,
        people::rename_agency(database, call.agency->code, call.body.text("name"),
                              call.body.text("short_name"), change_of(call), call.actor, call.now));
    return answer(database, agency);
}

Result<Response> merge(const Call& call, store::Database& database) {
    GK_TRY(const auto agency,
           people::merge_agency(database, call.agency->code, call.body.text("into"),
                                change_of(call), remedy::count_open_matters, call.actor, call.now));
    return answer(database, agency);
}

Result<Response> split(const Call& call, store::Database& database) {
    GK_TRY(const auto agency, people::split_agency(database, call.agency->code, new_agency(call),
                                                   change_of(call), call.actor, call.now));
    return answer(database, agency);
}

Result<Response> end(const Call& call, store::Database& database) {
    GK_TRY(const auto agency,
           people::end_agency(database, call.agency->code, call.body.text_if("successor"),
                              change_of(call), remedy::count_open_matters, call.actor, call.now));
    return answer(database, agency);
}

Result<Response> move_below(const Call& call, store::Database& database) {
    GK_TRY(const auto agency,
           people::move_agency(database, call.agency->code, call.body.text("parent"),
                               change_of(call), call.actor, call.now));
    return answer(database, agency);
}

Result<Response> add_unit(const Call& call, store::Database& database) {
    GK_TRY(const auto unit,
           people::add_unit(database, call.agency->code,
                            {.code = call.body.text("code"),
                             .name = call.body.text("name"),
                             .kind = call.body.choice("kind", people::unit_kind_of),
                             .valid_from = call.body.date_if("valid_from")},
                            call.actor, call.now));
    return api::json_answer(unit_json(unit));
}

Result<Response> rename_unit(const Call& call, store::Database& database) {
    GK_TRY(const auto unit, people::rename_unit(database, call.agency->code, call.argument("unit"),
                                                call.body.text("name"), call.actor, call.now));
    return api::json_answer(unit_json(unit));
}

Result<Response> end_unit(const Call& call, store::Database& database) {
    GK_TRY(const auto unit,
           people::end_unit(database, call.agency->code, call.argument("unit"),
                            call.body.date("valid_to"), call.body.text("reason"),
                            application::count_unit_matters, call.actor, call.now));
    return api::json_answer(unit_json(unit));
}

using Verb = Result<Response> (*)(const Call&, store::Database&);

struct AgencyRow {
    std::string_view path;  // Below /api/v1/agencies/{agency}
    std::string_view operation_id;
    std::string_view summary;
    Verb verb;
};

api::ApiHandler handler(store::Database& database, Verb verb) {
    return [&database, verb](const Call& call) { return verb(call, database); };
}

ApiRoute row(store::Database& database, const AgencyRow& given, std::vector<Field> fields,
             api::Schema answered) {
    return {.method = Method::post,
            .pattern = "/api/v1/agencies/{agency}" + std::string(given.path),
            .permission = Permission::agency_manage,
            .operation_id = std::string(given.operation_id),
            .summary = std::string(given.summary),
            .body = api::object({}, std::move(fields)),
            .answer = std::move(answered),
            .handler = handler(database, given.verb)};
}

std::vector<Field> with_change(std::vector<Field> fields) {
    fields.push_back({"effective_on", "生效日期", api::date()});
    fields.push_back({"reason", "依据和理由", api::long_text(500)});
    return fields;
}

std::vector<ApiRoute> reading_rows(store::Database& database, const api::Schema& agency) {
    auto fields = agency_fields();
    const auto act = api::object(
        "AgencyAct", {{"action", "变动", api::choice("AgencyAction", people::agency_actions())},
                      {"label", "变动名称", api::text()},
                      {"effective_on", "生效日期", api::date(), Need::optional},
                      {"name", "名称", api::text()},
                      {"short_name", "简称", api::text()},
                      {"other", "有关机关", api::text(), Need::optional},
                      {"reason", "依据和理由", api::long_text_or_empty()},
                      {"actor", "办理人", api::text_or_empty()},
                      actor_name_field()});
    fields.push_back({"acts", "沿革", api::list(act)});
    return {{.method = Method::get,
             .pattern = "/api/v1/agencies",
             .permission = Permission::sign_in,
             .operation_id = "list_agencies",
             .summary = "机关列表",
             .query = {{"as_of", "在这一天", api::date(), Need::optional}},
             .answer = api::object({}, {{"items", "各机关", api::list(agency, 10'000)}}),
             .handler = handler(database, list)},
            {.method = Method::get,
             .pattern = "/api/v1/agencies/{agency}",
             .permission = Permission::sign_in,
             .operation_id = "get_agency",
             .summary = "机关和它的沿革",
             .answer = api::object("AgencyDetail", std::move(fields)),
             .handler = handler(database, history)}};
}

}  // namespace

std::vector<ApiRoute> agency_rows(const OfficeServices& services) {
    auto& database = services.database;
    const auto agency = api::object("Agency", agency_fields());
    const std::vector<Field> named = {
        {"code", "代码", api::text(40)},
        {"name", "名称", api::text(100)},
        {"short_name", "简称", api::text(40)},
        {"level", "层级", api::choice("AgencyLevel", law::agency_levels())}};
    auto below = named;
    below.push_back({"valid_from", "设立日期", api::date(), Need::optional});
    auto rows = reading_rows(database, agency);
    const auto add = [&](const AgencyRow& given, std::vector<Field> fields, api::Schema answered) {
        rows.push_back(row(database, given, std::move(fields), std::move(answered)));
    };
    add({"/agencies-below", "establish_agency", "登记下级机关", establish}, std::move(below),
        agency);
    add({"/actions/rename", "rename_agency", "机关更名", rename},
        with_change({{"name", "新名称", api::text(100)}, {"short_name", "新简称", api::text(40)}}),
        agency);
    add({"/actions/merge", "merge_agency", "机关并入其他机关", merge},
        with_change({{"into", "并入的机关", api::text(40)}}), agency);
    add({"/actions/split", "split_agency", "分出新机关", split}, with_change(named), agency);
    add({"/actions/end", "end_agency", "撤销机关", end},
        with_change({{"successor", "承接的机关", api::text(40), Need::optional}}), agency);
    add({"/actions/move", "move_agency", "调整机关的隶属关系", move_below},
        with_change({{"parent", "新的上级机关", api::text(40)}}), agency);
    add({"/units", "add_unit", "登记内设机构", add_unit},
        {{"code", "代码", api::text(40)},
         {"name", "名称", api::text(100)},
         {"kind", "种类", api::choice("UnitKind", std::span<const UnitKind>(unit_kinds))},
         {"valid_from", "设立日期", api::date(), Need::optional}},
        unit_schema());
    add({"/units/{unit}/actions/rename", "rename_unit", "内设机构更名", rename_unit},
        {{"name", "新名称", api::text(100)}}, unit_schema());
    add({"/units/{unit}/actions/end", "end_unit", "撤销内设机构", end_unit},
        {{"valid_to", "最后一天", api::date()}, {"reason", "依据和理由", api::long_text(500)}},
        unit_schema());
    return rows;
}

}  // namespace gk::web::office
