#include "application/letter_values_service.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "application/errors.hpp"
#include "application/fee_offer_service.hpp"
#include "application/third_party_service.hpp"
#include "application/view_service.hpp"
#include "application/wanted_words.hpp"
#include "base/yuan.hpp"
#include "law/citation_text.hpp"
#include "law/fee_scale.hpp"
#include "letter/letter_template.hpp"

namespace gk::application {

namespace {

using letter::LetterValues;
using people::Permission;

std::string iso(const std::optional<Date>& date) {
    return date ? date->iso() : std::string();
}

std::string receipt_manner(const Standing& standing) {
    const auto channel = standing.submission.channel;
    const bool by_consent = (channel == law::Channel::internet || channel == law::Channel::fax) &&
                            standing.receipt_rules.of(channel) == law::ReceiptBy::confirmation;
    return fmt::format("{}{}", law::label(channel), by_consent ? "并经双方确认" : "");
}

// The date that the notice of an extension tells, before it has been sent.
std::string extended_due_on(const Desk& desk, const Standing& standing, Date today) {
    const auto* requested = standing.round.extension_requested;
    if (requested == nullptr) {
        return {};
    }
    auto events = standing.clock_events;
    events.extension = law::Extension{.working_days = requested->entry.working_days.value_or(0),
                                      .consent_of_office_head = law::Done::yes,
                                      .notice_to_applicant = law::Done::yes};
    const auto deadline = law::reply_deadline(events, desk.calendar, today, standing.receipt_rules);
    return deadline ? iso(deadline->reply_due_on) : std::string();
}

void add_way(LetterValues& values, const Desk& desk, const Standing& standing, Date today) {
    const auto& round = standing.round;
    if (round.correction_asked != nullptr) {
        values["correction_asked_on"] = round.correction_asked->on().iso();
        values["correction_due_on"] = iso(round.correction_asked->entry.due_on);
    }
    if (round.correction_received != nullptr) {
        values["corrected_on"] = round.correction_received->on().iso();
    }
    if (round.extension_requested != nullptr) {
        const auto& entry = round.extension_requested->entry;
        values["extension_days"] = std::to_string(entry.working_days.value_or(0));
        values["extension_reason"] = entry.text;
        values["extended_due_on"] = extended_due_on(desk, standing, today);
    }
    if (round.reasons_asked != nullptr) {
        values["reasons_due_on"] = iso(round.reasons_asked->entry.due_on);
    }
    if (round.deferred != nullptr) {
        values["deferred_due_on"] = iso(round.deferred->entry.due_on);
    }
    if (round.fee_notified != nullptr) {
        values["fee_asked_on"] = round.fee_notified->on().iso();
        if (standing.deadline) {
            values["payment_due_on"] = iso(standing.deadline->payment_due_on);
        }
    }
    if (round.withdrawn != nullptr) {
        values["withdrawn_on"] = round.withdrawn->on().iso();
    }
}

void add_findings(LetterValues& values, const Round& round) {
    if (!round.searches.empty()) {
        values["search_account"] = round.searches.back()->entry.text;
    }
    if (round.referral != nullptr) {
        values["competent_agency"] = round.referral->entry.party;
        values["competent_contact"] = round.referral->entry.evidence;
        values["held_elsewhere_reason"] = round.referral->entry.text;
    }
    if (!round.consultations.empty()) {
        const auto& latest = round.consultations.back().consultation;
        values["consultation_started_on"] = latest.sent_on.iso();
        values["consulted_bodies"] = law::label(latest.consulted);
    }
    if (round.drafted != nullptr) {
        values["withheld_part"] = round.drafted->entry.withheld;
    }
}

LetterValues known_values(const Desk& desk, const CaseView& view, Date today) {
    const auto& standing = view.standing;
    LetterValues values;
    values["case_number"] = view.of.number;
    values["submitted_on"] = standing.submission.submitted_on.iso();
    values["received_on"] = iso(standing.received_on);
    values["receipt_manner"] = receipt_manner(standing);
    values["information_sought"] = wanted_words(view.of.wanted);
    values["reply_due_on"] = iso(standing.reply_due_on);
    values["closed_on"] = today.iso();
    add_way(values, desk, standing, today);
    add_findings(values, standing.round);
    return values;
}

// By application the count of the month is known; pages are counted by whoever has them at hand.
// Returns why there is no amount, where there is none.
std::string add_fee(LetterValues& values, const Desk& desk, const CaseView& view,
                    const people::Actor& actor) {
    const auto scale = law::FeeScale::per_application;
    const auto offer = offer_fee(desk, view.of.public_id, scale, {}, actor);
    if (!offer) {
        return offer.error().first().message;
    }
    if (offer->proposed_fen == 0) {
        return offer->account + "按量计收的，请按提供的页数填写。";
    }
    const auto& fee = offer->chargeable.fee;
    values["fee_basis"] = law::citation_text(fee.basis);
    values["fee_scale"] = fmt::format("{}，当月第{}件，每件{}元", law::label(scale), offer->units,
                                      fee.lines.back().rate_yuan);
    values["fee_amount"] = yuan_text(offer->proposed_fen);
    return {};
}

const ConsultationStanding* consultation_with(const Round& round, law::LetterAddressee addressee) {
    const auto wanted = addressee == law::LetterAddressee::third_party
                            ? law::Consulted::third_party
                            : law::Consulted::joint_agency;
    const auto found = std::ranges::find(
        round.consultations, wanted,
        [](const ConsultationStanding& each) { return each.consultation.consulted; });
    return found == round.consultations.end() ? nullptr : &*found;
}

Result<void> add_consulted(LetterValues& values, const Desk& desk, const CaseView& view,
                           law::LetterAddressee addressee, const people::Actor& actor, Moment now) {
    const auto* consultation = consultation_with(view.standing.round, addressee);
    if (consultation == nullptr) {
        return {};
    }
    if (addressee != law::LetterAddressee::third_party) {
        values["recipient_name"] = consultation->party;
        return {};
    }
    if (actor.may(Permission::applicant_read, view.of.agency)) {
        GK_TRY(const auto parties, view_third_parties(desk, view.of.public_id, actor, now));
        const auto found =
            std::ranges::find(parties, consultation->event_number, &KeptThirdParty::event_number);
        if (found != parties.end()) {
            values["recipient_name"] = found->party.name;
        }
    }
    return {};
}

Result<void> add_recipient(LetterValues& values, const Desk& desk, const CaseView& view,
                           law::LetterKind kind, const people::Actor& actor, Moment now) {
    const auto addressee = law::addressee(kind);
    const bool is_person = view.of.applicant_kind == ApplicantKind::natural_person;
    values["form_of_address"] =
        addressee == law::LetterAddressee::applicant && is_person ? "您" : "贵单位";
    if (addressee != law::LetterAddressee::applicant) {
        return add_consulted(values, desk, view, addressee, actor, now);
    }
    if (actor.may(Permission::applicant_read, view.of.agency)) {
        GK_TRY(const auto kept, view_applicant(desk, view.of.public_id, actor, now));
        values["recipient_name"] = kept.applicant.name;
    }
    return {};
}

}  // namespace

Result<std::vector<LetterField>> letter_fields(const Desk& desk, std::string_view case_id,
                                               law::LetterKind kind, const people::Actor& actor,
                                               Moment now) {
    GK_TRY(const auto view, find_case(desk, case_id, actor, now));
    if (!actor.may(Permission::case_handle, view.of.agency)) {
        return error(not_permitted, "拟写文书", people::label(Permission::case_handle));
    }
    auto values = known_values(desk, view, now.date());
    GK_CHECK(add_recipient(values, desk, view, kind, actor, now));
    const auto fee_note =
        kind == law::LetterKind::fee_notice ? add_fee(values, desk, view, actor) : std::string();
    std::vector<LetterField> fields;
    for (const auto* placeholder : letter::placeholders_of(kind)) {
        if (!placeholder->is_of_office) {
            const auto known = values.find(placeholder->key);
            fields.push_back({.placeholder = placeholder,
                              .is_required = !letter::may_be_empty(kind, *placeholder),
                              .value = known == values.end() ? std::string() : known->second,
                              .note = placeholder->key == "fee_amount" ? fee_note : ""});
        }
    }
    return fields;
}

}  // namespace gk::application
