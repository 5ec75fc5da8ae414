// Lists of letters over all cases, and how many of them wait for what.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/list_part.hpp"
#include "letter/letter.hpp"
#include "store/transaction.hpp"

namespace gk::letter {

struct LetterLine {
    std::string public_id;
    Id<people::Agency> agency;
    std::string case_id;
    law::LetterKind kind = law::LetterKind::granted;
    LetterStatus status = LetterStatus::draft;
    std::int64_t version = 0;
    std::optional<std::string> number;
    std::optional<Date> dated_on;
    std::optional<Date> delivered_on;
    Moment changed_at;  // When the last act was done.
};

struct LetterFilter {
    std::vector<Id<people::Agency>> agencies;  // Of these only; empty: no letter at all.
    std::optional<LetterStatus> status = {};
    std::optional<law::LetterKind> kind = {};
};

// Sorted by changed_at.
[[nodiscard]] Listed<LetterLine> list_letters(store::Snapshot& snapshot, const LetterFilter& filter,
                                              const ListPart& part);

// The public id of the case of each of these letters, by its own; those that there are.
[[nodiscard]] std::map<std::string, std::string> load_cases_of_letters(
    store::Snapshot& snapshot, const std::vector<std::string>& public_ids);

struct LetterCount {
    Id<people::Agency> agency;
    law::LetterKind kind = law::LetterKind::granted;
    LetterStatus status = LetterStatus::draft;
    std::int64_t count = 0;
};

[[nodiscard]] std::vector<LetterCount> count_letters(
    store::Snapshot& snapshot, const std::vector<Id<people::Agency>>& agencies);

}  // namespace gk::letter
