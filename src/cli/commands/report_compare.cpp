// report compare: two reports side by side, from files or from what is kept.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/number.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/print_error.hpp"
#include "document/extract.hpp"
#include "report/compare.hpp"
#include "report/compare_json.hpp"
#include "report/errors.hpp"
#include "report/read.hpp"
#include "report/report_document.hpp"
#include "report/service.hpp"
#include "report/statutory_table.hpp"

namespace gk::cli {

namespace {

using report::Comparison;
using report::RelationState;

// One of the two, and the agency whose it is where it is one of ours.
struct Side {
    std::string source;
    report::AnnualReport report;
    std::optional<std::string> agency_code;
};

// "lihe:2023"; nothing for any other word, and for the name of a file that is there.
std::optional<report::ReportReference> kept_report(const std::string& word) {
    const auto colon = word.rfind(':');
    std::error_code ignored;
    if (colon == std::string::npos || std::filesystem::exists(word, ignored)) {
        return std::nullopt;
    }
    const auto year = text::year_number(std::string_view(word).substr(colon + 1));
    if (!year) {
        return std::nullopt;
    }
    return report::ReportReference{.agency_code = word.substr(0, colon), .report_year = *year};
}

Result<Side> side_of(const std::string& word, Context& context) {
    if (const auto reference = kept_report(word)) {
        GK_TRY(auto* database, context.database());
        GK_TRY(auto stored,
               report::find_report(*database, *reference, people::operator_named(context.actor())));
        return Side{word, std::move(stored.report), reference->agency_code};
    }
    GK_TRY(const auto document, document::extract_file(word));
    auto reading = report::read(document);
    if (reading.status == report::ReadStatus::not_a_report) {
        return error(report::file_is_no_report, word);
    }
    return Side{word, std::move(reading.report), std::nullopt};
}

report::Agencies agencies_of(const Side& first, const Side& second) {
    if (first.agency_code && second.agency_code) {
        return first.agency_code == second.agency_code ? report::Agencies::same
                                                       : report::Agencies::different;
    }
    return report::agencies_of(first.report, second.report);
}

std::string name_of(const Side& side) {
    const auto& report = side.report;
    return fmt::format(
        "{}（{}{}）", side.source, report.agency.value_or("文中没有写明机关"),
        report.report_year ? fmt::format("，{}年度", *report.report_year) : "，年度不明");
}

std::string words_of(const report::Figure* figure) {
    if (figure == nullptr || figure->mark == report::Mark::absent) {
        return "（没有）";
    }
    return figure->mark == report::Mark::blank ? "（空白）" : report::shown(*figure);
}

std::string words_of(const std::optional<Decimal>& change) {
    if (!change || *change == Decimal(0)) {
        return {};
    }
    const auto is_more = *change > Decimal(0);
    const auto amount = is_more ? *change : Decimal(0) - *change;
    return (is_more ? "，增加" : "，减少") + amount.text();
}

std::string_view words_of(RelationState state) {
    switch (state) {
        case RelationState::holds:
            return "相符";
        case RelationState::fails:
            return "不符";
        case RelationState::not_assessable:
            return "不能核对";
    }
    GK_ASSERT(!"a state of a relation");
    return {};
}

void print_cells(const Comparison& comparison, std::ostream& out) {
    out << fmt::format("数据：共{}项，{}项有变化。\n", comparison.cells.size(),
                       comparison.change_count());
    for (const auto& cell : comparison.cells) {
        if (cell.differs()) {
            out << fmt::format("  {}：{} → {}{}\n", cell.label, words_of(cell.first),
                               words_of(cell.second), words_of(cell.change));
        }
    }
}

void print_relations(const Comparison& comparison, std::ostream& out) {
    if (comparison.relations.empty()) {
        out << "跨年度关系：不适用。两份是同一机关前后两个年度的报告时才核对。\n";
        return;
    }
    out << "跨年度关系：\n";
    for (const auto& relation : comparison.relations) {
        out << fmt::format("  {}：{}\n", words_of(relation.state),
                           relation.text.empty() ? relation.code : relation.text);
    }
}

void print_text(const Comparison& comparison, const report::AnnualReport& second,
                std::ostream& out) {
    const auto& similarity = comparison.similarity;
    out << fmt::format("文字：第二份的文字有{}%与第一份相同（数字和标点不计），共{}处。\n",
                       std::lround(similarity.share * 100), similarity.passages.size());
    for (const auto& passage : similarity.passages) {
        out << fmt::format("  {}，第{}段：{}\n", report::numbered_title(second, passage.section),
                           passage.paragraph + 1, report::text_of(passage, second));
    }
}

bool has_error(const report::Relation& relation) {
    return relation.state == RelationState::fails && relation.severity == report::Severity::error;
}

Exit report_compare(const Arguments& arguments, Context& context, Streams& streams) {
    const auto first = side_of(*arguments.one("A"), context);
    if (!first) {
        return fail(first.error(), streams);
    }
    const auto second = side_of(*arguments.one("B"), context);
    if (!second) {
        return fail(second.error(), streams);
    }
    const auto comparison =
        report::compare(first->report, second->report, agencies_of(*first, *second));
    if (arguments.has("--json")) {
        streams.out << report::to_compare_json({first->source, first->report},
                                               {second->source, second->report}, comparison)
                    << '\n';
    } else {
        streams.out << fmt::format("第一份：{}\n第二份：{}\n", name_of(*first), name_of(*second));
        print_cells(comparison, streams.out);
        print_relations(comparison, streams.out);
        print_text(comparison, second->report, streams.out);
    }
    return std::ranges::any_of(comparison.relations, has_error) ? Exit::failed : Exit::ok;
}

constexpr Positional two_reports[] = {
    {.name = "A",
     .takes = Takes::one,
     .help = "第一份：报告文件，或者“机关:年度”，例如 lihe:2022。"},
    {.name = "B", .takes = Takes::one, .help = "第二份，写法相同；通常是较晚的一份。"},
};

constexpr Option options[] = {
    {.name = "--json", .takes = Takes::nothing, .value_name = {}, .help = "输出一行 JSON。"},
};

}  // namespace

std::span<const Command> report_compare_commands() {
    static constexpr Command all[] = {
        {.name = "report compare",
         .summary = "对比两份年度报告",
         .description =
             "列出有变化的每个数据、跨年度的勾稽关系和相同的文字。可以是同一机关的两个年度，也可以"
             "是两个机关。\n\n退出状态：0 跨年度关系没有不符的；1 有一条不符；2 有一份没有读出。",
         .positionals = two_reports,
         .options = options,
         .permission = people::Permission::operate,
         .run = report_compare},
    };
    return all;
}

}  // namespace gk::cli
