// The tables remedy_cases, remedy_acts and remedy_counting_rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notify/condition_store.hpp"
#include "notify/task.hpp"
#include "people/reseal_service.hpp"
#include "people/sealed_text.hpp"
#include "remedy/standing.hpp"
#include "store/transaction.hpp"

namespace gk::remedy {

// For `gongkai keys rotate`.
[[nodiscard]] people::SealedTable sealed_remedies();

// A case without acts, whose first must follow; fills `id`. An empty name is not kept.
void insert_remedy(store::Transaction& transaction, const people::KeyRing& ring, RemedyCase& of,
                   std::string_view claimant_name);

[[nodiscard]] std::optional<RemedyCase> load_remedy(store::Snapshot& snapshot,
                                                    std::string_view public_id);

// Who applied or sued; nothing where it was not told.
[[nodiscard]] Result<std::optional<std::string>> load_claimant(store::Snapshot& snapshot,
                                                               const people::KeyRing& ring,
                                                               const RemedyCase& of);

// Writes the act at the end of the case, here and in `of`, with the next version.
void append_act(store::Transaction& transaction, RemedyCase& of, Act act);

// Brings the projection along.
void save_standing(store::Transaction& transaction, const RemedyCase& of, const Standing& standing);

[[nodiscard]] law::CountingOverrides load_overrides(store::Snapshot& snapshot,
                                                    Id<people::Agency> agency);

struct CountingRule {
    std::optional<law::ReconsiderationDecision> decision = {};
    std::optional<law::LitigationRuling> ruling = {};
    CountedAs counted = CountedAs::other_result;
    std::string reason = {};
};

[[nodiscard]] std::vector<CountingRule> load_counting_rules(store::Snapshot& snapshot,
                                                            Id<people::Agency> agency);
// Replaces all of them.
void save_counting_rules(store::Transaction& transaction, Id<people::Agency> agency,
                         const std::vector<CountingRule>& rules);

// A line of a list.
struct RemedySummary {
    std::string public_id;
    std::string agency_code;
    law::RemedyGroup group = law::RemedyGroup::reconsideration;
    std::optional<std::string> application_id;
    std::string title;
    std::string body_name;
    std::string body_number;
    std::string masked_name;
    RemedyStage stage = RemedyStage::registered;
    Date opened_on;
    notify::DueDate owed;
    std::optional<Date> concluded_on;
    std::optional<CountedAs> counted;
    std::int64_t version = 0;
    notify::Signal signal = {};  // Of what is owed; list_remedies() fills it in.
};

// What table 四 counts in a column in these days: `total` takes in whatever is counted at all.
struct CountedRemedies {
    law::RemedyResult result = law::RemedyResult::total;
    std::optional<Date> first = {};  // Nothing: from the beginning.
    Date last;
    bool is_filed_within = false;  // Only what was accepted or docketed in these days.
};

void add_counted(notify::SqlCondition& condition, const CountedRemedies& counted);

// What is judged near by the lights of an agency.
struct OwedBounds {
    Date today;
    Date last_today;  // What is owed by then is owed today,
    Date last_soon;   // and by then soon.
};

[[nodiscard]] OwedBounds owed_bounds(Date today, const law::WorkingCalendar& calendar,
                                     const notify::LightRules& rules);

struct RemedyFilter {
    Id<people::Agency> agency = {};
    // With its bounds, which list_remedies() fills in. What is owed today is owed soon as well.
    std::optional<notify::Urgency> urgency = {};
    OwedBounds bounds = {};
    std::optional<law::RemedyGroup> group = {};
    std::optional<RemedyStage> stage = {};
    std::optional<std::string> application_id = {};
    std::optional<Date> opened_from = {};
    std::optional<Date> opened_to = {};
    std::string text = {};  // In the title, the body's name or number.
    std::optional<CountedRemedies> counted = {};
    int limit = 20;
    int offset = 0;
};

struct RemedyPage {
    std::vector<RemedySummary> items;  // The newest first.
    std::int64_t total = 0;
};

[[nodiscard]] RemedyPage load_remedies(store::Snapshot& snapshot, const RemedyFilter& filter);

struct StageCount {
    RemedyStage stage = RemedyStage::registered;
    std::int64_t count = 0;
    std::int64_t due_soon_count = 0;  // Of these,
    std::int64_t overdue_count = 0;   // where the days run.
};

// How many there are in each stage.
[[nodiscard]] std::vector<StageCount> count_stages(store::Snapshot& snapshot,
                                                   Id<people::Agency> agency,
                                                   const OwedBounds& bounds);

// Those that have not come to their end.
[[nodiscard]] std::int64_t count_open_remedies(store::Snapshot& snapshot,
                                               Id<people::Agency> agency);

// The public ids of all cases of an agency, for rebuilding the projection.
[[nodiscard]] std::vector<std::string> load_ids(store::Snapshot& snapshot,
                                                Id<people::Agency> agency);

}  // namespace gk::remedy
