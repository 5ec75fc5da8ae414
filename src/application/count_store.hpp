// What table 三 of the annual report counts: the cases by the dates that govern, and by the kind of
// applicant and the outcome. Cases that amend a record and applications that were never received
// are not counted. READING: 0026.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/standing.hpp"
#include "store/transaction.hpp"

namespace gk::application {

enum class Counted : std::uint8_t {
    newly_received,  // Received in the year.
    carried_in,      // Received before it and without outcome at its beginning.
    concluded,       // Its first outcome is of the year.
    carried_out,     // Received by the end of the year and without outcome then.
};
[[nodiscard]] std::span<const Counted> counted_kinds();
[[nodiscard]] std::string_view key(Counted counted);
[[nodiscard]] std::string_view label(Counted counted);

// Both days belong to it.
struct Period {
    Date first;
    Date last;

    [[nodiscard]] static Period of_year(int year) {
        return {Date::first_of(year), Date::last_of(year)};
    }
};

struct CaseCount {
    Id<people::Agency> agency = {};
    Counted counted = Counted::newly_received;
    ApplicantKind applicant_kind = ApplicantKind::natural_person;
    std::optional<law::Outcome> outcome;  // Of what is concluded.
    std::int64_t count = 0;
};

// Every combination that there is.
[[nodiscard]] std::vector<CaseCount> count_cases(store::Snapshot& snapshot,
                                                 std::span<const Id<people::Agency>> agencies,
                                                 const Period& period);

// Of one agency in one year.
[[nodiscard]] std::vector<CaseCount> count_cases(store::Snapshot& snapshot,
                                                 Id<people::Agency> agency, int report_year);

struct CollectedFees {
    std::int64_t case_count = 0;
    std::int64_t amount_fen = 0;
};

// What was paid in the period,
[[nodiscard]] CollectedFees collected_fees(store::Snapshot& snapshot,
                                           std::span<const Id<people::Agency>> agencies,
                                           const Period& period);

// or by one agency in a year,
[[nodiscard]] CollectedFees collected_fees(store::Snapshot& snapshot, Id<people::Agency> agency,
                                           int report_year);

// and what was asked for in a period.
[[nodiscard]] CollectedFees notified_fees(store::Snapshot& snapshot,
                                          std::span<const Id<people::Agency>> agencies,
                                          const Period& period);

// A case behind a figure.
struct CountedCase {
    std::string public_id;
    std::string number;
    std::string title;
    ApplicantKind applicant_kind = ApplicantKind::natural_person;
    Date received_on;
    std::optional<law::Outcome> outcome;
    std::optional<Date> concluded_on;
};

struct CountedFilter {
    Counted counted = Counted::newly_received;
    std::optional<ApplicantKind> applicant_kind = {};
    std::vector<law::Outcome> outcomes = {};  // Empty: all.
};

// By number, at most `limit` from `offset` on.
[[nodiscard]] std::vector<CountedCase> load_counted(store::Snapshot& snapshot,
                                                    Id<people::Agency> agency, int report_year,
                                                    const CountedFilter& filter,
                                                    std::int64_t offset, std::int64_t limit);

}  // namespace gk::application
