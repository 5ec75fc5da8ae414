#include "application/case_letter_service.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "application/errors.hpp"
#include "base/assert.hpp"
#include "letter/release_service.hpp"
#include "letter/service.hpp"

namespace gk::application {

namespace {

using letter::Letter;
using letter::LetterStatus;
using store::Transaction;

constexpr std::size_t public_id_length = 26;

// A public id, and not the number of a letter that was written elsewhere.
bool names_letter(std::string_view reference) {
    return reference.size() == public_id_length && std::ranges::all_of(reference, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
           });
}

// The kind of the notice that tells of a procedural act; nothing where there is none.
std::optional<law::LetterKind> notice_of(Action action, const Entry& entry) {
    using law::LetterKind;
    if (action == Action::consult && entry.consulted) {
        switch (*entry.consulted) {
            case law::Consulted::third_party:
                return LetterKind::third_party_consultation;
            case law::Consulted::joint_agency:
                return LetterKind::joint_agency_consultation;
            case law::Consulted::agency:
                return std::nullopt;
        }
    }
    constexpr std::array<std::pair<Action, LetterKind>, 6> notices = {{
        {Action::ask_for_correction, LetterKind::correction_notice},
        {Action::tell_third_party, LetterKind::third_party_notice},
        {Action::notify_extension, LetterKind::extension_notice},
        {Action::ask_for_reasons, LetterKind::reasons_request},
        {Action::defer_reply, LetterKind::deferral_notice},
        {Action::notify_fee, LetterKind::fee_notice},
    }};
    const auto* const found =
        std::ranges::find(notices, action, &std::pair<Action, LetterKind>::first);
    return found == notices.end() ? std::nullopt : std::optional(found->second);
}

std::optional<law::LetterKind> answer_kind(const Entry& entry) {
    if (entry.outcome) {
        return law::letter(*entry.outcome);
    }
    return law::LetterKind::record_amendment;
}

letter::DeliveryRoute delivery_route(std::optional<AnswerRoute> route) {
    switch (route.value_or(AnswerRoute::post)) {
        case AnswerRoute::post:
            return letter::DeliveryRoute::mail;
        case AnswerRoute::pick_up:
            return letter::DeliveryRoute::counter;
        case AnswerRoute::fax:
            return letter::DeliveryRoute::fax;
        case AnswerRoute::email:
        case AnswerRoute::online:
            break;
    }
    return letter::DeliveryRoute::internet;
}

// One act on one letter.
class Along {
public:
    Along(Transaction& transaction, const Desk& desk, const people::Actor& actor, Moment now)
        : transaction_(transaction), desk_(desk), actor_(actor), now_(now) {}

    Result<Letter> load(const Case& of, std::string_view id) {
        GK_TRY(auto found, letter::find_letter(transaction_, id, actor_));
        if (found.case_id != of.public_id) {
            return error(letter_of_another_case).at("reference");
        }
        return found;
    }

    // The answer is submitted with the case; a letter that is further stays there.
    Result<void> draft(const Letter& found, const Entry& entry) {
        const auto needed = answer_kind(entry);
        if (needed != found.kind) {
            return error(letter_of_another_kind, law::label(found.kind),
                         needed ? law::label(*needed) : "不需要文书")
                .at("reference");
        }
        if (found.status == LetterStatus::draft || found.status == LetterStatus::sent_back) {
            GK_CHECK(done(letter::submit(transaction_, of(found), actor_, now_)));
        }
        return {};
    }

    Result<void> clear(const Letter& found) {
        if (found.status == LetterStatus::submitted) {
            GK_CHECK(done(letter::clear(transaction_, of(found), actor_, now_)));
        }
        return {};
    }

    Result<void> send_back(const Letter& found, const Entry& entry) {
        if (found.status == LetterStatus::submitted || found.status == LetterStatus::cleared) {
            GK_CHECK(done(letter::send_back(transaction_, of(found), entry.text, actor_, now_)));
        }
        return {};
    }

    // Number and date of the letter are those of the decision.
    Result<void> sign(const Letter& found, Entry& entry) {
        auto signed_letter = found;
        if (found.status == LetterStatus::cleared) {
            GK_ASSERT(desk_.letters != nullptr);
            GK_TRY(signed_letter, letter::sign_off(transaction_, *desk_.letters, of(found),
                                                   entry.on.value_or(now_.date()), actor_, now_));
        }
        entry.reference = signed_letter.number.value_or("");
        entry.on = signed_letter.dated_on;
        return {};
    }

    Result<void> deliver(const Letter& found, Entry& entry) {
        auto delivered = found;
        if (!found.delivered_on) {
            const auto on = entry.on.value_or(now_.date());
            const auto route = delivery_route(entry.route);
            GK_TRY(delivered,
                   letter::record_delivery(
                       transaction_, of(found),
                       {.route = route,
                        .handed_over_on = on,
                        .signed_for_on = letter::counts_when_signed_for(route) ? std::optional(on)
                                                                               : std::nullopt,
                        .tracking_number = entry.evidence},
                       actor_, now_));
        }
        entry.on = delivered.delivered_on;
        entry.reference = delivered.number.value_or("");
        return {};
    }

    Result<void> judge_files(Letter found, letter::ReleaseVerdict verdict, const Entry& entry) {
        for (const auto& file : Letter(found).released_files) {
            if (file.status == letter::ReleaseStatus::awaiting_review) {
                GK_TRY(found, letter::review_released_file(transaction_, of(found), file.public_id,
                                                           verdict, entry.text, actor_, now_));
            }
        }
        return {};
    }

    // Its number stays taken.
    Result<void> cancel(const Letter& found, const Entry& entry) {
        if (found.status == LetterStatus::signed_off) {
            GK_CHECK(done(letter::cancel(transaction_, of(found), entry.text, actor_, now_)));
        }
        return {};
    }

    // A notice counts from the day on which it was sent.
    Result<void> tell(const Letter& found, law::LetterKind kind, Entry& entry) {
        if (found.kind != kind) {
            return error(letter_of_another_kind, law::label(found.kind), law::label(kind))
                .at("reference");
        }
        if (!found.delivered_on) {
            return error(letter_not_delivered, law::label(kind)).at("reference");
        }
        entry.on = found.delivered_on;
        return {};
    }

private:
    static letter::LetterReference of(const Letter& found) {
        return {.public_id = found.public_id, .version = found.version};
    }

    static Result<void> done(Result<Letter> result) {
        return result ? Result<void>() : Result<void>(std::move(result).error());
    }

    Transaction& transaction_;
    const Desk& desk_;
    const people::Actor& actor_;
    Moment now_;
};

bool signs(const Case& of, std::optional<int> event_number) {
    return std::ranges::any_of(of.events, [&](const Event& event) {
        return event.number == event_number && event.action == Action::sign_decision;
    });
}

Result<void> take_answer_along(Along& along, const Case& of, const Letter& found, Action action,
                               Entry& entry) {
    if (action == Action::review_decision) {
        return along.clear(found);
    }
    if (action == Action::send_back_decision) {
        return along.send_back(found, entry);
    }
    if (action == Action::sign_decision) {
        return along.sign(found, entry);
    }
    if (action == Action::deliver) {
        return along.deliver(found, entry);
    }
    if (action == Action::review_release) {
        return along.judge_files(found, letter::ReleaseVerdict::clear, entry);
    }
    if (action == Action::reject_release) {
        return along.judge_files(found, letter::ReleaseVerdict::refuse, entry);
    }
    if (action == Action::cancel_event && signs(of, entry.event_number)) {
        return along.cancel(found, entry);
    }
    return {};
}

// What is decided without a letter named: the one that was begun goes with it, or goes.
Result<void> take_open_along(Along& along, Transaction& transaction, const Case& of, Entry& entry,
                             const people::Actor& actor, Moment now) {
    const auto open = open_answer(transaction, of, actor);
    if (!open || !entry.outcome) {
        return {};
    }
    if (answer_kind(entry) != open->kind) {
        return replace_answer(transaction, *open, *entry.outcome, actor, now);
    }
    entry.reference = open->public_id;
    return along.draft(*open, entry);
}

}  // namespace

std::optional<Letter> open_answer(store::Snapshot& snapshot, const Case& of,
                                  const people::Actor& actor) {
    std::optional<Letter> open;
    for (auto& letter : letter::letters_of_case(snapshot, of.public_id, actor)) {
        const bool is_written =
            letter.status == LetterStatus::draft || letter.status == LetterStatus::sent_back;
        if (is_written && law::role(letter.kind) == law::LetterRole::final_answer) {
            open = std::move(letter);
        }
    }
    return open;
}

Result<void> replace_answer(Transaction& transaction, const Letter& letter, law::Outcome outcome,
                            const people::Actor& actor, Moment now) {
    const auto done =
        letter::cancel(transaction, {.public_id = letter.public_id, .version = letter.version},
                       fmt::format("办理结果改为“{}”", law::label(outcome)), actor, now);
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> take_letter_along(Transaction& transaction, const Desk& desk, const Case& of,
                               const Standing& before, Action action, Entry& entry,
                               const people::Actor& actor, Moment now) {
    Along along(transaction, desk, actor, now);
    const auto notice = notice_of(action, entry);
    if (notice || action == Action::draft_decision) {
        if (!notice && entry.reference.empty()) {
            return take_open_along(along, transaction, of, entry, actor, now);
        }
        if (!names_letter(entry.reference)) {
            return {};
        }
        GK_TRY(const auto found, along.load(of, entry.reference));
        return notice ? along.tell(found, *notice, entry) : along.draft(found, entry);
    }
    const auto* drafted = before.round.drafted;
    if (drafted == nullptr || !names_letter(drafted->entry.reference)) {
        return {};
    }
    GK_TRY(const auto found, along.load(of, drafted->entry.reference));
    return take_answer_along(along, of, found, action, entry);
}

}  // namespace gk::application
