#include "application/access/access_service.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "application/access/errors.hpp"
#include "application/applicant_store.hpp"
#include "application/application_check.hpp"
#include "application/case_store.hpp"
#include "application/started/check.hpp"
#include "application/started/limit_store.hpp"
#include "application/started/service.hpp"
#include "application/telephone.hpp"
#include "application/view_service.hpp"
#include "base/assert.hpp"
#include "base/text.hpp"
#include "document/stored_file_store.hpp"
#include "law/personal_number.hpp"
#include "notify/service.hpp"

namespace gk::application::access {

namespace {

using started::Fields;
using started::LimitRule;
using std::chrono::minutes;
using std::chrono::seconds;
using store::Snapshot;
using store::Transaction;

// A code has 65 bits; the rules keep guessing hopeless and mistyping possible.
constexpr LimitRule guesses_at_number{.at_once = 10, .one_each = minutes(10)};
constexpr LimitRule guesses_of_address{.at_once = 30, .one_each = minutes(1)};
constexpr LimitRule guesses_of_site{.at_once = 1000, .one_each = seconds(1)};

std::string normalised_email(std::string_view address) {
    return text::lower_ascii(text::to_half_width(text::trim(address)));
}

// By which means a contact that was typed is one of the case.
std::optional<notify::Carrier> carrier_to(const Contact& kept, std::string_view typed) {
    const auto number = normalised_telephone(typed);
    if (!number.empty() && number == normalised_telephone(kept.phone) &&
        law::is_mobile_number(number)) {
        return notify::Carrier::short_message;
    }
    const auto address = normalised_email(typed);
    if (!address.empty() && address == normalised_email(kept.email)) {
        return notify::Carrier::mail;
    }
    return std::nullopt;
}

struct KnownCase {
    std::string public_id;
    std::string number;
    Id<people::Agency> agency;
    Contact contact;
};

Result<std::optional<KnownCase>> find_known(const Desk& desk, std::string_view number) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<std::optional<KnownCase>> {
        const auto found = load_case_by_number(snapshot, number);
        if (!found) {
            return std::optional<KnownCase>();
        }
        GK_TRY(const auto kept, load_applicant(snapshot, desk.ring, *found));
        return std::optional(KnownCase{.public_id = found->public_id,
                                       .number = found->number,
                                       .agency = found->agency,
                                       .contact = kept.applicant.contact});
    });
}

// A postal code that the office has noted stays as long as its address does.
Contact contact_of(const Fields& fields, const Contact& kept) {
    Contact contact{
        .route = contact_route_of(started::value(fields, "contact_route")).value_or(kept.route),
        .phone = normalised_telephone(started::value(fields, "phone")),
        .email = text::to_half_width(text::trim(started::value(fields, "email"))),
        .address = std::string(text::trim(started::value(fields, "address"))),
        .postal_code = {}};
    if (contact.address == kept.address) {
        contact.postal_code = kept.postal_code;
    }
    return contact;
}

// As the form asks for it: by the way that is chosen the applicant must be within reach, and so by
// the one on which the answer is wanted.
Result<Done> change_own_contact(const Desk& desk, const OwnAction& own, Moment now) {
    if (auto wrong = started::check_page(started::FormPage::contact, own.fields, {});
        !wrong.empty()) {
        return Error(ErrorKind::invalid, std::move(wrong));
    }
    GK_TRY(const auto found, find_case(desk, own.public_id, applicant_actor(), now));
    GK_TRY(const auto kept, own_applicant(desk, own.public_id));
    const auto contact = contact_of(own.fields, kept.applicant.contact);
    GK_CHECK(check_route(found.of.wanted, contact));
    return change_contact(desk, {.public_id = own.public_id, .version = {}}, contact,
                          applicant_actor(), now);
}

}  // namespace

Result<void> count_guess(store::Database& database, const people::KeyRing& ring, const Guess& guess,
                         Moment now) {
    struct Limit {
        LimitRule rule;
        std::string subject;
    };

    const std::array limits = {
        Limit{guesses_at_number, started::limit_subject(ring, "guess at a case", guess.number)},
        Limit{guesses_of_address,
              started::limit_subject(ring, "guess from an address", guess.client_address)},
        Limit{guesses_of_site, started::limit_subject(ring, "guess", "the site")}};
    return database.write([&](Transaction& transaction) -> Result<void> {
        for (const auto& [rule, subject] : limits) {
            if (const auto wait = started::wait_seconds(transaction, rule, subject, now)) {
                return error(too_many, started::waiting_time(*wait));
            }
        }
        return {};
    });
}

Result<void> resend_code(const Desk& desk, std::string_view number, std::string_view contact,
                         Moment now) {
    const auto code = new_query_code();  // Slow, and so done whether it is needed or not.
    GK_TRY(const auto known, find_known(desk, number));
    const auto carrier = known ? carrier_to(known->contact, contact) : std::nullopt;
    if (!carrier) {
        return {};
    }
    GK_CHECK(replace_query_code(desk, known->public_id, code, applicant_actor(), now));
    desk.database.write([&](Transaction& transaction) {
        notify::send(transaction, desk.ring,
                     {.agency = known->agency,
                      .carrier = *carrier,
                      .address = *carrier == notify::Carrier::mail ? known->contact.email
                                                                   : known->contact.phone,
                      .subject = "政府信息公开申请的新查询码",
                      .text = "政府信息公开申请 " + known->number + " 的新查询码为 " +
                              grouped(code.text) + "，原查询码作废。请勿转告他人。",
                      .timing = notify::Timing::at_once,
                      .object = {.kind = "case", .public_id = known->public_id}},
                     now);
    });
    return {};
}

Result<Done> do_own_act(const Desk& desk, const OwnAction& own, Moment now) {
    for (const auto& [name, typed] : own.fields) {
        if (!text::is_utf8(typed)) {
            return error(text_not_readable).at(name);
        }
    }
    const Entry entry{.text = std::string(text::trim(started::value(own.fields, "text"))),
                      .files = own.files};
    if (own.action == Action::receive_correction) {
        return answer_correction(desk, own.public_id, entry, now);
    }
    if (own.action == Action::record_reasons) {
        return give_reasons(desk, own.public_id, entry, now);
    }
    if (own.action == Action::add_material) {
        return add_material(desk, own.public_id, entry, now);
    }
    if (own.action == Action::withdraw) {
        return withdraw_application(desk, own.public_id, entry, now);
    }
    GK_ASSERT(own.action == Action::change_contact);
    return change_own_contact(desk, own, now);
}

void drop_files(store::Database& database, const std::vector<std::string>& files) {
    database.write([&](Transaction& transaction) {
        for (const auto& file : files) {
            if (const auto stored = document::load_stored_file(transaction, file)) {
                document::delete_stored_file(transaction, stored->id);
            }
        }
    });
}

}  // namespace gk::application::access
