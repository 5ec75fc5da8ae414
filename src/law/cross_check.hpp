// The cross-checks (勾稽关系) of the annual report as data: what must equal what, in which form,
// how grave a breach is. R1 to R13 are the numbers by which the published relations are named. Who
// has the figures evaluates them; nothing here does.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/citation.hpp"
#include "base/decimal.hpp"
#include "law/agency_level.hpp"
#include "law/report_format.hpp"

namespace gk::law {

enum class CrossCheck { r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13 };

enum class CheckLevel {
    error,         // The report is wrong.
    warning,       // Look at it: a breach may be lawful.
    within_scope,  // An error only where the report says that it covers the other reports.
    none,          // No check: the rule says how to read, or that there is nothing to compare.
};

[[nodiscard]] std::span<const CrossCheck> cross_checks();
[[nodiscard]] std::string_view key(CrossCheck check);  // "R1"
[[nodiscard]] CheckLevel level(CrossCheck check);
[[nodiscard]] std::string_view label(CheckLevel level);  // 错误, 警告 …
// The text of the rule in Chinese: what holds, for a clerk and for the rulebook.
[[nodiscard]] std::string_view statement(CrossCheck check);
// The form, measure or law that it follows from; empty where it is arithmetic alone.
[[nodiscard]] Citation basis(CrossCheck check);
// Whether the form itself prints the rule; the others are our reading (0011).
[[nodiscard]] bool is_printed_in_form(CrossCheck check);

// The cells that a rule speaks of.
struct ApplicationCell {
    ApplicationRow row;
    ApplicantColumn column;
};

struct RemedyCell {
    RemedyGroup group;
    RemedyResult result;
};

using ReportCell = std::variant<ApplicationCell, RemedyCell, ProactiveCell>;

// A figure of this year's report or of the report of the year before, added or taken away.
struct Term {
    ReportCell cell;
    bool is_of_previous_year = false;
    bool is_subtracted = false;
};

// The left side equals the right side; a side without terms is 0.
struct Equation {
    CrossCheck check;
    std::string code;  // Published: "applications.balance[total]", "R5[total]".
    std::vector<Term> left;
    std::vector<Term> right;
};

// R1 and R3 for each column, then R2 for each row, in the order of the form. `format` is the form
// of table 三, which its labels decide.
[[nodiscard]] std::vector<Equation> application_equations(ReportFormat format);
// R4 for each group.
[[nodiscard]] std::vector<Equation> remedy_equations();
// R5 for each column: 上年结转 is what the report of the year before carried over.
[[nodiscard]] std::vector<Equation> carry_over_equations();
// R6 for 规章 and 行政规范性文件: between two reports of the 2021 form.
[[nodiscard]] std::vector<Equation> stock_equations();
// R9, 立法法(2023) arts 91, 93: the cells of 规章 are 0 where the agency cannot make them; nothing
// for a level that can. `format` is the form of table 二.
[[nodiscard]] std::vector<Equation> rule_making_equations(ReportFormat format, AgencyLevel level);

// R7, R8: whether a figure of that kind may have this value.
[[nodiscard]] FigureKind figure_kind(const ReportCell& cell);
[[nodiscard]] bool is_possible(FigureKind kind, Decimal value);

// R10: a group of outcomes by the word that the prose uses for its sum ("不予公开92件").
struct OutcomeGroup {
    std::string_view name;
    std::span<const ApplicationRow> rows;
};

[[nodiscard]] std::vector<OutcomeGroup> outcome_groups(ReportFormat format);

// R11: where this cell is above 0, section 六 should contain one of these words.
struct MentionRule {
    ApplicationCell cell;
    Section section;
    std::span<const std::string_view> words;
};

[[nodiscard]] MentionRule fee_mention();

}  // namespace gk::law
