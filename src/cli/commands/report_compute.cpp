// report compute: tables 三 and 四 out of the cases, and the cases behind a cell.
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "cli/calendar_option.hpp"
#include "cli/command_groups.hpp"
#include "cli/commands/json_values.hpp"
#include "cli/commands/report_reference.hpp"
#include "cli/context.hpp"
#include "report/compute_service.hpp"

namespace gk::cli {

namespace {

constexpr std::string_view scope_option = "--remedies";
constexpr std::string_view cell_option = "--cell";
constexpr int cases_shown_max = 1000;
constexpr std::string_view scope_words[] = {"all-of-year", "filed-in-year"};

// Nothing: as the agency has laid down.
std::optional<report::RemedyScope> scope_of(const Arguments& arguments) {
    const auto word = arguments.one(scope_option);
    if (!word) {
        return std::nullopt;
    }
    return *word == scope_words[1] ? report::RemedyScope::filed_in_year
                                   : report::RemedyScope::all_of_year;
}

Result<report::Computed> compute(const Arguments& arguments, Context& context) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto calendar, live_calendar_of(arguments, context));
    GK_TRY(const auto reference, report_reference(arguments));
    return report::compute_report({.database = *database, .calendar = calendar}, reference,
                                  scope_of(arguments), actor_of(context), context.clock().now());
}

void print_relations(const report::StoredReport& stored, std::ostream& out) {
    int failing = 0;
    for (const auto* list : {&stored.check.relations, &stored.check.more_relations}) {
        for (const auto& relation : *list) {
            if (relation.state == report::RelationState::fails) {
                ++failing;
                out << fmt::format("  {}：{}\n", relation.code, relation.text);
            }
        }
    }
    out << (failing == 0 ? "勾稽关系全部符合。\n" : fmt::format("勾稽关系有{}处不符。\n", failing));
}

void print_in_words(const report::Computed& computed, std::ostream& out) {
    const auto& stored = computed.stored;
    if (computed.is_locked) {
        out << fmt::format("{}年度的报告已是“{}”，没有改动；与案件比较：\n", stored.key.report_year,
                           label(stored.status));
    } else {
        out << fmt::format("已由案件计算{}年度的表三、表四，存为第{}版{}。\n",
                           stored.key.report_year, stored.version, label(stored.status));
    }
    for (const auto& each : computed.differences) {
        out << fmt::format("  {}：原为“{}”，按案件为“{}”。\n", each.label, each.kept,
                           each.computed);
    }
    if (computed.differences.empty()) {
        out << "  与原有数字一致。\n";
    } else if (!computed.figures_of) {
        out << "  原有数字是手工录入或者导入的，没有案件记录可以对照。\n";
    }
    for (const auto& each : computed.movements) {
        out << fmt::format("  {}：原计入“{}”，{}{}后计入“{}”。\n", each.number, each.before,
                           each.acted_at.minutes(), each.act, each.now);
    }
    out << computed.fee_sentence << '\n';
    print_relations(stored, out);
}

boost::json::object json_of(const report::Computed& computed) {
    boost::json::array differences;
    for (const auto& each : computed.differences) {
        differences.push_back({{"cell", each.cell_name},
                               {"label", each.label},
                               {"kept", each.kept},
                               {"computed", each.computed}});
    }
    boost::json::array movements;
    for (const auto& each : computed.movements) {
        movements.push_back({{"kind", each.is_remedy ? "remedy" : "case"},
                             {"id", each.public_id},
                             {"number", each.number},
                             {"before", each.before},
                             {"now", each.now},
                             {"act", each.act},
                             {"acted_at", each.acted_at.iso()}});
    }
    return {
        {"report_year", computed.stored.key.report_year}, {"version", computed.stored.version},
        {"status", key(computed.stored.status)},          {"is_locked", computed.is_locked},
        {"has_error", computed.stored.check.has_error()}, {"fee_sentence", computed.fee_sentence},
        {"differences", std::move(differences)},          {"movements", std::move(movements)}};
}

Result<report::CountedCases> look_into(const std::string& cell, const Arguments& arguments,
                                       Context& context) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto reference, report_reference(arguments));
    return report::cases_of_cell(*database, reference, cell, scope_of(arguments), cases_shown_max,
                                 0, actor_of(context));
}

Exit show_cell(const std::string& cell, const Arguments& arguments, Context& context,
               Streams& streams) {
    const auto found = look_into(cell, arguments, context);
    if (!found) {
        return fail(found.error(), arguments, streams);
    }
    if (arguments.has(json_option.name)) {
        boost::json::array cases;
        for (const auto& each : found->cases) {
            cases.push_back({{"id", each.public_id},
                             {"number", each.number},
                             {"title", each.title},
                             {"received_on", each.received_on.iso()}});
        }
        print_json({{"total", found->total}, {"cases", std::move(cases)}}, streams.out);
        return Exit::ok;
    }
    streams.out << fmt::format("共{}件。\n", found->total);
    for (const auto& each : found->cases) {
        streams.out << fmt::format("  {}  {}  {}\n", each.number, each.received_on.iso(),
                                   each.title);
    }
    return Exit::ok;
}

Exit run_compute(const Arguments& arguments, Context& context, Streams& streams) {
    if (const auto cell = arguments.one(cell_option)) {
        return show_cell(*cell, arguments, context, streams);
    }
    const auto computed = compute(arguments, context);
    if (!computed) {
        return fail(computed.error(), arguments, streams);
    }
    if (arguments.has(json_option.name)) {
        print_json(json_of(*computed), streams.out);
    } else {
        print_in_words(*computed, streams.out);
    }
    const bool is_as_it_should_be = !computed->stored.check.has_error() &&
                                    !(computed->is_locked && !computed->differences.empty());
    return is_as_it_should_be ? Exit::ok : Exit::failed;
}

constexpr Option compute_options[] = {
    report_agency_option,
    report_year_option,
    {.name = scope_option,
     .takes = Takes::one,
     .value_name = "WHICH",
     .help = "表四计哪些案件：all-of-year 包括以前年度受理、本年审结或者年末尚未审结的；"
             "filed-in-year 只计本年受理、立案的；不写时按机关的设置，没有设置的是 all-of-year。",
     .choices = scope_words},
    {.name = cell_option,
     .takes = Takes::one,
     .value_name = "CELL",
     .help = "不计算，只列出这个单元格的案件，例如 applications.granted[6]。"},
    calendar_option,
    json_option,
};

constexpr Command rows[] = {
    {.name = "report compute",
     .summary = "由案件计算年度报告的表三、表四",
     .description = "按收到、办结的日期计算，存入草稿并核对勾稽关系；手工录入的表二和文字不动。"
                    "已报送、审核通过或者公开的报告不改动，只与案件比较，并逐件说明差异的原因。"
                    "勾稽关系不符，或者已锁定的报告与案件不一致的，退出状态为 1。",
     .positionals = {},
     .options = compute_options,
     .permission = people::Permission::operate,
     .run = run_compute},
};

}  // namespace

std::span<const Command> report_compute_commands() {
    return rows;
}

}  // namespace gk::cli
