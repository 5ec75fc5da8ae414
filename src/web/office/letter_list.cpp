// The list of letters over all cases: what is to be reviewed, signed and delivered.
#include <map>

#include <boost/json/object.hpp>

#include "application/list_service.hpp"
#include "letter/list_store.hpp"
#include "people/service.hpp"
#include "web/api/errors.hpp"
#include "web/api/json_answer.hpp"
#include "web/api/list.hpp"
#include "web/office/letter_json.hpp"
#include "web/office/rows.hpp"
#include "web/office/todo.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Need;
using letter::LetterLine;
using letter::LetterStatus;
using people::Permission;

struct Names {
    std::map<Id<people::Agency>, people::Agency> agencies;
    std::map<std::string, application::CaseName> cases;
};

Names names_of(store::Database& database, const std::vector<LetterLine>& lines) {
    Names names;
    for (auto& agency : people::list_agencies(database)) {
        names.agencies.emplace(agency.id, std::move(agency));
    }
    std::vector<std::string> cases;
    for (const auto& line : lines) {
        cases.push_back(line.case_id);
    }
    names.cases = database.read(
        [&](store::Snapshot& snapshot) { return application::load_case_names(snapshot, cases); });
    return names;
}

api::Schema line_schema() {
    return api::object("LetterLine",
                       {{"id", "标识", api::text()},
                        {"agency", "机关", api::text()},
                        {"agency_name", "机关名称", api::text()},
                        {"case_id", "所属申请", api::text()},
                        {"case_number", "申请编号", api::text_or_empty()},
                        {"case_title", "申请内容", api::long_text_or_empty()},
                        {"kind", "文书种类", api::choice("LetterKind", law::letter_kinds())},
                        {"kind_label", "文书种类名称", api::text()},
                        {"status", "状态", api::choice("LetterStatus", letter::letter_statuses())},
                        {"status_label", "状态名称", api::text()},
                        api::version_field(),
                        {"number", "发文字号", api::text(), Need::optional},
                        {"dated_on", "成文日期", api::date(), Need::optional},
                        {"delivered_on", "送达日期", api::date(), Need::optional},
                        {"changed_at", "最近办理时间", api::moment()}});
}

json::object line_json(const LetterLine& line, const Names& names) {
    const auto& agency = names.agencies.at(line.agency);
    const auto of = names.cases.find(line.case_id);
    const auto name = of == names.cases.end() ? application::CaseName() : of->second;
    return {{"id", line.public_id},
            {"agency", agency.code},
            {"agency_name", agency.name},
            {"case_id", line.case_id},
            {"case_number", name.number},
            {"case_title", name.title},
            {"kind", json::string_view(law::key(line.kind))},
            {"kind_label", json::string_view(law::label(line.kind))},
            {"status", json::string_view(key(line.status))},
            {"status_label", json::string(status_words(line.status, line.delivered_on))},
            {"version", line.version},
            {"number", api::json_of(line.number)},
            {"dated_on", api::json_of(line.dated_on)},
            {"delivered_on", api::json_of(line.delivered_on)},
            {"changed_at", line.changed_at.iso()}};
}

document::SheetCell cell_of(const std::optional<Date>& date) {
    return date ? document::SheetCell(*date) : document::SheetCell();
}

// The agencies whose cases the actor may read, or the one that is asked for.
Result<std::vector<Id<people::Agency>>> asked_agencies(const Call& call,
                                                       store::Database& database) {
    const auto code = call.query.text_if("agency");
    if (!code) {
        return application::agencies_of(call.actor, Permission::case_read);
    }
    const auto agency = people::find_agency(database, *code);
    if (!agency || !call.actor.may(Permission::case_read, agency->id)) {
        return error(api::thing_not_found);
    }
    return std::vector{agency->id};
}

Result<std::int64_t> load_letters(const Call& call, const ListPart& part, const api::TakeRow& take,
                                  store::Database& database) {
    GK_TRY(auto agencies, asked_agencies(call, database));
    const letter::LetterFilter filter{
        .agencies = std::move(agencies),
        .status = call.query.choice_if("status", letter::letter_status_of),
        .kind = call.query.choice_if("kind", law::letter_kind_of)};
    const auto listed = database.read(
        [&](store::Snapshot& snapshot) { return letter::list_letters(snapshot, filter, part); });
    const auto names = names_of(database, listed.rows);
    for (const auto& line : listed.rows) {
        const auto item = line_json(line, names);
        const document::SheetCell cells[] = {
            std::string(item.at("agency_name").get_string()),
            std::string(item.at("case_number").get_string()),
            std::string(item.at("case_title").get_string()),
            std::string(law::label(line.kind)),
            line.number.value_or(""),
            std::string(status_words(line.status, line.delivered_on)),
            cell_of(line.dated_on),
            cell_of(line.delivered_on),
            line.changed_at};
        take(item, cells);
    }
    return listed.total;
}

Result<Response> show_counts(const Call& call, store::Database& database) {
    GK_TRY(const auto agencies, asked_agencies(call, database));
    const auto counts = database.read(
        [&](store::Snapshot& snapshot) { return letter::count_letters(snapshot, agencies); });
    json::array items;
    for (const auto status : letter::letter_statuses()) {
        std::int64_t count = 0;
        for (const auto& each : counts) {
            count += each.status == status ? each.count : 0;
        }
        items.push_back(json::object{{"status", json::string_view(key(status))},
                                     {"label", json::string_view(label(status))},
                                     {"count", count}});
    }
    return api::json_answer({{"items", std::move(items)}});
}

api::ApiRoute counts_row(store::Database& database) {
    const auto line = api::object(
        "LetterCount", {{"status", "状态", api::choice("LetterStatus", letter::letter_statuses())},
                        {"label", "状态名称", api::text()},
                        {"count", "份数", api::number()}});
    return {.method = Method::get,
            .pattern = "/api/v1/letter-counts",
            .permission = Permission::case_read,
            .operation_id = "count_letters",
            .summary = "各状态的文书份数",
            .query = {{"agency", "机关", api::text(40), Need::optional}},
            .answer = api::object("LetterCounts", {{"items", "份数", api::list(line)}}),
            .handler = [&database](const Call& call) { return show_counts(call, database); }};
}

}  // namespace

std::vector<Counter> count_letters(const OfficeServices& services, const people::Actor& actor,
                                   Moment /*now*/) {
    struct Waiting {
        LetterStatus status;
        letter::LetterAction next;
        std::string_view label;
    };

    constexpr Waiting waiting[] = {
        {LetterStatus::submitted, letter::LetterAction::clear, "待审核文书"},
        {LetterStatus::cleared, letter::LetterAction::sign_off, "待签发文书"},
        {LetterStatus::signed_off, letter::LetterAction::deliver, "待送达文书"},
    };
    const auto agencies = application::agencies_of(actor, Permission::case_read);
    const auto counts = services.database.read(
        [&](store::Snapshot& snapshot) { return letter::count_letters(snapshot, agencies); });
    std::vector<Counter> counters;
    for (const auto& [status, next, label] : waiting) {
        if (!actor.may(letter::permission_of(next, law::LetterKind::granted))) {
            continue;
        }
        std::int64_t count = 0;
        for (const auto& each : counts) {
            count += each.status == status ? each.count : 0;
        }
        const std::string word(key(status));
        counters.push_back(
            {"letters_" + word, std::string(label), count, "/letters?status=" + word});
    }
    return counters;
}

std::vector<api::ApiRoute> letter_list_rows(const OfficeServices& services) {
    auto& database = services.database;
    auto rows = api::list_routes(
        {.pattern = "/api/v1/letters",
         .permission = Permission::case_read,
         .things = "all_letters",
         .summary = "文书",
         .filters = {{"agency", "机关", api::text(40), Need::optional},
                     {"status", "状态", api::choice("LetterStatus", letter::letter_statuses()),
                      Need::optional},
                     {"kind", "文书种类", api::choice("LetterKind", law::letter_kinds()),
                      Need::optional}},
         .sorts = {"changed_at"},
         .item = line_schema(),
         .columns = {{"agency", 30},
                     {"case_number", 22},
                     {"case_title", 40},
                     {"kind", 24},
                     {"number", 26},
                     {"status", 12},
                     {"dated_on", 12},
                     {"delivered_on", 12},
                     {"changed_at", 18}},
         .load = [&database](const Call& call, const ListPart& part, const api::TakeRow& take) {
             return load_letters(call, part, take, database);
         }});
    rows.push_back(counts_row(database));
    return rows;
}

}  // namespace gk::web::office
