// What an application is made of (条例 arts 29, 41): who applies, for what, in which form. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "law/receipt.hpp"
#include "law/report_format.hpp"
#include "people/agency.hpp"

namespace gk::application {

enum class CaseKind : std::uint8_t {
    disclosure,        // 依申请公开, arts 27 to 40
    record_amendment,  // 更正本人记录, art. 41: no reply period, no row of table 三
};
[[nodiscard]] std::span<const CaseKind> case_kinds();
[[nodiscard]] std::string_view key(CaseKind kind);
[[nodiscard]] std::string_view label(CaseKind kind);
[[nodiscard]] std::optional<CaseKind> case_kind_of(std::string_view key);

// In the order of the columns of table 三.
enum class ApplicantKind : std::uint8_t {
    natural_person,
    commercial_enterprise,
    research_institution,
    public_welfare_organization,
    legal_service_organization,
    other_organization,
};
[[nodiscard]] std::span<const ApplicantKind> applicant_kinds();
[[nodiscard]] std::string_view key(ApplicantKind kind);
[[nodiscard]] std::string_view label(ApplicantKind kind);
[[nodiscard]] std::optional<ApplicantKind> applicant_kind_of(std::string_view key);
[[nodiscard]] law::ApplicantColumn report_column(ApplicantKind kind);

// The proof of identity that art. 29 asks for.
enum class IdentityKind : std::uint8_t { identity_card, credit_code, other_document };
[[nodiscard]] std::span<const IdentityKind> identity_kinds();
[[nodiscard]] std::string_view key(IdentityKind kind);
[[nodiscard]] std::string_view label(IdentityKind kind);
[[nodiscard]] std::optional<IdentityKind> identity_kind_of(std::string_view key);

// Art. 29 para. 2 item 3: the form in which the information is wanted,
enum class AnswerForm : std::uint8_t { paper, electronic, disc, on_site };
[[nodiscard]] std::span<const AnswerForm> answer_forms();
[[nodiscard]] std::string_view key(AnswerForm form);
[[nodiscard]] std::string_view label(AnswerForm form);
[[nodiscard]] std::optional<AnswerForm> answer_form_of(std::string_view key);

// and the way by which it is wanted, and later goes.
enum class AnswerRoute : std::uint8_t { post, email, fax, pick_up, online };
[[nodiscard]] std::span<const AnswerRoute> answer_routes();
[[nodiscard]] std::string_view key(AnswerRoute route);
[[nodiscard]] std::string_view label(AnswerRoute route);
[[nodiscard]] std::optional<AnswerRoute> answer_route_of(std::string_view key);

// By which of the contacts the applicant wants to be told what happens.
enum class ContactRoute : std::uint8_t { sms, email, post };
[[nodiscard]] std::span<const ContactRoute> contact_routes();
[[nodiscard]] std::string_view key(ContactRoute route);
[[nodiscard]] std::string_view label(ContactRoute route);
[[nodiscard]] std::optional<ContactRoute> contact_route_of(std::string_view key);

struct Contact {
    ContactRoute route = ContactRoute::sms;
    std::string phone = {};
    std::string email = {};
    std::string address = {};
    std::string postal_code = {};

    // A way to reach the applicant: art. 29 asks for one, not for all.
    [[nodiscard]] bool has_any() const;

    friend bool operator==(const Contact&, const Contact&) = default;
};

// Personal data: sealed in the database, never in the log, the trail or an address.
struct Applicant {
    ApplicantKind kind = ApplicantKind::natural_person;
    std::string name = {};
    IdentityKind identity_kind = IdentityKind::identity_card;
    std::string identity_document = {};  // What it is called, of other_document.
    std::string identity_number = {};
    std::string contact_person = {};  // Of an organization.
    Contact contact = {};

    friend bool operator==(const Applicant&, const Applicant&) = default;
};

// 委托代理人
struct Representative {
    std::string name = {};
    std::string identity_number = {};
    std::string phone = {};

    friend bool operator==(const Representative&, const Representative&) = default;
};

// How lists call the applicant: a person's name is masked, an organisation's is not.
[[nodiscard]] std::string masked_name(const Applicant& applicant);

// Art. 29 para. 2 items 2 and 3.
struct Wanted {
    std::string title = {};
    std::string document_number = {};
    std::string description = {};  // 特征性描述
    AnswerForm form = AnswerForm::paper;
    AnswerRoute route = AnswerRoute::post;
    bool accepts_other = false;  // Another form or way will do where this one cannot be.

    friend bool operator==(const Wanted&, const Wanted&) = default;
};

// An application as it comes in.
struct NewApplication {
    std::string agency_code = {};
    CaseKind kind = CaseKind::disclosure;
    Applicant applicant = {};
    std::optional<Representative> representative = {};
    Wanted wanted = {};
    // Public ids of stored files: the letter itself, what it encloses,
    std::vector<std::string> files = {};
    // and what proves identity or authority, which is kept for a shorter time.
    std::vector<std::string> identity_files = {};
    // The version of the notice on personal data that was shown; empty: none was.
    std::string notice_version = {};
};

struct Case;

// How a case is named to the service, and the version that the actor has seen; nothing: whichever
// there is.
struct CaseReference {
    std::string public_id = {};
    std::optional<std::int64_t> version = {};
};

}  // namespace gk::application
