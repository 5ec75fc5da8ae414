// What is done with reconsiderations and lawsuits. Each verb is one transaction: load, permit,
// decide, save; the act stands in the trail, and what the agency owes becomes a task.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/key_ring.hpp"
#include "remedy/flow.hpp"
#include "remedy/store.hpp"
#include "store/database.hpp"

namespace gk::remedy {

// An application as a remedy knows it.
struct LinkedApplication {
    std::string public_id;
    Id<people::Agency> agency;
    std::string masked_name;
};

struct NewReplyOrder {
    std::string_view application_id;
    Date on;
    std::optional<Date> due_on;
    std::string_view reason;
    std::string_view reference;  // The number of the decision or judgment.
};

// How a remedy reaches the applications below it.
class Applications {
public:
    Applications() = default;
    Applications(const Applications&) = delete;
    Applications& operator=(const Applications&) = delete;
    virtual ~Applications() = default;

    // By its public id or its number.
    [[nodiscard]] virtual std::optional<LinkedApplication> find(store::Snapshot& snapshot,
                                                                std::string_view name) const = 0;
    // The case is answered again, as an act in it and in this transaction.
    [[nodiscard]] virtual Result<void> reply_again(store::Transaction& transaction,
                                                   const NewReplyOrder& order,
                                                   const people::Actor& actor,
                                                   Moment now) const = 0;
};

struct Desk {
    store::Database& database;
    const people::KeyRing& ring;
    const law::WorkingCalendar& calendar;
    const Applications& applications;
};

struct NewRemedy {
    std::string agency_code;
    law::RemedyGroup group = law::RemedyGroup::reconsideration;
    std::optional<std::string> application = {};  // Its public id or number.
    std::optional<std::string> preceding_id = {};
    std::string title = {};
    std::string body_name = {};
    std::string body_number = {};
    law::RemedySubject subject = law::RemedySubject::other_answer;
    std::string claimant_name = {};  // Where no application tells it; sealed.
};

struct Done {
    std::string public_id;
    std::int64_t version = 0;
    RemedyStage stage = RemedyStage::registered;
};

// Refuses who may not, and everything that is wrong or missing at once. `registration.on`: the day
// on which it was accepted or docketed.
[[nodiscard]] Result<Done> register_remedy(const Desk& desk, const NewRemedy& given,
                                           const Entry& registration, const people::Actor& actor,
                                           Moment now);

struct RemedyReference {
    std::string public_id;
    std::optional<std::int64_t> version = {};  // That the actor has seen; nothing: any.
};

// Any other act. Refuses as permit(), check_entry() and check_entry_files() do, and where the case
// has changed since.
[[nodiscard]] Result<Done> act(const Desk& desk, const RemedyReference& reference,
                               RemedyAction action, const Entry& entry, const people::Actor& actor,
                               Moment now);

// The case, within a transaction of the caller. Refuses as find_remedy() does.
[[nodiscard]] Result<RemedyCase> load_for(store::Snapshot& snapshot, std::string_view public_id,
                                          const people::Actor& actor);

// Its standing points into its acts: it can be moved, not copied.
struct RemedyView {
    RemedyView() = default;
    RemedyView(const RemedyView&) = delete;
    RemedyView& operator=(const RemedyView&) = delete;
    RemedyView(RemedyView&&) = default;
    RemedyView& operator=(RemedyView&&) = default;
    ~RemedyView() = default;

    RemedyCase of;
    Standing standing;
    std::vector<Clock> clocks;
    std::vector<notify::Signal> clock_signals;  // One for each clock.
    std::vector<AvailableAction> actions;
    notify::Signal signal;  // Of what the agency owes; all by the lights of the agency.
};

// Refuses a case that the actor may not know of as an unknown one.
[[nodiscard]] Result<RemedyView> find_remedy(const Desk& desk, std::string_view public_id,
                                             const people::Actor& actor, Date today);

// Who applied or sued; the view stands in the trail. Refuses who may not see applicants.
[[nodiscard]] Result<std::optional<std::string>> view_claimant(const Desk& desk,
                                                               std::string_view public_id,
                                                               const people::Actor& actor,
                                                               Moment now);

// Of one agency; `filter.agency` and `filter.bounds` are filled in. Refuses who may not read cases
// there.
[[nodiscard]] Result<RemedyPage> list_remedies(const Desk& desk, std::string_view agency_code,
                                               const RemedyFilter& filter,
                                               const people::Actor& actor, Date today);

struct AgencyStages {
    Id<people::Agency> agency;
    std::vector<StageCount> stages;
};

// Counts and deadlines, nobody's name: for supervisors too. Refuses who may not count there.
[[nodiscard]] Result<std::vector<AgencyStages>> count_remedies(
    store::Database& database, const std::vector<Id<people::Agency>>& agencies,
    const people::Actor& actor, Date today, const law::WorkingCalendar& calendar);

[[nodiscard]] Result<std::vector<CountingRule>> counting_rules(store::Database& database,
                                                               std::string_view agency_code,
                                                               const people::Actor& actor);
// Replaces the rules and counts every case of the agency anew. A rule needs its reason.
[[nodiscard]] Result<void> change_counting_rules(const Desk& desk, std::string_view agency_code,
                                                 const std::vector<CountingRule>& rules,
                                                 const people::Actor& actor, Moment now);

}  // namespace gk::remedy
