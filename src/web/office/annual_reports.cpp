// Annual reports in the office: typed, imported, checked, sent on step by step.
#include <algorithm>
#include <array>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/number.hpp"
#include "report/edit_service.hpp"
#include "report/errors.hpp"
#include "report/export.hpp"
#include "report/import_file.hpp"
#include "report/service.hpp"
#include "web/api/bulk.hpp"
#include "web/api/errors.hpp"
#include "web/api/json_answer.hpp"
#include "web/api/list.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/annual_report_json.hpp"
#include "web/office/rows.hpp"
#include "web/office/todo.hpp"

namespace gk::web::office {

namespace {

using api::ApiRoute;
using api::Call;
using api::Need;
using people::Permission;
using report::ReportAction;
using report::ReportReference;
using report::StoredReport;

constexpr std::string_view of_agency = "/api/v1/agencies/{agency}/annual-reports";
constexpr std::string_view of_year = "/api/v1/agencies/{agency}/annual-reports/{year}";
constexpr std::int64_t cell_chars_max = 40;
constexpr std::int64_t comment_chars_max = 2'000;

ReportReference reference_of(const Call& call, int year) {
    return {.agency_code = call.agency->code,
            .report_year = year,
            .version = call.body.number_if("version")};
}

Response answer_of(const StoredReport& stored, const Call& call, store::Database& database) {
    auto body = report_json(stored, *call.agency, call.actor, call.now.date());
    add_actor_names(body, database);
    return api::json_answer(body);
}

// ---- the list

Result<std::int64_t> load_lines(const Call& call, const ListPart& part, const api::TakeRow& take,
                                store::Database& database) {
    auto lines = report::list_reports(database, call.query.text_if("agency"), call.actor);
    const auto status = call.query.choice_if("status", report::report_status_of);
    const auto year = call.query.number_if("year");
    std::erase_if(lines, [&](const report::ReportSummary& line) {
        return !call.actor.may(Permission::report_read, line.agency) ||
               (status && line.status != *status) || (year && line.report_year != *year);
    });
    if (part.direction == Direction::ascending) {
        std::ranges::reverse(lines);
    }
    const auto total = static_cast<std::int64_t>(lines.size());
    for (auto at = part.offset; at < std::min(total, part.offset + part.limit); ++at) {
        const auto& line = lines[static_cast<std::size_t>(at)];
        const document::SheetCell cells[] = {
            line.agency_name,
            std::int64_t{line.report_year},
            line.title,
            std::string(label(line.status)),
            line.changed_at,
            line.published_at ? document::SheetCell(*line.published_at) : document::SheetCell()};
        take(report_line_json(line), cells);
    }
    return total;
}

api::ListSpec report_list(store::Database& database) {
    return {.pattern = "/api/v1/annual-reports",
            .permission = Permission::report_read,
            .things = "annual_reports",
            .summary = "年度报告",
            .filters = {{"agency", "机关", api::text(40), Need::optional},
                        {"year", "年度", api::number(), Need::optional},
                        {"status", "状态", api::choice("ReportStatus", report::report_statuses()),
                         Need::optional}},
            .sorts = {"year"},
            .item = report_line_schema(),
            .columns = {{"agency_name", 30},
                        {"year", 8},
                        {"title", 50},
                        {"status", 12},
                        {"changed_at", 18},
                        {"published_at", 18}},
            .load = [&database](const Call& call, const ListPart& part, const api::TakeRow& take) {
                return load_lines(call, part, take, database);
            }};
}

// ---- typing

std::optional<law::Section> section_of(std::string_view key) {
    const auto sections = law::sections();
    const auto found = std::ranges::find_if(
        sections, [key](law::Section section) { return law::key(section) == key; });
    return found == sections.end() ? std::nullopt : std::optional(*found);
}

api::Schema section_choice() {
    std::vector<api::Choice> choices;
    for (const auto section : law::sections()) {
        choices.push_back({std::string(law::key(section)),
                           std::string(law::title(section, law::ReportFormat::form_2021))});
    }
    return api::choice_of("ReportSectionKey", std::move(choices));
}

report::ReportEdit edit_of(const api::Fields& body) {
    report::ReportEdit edit;
    edit.title = body.text_if("title");
    if (body.has("preamble")) {
        edit.preamble = body.texts("preamble");
    }
    if (body.has("cells")) {
        for (const auto& cell : body.objects("cells")) {
            edit.cells.push_back({cell.text("cell"), cell.text("printed")});
        }
    }
    if (body.has("sections")) {
        for (const auto& section : body.objects("sections")) {
            edit.sections.push_back(
                {section.choice("key", section_of), section.texts("paragraphs")});
        }
    }
    return edit;
}

api::Schema edit_schema() {
    const auto paragraphs = api::list(api::long_text_or_empty());
    const auto cell = api::object(
        "TypedCell",
        {{"cell", "单元格", api::text()}, {"printed", "数字", api::text_or_empty(cell_chars_max)}});
    const auto section = api::object(
        "TypedSection", {{"key", "部分", section_choice()}, {"paragraphs", "正文", paragraphs}});
    return api::object("ReportEdit", {api::version_field(),
                                      {"title", "标题", api::text(), Need::optional},
                                      {"preamble", "前言", paragraphs, Need::optional},
                                      {"cells", "单元格", api::list(cell), Need::optional},
                                      {"sections", "各部分", api::list(section), Need::optional}});
}

// ---- acts

Result<std::int64_t> take_act(store::Database& database, const ReportReference& reference,
                              ReportAction action, const std::string& comment,
                              const people::Actor& actor, Moment now) {
    switch (action) {
        case ReportAction::submit:
            return report::submit_report(database, reference, actor, now);
        case ReportAction::send_back:
            return report::send_back_report(database, reference, comment, actor, now);
        case ReportAction::clear:
            return report::clear_report(database, reference, comment, actor, now);
        case ReportAction::publish:
            return report::publish_report(database, reference, actor, now);
        case ReportAction::start:
        case ReportAction::edit:
        case ReportAction::import_file:
        case ReportAction::compute:
            break;
    }
    return error(api::thing_not_found);
}

Result<StoredReport> acted(const Call& call, store::Database& database) {
    const auto action = report::report_action_of(call.argument("action"));
    if (!action) {
        return error(api::thing_not_found);
    }
    const auto reference = reference_of(call, call.year());
    GK_CHECK(take_act(database, reference, *action, call.body.text_if("comment").value_or(""),
                      call.actor, call.now));
    return report::find_report(database, {reference.agency_code, reference.report_year},
                               call.actor);
}

// `id` is a year.
Result<void> permit_one(const Call& call, const std::string& id, ReportAction action,
                        store::Database& database) {
    const auto year = text::year_number(id);
    if (!year) {
        return error(api::thing_not_found);
    }
    GK_TRY(const auto stored,
           report::find_report(database, {call.agency->code, *year}, call.actor));
    GK_CHECK(report::permit(action, stored.standing(), call.actor, call.now.date()));
    return action == ReportAction::submit ? report::check_cells(stored) : Result<void>();
}

ApiRoute bulk_row(ReportAction action, std::string_view pattern, store::Database& database) {
    return api::bulk_route(
        {.pattern = std::string(of_agency) + std::string(pattern),
         .permission = report::permission_for(action),
         .operation_id = std::string(key(action)) + "_annual_reports",
         .summary = "批量" + std::string(label(action)) + "年度报告",
         .permit = [action, &database](
                       const Call& call,
                       const std::string& id) { return permit_one(call, id, action, database); },
         .act = [action, &database](const Call& call, const std::string& id) -> Result<void> {
             GK_CHECK(permit_one(call, id, action, database));
             GK_CHECK(take_act(database, {call.agency->code, *text::year_number(id)}, action, {},
                               call.actor, call.now));
             return {};
         }});
}

// ---- files

Result<StoredReport> imported(const Call& call, store::Database& database) {
    const auto* file = find(call.files, "file");
    GK_TRY(const auto read,
           report::read_upload_for_import(file->content, file->file_name.value_or("")));
    return report::import_report(database, reference_of(call, call.year()), read.file,
                                 report::AfterImport::keep_draft, call.actor, call.now);
}

Result<Response> download(const Call& call, const OfficeServices& services) {
    const auto kind = report::export_kind_of(call.argument("format"));
    if (!kind || *kind == report::ExportKind::html) {
        return error(api::thing_not_found);
    }
    GK_TRY(const auto stored,
           report::find_report(services.database, reference_of(call, call.year()), call.actor));
    return api::file_answer(report::export_report(stored.report, *kind,
                                                  {.agency_name = call.agency->name,
                                                   .made_at = stored.acts.back().at,
                                                   .fonts = {.folder = services.font_folder}}),
                            report::media_type(*kind),
                            stored.report.title + "." + std::string(report::key(*kind)));
}

Result<Response> compared(const Call& call, store::Database& database) {
    GK_TRY(const auto stored,
           report::find_report(database, reference_of(call, call.year()), call.actor));
    GK_TRY(const auto previous,
           report::find_report(database, reference_of(call, call.year() - 1), call.actor));
    return api::json_answer(comparison_json(
        report::compare(previous.report, stored.report, report::Agencies::same), call.year() - 1));
}

// A handler that answers with the report as it is afterwards.
template <typename Function>
api::ApiHandler answering(store::Database& database, Function function) {
    return [&database, function](const Call& call) -> Result<Response> {
        GK_TRY(const auto stored, function(call, database));
        return answer_of(stored, call, database);
    };
}

ApiRoute row(Method method, std::string pattern, Permission permission, std::string id,
             std::string summary, api::ApiHandler handler) {
    return {.method = method,
            .pattern = std::move(pattern),
            .permission = permission,
            .operation_id = std::move(id),
            .summary = std::move(summary),
            .answer = report_schema(),
            .handler = std::move(handler)};
}

void add_changes(std::vector<ApiRoute>& rows, store::Database& database) {
    auto start =
        row(Method::post, std::string(of_agency), Permission::report_edit, "start_annual_report",
            "起草年度报告", answering(database, [](const Call& call, store::Database& where) {
                return report::start_report(
                    where, reference_of(call, static_cast<int>(call.body.number("year"))),
                    call.actor, call.now);
            }));
    start.body = api::object("NewAnnualReport", {{"year", "年度", api::number(1900, 2199)}});
    auto edit =
        row(Method::patch, std::string(of_year), Permission::report_edit, "edit_annual_report",
            "保存所填内容", answering(database, [](const Call& call, store::Database& where) {
                return report::edit_report(where, reference_of(call, call.year()),
                                           edit_of(call.body), call.actor, call.now);
            }));
    edit.body = edit_schema();
    auto import =
        row(Method::post, std::string(of_year) + "/actions/import-file", Permission::report_edit,
            "import_annual_report", "导入年度报告文件", answering(database, imported));
    import.body =
        api::object("ReportFile", {{"file", "年度报告文件", api::file(report::upload_bytes_max)},
                                   {"version", "版本", api::number(), Need::optional}});
    import.body_kind = api::BodyKind::form;
    import.body_bytes_max = report::upload_bytes_max + (64U << 10U);
    auto act =
        row(Method::post, std::string(of_year) + "/actions/{action}", Permission::report_read,
            "act_on_annual_report", "办理年度报告", answering(database, acted));
    act.body = api::object(
        "ReportActing",
        {api::version_field(),
         {"comment", "意见或理由", api::long_text_or_empty(comment_chars_max), Need::optional}});
    for (auto* each : {&start, &edit, &import, &act}) {
        rows.push_back(std::move(*each));
    }
}

}  // namespace

std::vector<Counter> count_annual_reports(const OfficeServices& services,
                                          const people::Actor& actor, Moment /*now*/) {
    struct Waiting {
        report::ReportStatus status;
        Permission needed;
    };

    constexpr std::array waiting = {
        Waiting{report::ReportStatus::submitted, Permission::report_review},
        Waiting{report::ReportStatus::sent_back, Permission::report_edit},
        Waiting{report::ReportStatus::cleared, Permission::report_publish}};
    std::vector<Counter> counters;
    const auto lines = report::list_reports(services.database, std::nullopt, actor);
    for (const auto& [status, needed] : waiting) {
        if (!actor.may(needed)) {
            continue;
        }
        const auto count = std::ranges::count_if(lines, [&](const report::ReportSummary& line) {
            return line.status == status && actor.may(needed, line.agency);
        });
        const std::string word(key(status));
        counters.push_back({"annual_reports_" + word, "年度报告：" + std::string(label(status)),
                            count, "/reports?status=" + word});
    }
    return counters;
}

std::vector<ApiRoute> annual_report_rows(const OfficeServices& services) {
    auto& database = services.database;
    auto rows = api::list_routes(report_list(database));
    rows.push_back(
        row(Method::get, std::string(of_year), Permission::report_read, "read_annual_report",
            "查看年度报告", answering(database, [](const Call& call, store::Database& where) {
                return report::find_report(where, reference_of(call, call.year()), call.actor);
            })));
    add_changes(rows, database);
    auto comparison = row(Method::get, std::string(of_year) + "/comparison",
                          Permission::report_read, "compare_annual_report", "与上一年度对比",
                          [&database](const Call& call) { return compared(call, database); });
    comparison.answer = comparison_schema();
    rows.push_back(std::move(comparison));
    auto file = row(Method::get, std::string(of_year) + "/files/{format}", Permission::report_read,
                    "download_annual_report", "下载年度报告",
                    [services](const Call& call) { return download(call, services); });
    file.answer.reset();
    file.media_type = "application/octet-stream";
    rows.push_back(std::move(file));
    rows.push_back(bulk_row(ReportAction::submit, "/bulk/submit", database));
    rows.push_back(bulk_row(ReportAction::publish, "/bulk/publish", database));
    return rows;
}

}  // namespace gk::web::office
