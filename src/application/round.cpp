#include "application/round.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/assert.hpp"
#include "law/enum_table.hpp"

namespace gk::application {

namespace {

template <typename Item>
Item* item_of(std::vector<Item>& items, const Event& event) {
    const auto found = std::ranges::find_if(
        items, [&](const Item& each) { return event.entry.event_number == each.event_number; });
    return found == items.end() ? nullptr : &*found;
}

void nothing(History& /*history*/, const Event& /*event*/) {}

void register_as(History& history, const Event& event) {
    history.submission = {.channel = event.entry.channel.value_or(history.submission.channel),
                          .submitted_on = event.on(),
                          .signed_on = event.entry.signed_on,
                          .confirmed_on = event.entry.confirmed_on};
    if (history.round.reopened == nullptr) {
        history.clock.submission = history.submission;
    }
}

void confirm(History& history, const Event& event) {
    history.submission.confirmed_on = event.on();
    history.clock.submission.confirmed_on = event.on();
}

void ask_for_correction(History& history, const Event& event) {
    history.round.correction_asked = &event;
    history.clock.corrections.push_back({.asked_on = event.on(), .received_on = {}});
}

void receive_correction(History& history, const Event& event) {
    history.round.correction_received = &event;
    if (history.clock.corrections.empty()) {
        history.clock.corrections.emplace_back();
    }
    history.clock.corrections.back().received_on = event.on();
}

void consult(History& history, const Event& event) {
    GK_ASSERT(event.entry.consulted.has_value());
    history.round.consultations.push_back(
        {.event_number = event.number,
         .party = event.entry.party,
         .consultation = {.consulted = *event.entry.consulted, .sent_on = event.on()},
         .opinion_due_on = {},
         .opinion = {}});
}

void deliver_consultation(History& history, const Event& event) {
    if (auto* found = item_of(history.round.consultations, event); found != nullptr) {
        found->consultation.delivered_on = event.on();
    }
}

void take_opinion(History& history, const Event& event) {
    if (auto* found = item_of(history.round.consultations, event); found != nullptr) {
        found->consultation.returned_on = event.on();
        found->opinion = event.entry.opinion;
    }
}

void notify_extension(History& history, const Event& event) {
    auto& round = history.round;
    round.extension_notified = &event;
    GK_ASSERT(round.extension_requested != nullptr);
    history.clock.extension =
        law::Extension{.working_days = round.extension_requested->entry.working_days.value_or(0),
                       .consent_of_office_head =
                           round.extension_consented != nullptr ? law::Done::yes : law::Done::no,
                       .notice_to_applicant = law::Done::yes};
}

void defer_reply(History& history, const Event& event) {
    GK_ASSERT(event.entry.due_on.has_value());
    history.round.deferred = &event;
    history.clock.deferral =
        law::Deferral{.notified_on = event.on(), .deferred_to = *event.entry.due_on};
}

void notify_fee(History& history, const Event& event) {
    history.round.fee_notified = &event;
    history.clock.fee = law::FeePayment{.notified_on = event.on(), .paid_on = {}};
    history.fee.notified_on = event.on();
    history.fee.notified_fen += event.entry.amount_fen.value_or(0);
}

void record_payment(History& history, const Event& event) {
    history.round.fee_paid = &event;
    if (!history.clock.fee) {
        history.clock.fee.emplace();
    }
    history.clock.fee->paid_on = event.on();
    history.fee.paid_on = event.on();
    const auto* notified = history.round.fee_notified;
    history.fee.paid_fen += notified != nullptr ? notified->entry.amount_fen.value_or(0) : 0;
}

void give_task(History& history, const Event& event) {
    history.round.tasks.push_back({.event_number = event.number,
                                   .unit = event.entry.unit,
                                   .text = event.entry.text,
                                   .due_on = event.entry.due_on,
                                   .given_on = event.on()});
}

template <TaskState state>
void move_task(History& history, const Event& event) {
    if (auto* task = item_of(history.round.tasks, event); task != nullptr) {
        task->state = state;
        task->ended_on = state == TaskState::returned || state == TaskState::searched
                             ? std::optional(event.on())
                             : std::nullopt;
        if (state == TaskState::given) {
            task->unit = event.entry.unit;
        }
    }
}

void record_search(History& history, const Event& event) {
    history.round.searches.push_back(&event);
    move_task<TaskState::searched>(history, event);
}

void draft(History& history, const Event& event) {
    history.round.drafted = &event;
    history.round.is_release_cleared = false;
}

void send_back(History& history, const Event& /*event*/) {
    history.round.drafted = nullptr;
    history.round.reviewed = nullptr;
}

void add_released_file(History& history, const Event& /*event*/) {
    history.round.has_released_file = true;
    history.round.is_release_cleared = false;
}

template <bool is_cleared>
void judge_release(History& history, const Event& /*event*/) {
    history.round.is_release_cleared = is_cleared;
}

template <const Event* Round::* mark>
void remember(History& history, const Event& event) {
    history.round.*mark = &event;
}

void conclude(History& history, Conclusion conclusion) {
    history.latest = conclusion;
    if (!history.counted) {
        history.counted = conclusion;
    }
}

Conclusion conclusion_of(const Entry& said, Date on) {
    return {.outcome = said.outcome, .amendment_result = said.amendment_result, .on = on};
}

void answer_at_once(History& history, const Event& event) {
    history.round.answered = &event;
    conclude(history, conclusion_of(event.entry, event.on()));
}

void deliver(History& history, const Event& event) {
    GK_ASSERT(history.round.drafted != nullptr);
    history.round.answered = &event;
    conclude(history, conclusion_of(history.round.drafted->entry, event.on()));
}

void withdraw(History& history, const Event& event) {
    history.round.withdrawn = &event;
    conclude(history,
             {.outcome = law::Outcome::withdrawn, .amendment_result = {}, .on = event.on()});
}

// Without an answer before it: what was decided is told by no letter.
void close(History& history, const Event& event) {
    const auto& round = history.round;
    if (round.answered == nullptr && round.withdrawn == nullptr) {
        GK_ASSERT(round.drafted != nullptr);
        conclude(history, conclusion_of(round.drafted->entry, event.on()));
    }
    history.round.closed = &event;
}

void close_clock(History& history) {
    for (const auto& each : history.round.consultations) {
        history.clock.consultations.push_back(each.consultation);
    }
}

// The period begins anew, as if the application had been handed in on that day.
void reopen(History& history, const Event& event) {
    close_clock(history);
    if (history.counted && !history.counted_clock) {
        history.counted_clock = history.clock;
    }
    history.round = Round{};
    history.round.reopened = &event;
    history.clock = {.submission = {.channel = law::Channel::counter, .submitted_on = event.on()}};
    history.latest.reset();
}

void split(History& history, const Event& /*event*/) {
    history.is_split = true;
}

// Whether the act is one of handling what was received.
enum class Handles : bool { no, yes };

struct Row {
    Action value;
    void (*take)(History&, const Event&);
    Handles handles = Handles::yes;
};

constexpr auto rows = law::enum_table(std::array{
    Row{Action::submit, register_as, Handles::no},
    Row{Action::register_application, register_as, Handles::no},
    Row{Action::amend_registration, register_as, Handles::no},
    Row{Action::confirm_receipt, confirm, Handles::no},
    Row{Action::change_contact, nothing, Handles::no},
    Row{Action::add_material, nothing, Handles::no},
    Row{Action::ask_for_correction, ask_for_correction},
    Row{Action::receive_correction, receive_correction},
    Row{Action::consult, consult},
    Row{Action::record_consultation_delivery, deliver_consultation},
    Row{Action::record_opinion, take_opinion},
    Row{Action::tell_third_party, remember<&Round::third_party_told>},
    Row{Action::request_extension, remember<&Round::extension_requested>},
    Row{Action::consent_to_extension, remember<&Round::extension_consented>},
    Row{Action::refuse_extension,
        [](History& history, const Event&) { history.round.extension_requested = nullptr; }},
    Row{Action::notify_extension, notify_extension},
    Row{Action::ask_for_reasons, remember<&Round::reasons_asked>},
    Row{Action::record_reasons, remember<&Round::reasons_recorded>},
    Row{Action::defer_reply, defer_reply},
    Row{Action::notify_fee, notify_fee},
    Row{Action::record_payment, record_payment},
    Row{Action::give_search_task, give_task},
    Row{Action::sign_for_task, move_task<TaskState::signed_for>},
    Row{Action::forward_task, move_task<TaskState::given>},
    Row{Action::return_task, move_task<TaskState::returned>},
    Row{Action::record_search, record_search},
    Row{Action::link_case, nothing, Handles::no},
    Row{Action::mark_duplicate, remember<&Round::duplicate>},
    Row{Action::split_application, split, Handles::no},
    Row{Action::record_referral, remember<&Round::referral>},
    Row{Action::draft_decision, draft},
    Row{Action::review_decision, remember<&Round::reviewed>},
    Row{Action::send_back_decision, send_back},
    Row{Action::sign_decision, remember<&Round::signed_by>},
    Row{Action::add_released_file, add_released_file},
    Row{Action::review_release, judge_release<true>},
    Row{Action::reject_release, judge_release<false>},
    Row{Action::reply_on_the_spot, answer_at_once},
    Row{Action::record_former_outcome, answer_at_once},
    Row{Action::deliver, deliver},
    Row{Action::record_delivery_receipt, nothing},
    Row{Action::withdraw, withdraw},
    Row{Action::close, close},
    Row{Action::archive, remember<&Round::archived>},
    Row{Action::reopen, reopen, Handles::no},
    Row{Action::cancel_event, nothing, Handles::no},
});

}  // namespace

History follow(std::span<const Event* const> events) {
    GK_ASSERT(!events.empty());
    GK_ASSERT(events.front()->action == Action::submit ||
              events.front()->action == Action::register_application);
    History history;
    for (const auto* event : events) {
        const auto& row = rows[event->action];
        row.take(history, *event);
        history.round.is_handled = history.round.is_handled || row.handles == Handles::yes;
    }
    close_clock(history);
    return history;
}

}  // namespace gk::application
