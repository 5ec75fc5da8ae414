// The tables cases, case_events and what is derived from them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "application/standing.hpp"
#include "store/transaction.hpp"

namespace gk::application {

// What is kept of a case beside its events and its applicant.
struct NewCase {
    Id<people::Agency> agency;
    std::string agency_code;
    int number_year = 0;
    std::string public_id;
    CaseKind kind = CaseKind::disclosure;
    ApplicantKind applicant_kind = ApplicantKind::natural_person;
    std::string masked_name;
    Wanted wanted;
    std::string notice_version;
    std::optional<std::string> part_of;
    std::optional<std::string> submission_key;
    std::string query_code_hash;
};

// Gives it the next number of its agency and year, without gap, and returns it without events: the
// first must follow.
[[nodiscard]] Case insert_case(store::Transaction& transaction, const NewCase& given);

[[nodiscard]] std::optional<Case> load_case(store::Snapshot& snapshot, std::string_view public_id);
[[nodiscard]] std::optional<Case> load_case(store::Snapshot& snapshot, Id<Case> id);
[[nodiscard]] std::optional<Case> load_case_by_number(store::Snapshot& snapshot,
                                                      std::string_view number);
// What was split from it (一事一申请), the oldest first.
[[nodiscard]] std::vector<std::string> load_part_numbers(store::Snapshot& snapshot,
                                                         const Case& whole);
// The case that was made under this key, if any.
[[nodiscard]] std::optional<Case> load_submitted(store::Snapshot& snapshot,
                                                 Id<people::Agency> agency,
                                                 std::string_view submission_key);

// Writes the event at the end of the case, here and in `of`.
void append_event(store::Transaction& transaction, Case& of, Event event);

// Brings the projection of the case along.
void save_standing(store::Transaction& transaction, const Case& of, const Standing& standing);

[[nodiscard]] std::string load_query_code_hash(store::Snapshot& snapshot, Id<Case> id);
void save_query_code_hash(store::Transaction& transaction, Id<Case> id, std::string_view hash);

}  // namespace gk::application
