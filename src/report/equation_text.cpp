#include "report/equation_text.hpp"

#include <span>

#include <fmt/format.h>

#include "report/check_parts.hpp"

namespace gk::report {

namespace {

using law::CrossCheck;

// Longer sums are given by their result alone.
constexpr std::size_t terms_shown_max = 6;

std::string_view without_number(std::string_view label) {
    for (const std::string_view end : {"、", "）", "."}) {
        const auto at = label.find(end);
        if (at <= 6) {
            return label.substr(at + end.size());
        }
    }
    return label;
}

std::string_view without_note(std::string_view label) {
    return label.substr(0, label.find("（"));
}

std::string_view short_label(law::ApplicationRow row) {
    using enum law::ApplicationRow;
    return row == newly_received   ? "本年新收"
           : row == carried_in     ? "上年结转"
           : row == outcomes_total ? "办理结果总计"
           : row == carried_out    ? "结转下年度"
                                   : without_note(without_number(law::label(row)));
}

// The word for a term beside its figure; the place that all terms share is said in front.
std::string term_label(const law::Term& term, CrossCheck check) {
    if (const auto* cell = std::get_if<law::ApplicationCell>(&term.cell)) {
        return std::string(check == CrossCheck::r2 ? law::label(cell->column)
                                                   : short_label(cell->row));
    }
    if (const auto* cell = std::get_if<law::RemedyCell>(&term.cell)) {
        return std::string(law::label(cell->result));
    }
    const auto& cell = std::get<law::ProactiveCell>(term.cell);
    return fmt::format("{}{}", law::label(cell.item, law::ReportFormat::form_2021),
                       law::label(cell.column, law::ReportFormat::form_2021));
}

// What the relation is about: a column, a row, a group.
std::string subject(const law::Equation& equation) {
    const auto& cell = equation.left.front().cell;
    if (const auto* application = std::get_if<law::ApplicationCell>(&cell)) {
        return equation.check == CrossCheck::r2
                   ? fmt::format("表三“{}”行", short_label(application->row))
                   : fmt::format("表三“{}”列", law::label(application->column));
    }
    if (const auto* remedy = std::get_if<law::RemedyCell>(&cell)) {
        return fmt::format("表四“{}”", law::label(remedy->group));
    }
    const auto& proactive = std::get<law::ProactiveCell>(cell);
    return fmt::format("表二“{}”", law::label(proactive.item, law::ReportFormat::form_2021));
}

std::string side_text(std::span<const law::Term> terms, CrossCheck check, const Decimal& sum,
                      const AnnualReport& report, const AnnualReport* previous) {
    if (terms.empty()) {
        return "应为0";
    }
    if (terms.size() > terms_shown_max) {
        return fmt::format("各项办理结果之和{}", sum.text());
    }
    std::string text;
    for (const auto& term : terms) {
        const auto* figure = figure_of(term.is_of_previous_year ? *previous : report, term.cell);
        if (&term != terms.data()) {
            text += term.is_subtracted ? "－" : "＋";
        }
        text += fmt::format("{}{}{}", term.is_of_previous_year ? "上年报告的" : "",
                            term_label(term, check), figure->value->text());
    }
    return terms.size() > 1 ? fmt::format("{}＝{}", text, sum.text()) : text;
}

}  // namespace

std::string equation_text(const law::Equation& equation, const Relation& relation,
                          const AnnualReport& report, const AnnualReport* previous) {
    if (relation.state == RelationState::not_assessable) {
        return fmt::format("{}：有的数字为空白或者不在文中，不能核对。", subject(equation));
    }
    const auto left = side_text(equation.left, equation.check, *relation.left, report, previous);
    const auto right = side_text(equation.right, equation.check, *relation.right, report, previous);
    if (relation.state == RelationState::holds) {
        return fmt::format("{}：{}，{}，相符。", subject(equation), left, right);
    }
    const auto delta = *relation.left - *relation.right;
    return fmt::format("{}：{}，{}，相差{}。", subject(equation), left, right,
                       delta < Decimal(0) ? (Decimal(0) - delta).text() : delta.text());
}

}  // namespace gk::report
