// The working calendar: which years are published, what was loaded, and the next circular, first as
// a preview of the dates that it would move.
#include <map>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/text.hpp"
#include "calendar/errors.hpp"
#include "calendar/live_calendar_service.hpp"
#include "calendar/read_file.hpp"
#include "people/service.hpp"
#include "remedy/daily_round_service.hpp"
#include "web/api/errors.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::ApiRoute;
using api::Call;
using api::Need;
using people::Permission;

constexpr std::int64_t file_bytes_max = 1'000'000;
constexpr std::int64_t name_chars_max = 500;

// ---- what holds

json::array years_json(const law::WorkingCalendar& calendar) {
    json::array years;
    for (const auto& year : calendar.years()) {
        json::array sources;
        for (const auto& source : year.sources) {
            sources.push_back(
                json::object{{"title", source.title}, {"document_number", source.document_number}});
        }
        years.push_back(json::object{{"year", year.year}, {"sources", std::move(sources)}});
    }
    return years;
}

json::array days_json(std::span<const law::CalendarDay> days) {
    json::array array;
    for (const auto& day : days) {
        array.push_back(json::object{{"date", day.date.iso()},
                                     {"is_off", day.kind == law::DayKind::off},
                                     {"name", day.name}});
    }
    return array;
}

Result<Response> list(const OfficeServices& services) {
    json::array files;
    for (const auto& file : calendar::list_loaded(services.database)) {
        files.push_back(json::object{{"id", file.public_id},
                                     {"file_name", file.file_name},
                                     {"loaded_by", file.loaded_by},
                                     {"loaded_at", file.loaded_at.iso()}});
    }
    const auto& holds = services.calendar.current();
    json::object body{{"years", years_json(holds)},
                      {"days", days_json(holds.days())},
                      {"files", std::move(files)}};
    add_actor_names(body, services.database);
    return api::json_answer(body);
}

api::Schema year_schema() {
    const auto source =
        api::object("CalendarSource", {{"title", "文件名称", api::text(name_chars_max)},
                                       {"document_number", "发文字号", api::text_or_empty()}});
    return api::object("CalendarYear", {{"year", "年份", api::number()},
                                        {"sources", "放假安排", api::list(source)}});
}

api::Schema day_schema() {
    return api::object("CalendarDay", {{"date", "日期", api::date()},
                                       {"is_off", "放假", api::flag()},
                                       {"name", "节日", api::text_or_empty()}});
}

api::Schema list_schema() {
    const auto file =
        api::object("CalendarFile", {{"id", "编号", api::text()},
                                     {"file_name", "文件名", api::text(name_chars_max)},
                                     {"loaded_by", "载入人", api::text(name_chars_max)},
                                     actor_name_field("loaded_by", "载入人姓名"),
                                     {"loaded_at", "载入时间", api::moment()}});
    return api::object("Calendars", {{"years", "已公布的年份", api::list(year_schema())},
                                     {"days", "放假和上班的日子", api::list(day_schema(), 100'000)},
                                     {"files", "载入的文件", api::list(file)}});
}

// ---- a circular

struct Upload {
    std::string name;
    std::string content;
};

Result<Upload> upload_of(const Call& call) {
    const auto* file = find(call.files, "file");
    Upload upload{.name = file->file_name.value_or(""), .content = std::string(file->content)};
    if (!text::is_utf8(upload.name)) {
        return error(api::text_unprintable, "日历文件").at("file");
    }
    if (!text::is_utf8(upload.content)) {
        return error(calendar::not_text, upload.name).at("file");
    }
    return upload;
}

json::string_view word(std::string_view text) {
    return {text.data(), text.size()};
}

// The names of agencies, looked up once each.
class AgencyNames {
public:
    explicit AgencyNames(store::Database& database) {
        for (const auto& agency : people::list_agencies(database)) {
            names_.emplace(agency.id, agency.short_name);
        }
    }

    [[nodiscard]] const std::string& of(Id<people::Agency> agency) const {
        return names_.at(agency);
    }

private:
    std::map<Id<people::Agency>, std::string> names_;
};

json::array moved_json(const remedy::MovedDates& moved, const AgencyNames& names) {
    json::array array;
    for (const auto& each : moved.of_cases) {
        array.push_back(json::object{{"kind", "case"},
                                     {"id", each.public_id},
                                     {"number", each.number},
                                     {"agency_name", names.of(each.agency)},
                                     {"date", word(label(each.date))},
                                     {"before", api::json_of(each.before)},
                                     {"after", api::json_of(each.after)}});
    }
    for (const auto& each : moved.of_remedies) {
        array.push_back(json::object{{"kind", "remedy"},
                                     {"id", each.public_id},
                                     {"number", each.title},
                                     {"agency_name", names.of(each.agency)},
                                     {"date", "答复、答辩期限"},
                                     {"before", api::json_of(each.before)},
                                     {"after", api::json_of(each.after)}});
    }
    return array;
}

json::object answer_json(const calendar::CalendarFile& read, const remedy::MovedDates& moved,
                         const AgencyNames& names) {
    return {{"year", read.years.empty() ? json::value() : json::value(read.years.front().year)},
            {"days", days_json(read.days)},
            {"moved_count", moved.size()},
            {"moved", moved_json(moved, names)}};
}

api::Schema answer_schema() {
    const auto kind = api::choice_of("MovedDateKind", {{"case", "申请"}, {"remedy", "复议、诉讼"}});
    const auto moved =
        api::object("MovedDate", {{"kind", "种类", kind},
                                  {"id", "办件", api::text()},
                                  {"number", "申请编号或者名称", api::text(name_chars_max)},
                                  {"agency_name", "机关", api::text(name_chars_max)},
                                  {"date", "期限", api::text()},
                                  {"before", "原日期", api::date(), Need::optional},
                                  {"after", "新日期", api::date(), Need::optional}});
    return api::object("CircularAnswer", {{"year", "年份", api::number(), Need::optional},
                                          {"days", "放假和上班的日子", api::list(day_schema())},
                                          {"moved_count", "变动的期限", api::number()},
                                          {"moved", "变动的日期", api::list(moved, 1'000'000)}});
}

Result<Response> preview(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto upload, upload_of(call));
    GK_TRY(const auto read, calendar::read_file(upload.name, upload.content));
    GK_TRY(const auto would_hold, services.calendar.with(upload.name, upload.content));
    GK_TRY(const auto held, desk_of(services));
    return api::json_answer(
        answer_json(read, remedy::all_dates_to_move(held.desk, would_hold, call.now.date()),
                    AgencyNames(services.database)));
}

// The calendar holds once it is loaded. Where the dates do not all come along, because the program
// stops in between, the next daily round moves the rest.
Result<Response> load(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto upload, upload_of(call));
    GK_TRY(const auto read, calendar::read_file(upload.name, upload.content));
    const auto& before = services.calendar.current();
    GK_CHECK(calendar::load_circular(services.database, upload.name, upload.content, call.actor,
                                     call.now));
    GK_CHECK(services.calendar.refresh());
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto moved, remedy::move_all_dates(held.desk, &before, call.actor, call.now));
    return api::json_answer(answer_json(read, moved, AgencyNames(services.database)));
}

ApiRoute upload_row(std::string pattern, std::string id, std::string summary,
                    api::ApiHandler handler) {
    return {.method = Method::post,
            .pattern = std::move(pattern),
            .permission = Permission::calendar_load,
            .operation_id = std::move(id),
            .summary = std::move(summary),
            .body = api::object("CircularFile", {{"file", "日历文件", api::file(file_bytes_max)}}),
            .body_kind = api::BodyKind::form,
            .answer = answer_schema(),
            .body_bytes_max = file_bytes_max + (64U << 10U),
            .handler = std::move(handler)};
}

}  // namespace

std::vector<ApiRoute> calendar_rows(const OfficeServices& services) {
    return {{.method = Method::get,
             .pattern = "/api/v1/calendars",
             .permission = Permission::sign_in,
             .operation_id = "read_calendars",
             .summary = "工作日历",
             .answer = list_schema(),
             .handler = [services](const Call&) { return list(services); }},
            upload_row("/api/v1/calendars/preview", "preview_calendar", "预览放假安排",
                       [services](const Call& call) { return preview(call, services); }),
            upload_row("/api/v1/calendars", "load_calendar", "载入放假安排",
                       [services](const Call& call) { return load(call, services); })};
}

}  // namespace gk::web::office
