// R5 to R9 and R11: across two years, the kinds of figures, who may make 规章, fees mentioned.
#include <algorithm>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "report/cell_label.hpp"
#include "report/check_parts.hpp"

namespace gk::report {

namespace {

using law::CrossCheck;
using law::ReportFormat;

std::string code_of(CrossCheck check, std::string_view of) {
    return of.empty() ? std::string(law::key(check)) : fmt::format("{}[{}]", law::key(check), of);
}

Relation relation_of(CrossCheck check, std::string_view of, RelationState state) {
    Relation relation;
    relation.code = code_of(check, of);
    relation.state = state;
    relation.severity =
        law::level(check) == law::CheckLevel::error ? Severity::error : Severity::warning;
    return relation;
}

// R5, R6: against the report of the year before, as far as either has the table.
void add_cross_year(const AnnualReport& report, const AnnualReport* previous,
                    std::vector<Relation>& relations) {
    if (previous == nullptr) {
        return;
    }
    if (!report.applications.empty() && !previous->applications.empty()) {
        for (const auto& equation : law::carry_over_equations()) {
            relations.push_back(evaluate(equation, report, previous));
        }
    }
    if (report.proactive_format == ReportFormat::form_2021 &&
        previous->proactive_format == ReportFormat::form_2021) {
        for (const auto& equation : law::stock_equations()) {
            relations.push_back(evaluate(equation, report, previous));
        }
    }
}

class FigureCheck {
public:
    FigureCheck(ReportFormat format, std::vector<Relation>& relations)
        : format_(format), relations_(relations) {}

    void add(const Figure& figure, law::FigureKind kind, const law::ReportCell& cell) {
        if (!figure.value) {
            return;
        }
        ++count_;
        if (law::is_possible(kind, *figure.value)) {
            return;
        }
        const auto name = name_of(cell);
        auto relation = relation_of(CrossCheck::r7, name, RelationState::fails);
        relation.left = figure.value;
        relation.cells = {name};
        relation.place = figure.place;
        relation.text = fmt::format("{}应为{}，文中是{}。", cell_label(name, format_),
                                    kind == law::FigureKind::count          ? "不小于0的整数"
                                    : kind == law::FigureKind::signed_count ? "整数"
                                                                            : "不小于0的数",
                                    figure.value->text());
        relations_.push_back(std::move(relation));
        ++failed_;
    }

    void finish() {
        if (count_ > 0 && failed_ == 0) {
            auto relation = relation_of(CrossCheck::r7, {}, RelationState::holds);
            relation.text = fmt::format("{}个数字都符合格式对整数、正负的要求。", count_);
            relations_.push_back(std::move(relation));
        }
    }

private:
    ReportFormat format_;
    std::vector<Relation>& relations_;
    int count_ = 0;
    int failed_ = 0;
};

// R7: every figure is of the kind that its cell takes.
void add_figure_kinds(const AnnualReport& report, std::vector<Relation>& relations) {
    FigureCheck figures(report.format.value_or(ReportFormat::form_2021), relations);
    if (report.proactive_format) {
        for (const auto& cell : law::proactive_cells(*report.proactive_format)) {
            if (const auto* figure = figure_of(report, cell)) {
                figures.add(*figure, cell.kind, cell);
            }
        }
    }
    for (const auto& [row, row_figures] : report.applications) {
        for (const auto column : law::applicant_columns()) {
            figures.add(row_figures[static_cast<std::size_t>(column)], law::FigureKind::count,
                        law::ApplicationCell{row, column});
        }
    }
    for (const auto& [group, group_figures] : report.remedies) {
        for (const auto result : law::remedy_results()) {
            figures.add(group_figures[static_cast<std::size_t>(result)], law::FigureKind::count,
                        law::RemedyCell{group, result});
        }
    }
    figures.finish();
}

// R8: the amount is printed in 万元, as its head says.
void add_fee_unit(const AnnualReport& report, std::vector<Relation>& relations) {
    constexpr std::string_view key = "fees_10k_yuan";
    const auto found = report.proactive_disclosure.find(key);
    if (found == report.proactive_disclosure.end()) {
        return;
    }
    const auto& figure = found->second;
    if (!figure.value) {
        relations.push_back(relation_of(CrossCheck::r8, key, RelationState::not_assessable));
        return;
    }
    const bool is_in_yuan = figure.printed.ends_with("元") && !figure.printed.ends_with("万元");
    auto relation =
        relation_of(CrossCheck::r8, key, is_in_yuan ? RelationState::fails : RelationState::holds);
    relation.left = figure.value;
    relation.cells = {fmt::format("proactive_disclosure.{}", key)};
    relation.place = figure.place;
    relation.text = is_in_yuan
                        ? fmt::format("“本年收费金额”的单位是万元，文中印的是“{}”，按{}万元读取。",
                                      figure.printed, figure.value->text())
                        : fmt::format("“本年收费金额”{}万元。", figure.value->text());
    relations.push_back(std::move(relation));
}

// R9: only for an agency whose level is known.
void add_rule_making(const AnnualReport& report, const CheckContext& context,
                     std::vector<Relation>& relations) {
    if (!context.level || !report.proactive_format || report.proactive_disclosure.empty()) {
        return;
    }
    for (const auto& equation :
         law::rule_making_equations(*report.proactive_format, *context.level)) {
        relations.push_back(evaluate(equation, report, nullptr));
        if (relations.back().state == RelationState::fails) {
            relations.back().hint = fmt::format(
                "{}"
                "没有规章制定权（立法法第九十一条、第九十三条）；请核对是否应填在“行政规范性文件”"
                "。",
                law::label(*context.level));
        }
    }
}

// R11: applications closed because no fee was paid are explained in section 六.
void add_fee_mention(const AnnualReport& report, std::vector<Relation>& relations) {
    const auto rule = law::fee_mention();
    const auto* figure = figure_of(report, rule.cell);
    if (figure == nullptr) {
        return;
    }
    if (!figure->value || report.is_truncated) {
        relations.push_back(relation_of(CrossCheck::r11, {}, RelationState::not_assessable));
        return;
    }
    const auto& section = report.sections[static_cast<std::size_t>(rule.section)];
    const bool is_mentioned = std::ranges::any_of(section.paragraphs, [&](const auto& paragraph) {
        return std::ranges::any_of(
            rule.words, [&](auto word) { return paragraph.find(word) != paragraph.npos; });
    });
    const bool holds = is_mentioned || *figure->value == Decimal(0);
    auto relation =
        relation_of(CrossCheck::r11, {}, holds ? RelationState::holds : RelationState::fails);
    relation.left = figure->value;
    relation.cells = {name_of(rule.cell)};
    relation.place = figure->place;
    relation.text =
        holds ? "逾期未缴费的件数与第六部分的说明没有矛盾。"
              : fmt::format("有{}件因逾期未缴费不再处理，第六部分应当报告收取信息处理费的情况。",
                            figure->value->text());
    relations.push_back(std::move(relation));
}

}  // namespace

std::vector<Relation> check_further(const AnnualReport& report, const CheckContext& context) {
    std::vector<Relation> relations;
    add_cross_year(report, context.previous, relations);
    add_figure_kinds(report, relations);
    add_fee_unit(report, relations);
    add_rule_making(report, context, relations);
    add_fee_mention(report, relations);
    return relations;
}

}  // namespace gk::report
