#include "application/letter_delivery_service.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "application/acting_service.hpp"
#include "application/errors.hpp"
#include "application/flow.hpp"
#include "application/receipt_settings_store.hpp"
#include "application/standing.hpp"
#include "base/assert.hpp"

namespace gk::application {

namespace {

using letter::Letter;
using letter::LetterAction;
using letter::NewDelivery;
using store::Snapshot;
using store::Transaction;

AnswerRoute answer_route(letter::DeliveryRoute route) {
    switch (route) {
        case letter::DeliveryRoute::counter:
        case letter::DeliveryRoute::entrusted:
            return AnswerRoute::pick_up;
        case letter::DeliveryRoute::mail:
            return AnswerRoute::post;
        case letter::DeliveryRoute::internet:
            return AnswerRoute::online;
        case letter::DeliveryRoute::fax:
            return AnswerRoute::fax;
    }
    GK_ASSERT(!"a route of delivery");
    return AnswerRoute::post;
}

// A decision of the case names the letter.
bool is_answer_of(const Letter& letter, const Case& of) {
    return std::ranges::any_of(of.events, [&](const Event& event) {
        return event.action == Action::draft_decision && event.entry.reference == letter.public_id;
    });
}

Result<Letter> not_yet_delivered(Snapshot& snapshot, std::string_view letter_id,
                                 const people::Actor& actor) {
    GK_TRY(auto found, letter::find_letter(snapshot, letter_id, actor));
    if (!found.deliveries.empty()) {
        return error(letter_sent_already, found.deliveries.back().handed_over_on.chinese());
    }
    return found;
}

// The delivery that nobody has signed for.
Result<int> open_delivery(const Letter& found) {
    if (found.deliveries.empty() || found.deliveries.back().signed_for_on) {
        return error(letter_nothing_to_sign_for);
    }
    return found.deliveries.back().number;
}

struct Answered {
    Case of;
    Standing standing;
};

// The case that the letter answers; nothing where it answers none.
Result<std::optional<Answered>> answered_case(Snapshot& snapshot,
                                              const law::WorkingCalendar& calendar,
                                              const Letter& found, const people::Actor& actor,
                                              Date today) {
    GK_TRY(auto of, load_for(snapshot, found.case_id, actor));
    if (!is_answer_of(found, of)) {
        return std::optional<Answered>();
    }
    GK_TRY(auto standing, standing_of(of, calendar, today, receipt_rules_of(snapshot, of)));
    return std::optional(Answered{.of = std::move(of), .standing = std::move(standing)});
}

// Where the letter answers the case, what the case says to its delivery.
Result<void> permit_in_case(Snapshot& snapshot, const law::WorkingCalendar& calendar,
                            const Letter& found, const people::Actor& actor, Date today) {
    GK_TRY(const auto answered, answered_case(snapshot, calendar, found, actor, today));
    return answered ? permit(Action::deliver, {answered->of, answered->standing, actor, today})
                    : Result<void>();
}

// The case follows its answer once a day counts.
Result<void> take_case_along(Transaction& transaction, const Desk& desk, const Letter& delivered,
                             const people::Actor& actor, Moment now) {
    if (!delivered.delivered_on) {
        return {};
    }
    GK_TRY(auto of, load_for(transaction, delivered.case_id, actor));
    if (!is_answer_of(delivered, of)) {
        return {};
    }
    const auto& delivery = delivered.deliveries.back();
    const Entry entry{.on = delivered.delivered_on,
                      .evidence = delivery.tracking_number,
                      .route = answer_route(delivery.route)};
    const auto done = take_step(transaction, desk, of, Action::deliver, entry, actor, now);
    return done ? Result<void>() : Result<void>(done.error());
}

}  // namespace

Result<void> permit_leaving(Snapshot& snapshot, const law::WorkingCalendar& calendar,
                            std::string_view letter_id, const people::Actor& actor, Date today) {
    GK_TRY(const auto found, letter::find_letter(snapshot, letter_id, actor));
    GK_TRY(const auto answered, answered_case(snapshot, calendar, found, actor, today));
    const bool may_go_again =
        !found.deliveries.empty() || (answered && is_concluded(answered->standing.state));
    return !answered || may_go_again
               ? Result<void>()
               : permit(Action::deliver, {answered->of, answered->standing, actor, today});
}

Result<void> permit_delivery(const Desk& desk, std::string_view letter_id, const NewDelivery& given,
                             const people::Actor& actor, Moment now) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<void> {
        GK_TRY(const auto found, not_yet_delivered(snapshot, letter_id, actor));
        GK_CHECK(letter::permit(LetterAction::deliver, found.standing(), actor));
        GK_CHECK(letter::check_delivery(found, given, now.date()));
        return permit_in_case(snapshot, desk.calendar, found, actor, now.date());
    });
}

Result<Letter> deliver_letter(const Desk& desk, std::string_view letter_id,
                              const NewDelivery& given, const people::Actor& actor, Moment now) {
    return desk.database.write([&](Transaction& transaction) -> Result<Letter> {
        GK_TRY(const auto found, not_yet_delivered(transaction, letter_id, actor));
        GK_TRY(auto delivered,
               letter::record_delivery(transaction, {found.public_id}, given, actor, now));
        GK_CHECK(take_case_along(transaction, desk, delivered, actor, now));
        return delivered;
    });
}

Result<void> permit_receipt(const Desk& desk, std::string_view letter_id, Date signed_for_on,
                            const people::Actor& actor, Moment now) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<void> {
        GK_TRY(const auto found, letter::find_letter(snapshot, letter_id, actor));
        GK_CHECK(letter::permit(LetterAction::sign_for, found.standing(), actor));
        GK_TRY(const int number, open_delivery(found));
        GK_CHECK(letter::check_receipt(found, number, signed_for_on, now.date()));
        return found.delivered_on
                   ? Result<void>()
                   : permit_in_case(snapshot, desk.calendar, found, actor, now.date());
    });
}

Result<Letter> receive_receipt(const Desk& desk, std::string_view letter_id, Date signed_for_on,
                               const people::Actor& actor, Moment now) {
    return desk.database.write([&](Transaction& transaction) -> Result<Letter> {
        GK_TRY(const auto found, letter::find_letter(transaction, letter_id, actor));
        GK_TRY(const int number, open_delivery(found));
        GK_TRY(auto received, letter::record_receipt(transaction, {found.public_id}, number,
                                                     signed_for_on, actor, now));
        if (!found.delivered_on) {
            GK_CHECK(take_case_along(transaction, desk, received, actor, now));
        }
        return received;
    });
}

}  // namespace gk::application
