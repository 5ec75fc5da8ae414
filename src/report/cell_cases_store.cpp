// The cases behind one cell: load_cell_cases() of compute_store.hpp.
#include <algorithm>

#include "application/count_store.hpp"
#include "base/assert.hpp"
#include "law/cross_check.hpp"
#include "law/working_calendar.hpp"
#include "notify/condition_store.hpp"
#include "remedy/store.hpp"
#include "report/compute_store.hpp"

namespace gk::report {

namespace {

using law::ApplicationRow;
using notify::SqlCondition;
using store::Snapshot;

struct Cell {
    std::optional<law::ApplicationCell> application;
    std::optional<law::RemedyCell> remedy;
};

// The cell of tables 三 or 四 that has this name in the form.
Cell cell_named(std::string_view name, law::ReportFormat format) {
    for (const auto row : law::application_rows(format)) {
        for (const auto column : law::applicant_columns()) {
            if (cell_name(row, column) == name) {
                return {.application = law::ApplicationCell{row, column}, .remedy = {}};
            }
        }
    }
    for (const auto group : law::remedy_groups()) {
        for (const auto result : law::remedy_results()) {
            if (cell_name(group, result) == name) {
                return {.application = {}, .remedy = law::RemedyCell{group, result}};
            }
        }
    }
    return {};
}

application::CountedFilter filter_of(const law::ApplicationCell& cell, law::ReportFormat format) {
    application::CountedFilter filter;
    for (const auto kind : application::applicant_kinds()) {
        if (application::report_column(kind) == cell.column) {
            filter.applicant_kind = kind;
        }
    }
    for (const auto counted : application::counted_kinds()) {
        if (counted != application::Counted::concluded &&
            rows_of({.counted = counted, .outcome = {}}, format).front() == cell.row) {
            filter.counted = counted;
            return filter;
        }
    }
    filter.counted = application::Counted::concluded;
    const auto outcomes = law::outcomes_on(Date::last_of(law::WorkingCalendar::last_year));
    for (const auto outcome : *outcomes) {
        if (cell.row != ApplicationRow::outcomes_total &&
            law::report_row(outcome, format) == cell.row) {
            filter.outcomes.push_back(outcome);
        }
    }
    return filter;
}

CountedCases load_applications(Snapshot& snapshot, const CellQuery& query,
                               const law::ApplicationCell& cell) {
    const auto filter = filter_of(cell, query.format);
    CountedCases found;
    for (const auto& counted :
         application::count_cases(snapshot, query.agency, query.report_year)) {
        const auto rows = rows_of(counted, query.format);
        const bool is_of_row = std::ranges::find(rows, cell.row) != rows.end();
        const bool is_of_column =
            !filter.applicant_kind || *filter.applicant_kind == counted.applicant_kind;
        found.total += is_of_row && is_of_column ? counted.count : 0;
    }
    for (auto& each : application::load_counted(snapshot, query.agency, query.report_year, filter,
                                                query.offset, query.limit)) {
        found.cases.push_back({.public_id = std::move(each.public_id),
                               .number = std::move(each.number),
                               .title = std::move(each.title),
                               .received_on = each.received_on,
                               .concluded_on = each.concluded_on});
    }
    return found;
}

CountedCases load_remedies(Snapshot& snapshot, const CellQuery& query,
                           const law::RemedyCell& cell) {
    SqlCondition condition;
    condition.add("agency_id = ? AND remedy_group = ?", query.agency, law::key(cell.group));
    remedy::add_counted(condition, {.result = cell.result,
                                    .first = Date::first_of(query.report_year),
                                    .last = Date::last_of(query.report_year),
                                    .is_filed_within = query.scope == RemedyScope::filed_in_year});
    CountedCases found{.are_remedies = true};
    {
        auto row = snapshot.query_with("SELECT COUNT(*) FROM remedy_cases" + condition.text(),
                                       condition.parameters());
        GK_ASSERT(row.next());
        found.total = row.get<std::int64_t>(0);
    }
    condition.add_value(query.limit);
    condition.add_value(query.offset);
    auto row = snapshot.query_with(
        "SELECT public_id, body_number, title, opened_on, concluded_on FROM remedy_cases" +
            condition.text() + " ORDER BY opened_on, id LIMIT ? OFFSET ?",
        condition.parameters());
    while (row.next()) {
        found.cases.push_back({.public_id = row.get<std::string>(0),
                               .number = row.get<std::string>(1),
                               .title = row.get<std::string>(2),
                               .received_on = row.get<Date>(3),
                               .concluded_on = row.get<std::optional<Date>>(4)});
    }
    return found;
}

}  // namespace

std::optional<CountedCases> load_cell_cases(Snapshot& snapshot, const CellQuery& query,
                                            std::string_view cell_name) {
    const auto cell = cell_named(cell_name, query.format);
    if (cell.application) {
        return load_applications(snapshot, query, *cell.application);
    }
    if (cell.remedy) {
        return load_remedies(snapshot, query, *cell.remedy);
    }
    return std::nullopt;
}

}  // namespace gk::report
