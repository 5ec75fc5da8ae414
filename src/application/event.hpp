// What was done in a case: an append-only list of acts. A mistake is undone by another act, never
// by editing. Everything else about a case is derived from them. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/case.hpp"
#include "base/clock.hpp"
#include "law/consultation.hpp"
#include "law/outcome.hpp"
#include "law/processing_fee.hpp"
#include "people/actor.hpp"

namespace gk::application {

enum class Action : std::uint8_t {
    // Coming in, arts 29 and 31.
    submit,                // By the applicant, on line.
    register_application,  // By the office: counter, letter, fax, oral.
    amend_registration,    // Other dates or another channel, with the reason.
    confirm_receipt,
    change_contact,
    add_material,
    // Correction, art. 30.
    ask_for_correction,
    receive_correction,
    // Asking others, arts 32 to 34.
    consult,
    record_consultation_delivery,
    record_opinion,
    tell_third_party,
    // More time, arts 33 and 35.
    request_extension,
    consent_to_extension,
    refuse_extension,
    notify_extension,
    ask_for_reasons,
    record_reasons,
    defer_reply,
    // The fee, art. 42.
    notify_fee,
    record_payment,
    // Looking for it, art. 36 item 4.
    give_search_task,
    sign_for_task,
    forward_task,
    return_task,
    record_search,
    // Other applications and agencies.
    link_case,
    mark_duplicate,
    split_application,
    record_referral,
    // The answer, arts 36 to 41.
    draft_decision,
    review_decision,
    send_back_decision,
    sign_decision,
    add_released_file,
    review_release,
    reject_release,
    reply_on_the_spot,
    record_former_outcome,  // As a ledger had it that was imported.
    deliver,
    record_delivery_receipt,
    // The end.
    withdraw,
    close,
    archive,
    reopen,
    cancel_event,
};

[[nodiscard]] std::span<const Action> actions();
[[nodiscard]] std::string_view key(Action action);
[[nodiscard]] std::string_view label(Action action);
[[nodiscard]] std::optional<Action> action_of(std::string_view key);

// What came back of a consultation; silence is no opinion.
enum class Opinion : std::uint8_t { agrees, agrees_in_part, objects };
[[nodiscard]] std::span<const Opinion> opinions();
[[nodiscard]] std::string_view key(Opinion opinion);
[[nodiscard]] std::string_view label(Opinion opinion);
[[nodiscard]] std::optional<Opinion> opinion_of(std::string_view key);

enum class SearchResult : std::uint8_t { found, found_in_part, not_found };
[[nodiscard]] std::span<const SearchResult> search_results();
[[nodiscard]] std::string_view key(SearchResult result);
[[nodiscard]] std::string_view label(SearchResult result);
[[nodiscard]] std::optional<SearchResult> search_result_of(std::string_view key);

// What becomes of a record that the applicant wants amended, art. 41.
enum class AmendmentResult : std::uint8_t { amended, not_amended, transferred, told_where };
[[nodiscard]] std::span<const AmendmentResult> amendment_results();
[[nodiscard]] std::string_view key(AmendmentResult result);
[[nodiscard]] std::string_view label(AmendmentResult result);
[[nodiscard]] std::optional<AmendmentResult> amendment_result_of(std::string_view key);

// What an act says. Each action uses some of it: action_fields() in flow.hpp.
struct Entry {
    std::optional<Date> on = {};  // The date that the law counts from; nothing: the day of the act.
    std::string text = {};        // The items, the reason, the answer, the opinion.
    std::string evidence = {};    // What proves it: a posting number, a telephone record.
    std::vector<std::string> files = {};       // Public ids of stored files.
    std::optional<int> event_number = {};      // The event that it follows or cancels.
    std::optional<law::Channel> channel = {};  // Registration.
    std::optional<Date> signed_on = {};        // Registration: when the letter was signed for.
    std::optional<Date> confirmed_on = {};     // Registration: when both sides confirmed.
    std::optional<Date> due_on = {};           // A date that the act sets.
    std::optional<int> working_days = {};      // Of an extension.
    std::optional<law::Consulted> consulted = {};
    std::optional<Opinion> opinion = {};
    // Who is consulted; the agency that is pointed to. Of a third party the masked name, once the
    // act is written: third_party.hpp.
    std::string party = {};
    std::string contact = {};    // Of who is consulted; kept with a third party alone.
    std::string unit = {};       // The code of a unit.
    std::string reference = {};  // The number of another case, of a letter, of an order.
    std::optional<SearchResult> search_result = {};
    std::optional<law::Outcome> outcome = {};
    std::optional<AmendmentResult> amendment_result = {};
    std::string withheld = {};  // The severance log: what is withheld on which ground, art. 37.
    std::optional<law::FeeScale> fee_scale = {};
    std::optional<int> fee_units = {};
    std::optional<std::int64_t> amount_fen = {};
    std::vector<std::string> parts = {};  // Of a split: what each part asks for.
    std::optional<AnswerRoute> route = {};

    friend bool operator==(const Entry&, const Entry&) = default;
};

struct Event {
    int number = 0;  // From 1.
    Action action = Action::submit;
    std::string actor;  // As in the trail: "user:li", "user:li on behalf of user:wang".
    Moment at;
    Entry entry;

    // The legal date.
    [[nodiscard]] Date on() const { return entry.on.value_or(at.date()); }
};

// The actor of what the applicant does, once the number and the query code have been checked.
[[nodiscard]] people::Actor applicant_actor();
[[nodiscard]] bool is_applicant(const people::Actor& actor);

// Whether the event was the act of this person, or of one for whom it acts, or done for it.
[[nodiscard]] bool is_by(const Event& event, const people::Actor& actor);

}  // namespace gk::application
