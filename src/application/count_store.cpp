#include "application/count_store.hpp"

#include <array>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "law/enum_table.hpp"

namespace gk::application {

namespace {

struct Row {
    Counted value;
    std::string_view key;
    std::string_view label;
    // With the first day of the year for the first ?, the last for the second.
    std::string_view condition;
};

constexpr auto rows = law::enum_table(std::array{
    Row{Counted::newly_received, "newly_received", "本年新收",
        "received_on >= ? AND received_on <= ?"},
    Row{Counted::carried_in, "carried_in", "上年结转",
        "received_on < ? AND (concluded_on IS NULL OR concluded_on >= ?)"},
    Row{Counted::concluded, "concluded", "本年办理结果",
        "concluded_on >= ? AND concluded_on <= ? AND received_on IS NOT NULL"},
    Row{Counted::carried_out, "carried_out", "结转下年度继续办理",
        "received_on <= ? AND (concluded_on IS NULL OR concluded_on > ?)"},
});

// The dates that fill the condition.
std::pair<Date, Date> dates_of(Counted counted, int year) {
    const auto first = Date::first_of(year);
    const auto last = Date::last_of(year);
    switch (counted) {
        case Counted::newly_received:
        case Counted::concluded:
            return {first, last};
        case Counted::carried_in:
            return {first, first};
        case Counted::carried_out:
            break;
    }
    return {last, last};
}

std::string where(Counted counted) {
    return fmt::format(" FROM cases WHERE agency_id = ? AND kind = 'disclosure' AND {}",
                       rows[counted].condition);
}

template <typename Value>
Value known(std::optional<Value> value) {
    GK_ASSERT(value.has_value());
    return *value;
}

std::optional<law::Outcome> outcome_in(const store::Statement& row, int column) {
    const auto text = row.get<std::optional<std::string>>(column);
    return text ? std::optional(known(law::outcome_of(*text))) : std::nullopt;
}

void count(store::Snapshot& snapshot, Id<people::Agency> agency, int year, Counted counted,
           std::vector<CaseCount>& counts) {
    // Only what is concluded has a row of its outcome.
    const bool by_outcome = counted == Counted::concluded;
    const std::string_view outcome = by_outcome ? "outcome" : "NULL";
    const auto [from, to] = dates_of(counted, year);
    auto row = snapshot.query(
        fmt::format("SELECT applicant_kind, {}, COUNT(*){} GROUP BY applicant_kind{}", outcome,
                    where(counted), by_outcome ? ", outcome" : ""),
        agency, from, to);
    while (row.next()) {
        counts.push_back({.counted = counted,
                          .applicant_kind = known(applicant_kind_of(row.get<std::string>(0))),
                          .outcome = outcome_in(row, 1),
                          .count = row.get<std::int64_t>(2)});
    }
}

}  // namespace

std::span<const Counted> counted_kinds() {
    return rows.values();
}

std::string_view key(Counted counted) {
    return rows[counted].key;
}

std::string_view label(Counted counted) {
    return rows[counted].label;
}

std::vector<CaseCount> count_cases(store::Snapshot& snapshot, Id<people::Agency> agency,
                                   int report_year) {
    std::vector<CaseCount> counts;
    for (const auto counted : counted_kinds()) {
        count(snapshot, agency, report_year, counted, counts);
    }
    return counts;
}

CollectedFees collected_fees(store::Snapshot& snapshot, Id<people::Agency> agency,
                             int report_year) {
    auto row = snapshot.query(
        "SELECT COUNT(*), CAST(COALESCE(SUM(amount_collected_fen), 0) AS bigint) FROM cases"
        " WHERE agency_id = ? AND paid_on >= ? AND paid_on <= ?",
        agency, Date::first_of(report_year), Date::last_of(report_year));
    GK_ASSERT(row.next());
    return {.case_count = row.get<std::int64_t>(0), .amount_fen = row.get<std::int64_t>(1)};
}

std::vector<CountedCase> load_counted(store::Snapshot& snapshot, Id<people::Agency> agency,
                                      int report_year, const CountedFilter& filter,
                                      std::int64_t offset, std::int64_t limit) {
    const auto [from, to] = dates_of(filter.counted, report_year);
    const std::string from_text = from.iso();
    const std::string to_text = to.iso();
    auto sql =
        "SELECT public_id, number, title, applicant_kind, received_on, outcome,"
        " concluded_on" +
        where(filter.counted);
    std::vector<store::Parameter> parameters = {agency, from_text, to_text};
    if (filter.applicant_kind) {
        sql += " AND applicant_kind = ?";
        parameters.emplace_back(key(*filter.applicant_kind));
    }
    for (std::size_t i = 0; i < filter.outcomes.size(); ++i) {
        sql += i == 0 ? " AND outcome IN (?" : ", ?";
        parameters.emplace_back(law::key(filter.outcomes[i]));
    }
    sql += filter.outcomes.empty() ? "" : ")";
    sql += " ORDER BY number_year, number_sequence LIMIT ? OFFSET ?";
    parameters.emplace_back(limit);
    parameters.emplace_back(offset);
    std::vector<CountedCase> cases;
    auto row = snapshot.query_with(sql, parameters);
    while (row.next()) {
        cases.push_back({.public_id = row.get<std::string>(0),
                         .number = row.get<std::string>(1),
                         .title = row.get<std::string>(2),
                         .applicant_kind = known(applicant_kind_of(row.get<std::string>(3))),
                         .received_on = row.get<Date>(4),
                         .outcome = outcome_in(row, 5),
                         .concluded_on = row.get<std::optional<Date>>(6)});
    }
    return cases;
}

}  // namespace gk::application
