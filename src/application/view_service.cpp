#include "application/view_service.hpp"

#include <algorithm>
#include <utility>

#include "application/acting_service.hpp"
#include "application/applicant_month_store.hpp"
#include "application/case_light.hpp"
#include "application/errors.hpp"
#include "application/likeness.hpp"
#include "application/query_code.hpp"
#include "application/receipt_settings_store.hpp"
#include "application/round.hpp"
#include "application/wanted_words.hpp"
#include "audit/store.hpp"
#include "base/assert.hpp"
#include "notify/settings_store.hpp"

namespace gk::application {

namespace {

using people::Permission;
using store::Snapshot;
using store::Transaction;

constexpr int similar_scanned_max = 3000;
constexpr int similar_years = 2;

Result<CaseView> view_of(Snapshot& snapshot, const Desk& desk, Case found,
                         const people::Actor& actor, Moment now) {
    CaseView view;
    view.of = std::move(found);
    GK_TRY(view.standing,
           standing_of(view.of, desk.calendar, now.date(), receipt_rules_of(snapshot, view.of)));
    view.signal = notify::signal(due_date(view.standing.state, view.standing.reply_due_on),
                                 now.date(), desk.calendar,
                                 notify::load_settings(snapshot, view.of.agency).settings.lights);
    view.actions = available_actions({view.of, view.standing, actor, now.date()});
    return view;
}

std::string wanted_text(const std::string& title, const std::string& description) {
    return title + " " + description;
}

RelatedCase related_of(const store::Statement& row, std::string_view own_text) {
    const auto outcome = row.get<std::optional<std::string>>(6);
    return {.public_id = row.get<std::string>(0),
            .number = row.get<std::string>(1),
            .title = wanted_words(row.get<std::string>(2), row.get<std::string>(3),
                                  row.get<std::string>(7)),
            .state = case_state_of(row.get<std::string>(4)).value_or(CaseState::closed),
            .submitted_on = row.get<Date>(5),
            .outcome = outcome ? law::outcome_of(*outcome) : std::nullopt,
            .likeness_percent = likeness_percent(
                own_text, wanted_text(row.get<std::string>(2), row.get<std::string>(3)))};
}

constexpr std::string_view related_columns =
    "SELECT public_id, number, title, description, state, submitted_on, latest_outcome,"
    " document_number FROM cases";

std::vector<RelatedCase> load_same_applicant(Snapshot& snapshot, const Case& of) {
    const auto own = wanted_text(of.wanted.title, of.wanted.description);
    std::vector<RelatedCase> cases;
    for (const auto id : load_cases_of_same_applicant(snapshot, of)) {
        if (static_cast<int>(cases.size()) == related_max) {
            break;
        }
        auto row = snapshot.query(std::string(related_columns) + " WHERE id = ?", id);
        GK_ASSERT(row.next());
        cases.push_back(related_of(row, own));
    }
    return cases;
}

}  // namespace

Result<CaseView> find_case(const Desk& desk, std::string_view public_id, const people::Actor& actor,
                           Moment now) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<CaseView> {
        GK_TRY(auto found, load_for(snapshot, public_id, actor));
        return view_of(snapshot, desk, std::move(found), actor, now);
    });
}

Result<KeptApplicant> view_applicant(const Desk& desk, std::string_view public_id,
                                     const people::Actor& actor, Moment now) {
    return desk.database.write([&](Transaction& transaction) -> Result<KeptApplicant> {
        GK_TRY(const auto found, load_for(transaction, public_id, actor));
        if (!actor.may(Permission::applicant_read, found.agency)) {
            return error(not_permitted, "查看申请人", people::label(Permission::applicant_read));
        }
        GK_TRY(auto kept, load_applicant(transaction, desk.ring, found));
        audit::append(transaction,
                      {.at = now,
                       .actor = actor.trail_name(Permission::applicant_read, found.agency),
                       .act = "case.view_applicant",
                       .object_kind = "case",
                       .object_id = found.public_id,
                       .agency = found.agency.value,
                       .details = {{"number", found.number}}});
        return kept;
    });
}

Result<CaseView> find_by_number_and_code(const Desk& desk, std::string_view number,
                                         std::string_view code, Moment now) {
    const auto typed = normalised_query_code(code);
    const auto [found, hash] = desk.database.read([&](Snapshot& snapshot) {
        auto loaded = load_case_by_number(snapshot, normalised_case_number(number));
        auto kept = loaded ? load_query_code_hash(snapshot, loaded->id) : std::string();
        return std::pair(std::move(loaded), std::move(kept));
    });
    const bool is_right = is_query_code(typed.value_or(""), hash) && typed;
    if (!found || !is_right) {
        return error(case_unknown);
    }
    return desk.database.read([&](Snapshot& snapshot) {
        return view_of(snapshot, desk, *found, applicant_actor(), now);
    });
}

Result<KeptApplicant> own_applicant(const Desk& desk, std::string_view public_id) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<KeptApplicant> {
        GK_TRY(const auto found, load_for(snapshot, public_id, applicant_actor()));
        return load_applicant(snapshot, desk.ring, found);
    });
}

Result<SameApplicant> find_same_applicant(const Desk& desk, std::string_view public_id,
                                          const people::Actor& actor) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<SameApplicant> {
        GK_TRY(const auto found, load_for(snapshot, public_id, actor));
        const auto submitted_on = follow(standing_events(found.events)).submission.submitted_on;
        return SameApplicant{
            .cases = load_same_applicant(snapshot, found),
            .count_in_month = load_applicant_month(snapshot, found, submitted_on).count};
    });
}

Result<std::vector<RelatedCase>> find_similar(const Desk& desk, std::string_view public_id,
                                              const people::Actor& actor) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<std::vector<RelatedCase>> {
        GK_TRY(const auto found, load_for(snapshot, public_id, actor));
        const auto own = wanted_text(found.wanted.title, found.wanted.description);
        const auto submitted_on = found.events.front().on();
        std::vector<RelatedCase> near;
        auto row =
            snapshot.query(std::string(related_columns) +
                               " WHERE agency_id = ? AND id <> ? AND submitted_on >= ?"
                               " ORDER BY id DESC LIMIT ?",
                           found.agency, found.id, submitted_on.plus_days(-366 * similar_years),
                           similar_scanned_max);
        while (row.next()) {
            auto related = related_of(row, own);
            if (related.likeness_percent >= near_equal_percent) {
                near.push_back(std::move(related));
            }
        }
        std::ranges::stable_sort(near, std::ranges::greater(), &RelatedCase::likeness_percent);
        near.resize(std::min(near.size(), static_cast<std::size_t>(related_max)));
        return near;
    });
}

}  // namespace gk::application
