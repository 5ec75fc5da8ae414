#include "letter/list_store.hpp"

#include "base/assert.hpp"
#include "store/list_query.hpp"

namespace gk::letter {

namespace {

template <typename T>
T known(std::optional<T> value) {
    GK_ASSERT(value.has_value());
    return *value;
}

LetterLine line_of(const store::Statement& row) {
    return {.public_id = row.get<std::string>(0),
            .agency = row.get<Id<people::Agency>>(1),
            .case_id = row.get<std::string>(2),
            .kind = known(law::letter_kind_of(row.get<std::string>(3))),
            .status = known(letter_status_of(row.get<std::string>(4))),
            .version = row.get<std::int64_t>(5),
            .number = row.get<std::optional<std::string>>(6),
            .dated_on = row.get<std::optional<Date>>(7),
            .delivered_on = row.get<std::optional<Date>>(8),
            .changed_at = row.get<Moment>(9)};
}

}  // namespace

Listed<LetterLine> list_letters(store::Snapshot& snapshot, const LetterFilter& filter,
                                const ListPart& part) {
    store::ListQuery query(
        "public_id, agency_id, case_id, kind, status, version, number, dated_on, delivered_on,"
        " changed_at",
        "letters");
    query.where_among("agency_id", filter.agencies);
    if (filter.status) {
        query.where("status = ?", {key(*filter.status)});
    }
    if (filter.kind) {
        query.where("kind = ?", {law::key(*filter.kind)});
    }
    query.order_by("changed_at", part.direction).order_by("id", part.direction);
    Listed<LetterLine> listed{.rows = {}, .total = query.count(snapshot)};
    auto row = query.rows_by("id", snapshot, part.offset, part.limit);
    while (row.next()) {
        listed.rows.push_back(line_of(row));
    }
    return listed;
}

std::map<std::string, std::string> load_cases_of_letters(
    store::Snapshot& snapshot, const std::vector<std::string>& public_ids) {
    std::map<std::string, std::string> cases;
    if (public_ids.empty()) {
        return cases;
    }
    store::ListQuery query("public_id, case_id", "letters");
    query.where_one_of("public_id", public_ids).order_by("id", Direction::ascending);
    auto row = query.rows(snapshot, 0, static_cast<std::int64_t>(public_ids.size()));
    while (row.next()) {
        cases.emplace(row.get<std::string>(0), row.get<std::string>(1));
    }
    return cases;
}

std::vector<LetterCount> count_letters(store::Snapshot& snapshot,
                                       const std::vector<Id<people::Agency>>& agencies) {
    std::vector<LetterCount> counts;
    for (const auto agency : agencies) {
        auto row = snapshot.query(
            "SELECT kind, status, COUNT(*) FROM letters WHERE agency_id = ?"
            " GROUP BY kind, status",
            agency);
        while (row.next()) {
            counts.push_back({.agency = agency,
                              .kind = known(law::letter_kind_of(row.get<std::string>(0))),
                              .status = known(letter_status_of(row.get<std::string>(1))),
                              .count = row.get<std::int64_t>(2)});
        }
    }
    return counts;
}

}  // namespace gk::letter
