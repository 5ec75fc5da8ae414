#include "remedy/service.hpp"

#include <utility>

#include <fmt/format.h>

#include "audit/store.hpp"
#include "base/text.hpp"
#include "document/waiting_file_store.hpp"
#include "notify/settings_store.hpp"
#include "people/masking.hpp"
#include "people/service.hpp"
#include "remedy/errors.hpp"
#include "remedy/remedy_files_service.hpp"
#include "remedy/remedy_light.hpp"
#include "remedy/remedy_tasks_service.hpp"

namespace gk::remedy {

namespace {

using people::Actor;
using people::Permission;
using store::Snapshot;
using store::Transaction;

constexpr std::size_t line_characters_max = 200;

void audit_act(Transaction& transaction, const RemedyCase& of, std::string_view act,
               audit::Details details, std::string_view actor_name, Moment now) {
    audit::append(transaction, {.at = now,
                                .actor = std::string(actor_name),
                                .act = fmt::format("remedy.{}", act),
                                .object_kind = std::string(object_kind),
                                .object_id = of.public_id,
                                .agency = of.agency.value,
                                .details = std::move(details)});
}

// The act and all that follows from it.
Done save_act(Transaction& transaction, const Desk& desk, RemedyCase& of, Act act,
              const law::CountingOverrides& overrides) {
    const auto actor_name = act.actor;
    const auto at = act.at;
    const auto action = act.action;
    append_act(transaction, of, std::move(act));
    document::end_waiting(transaction, of.acts.back().entry.files);
    const auto standing = standing_of(of, desk.calendar, overrides);
    save_standing(transaction, of, standing);
    bring_tasks_along(transaction, of, standing, actor_name, at);
    audit_act(
        transaction, of, key(action),
        {{"version", std::to_string(of.version)}, {"stage", std::string(key(standing.stage))}},
        actor_name, at);
    return {of.public_id, of.version, standing.stage};
}

class NewRemedyCheck {
public:
    Result<void> run(const NewRemedy& given) {
        check_line("title", "案由", given.title);
        check_line("body_name", is_litigation(given.group) ? "受理法院" : "复议机关",
                   given.body_name);
        check_length("body_number", "案号", given.body_number);
        check_length("claimant_name", "申请人或者原告", given.claimant_name);
        if (!problems_.empty()) {
            return Error(ErrorKind::invalid, std::move(problems_));
        }
        return {};
    }

private:
    void add(std::string_view field, Problem found) {
        found.field = field;
        problems_.push_back(std::move(found));
    }

    void check_line(std::string_view field, std::string_view what, const std::string& value) {
        if (text::trim(value).empty()) {
            add(field, problem(field_missing, what));
        }
        check_length(field, what, value);
    }

    void check_length(std::string_view field, std::string_view what, const std::string& value) {
        const auto length = text::decode(value).size();
        if (length > line_characters_max) {
            add(field, problem(text_too_long, what, length, line_characters_max));
        }
    }

    std::vector<Problem> problems_;
};

// The application and the reconsideration before, where they are named: both of this agency.
Result<void> link(Transaction& transaction, const Desk& desk, const NewRemedy& given,
                  RemedyCase& of) {
    if (given.application) {
        const auto found = desk.applications.find(transaction, *given.application);
        if (!found || found->agency != of.agency) {
            return error(application_unknown, *given.application).at("application");
        }
        of.application_id = found->public_id;
        of.masked_name = found->masked_name;
    }
    if (given.preceding_id) {
        const auto before = load_remedy(transaction, *given.preceding_id);
        if (!before || before->agency != of.agency || is_litigation(before->group)) {
            return error(preceding_unknown, *given.preceding_id).at("preceding_id");
        }
        of.preceding_id = before->public_id;
    }
    return {};
}

Result<Done> insert(Transaction& transaction, const Desk& desk, const NewRemedy& given,
                    const Entry& registration, const Actor& actor, Moment now) {
    GK_TRY(const auto agency, people::find_agency(transaction, given.agency_code));
    if (!actor.may(Permission::remedy_handle, agency.id)) {
        return error(remedy_not_allowed, "办理复议和诉讼");
    }
    RemedyCase of{.id = {},
                  .agency = agency.id,
                  .agency_code = agency.code,
                  .public_id = new_public_id(),
                  .group = given.group,
                  .title = std::string(text::trim(given.title)),
                  .body_name = std::string(text::trim(given.body_name)),
                  .body_number = std::string(text::trim(given.body_number)),
                  .subject = given.subject,
                  .masked_name = people::masked_name(text::trim(given.claimant_name))};
    GK_CHECK(link(transaction, desk, given, of));
    GK_CHECK(
        check_entry(RemedyAction::register_remedy, {of, {}, actor, now.date()}, registration, {}));
    GK_CHECK(check_entry_files(transaction, of, registration));
    insert_remedy(transaction, desk.ring, of, text::trim(given.claimant_name));
    return save_act(transaction, desk, of,
                    {.number = 0,
                     .action = RemedyAction::register_remedy,
                     .actor = actor.trail_name(Permission::remedy_handle, agency.id),
                     .at = now,
                     .entry = registration},
                    {});
}

bool may_read(const Actor& actor, Id<people::Agency> agency) {
    return actor.may(Permission::case_read, agency) || actor.may(Permission::remedy_handle, agency);
}

// What an order of a new reply does to the application, in the same transaction.
Result<void> reach_application(Transaction& transaction, const Desk& desk, const RemedyCase& of,
                               const Entry& entry, const Actor& actor, Moment now) {
    return desk.applications.reply_again(transaction,
                                         {.application_id = *of.application_id,
                                          .on = entry.on.value_or(now.date()),
                                          .due_on = entry.due_on,
                                          .reason = entry.text,
                                          .reference = entry.reference},
                                         actor, now);
}

}  // namespace

Result<RemedyCase> load_for(Snapshot& snapshot, std::string_view public_id, const Actor& actor) {
    auto found = load_remedy(snapshot, public_id);
    if (!found || !may_read(actor, found->agency)) {
        return error(remedy_not_found);
    }
    return *std::move(found);
}

Result<Done> register_remedy(const Desk& desk, const NewRemedy& given, const Entry& registration,
                             const Actor& actor, Moment now) {
    GK_CHECK(NewRemedyCheck().run(given));
    return desk.database.write([&](Transaction& transaction) {
        return insert(transaction, desk, given, registration, actor, now);
    });
}

Result<Done> act(const Desk& desk, const RemedyReference& reference, RemedyAction action,
                 const Entry& entry, const Actor& actor, Moment now) {
    return desk.database.write([&](Transaction& transaction) -> Result<Done> {
        GK_TRY(auto of, load_for(transaction, reference.public_id, actor));
        if (reference.version && *reference.version != of.version) {
            return error(changed_by_another, of.version, *reference.version);
        }
        const auto overrides = load_overrides(transaction, of.agency);
        const auto standing = standing_of(of, desk.calendar, overrides);
        const Situation situation{of, standing, actor, now.date()};
        GK_CHECK(permit(action, situation));
        GK_CHECK(check_entry(action, situation, entry, overrides));
        GK_CHECK(check_entry_files(transaction, of, entry));
        if (action == RemedyAction::order_new_reply) {
            GK_CHECK(reach_application(transaction, desk, of, entry, actor, now));
        }
        return save_act(transaction, desk, of,
                        {.number = 0,
                         .action = action,
                         .actor = actor.trail_name(Permission::remedy_handle, of.agency),
                         .at = now,
                         .entry = entry},
                        overrides);
    });
}

Result<RemedyView> find_remedy(const Desk& desk, std::string_view public_id, const Actor& actor,
                               Date today) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<RemedyView> {
        RemedyView view;
        GK_TRY(view.of, load_for(snapshot, public_id, actor));
        const auto overrides = load_overrides(snapshot, view.of.agency);
        view.standing = standing_of(view.of, desk.calendar, overrides);
        view.clocks = clocks_of(view.of, view.standing, desk.calendar);
        view.actions = available_actions({view.of, view.standing, actor, today});
        const auto settings = notify::load_settings(snapshot, view.of.agency).settings;
        const LightContext light{desk.calendar, settings.lights, today};
        for (const auto& clock : view.clocks) {
            view.clock_signals.push_back(clock_signal(clock, view.standing, light));
        }
        const auto& standing = view.standing;
        const auto owed =
            owed_in(standing.stage, standing.owed_by, standing.suspended_on.has_value());
        view.signal = owed_signal(view.of.group, standing.stage, owed, light);
        return view;
    });
}

Result<std::optional<std::string>> view_claimant(const Desk& desk, std::string_view public_id,
                                                 const Actor& actor, Moment now) {
    using Name = std::optional<std::string>;
    return desk.database.write([&](Transaction& transaction) -> Result<Name> {
        GK_TRY(const auto of, load_for(transaction, public_id, actor));
        if (!actor.may(Permission::applicant_read, of.agency)) {
            return error(remedy_not_allowed, "查看申请人身份信息");
        }
        GK_TRY(auto name, load_claimant(transaction, desk.ring, of));
        audit_act(transaction, of, "view_claimant", {},
                  actor.trail_name(Permission::applicant_read, of.agency), now);
        return name;
    });
}

Result<RemedyPage> list_remedies(const Desk& desk, std::string_view agency_code,
                                 const RemedyFilter& filter, const Actor& actor, Date today) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<RemedyPage> {
        GK_TRY(const auto agency, people::find_agency(snapshot, agency_code));
        if (!may_read(actor, agency.id)) {
            return error(remedy_not_allowed, "查看复议和诉讼");
        }
        auto narrowed = filter;
        narrowed.agency = agency.id;
        const auto settings = notify::load_settings(snapshot, agency.id).settings;
        const LightContext light{desk.calendar, settings.lights, today};
        narrowed.bounds = owed_bounds(today, desk.calendar, settings.lights);
        auto page = load_remedies(snapshot, narrowed);
        for (auto& item : page.items) {
            item.signal = owed_signal(item.group, item.stage, item.owed, light);
        }
        return page;
    });
}

Result<std::vector<AgencyStages>> count_remedies(store::Database& database,
                                                 const std::vector<Id<people::Agency>>& agencies,
                                                 const Actor& actor, Date today,
                                                 const law::WorkingCalendar& calendar) {
    for (const auto agency : agencies) {
        if (!actor.may(Permission::case_count, agency)) {
            return error(remedy_not_allowed, "统计复议和诉讼");
        }
    }
    return database.read([&](Snapshot& snapshot) {
        std::vector<AgencyStages> counts;
        const auto settings = notify::load_all_settings(snapshot);
        for (const auto agency : agencies) {
            const auto bounds = owed_bounds(today, calendar, notify::lights_of(settings, agency));
            counts.push_back({agency, count_stages(snapshot, agency, bounds)});
        }
        return counts;
    });
}

}  // namespace gk::remedy
