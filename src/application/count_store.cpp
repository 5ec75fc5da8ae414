#include "application/count_store.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "application/wanted_words.hpp"
#include "base/assert.hpp"
#include "law/enum_table.hpp"
#include "notify/condition_store.hpp"

namespace gk::application {

namespace {

using notify::SqlCondition;

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
std::string of_years(std::string_view column, int first, int last) {
    std::string years;
    for (int each = std::max(first, first_year); each <= last; ++each) {
        years += fmt::format("{}'{}'", years.empty() ? "" : ", ", each);
    }
    return years.empty() ? "1 = 0" : fmt::format("substr({}, 1, 4) IN ({})", column, years);
}

// "?, ?, ?"
std::string question_marks(std::size_t count) {
    std::string marks = "?";
    for (std::size_t i = 1; i < count; ++i) {
        marks += ", ?";
    }
    return marks;
}

// No agency, no row.
void add_agencies(SqlCondition& condition, std::span<const Id<people::Agency>> agencies) {
    if (agencies.empty()) {
        condition.add("1 = 0");
        return;
    }
    condition.add(fmt::format("agency_id IN ({})", question_marks(agencies.size())));
    for (const auto agency : agencies) {
        condition.add_value(agency);
    }
}

SqlCondition counted_in(std::span<const Id<people::Agency>> agencies, Counted counted,
                        const Period& period) {
    const auto [first, last] = period;
    SqlCondition condition;
    add_agencies(condition, agencies);
    condition.add("kind = 'disclosure'");
    switch (counted) {
        case Counted::newly_received:
            condition.add(of_years("received_on", first.year(), last.year()));
            condition.add("received_on >= ? AND received_on <= ?", first, last);
            return condition;
        case Counted::carried_in:
            condition.add(of_years("received_on", first_year, first.year()));
            condition.add("received_on < ?", first);
            condition.add("COALESCE(concluded_on, '9999-12-31') >= ?", first);
            return condition;
        case Counted::concluded:
            condition.add(of_years("concluded_on", first.year(), last.year()));
            condition.add("concluded_on >= ? AND concluded_on <= ? AND received_on IS NOT NULL",
                          first, last);
            return condition;
        case Counted::carried_out:
            break;
    }
    condition.add(of_years("received_on", first_year, last.year()));
    condition.add("received_on <= ?", last);
    condition.add("COALESCE(concluded_on, '9999-12-31') > ?", last);
    return condition;
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

void count(store::Snapshot& snapshot, std::span<const Id<people::Agency>> agencies,
           const Period& period, Counted counted, std::vector<CaseCount>& counts) {
    // Only what is concluded has a row of its outcome.
    const bool by_outcome = counted == Counted::concluded;
    const auto condition = counted_in(agencies, counted, period);
    auto row = snapshot.query_with(
        fmt::format("SELECT agency_id, applicant_kind, {}, COUNT(*) FROM cases{}"
                    " GROUP BY agency_id, applicant_kind{}",
                    by_outcome ? "outcome" : "NULL", condition.text(),
                    by_outcome ? ", outcome" : ""),
        condition.parameters());
    while (row.next()) {
        counts.push_back({.agency = row.get<Id<people::Agency>>(0),
                          .counted = counted,
                          .applicant_kind = known(applicant_kind_of(row.get<std::string>(1))),
                          .outcome = outcome_in(row, 2),
                          .count = row.get<std::int64_t>(3)});
    }
}

CollectedFees add_up(store::Snapshot& snapshot, std::span<const Id<people::Agency>> agencies,
                     const Period& period, std::string_view day, std::string_view amount) {
    SqlCondition condition;
    add_agencies(condition, agencies);
    condition.add(fmt::format("{0} >= ? AND {0} <= ?", day), period.first, period.last);
    auto row = snapshot.query_with(
        fmt::format("SELECT COUNT(*), CAST(COALESCE(SUM({}), 0) AS bigint) FROM cases{}", amount,
                    condition.text()),
        condition.parameters());
    GK_ASSERT(row.next());
    return {.case_count = row.get<std::int64_t>(0), .amount_fen = row.get<std::int64_t>(1)};
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

std::vector<CaseCount> count_cases(store::Snapshot& snapshot,
                                   std::span<const Id<people::Agency>> agencies,
                                   const Period& period) {
    std::vector<CaseCount> counts;
    for (const auto counted : counted_kinds()) {
        count(snapshot, agencies, period, counted, counts);
    }
    return counts;
}

std::vector<CaseCount> count_cases(store::Snapshot& snapshot, Id<people::Agency> agency,
                                   int report_year) {
    return count_cases(snapshot, std::span(&agency, 1), Period::of_year(report_year));
}

CollectedFees collected_fees(store::Snapshot& snapshot,
                             std::span<const Id<people::Agency>> agencies, const Period& period) {
    return add_up(snapshot, agencies, period, "paid_on", "amount_collected_fen");
}

CollectedFees collected_fees(store::Snapshot& snapshot, Id<people::Agency> agency,
                             int report_year) {
    return collected_fees(snapshot, std::span(&agency, 1), Period::of_year(report_year));
}

CollectedFees notified_fees(store::Snapshot& snapshot, std::span<const Id<people::Agency>> agencies,
                            const Period& period) {
    return add_up(snapshot, agencies, period, "fee_notified_on", "fee_notified_fen");
}

std::vector<CountedCase> load_counted(store::Snapshot& snapshot, Id<people::Agency> agency,
                                      int report_year, const CountedFilter& filter,
                                      std::int64_t offset, std::int64_t limit) {
    auto condition =
        counted_in(std::span(&agency, 1), filter.counted, Period::of_year(report_year));
    if (filter.applicant_kind) {
        condition.add("applicant_kind = ?", key(*filter.applicant_kind));
    }
    if (!filter.outcomes.empty()) {
        condition.add(fmt::format("outcome IN ({})", question_marks(filter.outcomes.size())));
        for (const auto outcome : filter.outcomes) {
            condition.add_value(law::key(outcome));
        }
    }
    condition.add_value(limit);
    condition.add_value(offset);
    std::vector<CountedCase> cases;
    auto row = snapshot.query_with(
        fmt::format("SELECT public_id, number, title, applicant_kind, received_on, outcome,"
                    " concluded_on, description, document_number FROM cases{}"
                    " ORDER BY number_year, number_sequence LIMIT ? OFFSET ?",
                    condition.text()),
        condition.parameters());
    while (row.next()) {
        cases.push_back({.public_id = row.get<std::string>(0),
                         .number = row.get<std::string>(1),
                         .title = wanted_words(row.get<std::string>(2), row.get<std::string>(7),
                                               row.get<std::string>(8)),
                         .applicant_kind = known(applicant_kind_of(row.get<std::string>(3))),
                         .received_on = row.get<Date>(4),
                         .outcome = outcome_in(row, 5),
                         .concluded_on = row.get<std::optional<Date>>(6)});
    }
    return cases;
}

}  // namespace gk::application
