#include "application/started/submission.hpp"

#include <algorithm>

#include "application/started/field.hpp"
#include "application/telephone.hpp"
#include "base/assert.hpp"
#include "base/text.hpp"
#include "law/personal_number.hpp"
#include "people/masking.hpp"

namespace gk::application::started {

namespace {

// What was typed, without the spaces around it.
class Typed {
public:
    explicit Typed(const Fields& fields) : fields_(fields) {}

    [[nodiscard]] std::string text(std::string_view name) const {
        return std::string(text::trim(value(fields_, name)));
    }

    [[nodiscard]] std::string number(std::string_view name) const {
        return law::normalised_number(value(fields_, name));
    }

    [[nodiscard]] std::string telephone(std::string_view name) const {
        return normalised_telephone(value(fields_, name));
    }

    template <typename Value>
    [[nodiscard]] Value choice(std::string_view name,
                               std::optional<Value> (*of_key)(std::string_view)) const {
        const auto chosen = of_key(value(fields_, name));
        GK_ASSERT(chosen.has_value());
        return *chosen;
    }

private:
    const Fields& fields_;
};

Applicant applicant_of(const Fields& fields) {
    const Typed typed(fields);
    const auto kind = is_of_organization(fields) ? "organization_kind" : "kind";
    Applicant applicant;
    applicant.kind = typed.choice(kind, applicant_kind_of);
    applicant.name = typed.text("name");
    applicant.identity_kind = typed.choice("identity_kind", identity_kind_of);
    applicant.identity_number = typed.number("identity_number");
    if (applicant.identity_kind == IdentityKind::other_document) {
        applicant.identity_document = typed.text("identity_document");
    }
    if (is_of_organization(fields)) {
        applicant.contact_person = typed.text("contact_name");
    }
    applicant.contact = {.route = typed.choice("contact_route", contact_route_of),
                         .phone = typed.telephone("phone"),
                         .email = text::to_half_width(typed.text("email")),
                         .address = typed.text("address"),
                         .postal_code = {}};
    return applicant;
}

std::optional<Representative> representative_of(const Fields& fields) {
    if (!is_represented(fields)) {
        return std::nullopt;
    }
    const Typed typed(fields);
    return Representative{.name = typed.text("representative_name"),
                          .identity_number = typed.number("representative_number"),
                          .phone = typed.telephone("representative_phone")};
}

Wanted wanted_of(const Fields& fields) {
    const Typed typed(fields);
    Wanted wanted{.title = typed.text("title"),
                  .document_number = typed.text("document_number"),
                  .description = typed.text("description"),
                  .form = typed.choice("wanted_form", answer_form_of),
                  .route = typed.choice("wanted_route", answer_route_of),
                  .accepts_other = !value(fields, "accepts_other").empty()};
    return wanted;
}

}  // namespace

NewApplication new_application(const StartedForm& form) {
    NewApplication given;
    given.agency_code = std::string(text::trim(value(form.fields, "agency")));
    given.applicant = applicant_of(form.fields);
    given.representative = representative_of(form.fields);
    given.wanted = wanted_of(form.fields);
    const auto of_identity = file_fields_of(FormPage::identity);
    for (const auto& file : form.files) {
        const bool is_of_identity = std::ranges::find(of_identity, file.field) != of_identity.end();
        (is_of_identity ? given.identity_files : given.files).push_back(file.public_id);
    }
    given.notice_version = form.notice_version;
    return given;
}

std::string masked_contact(const Fields& fields) {
    const auto route = value(fields, "contact_route");
    if (route == "sms") {
        return people::masked_phone(normalised_telephone(value(fields, "phone")));
    }
    if (route == "email") {
        const auto address = text::to_half_width(text::trim(value(fields, "email")));
        const auto at = address.find('@');
        GK_ASSERT(at != std::string::npos);
        return people::masked_name(address.substr(0, at)) + address.substr(at);
    }
    return {};
}

}  // namespace gk::application::started
