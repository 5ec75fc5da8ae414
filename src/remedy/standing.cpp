#include "remedy/standing.hpp"

#include "base/assert.hpp"

namespace gk::remedy {

namespace {

using law::RemedyClock;

void suspend(Standing& standing, const Act& act) {
    standing.suspended_on = act.on();
    standing.stage = RemedyStage::suspended;
}

RemedyStage before_decision(const Standing& standing) {
    if (standing.replied_on) {
        return RemedyStage::in_examination;
    }
    return standing.copy_received_on ? RemedyStage::awaiting_reply : RemedyStage::registered;
}

void resume(Standing& standing, const Act& act) {
    standing.suspended_days += days_between(*standing.suspended_on, act.on());
    standing.suspended_on.reset();
    standing.stage = before_decision(standing);
}

void decide(Standing& standing, const Act& act) {
    standing.decision = &act;
    standing.suspended_on.reset();
    standing.stage = RemedyStage::decided;
}

void take(Standing& standing, const Act& act) {
    switch (act.action) {
        case RemedyAction::register_remedy:
            standing.opened_on = act.on();
            return;
        case RemedyAction::receive_copy:
            standing.copy_received_on = act.on();
            standing.is_simplified = act.entry.is_simplified.value_or(false);
            standing.stage = RemedyStage::awaiting_reply;
            return;
        case RemedyAction::submit_reply:
            standing.replied_on = act.on();
            standing.stage = RemedyStage::in_examination;
            return;
        case RemedyAction::suspend:
            suspend(standing, act);
            return;
        case RemedyAction::resume:
            resume(standing, act);
            return;
        case RemedyAction::record_extension:
            standing.extended_days += act.entry.days.value_or(0);
            return;
        case RemedyAction::record_decision:
        case RemedyAction::record_final_ruling:
            decide(standing, act);
            return;
        case RemedyAction::record_appeal:
            standing.appeal = &act;
            standing.stage = RemedyStage::on_appeal;
            return;
        case RemedyAction::order_new_reply:
            standing.is_new_reply_owed = true;
            standing.new_reply_due_on = act.entry.due_on;
            standing.stage = RemedyStage::awaiting_performance;
            return;
        case RemedyAction::record_performance:
            standing.is_new_reply_owed = false;
            standing.new_reply_due_on.reset();
            standing.stage = RemedyStage::decided;
            return;
        case RemedyAction::close:
            standing.stage = RemedyStage::closed;
            return;
        case RemedyAction::record_hearing:
        case RemedyAction::add_document:
        case RemedyAction::cancel_act:
            return;
    }
}

std::optional<Conclusion> conclusion_of(const Standing& standing,
                                        const law::CountingOverrides& overrides) {
    if (standing.decision == nullptr || standing.stage == RemedyStage::on_appeal) {
        return std::nullopt;
    }
    const auto& entry = standing.decision->entry;
    const auto result =
        entry.counted ? result_of(*entry.counted) : preselected(entry, overrides).result;
    return Conclusion{standing.decision->on(), result};
}

RemedyClock reply_clock(const RemedyCase& of, const Standing& standing) {
    if (is_litigation(of.group)) {
        return RemedyClock::defendant_reply;
    }
    return standing.is_simplified ? RemedyClock::respondent_reply_simplified
                                  : RemedyClock::respondent_reply;
}

RemedyClock examination_clock(const RemedyCase& of, const Standing& standing) {
    if (is_litigation(of.group)) {
        return RemedyClock::first_instance_judgment;
    }
    return standing.is_simplified ? RemedyClock::reconsideration_decision_simplified
                                  : RemedyClock::reconsideration_decision;
}

// A ruling (裁定) does not decide the claim.
bool is_procedural(law::LitigationRuling ruling) {
    using enum law::LitigationRuling;
    return ruling == suit_dismissed || ruling == not_docketed;
}

RemedyClock clock_after_decision(const RemedyCase& of, const Entry& entry) {
    if (!is_litigation(of.group)) {
        return RemedyClock::suit_after_decision;
    }
    return is_procedural(*entry.ruling) ? RemedyClock::appeal_against_ruling
                                        : RemedyClock::appeal_against_judgment;
}

// Whether anyone could still go further against it.
bool has_way_further(const RemedyCase& of, const Entry& entry) {
    return !is_litigation(of.group) || entry.ruling != law::LitigationRuling::withdrawn;
}

class ClockList {
public:
    explicit ClockList(const law::WorkingCalendar& calendar) : calendar_(calendar) {}

    // A day for which no law is modelled has no clock.
    void add(RemedyClock clock, Date from, bool is_ours, std::optional<Date> met_on,
             int days_more = 0) {
        if (const auto due = law::remedy_due(clock, from, calendar_, days_more)) {
            clocks_.push_back({.clock = clock,
                               .from = from,
                               .due_on = due->due_on,
                               .is_provisional = due->is_provisional,
                               .basis = due->basis,
                               .is_ours = is_ours,
                               .met_on = met_on});
        }
    }

    [[nodiscard]] std::vector<Clock> take() { return std::move(clocks_); }

private:
    const law::WorkingCalendar& calendar_;
    std::vector<Clock> clocks_;
};

std::optional<Date> owed_by(const RemedyCase& of, const Standing& standing,
                            const law::WorkingCalendar& calendar) {
    if (standing.is_new_reply_owed) {
        return standing.new_reply_due_on;
    }
    if (!standing.copy_received_on || standing.replied_on || standing.decision != nullptr) {
        return std::nullopt;
    }
    const auto due = law::remedy_due(reply_clock(of, standing), *standing.copy_received_on,
                                     calendar, standing.suspended_days);
    return due ? std::optional(due->due_on) : std::nullopt;
}

}  // namespace

law::Counting preselected(const Entry& entry, const law::CountingOverrides& overrides) {
    if (entry.decision) {
        return law::counting(*entry.decision, overrides);
    }
    GK_ASSERT(entry.ruling.has_value());
    return law::counting(*entry.ruling, overrides);
}

Standing standing_of(const RemedyCase& of, const law::WorkingCalendar& calendar,
                     const law::CountingOverrides& overrides) {
    const auto acts = standing_acts(of.acts);
    GK_ASSERT(!acts.empty() && acts.front()->action == RemedyAction::register_remedy);
    Standing standing;
    for (const auto* act : acts) {
        take(standing, *act);
    }
    standing.conclusion = conclusion_of(standing, overrides);
    standing.owed_by = owed_by(of, standing, calendar);
    return standing;
}

std::vector<Clock> clocks_of(const RemedyCase& of, const Standing& standing,
                             const law::WorkingCalendar& calendar) {
    ClockList clocks(calendar);
    const Act* first_decision = nullptr;
    const Act* final_ruling = nullptr;
    for (const auto* act : standing_acts(of.acts)) {
        if (act->action == RemedyAction::record_decision) {
            first_decision = act;
        } else if (act->action == RemedyAction::record_final_ruling) {
            final_ruling = act;
        }
    }
    const auto decided_on =
        first_decision == nullptr ? std::nullopt : std::optional(first_decision->on());
    const auto appealed_on =
        standing.appeal == nullptr ? std::nullopt : std::optional(standing.appeal->on());
    clocks.add(examination_clock(of, standing), standing.opened_on, false, decided_on,
               standing.suspended_days + standing.extended_days);
    if (standing.copy_received_on) {
        clocks.add(reply_clock(of, standing), *standing.copy_received_on, true, standing.replied_on,
                   standing.replied_on ? 0 : standing.suspended_days);
    }
    if (first_decision != nullptr && has_way_further(of, first_decision->entry)) {
        clocks.add(clock_after_decision(of, first_decision->entry), *decided_on, false,
                   appealed_on);
    }
    if (appealed_on) {
        clocks.add(RemedyClock::second_instance_judgment, *appealed_on, false,
                   final_ruling == nullptr ? std::nullopt : std::optional(final_ruling->on()));
    }
    return clocks.take();
}

}  // namespace gk::remedy
