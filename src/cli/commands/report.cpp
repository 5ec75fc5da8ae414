// report import, report show, report list: the annual reports that are kept.
#include <algorithm>
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "cli/command_groups.hpp"
#include "cli/commands/json_values.hpp"
#include "cli/commands/report_reference.hpp"
#include "cli/context.hpp"
#include "cli/file_argument.hpp"
#include "cli/print_error.hpp"
#include "cli/values.hpp"
#include "people/service.hpp"
#include "report/export.hpp"
#include "report/import_file.hpp"

namespace gk::cli {

namespace {

namespace json = boost::json;

using report::RelationState;
using report::StoredReport;

// ---- import

struct Imported {
    StoredReport stored;
    std::vector<report::Remark> remarks;
};

Result<Imported> import_file(const Arguments& arguments, Context& context) {
    GK_TRY(const auto reference, report_reference(arguments));
    const auto path = arguments.one("FILE").value_or("");
    GK_TRY(const auto bytes, read_file_argument(path));
    GK_TRY(const auto read, report::read_for_import(bytes, path));
    GK_TRY(auto* database, context.database());
    const auto after =
        arguments.has("--publish") ? report::AfterImport::publish : report::AfterImport::keep_draft;
    GK_TRY(auto stored,
           report::import_report(*database, reference, read.file, after, actor_of(context),
                                 context.clock().now(), arguments.one("--reason").value_or("")));
    return Imported{std::move(stored), read.remarks};
}

std::size_t count(const StoredReport& stored, RelationState state) {
    return static_cast<std::size_t>(
        std::ranges::count(stored.check.relations, state, &report::Relation::state));
}

void print_check(const StoredReport& stored, std::ostream& out) {
    out << fmt::format("勾稽关系：{}条相符，{}条不符，{}条不能核对。\n",
                       count(stored, RelationState::holds), count(stored, RelationState::fails),
                       count(stored, RelationState::not_assessable));
    for (const auto* list : {&stored.check.relations, &stored.check.more_relations}) {
        for (const auto& relation : *list) {
            if (relation.state == RelationState::fails) {
                out << fmt::format("  不符：{}\n", relation.text);
            }
        }
    }
}

Exit report_import(const Arguments& arguments, Context& context, Streams& streams) {
    const auto imported = import_file(arguments, context);
    if (!imported) {
        return fail(imported.error(), streams);
    }
    const auto& stored = imported->stored;
    streams.out << fmt::format("已导入{}年度的年度报告，{}个单元格，状态：{}（第{}版）。\n",
                               stored.key.report_year, stored.provenance.size(),
                               label(stored.status), stored.version);
    print_check(stored, streams.out);
    for (const auto& remark : imported->remarks) {
        streams.out << fmt::format("  提示：{}\n", remark.text);
    }
    return Exit::ok;
}

// ---- show

struct Shown {
    people::Agency agency;
    StoredReport stored;
    std::string text;  // The report as text or as JSON.
};

Result<Shown> look_up(const Arguments& arguments, Context& context) {
    GK_TRY(const auto reference, report_reference(arguments));
    GK_TRY(auto* database, context.database());
    GK_TRY(auto agency, people::find_agency(*database, reference.agency_code));
    GK_TRY(auto stored, report::find_report(*database, reference, actor_of(context)));
    const auto kind = arguments.has("--json") ? report::ExportKind::json : report::ExportKind::txt;
    auto text = report::export_report(
        stored.report, kind,
        {.agency_name = agency.name, .made_at = context.clock().now(), .fonts = {}});
    return Shown{std::move(agency), std::move(stored), std::move(text)};
}

void print_words(const Shown& shown, std::ostream& out) {
    const auto& stored = shown.stored;
    out << fmt::format("{}（{}） {}年度 {}（第{}版）\n", shown.agency.name, shown.agency.code,
                       stored.key.report_year, label(stored.status), stored.version);
    for (const auto& act : stored.acts) {
        out << fmt::format("  {}  {}  {}{}\n", act.at.minutes(), label(act.action), act.actor,
                           act.comment.empty() ? "" : "：" + act.comment);
    }
    print_check(stored, out);
    out << '\n' << shown.text;
}

json::object json_of(const Shown& shown) {
    const auto& stored = shown.stored;
    json::array acts;
    for (const auto& act : stored.acts) {
        acts.push_back({{"action", key(act.action)},
                        {"actor", act.actor},
                        {"at", act.at.iso()},
                        {"comment", act.comment}});
    }
    json::array sources;
    for (const auto& source : stored.sources) {
        sources.push_back({{"number", source.number},
                           {"file_name", source.file_name},
                           {"sha256", source.sha256}});
    }
    json::object provenance;
    for (const auto& [cell, from] : stored.provenance) {
        provenance[cell] = {{"origin", key(from.origin)},
                            {"source", from.source_number ? json::value(*from.source_number)
                                                          : json::value(nullptr)}};
    }
    json::array failing;
    for (const auto& relation : stored.check.relations) {
        if (relation.state == RelationState::fails) {
            failing.push_back({{"code", relation.code}, {"text", relation.text}});
        }
    }
    return {{"agency_code", shown.agency.code},
            {"agency_name", shown.agency.name},
            {"report_year", stored.key.report_year},
            {"status", key(stored.status)},
            {"version", stored.version},
            {"acts", std::move(acts)},
            {"sources", std::move(sources)},
            {"provenance", std::move(provenance)},
            {"failing", std::move(failing)},
            {"report", json::parse(shown.text)}};
}

Exit report_show(const Arguments& arguments, Context& context, Streams& streams) {
    const auto shown = look_up(arguments, context);
    if (!shown) {
        return fail(shown.error(), arguments, streams);
    }
    if (arguments.has(json_option.name)) {
        print_json(json_of(*shown), streams.out);
    } else {
        print_words(*shown, streams.out);
    }
    return Exit::ok;
}

// ---- list

Result<std::vector<report::ReportSummary>> all_reports(const Arguments& arguments,
                                                       Context& context) {
    GK_TRY(auto* database, context.database());
    return report::list_reports(*database, arguments.one("--agency"), actor_of(context));
}

Exit report_list(const Arguments& arguments, Context& context, Streams& streams) {
    const auto reports = all_reports(arguments, context);
    if (!reports) {
        return fail(reports.error(), streams);
    }
    for (const auto& each : *reports) {
        streams.out << fmt::format("{}  {}  {}  {}  {}\n", each.report_year, each.agency_code,
                                   label(each.status), report::format_key(each.format), each.title);
    }
    return Exit::ok;
}

// ---- the rows

constexpr Option import_options[] = {
    report_agency_option,
    report_year_option,
    {.name = "--publish", .takes = Takes::nothing, .value_name = {}, .help = "导入后随即公开。"},
    {.name = "--reason",
     .takes = Takes::one,
     .value_name = "TEXT",
     .help = "勾稽关系不符仍要公开的理由；记入审核通过这一步。"}};
constexpr Option show_options[] = {report_agency_option, report_year_option, json_option};
constexpr Option list_options[] = {{.name = "--agency",
                                    .takes = Takes::one,
                                    .value_name = "CODE",
                                    .help = "只列出这个行政机关的。"}};
constexpr Positional import_positionals[] = {
    {.name = "FILE", .takes = Takes::one, .help = "年度报告的文件。"}};

constexpr Command rows[] = {
    {.name = "report import",
     .summary = "导入年度报告，成为草稿",
     .description = "草稿和退回修改的报告可以再次导入，内容以最后一次为准；已公开的不能覆盖。"
                    "勾稽关系不符的，写明理由才能公开。",
     .positionals = import_positionals,
     .options = import_options,
     .permission = people::Permission::operate,
     .run = report_import},
    {.name = "report show",
     .summary = "显示一份年度报告",
     .description = {},
     .positionals = {},
     .options = show_options,
     .permission = people::Permission::operate,
     .run = report_show},
    {.name = "report list",
     .summary = "列出年度报告",
     .description = {},
     .positionals = {},
     .options = list_options,
     .permission = people::Permission::operate,
     .run = report_list},
};

}  // namespace

std::span<const Command> report_commands() {
    return rows;
}

}  // namespace gk::cli
