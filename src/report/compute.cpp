#include "report/compute.hpp"

#include <array>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/yuan.hpp"
#include "law/enum_table.hpp"

namespace gk::report {

namespace {

using law::ApplicationRow;
using law::RemedyResult;

struct ScopeRow {
    RemedyScope value;
    std::string_view key;
    std::string_view label;
};

constexpr auto scopes = law::enum_table(std::array{
    ScopeRow{RemedyScope::all_of_year, "all_of_year", "本年度审结和年末尚未审结的全部案件"},
    ScopeRow{RemedyScope::filed_in_year, "filed_in_year", "只计本年度受理、立案的案件"},
});

Figure figure_of(std::int64_t count) {
    return {.value = Decimal(count),
            .mark = Mark::figure,
            .printed = std::to_string(count),
            .place = {}};
}

constexpr std::size_t index_of(law::ApplicantColumn column) {
    return static_cast<std::size_t>(column);
}

using Counts = std::array<std::int64_t, law::applicant_column_count>;

}  // namespace

std::vector<application::CaseCount> counts_of(const ApplicationFact& fact, int report_year) {
    using application::Counted;
    if (!fact.received_on) {
        return {};
    }
    const auto first = Date::first_of(report_year);
    const auto last = Date::last_of(report_year);
    const auto received_on = *fact.received_on;
    const auto& concluded_on = fact.concluded_on;
    std::vector<application::CaseCount> counts;
    const auto add = [&](bool is_so, Counted counted, std::optional<law::Outcome> outcome) {
        if (is_so) {
            counts.push_back({.counted = counted,
                              .applicant_kind = fact.applicant_kind,
                              .outcome = outcome,
                              .count = 1});
        }
    };
    add(received_on >= first && received_on <= last, Counted::newly_received, {});
    add(received_on < first && (!concluded_on || *concluded_on >= first), Counted::carried_in, {});
    add(concluded_on && *concluded_on >= first && *concluded_on <= last, Counted::concluded,
        fact.outcome);
    add(received_on <= last && (!concluded_on || *concluded_on > last), Counted::carried_out, {});
    return counts;
}

std::vector<ApplicationRow> rows_of(const application::CaseCount& counted,
                                    law::ReportFormat format) {
    switch (counted.counted) {
        case application::Counted::newly_received:
            return {ApplicationRow::newly_received};
        case application::Counted::carried_in:
            return {ApplicationRow::carried_in};
        case application::Counted::concluded:
            GK_ASSERT(counted.outcome.has_value());
            return {law::report_row(*counted.outcome, format), ApplicationRow::outcomes_total};
        case application::Counted::carried_out:
            return {ApplicationRow::carried_out};
    }
    throw_bug("a way of counting", std::source_location::current());
}

ApplicationTable application_table(std::span<const application::CaseCount> counts,
                                   law::ReportFormat format) {
    std::map<ApplicationRow, Counts> cells;
    for (const auto row : law::application_rows(format)) {
        cells[row] = {};
    }
    for (const auto& counted : counts) {
        const auto column = application::report_column(counted.applicant_kind);
        for (const auto row : rows_of(counted, format)) {
            cells.at(row)[index_of(column)] += counted.count;
            cells.at(row)[index_of(law::ApplicantColumn::total)] += counted.count;
        }
    }
    ApplicationTable table;
    for (const auto& [row, values] : cells) {
        for (std::size_t column = 0; column < values.size(); ++column) {
            table[row][column] = figure_of(values[column]);
        }
    }
    return table;
}

std::span<const RemedyScope> remedy_scopes() {
    return scopes.values();
}

std::string_view key(RemedyScope scope) {
    return scopes[scope].key;
}

std::string_view label(RemedyScope scope) {
    return scopes[scope].label;
}

std::optional<RemedyScope> remedy_scope_of(std::string_view key) {
    return scopes.value_of(key);
}

std::optional<RemedyResult> result_in(const RemedyFact& fact, const application::Period& period,
                                      RemedyScope scope) {
    const auto [first, last] = period;
    const bool is_of_scope = scope == RemedyScope::all_of_year || fact.opened_on >= first;
    if (fact.opened_on > last || !is_of_scope ||
        (fact.concluded_on && *fact.concluded_on < first)) {
        return std::nullopt;
    }
    if (!fact.concluded_on || *fact.concluded_on > last) {
        return RemedyResult::pending;
    }
    return fact.result;
}

std::optional<RemedyResult> result_in(const RemedyFact& fact, int report_year, RemedyScope scope) {
    return result_in(fact, application::Period::of_year(report_year), scope);
}

RemedyTable remedy_table(std::span<const RemedyCount> counts) {
    RemedyTable table;
    for (const auto group : law::remedy_groups()) {
        std::array<std::int64_t, law::remedy_result_count> cells{};
        for (const auto& counted : counts) {
            if (counted.group == group) {
                cells[static_cast<std::size_t>(counted.result)] += counted.count;
                cells[static_cast<std::size_t>(RemedyResult::total)] += counted.count;
            }
        }
        for (std::size_t result = 0; result < cells.size(); ++result) {
            table[group][result] = figure_of(cells[result]);
        }
    }
    return table;
}

std::string fee_sentence(int report_year, const application::CollectedFees& fees) {
    if (fees.case_count == 0) {
        return fmt::format("{}年，本机关没有收取政府信息公开信息处理费。", report_year);
    }
    return fmt::format("{}年，本机关收取政府信息公开信息处理费{}件，共计{}元。", report_year,
                       fees.case_count, yuan_text(fees.amount_fen));
}

}  // namespace gk::report
