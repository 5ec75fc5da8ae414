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
};

constexpr auto rows = law::enum_table(std::array{
    Row{Counted::newly_received, "newly_received", "本年新收"},
    Row{Counted::carried_in, "carried_in", "上年结转"},
    Row{Counted::concluded, "concluded", "本年办理结果"},
    Row{Counted::carried_out, "carried_out", "结转下年度继续办理"},
});

// There was no application before the regulation of 2008.
constexpr int first_year = 2008;

// OPTIMIZATION: the indexes of what is counted are by the year of receipt and of conclusion. What
// was received before a day and open after it is found year by year, without a look at the rest.
std::string received_upto(int year) {
    if (year < first_year) {
        return "1 = 0";
    }
    std::string years;
    for (int each = first_year; each <= year; ++each) {
        years += fmt::format("{}'{}'", years.empty() ? "" : ", ", each);
    }
    return fmt::format("substr(received_on, 1, 4) IN ({})", years);
}

std::string condition(Counted counted, int year) {
    switch (counted) {
        case Counted::newly_received:
            return fmt::format("substr(received_on, 1, 4) = '{}'", year);
        case Counted::carried_in:
            return fmt::format("{} AND COALESCE(concluded_on, '9999-12-31') >= '{}'",
                               received_upto(year - 1), Date::first_of(year).iso());
        case Counted::concluded:
            return fmt::format("substr(concluded_on, 1, 4) = '{}' AND received_on IS NOT NULL",
                               year);
        case Counted::carried_out:
            return fmt::format("{} AND COALESCE(concluded_on, '9999-12-31') > '{}'",
                               received_upto(year), Date::last_of(year).iso());
    }
    GK_ASSERT(!"something that is counted");
    return {};
}

// Years of our own, no text of anybody.
std::string where(Counted counted, int year) {
    return fmt::format(" FROM cases WHERE agency_id = ? AND kind = 'disclosure' AND {}",
                       condition(counted, year));
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
    auto row = snapshot.query(
        fmt::format("SELECT applicant_kind, {}, COUNT(*){} GROUP BY applicant_kind{}", outcome,
                    where(counted, year), by_outcome ? ", outcome" : ""),
        agency);
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
    auto sql =
        "SELECT public_id, number, title, applicant_kind, received_on, outcome,"
        " concluded_on" +
        where(filter.counted, report_year);
    std::vector<store::Parameter> parameters = {agency};
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
