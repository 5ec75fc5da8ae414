#include "application/acting_service.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "application/applicant_store.hpp"
#include "application/case_files_service.hpp"
#include "application/case_letter_service.hpp"
#include "application/case_tasks_service.hpp"
#include "application/entry_check.hpp"
#include "application/errors.hpp"
#include "application/month_charge_store.hpp"
#include "application/receipt_settings_store.hpp"
#include "application/round.hpp"
#include "application/third_party_store.hpp"
#include "audit/store.hpp"
#include "base/id.hpp"
#include "people/agency_act.hpp"
#include "people/errors.hpp"
#include "people/store.hpp"

namespace gk::application {

namespace {

using people::Permission;

void write_trail(store::Transaction& transaction, const Case& of, const Event& event,
                 CaseState state) {
    audit::append(transaction, {.at = event.at,
                                .actor = event.actor,
                                .act = fmt::format("case.{}", key(event.action)),
                                .object_kind = "case",
                                .object_id = of.public_id,
                                .agency = of.agency.value,
                                .details = {{"number", of.number},
                                            {"event", std::to_string(event.number)},
                                            {"state", std::string(key(state))}}});
}

// Appends what was permitted. The law has the last word on the dates.
Result<Done> append(store::Transaction& transaction, const Desk& desk, Case& of, Event event) {
    const auto third_party = take_third_party(event.action, event.entry);
    append_event(transaction, of, std::move(event));
    const auto& written = of.events.back();
    if (third_party) {
        insert_third_party(transaction, desk.ring, of.agency, of.id, written.number, *third_party);
    }
    const auto standing =
        standing_of(of, desk.calendar, written.at.date(), receipt_rules_of(transaction, of));
    if (!standing) {
        return at_fields_of(written.action, standing.error());
    }
    of.version = static_cast<std::int64_t>(of.events.size());
    save_standing(transaction, of, *standing);
    bring_tasks_along(transaction, of, *standing, written.actor, written.at);
    write_trail(transaction, of, written, standing->state);
    return Done{.version = of.version, .event_number = written.number, .state = standing->state};
}

std::string agency_code_of(const Case& of) {
    // The number is the code, the year and the sequence, with hyphens between.
    const auto sequence_at = of.number.rfind('-');
    return of.number.substr(0, of.number.rfind('-', sequence_at - 1));
}

// Every further part is a case of its own, with the dates of the whole.
Result<void> split(store::Transaction& transaction, const Desk& desk, const Case& of,
                   const Entry& entry, const people::Actor& actor, Moment now) {
    GK_TRY(const auto kept, load_applicant(transaction, desk.ring, of));
    const auto whole = follow(standing_events(of.events)).submission;
    for (std::size_t i = 1; i < entry.parts.size(); ++i) {
        auto wanted = of.wanted;
        wanted.title.clear();
        wanted.document_number.clear();
        wanted.description = entry.parts[i];
        auto part =
            insert_case(transaction, {.agency = of.agency,
                                      .agency_code = agency_code_of(of),
                                      .number_year = whole.submitted_on.year(),
                                      .public_id = new_public_id(),
                                      .kind = of.kind,
                                      .applicant_kind = of.applicant_kind,
                                      .masked_name = of.masked_name,
                                      .wanted = std::move(wanted),
                                      .notice_version = of.notice_version,
                                      .part_of = of.number,
                                      .submission_key = {},
                                      .query_code_hash = load_query_code_hash(transaction, of.id)});
        insert_applicant(transaction, desk.ring, part, kept.applicant, kept.representative);
        GK_TRY(const auto begun, begin(transaction, desk, part, Action::register_application,
                                       {.on = whole.submitted_on,
                                        .text = fmt::format("由{}拆分", of.number),
                                        .channel = whole.channel,
                                        .signed_on = whole.signed_on,
                                        .confirmed_on = whole.confirmed_on},
                                       actor, now));
        GK_ASSERT(begun.version == 1);
    }
    return {};
}

// A link names a case of the same agency; a repeat follows an answer (art. 36 item 6).
Result<void> check_other_case(store::Snapshot& snapshot, const Case& of, Action action,
                              const Entry& entry) {
    const auto other = load_case_by_number(snapshot, normalised_case_number(entry.reference));
    if (!other || other->agency != of.agency) {
        return error(case_unknown).at("reference");
    }
    if (other->id == of.id) {
        return error(case_is_itself, of.number).at("reference");
    }
    if (action == Action::mark_duplicate &&
        !follow(standing_events(other->events)).counted.has_value()) {
        return error(not_answered_yet, other->number)
            .at("reference")
            .on(basis(Action::mark_duplicate));
    }
    return {};
}

// Of a unit that is not there any more nobody would see it.
Result<void> check_unit(store::Snapshot& snapshot, const Case& of, const Entry& entry, Date today) {
    const auto agency = people::load_agency(snapshot, of.agency);
    GK_ASSERT(agency.has_value());
    if (!people::has_unit_on(*agency, entry.unit, today)) {
        return error(people::unit_not_there, entry.unit).at("unit");
    }
    return {};
}

bool names_unit(Action action) {
    return action == Action::give_search_task || action == Action::forward_task;
}

}  // namespace

bool may_know(const Case& of, const people::Actor& actor) {
    if (is_applicant(actor) || actor.may(Permission::case_read, of.agency)) {
        return true;
    }
    return std::ranges::any_of(of.events, [&](const Event& event) {
        return names_unit(event.action) &&
               actor.may(Permission::case_search, of.agency, event.entry.unit);
    });
}

Result<Case> load_for(store::Snapshot& snapshot, std::string_view public_id,
                      const people::Actor& actor) {
    auto found = load_case(snapshot, public_id);
    if (!found || !may_know(*found, actor)) {
        return error(case_unknown);
    }
    return *std::move(found);
}

Result<Done> take_step(store::Transaction& transaction, const Desk& desk, Case& of, Action action,
                       const Entry& entry, const people::Actor& actor, Moment now) {
    const auto today = now.date();
    const auto rules = receipt_rules_of(transaction, of);
    GK_TRY(const auto standing, standing_of(of, desk.calendar, today, rules));
    const Situation situation{of, standing, actor, today};
    GK_CHECK(permit(action, entry, situation));
    if (action == Action::cancel_event) {
        GK_CHECK(check_cancelling(of, *entry.event_number, desk.calendar, rules));
    }
    if (action == Action::link_case || action == Action::mark_duplicate) {
        GK_CHECK(check_other_case(transaction, of, action, entry));
    }
    if (action == Action::notify_fee) {
        GK_CHECK(check_month_charge(transaction, of, entry, standing.submission.submitted_on));
    }
    if (names_unit(action)) {
        GK_CHECK(check_unit(transaction, of, entry, today));
    }
    GK_CHECK(check_entry_files(transaction, of, entry));
    if (action == Action::split_application) {
        GK_CHECK(split(transaction, desk, of, entry, actor, now));
    }
    auto completed = entry;
    GK_CHECK(take_letter_along(transaction, desk, of, standing, action, completed, actor, now));
    const auto used = permission_used(action, situation);
    return append(transaction, desk, of,
                  {.action = action,
                   .actor = actor.trail_name(used, of.agency),
                   .at = now,
                   .entry = std::move(completed)});
}

Result<Done> begin(store::Transaction& transaction, const Desk& desk, Case& of, Action action,
                   const Entry& entry, const people::Actor& actor, Moment now) {
    // What the applicant sends on line was kept for the form that it fills in.
    if (action == Action::register_application) {
        GK_CHECK(check_entry_files(transaction, of, entry));
    }
    return append(transaction, desk, of,
                  {.action = action,
                   .actor = actor.trail_name(Permission::case_register, of.agency),
                   .at = now,
                   .entry = entry});
}

}  // namespace gk::application
