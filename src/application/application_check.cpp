#include "application/application_check.hpp"

#include <algorithm>
#include <string>

#include "application/errors.hpp"
#include "base/problem_list.hpp"
#include "base/text.hpp"
#include "law/personal_number.hpp"

namespace gk::application {

namespace {

constexpr Citation contents_article{"regulation-2019", 29, 2};
constexpr int short_text_max = 200;
constexpr int description_max = 4000;
constexpr std::size_t identity_number_length = 18;
constexpr int phone_digits_min = 7;
constexpr int phone_digits_max = 20;

void trim(std::string& text) {
    text = std::string(text::trim(text));
}

void trim(Contact& contact) {
    for (auto* text : {&contact.phone, &contact.email, &contact.address, &contact.postal_code}) {
        trim(*text);
    }
    contact.phone = text::to_half_width(contact.phone);
    contact.email = text::to_half_width(contact.email);
}

class Check {
public:
    void need(const std::string& value, std::string_view field, std::string_view label) {
        if (value.empty()) {
            problems_.add(error(field_missing, label).at(field).on(contents_article));
        }
    }

    void length(const std::string& value, std::string_view field, std::string_view label,
                int most) {
        const auto count = static_cast<int>(text::decode(value).size());
        if (count > most) {
            problems_.add(error(text_too_long, label, count, most).at(field));
        }
    }

    void wrong(const std::string& value, std::string_view field, std::string_view label,
               std::string_view hint) {
        problems_.add(error(field_invalid, label, value, hint).at(field));
    }

    void take(Result<void> checked) {
        if (!checked) {
            problems_.add(std::move(checked).error());
        }
    }

    Result<void> result() && {
        return problems_.empty() ? Result<void>() : Result<void>(std::move(problems_).error());
    }

private:
    ProblemList problems_;
};

bool is_identity(const Applicant& applicant) {
    switch (applicant.identity_kind) {
        case IdentityKind::identity_card:
            return law::is_identity_number(applicant.identity_number) ||
                   law::is_old_identity_number(applicant.identity_number);
        case IdentityKind::credit_code:
            return law::is_credit_code(applicant.identity_number);
        case IdentityKind::other_document:
            return true;
    }
    return false;
}

std::string_view identity_hint(IdentityKind kind) {
    switch (kind) {
        case IdentityKind::identity_card:
            return "公民身份号码是18位，最后一位可能是X；请对照证件核对。";
        case IdentityKind::credit_code:
            return "统一社会信用代码是18位数字和字母，没有I、O、S、V、Z；请对照证照核对。";
        case IdentityKind::other_document:
            break;
    }
    return "请对照证件核对。";
}

bool is_email(const std::string& text) {
    const auto at = text.find('@');
    return at != std::string::npos && at > 0 && text.find('.', at) != std::string::npos &&
           text.find(' ') == std::string::npos && text.find('@', at + 1) == std::string::npos;
}

bool is_phone(const std::string& text) {
    const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return digits >= phone_digits_min && digits <= phone_digits_max;
}

}  // namespace

NewApplication normalised(NewApplication given) {
    auto& applicant = given.applicant;
    trim(applicant.name);
    trim(applicant.contact_person);
    applicant.identity_number = law::normalised_number(applicant.identity_number);
    trim(applicant.contact);
    if (given.representative) {
        trim(given.representative->name);
        trim(given.representative->phone);
        given.representative->identity_number =
            law::normalised_number(given.representative->identity_number);
    }
    for (auto* text :
         {&given.wanted.title, &given.wanted.document_number, &given.wanted.description}) {
        trim(*text);
    }
    return given;
}

Result<void> check_applicant(const Applicant& applicant) {
    Check check;
    const bool is_person = applicant.kind == ApplicantKind::natural_person;
    check.need(applicant.name, "name", is_person ? "姓名" : "名称");
    check.length(applicant.name, "name", is_person ? "姓名" : "名称", short_text_max);
    check.need(applicant.identity_number, "identity_number", "证件号码");
    check.length(applicant.identity_number, "identity_number", "证件号码", short_text_max);
    if (!applicant.identity_number.empty() && !is_identity(applicant)) {
        check.wrong(applicant.identity_number, "identity_number", label(applicant.identity_kind),
                    identity_hint(applicant.identity_kind));
    }
    if (!is_person) {
        check.need(applicant.contact_person, "contact_person", "联系人");
    }
    check.length(applicant.contact_person, "contact_person", "联系人", short_text_max);
    return std::move(check).result();
}

Result<void> check_contact(const Contact& contact) {
    Check check;
    if (!contact.has_any()) {
        check.need("", "phone", "联系方式（电话、电子邮箱或者地址，至少一项）");
    }
    if (!contact.phone.empty() && !is_phone(contact.phone)) {
        check.wrong(contact.phone, "phone", "电话", "写手机号码，或者带区号的座机号码。");
    }
    if (!contact.email.empty() && !is_email(contact.email)) {
        check.wrong(contact.email, "email", "电子邮箱", "像 name@example.cn 这样。");
    }
    check.length(contact.email, "email", "电子邮箱", short_text_max);
    check.length(contact.address, "address", "地址", short_text_max);
    check.length(contact.postal_code, "postal_code", "邮政编码", 10);
    return std::move(check).result();
}

Result<void> check_representative(const Representative& representative) {
    Check check;
    check.need(representative.name, "representative_name", "代理人姓名");
    check.length(representative.name, "representative_name", "代理人姓名", short_text_max);
    check.need(representative.identity_number, "representative_identity_number", "代理人证件号码");
    if (representative.identity_number.size() == identity_number_length &&
        !law::is_identity_number(representative.identity_number)) {
        check.wrong(representative.identity_number, "representative_identity_number",
                    "代理人公民身份号码", identity_hint(IdentityKind::identity_card));
    }
    if (!representative.phone.empty() && !is_phone(representative.phone)) {
        check.wrong(representative.phone, "representative_phone", "代理人电话",
                    "写手机号码，或者带区号的座机号码。");
    }
    return std::move(check).result();
}

Result<void> check_wanted(const Wanted& wanted) {
    Check check;
    if (wanted.title.empty() && wanted.document_number.empty() && wanted.description.empty()) {
        check.need("", "description", "所要信息的名称、文号或者其他特征性描述");
    }
    check.length(wanted.title, "title", "名称", short_text_max);
    check.length(wanted.document_number, "document_number", "文号", short_text_max);
    check.length(wanted.description, "description", "特征性描述", description_max);
    return std::move(check).result();
}

Result<void> check_route(const Wanted& wanted, const Contact& contact) {
    Check check;
    if (wanted.route == AnswerRoute::post) {
        check.need(contact.address, "address", "邮寄的地址");
    }
    if (wanted.route == AnswerRoute::email) {
        check.need(contact.email, "email", "接收答复的电子邮箱");
    }
    if (wanted.route == AnswerRoute::fax) {
        check.need(contact.phone, "phone", "接收传真的号码");
    }
    return std::move(check).result();
}

Result<void> check_application(const NewApplication& given) {
    Check check;
    check.take(check_applicant(given.applicant));
    check.take(check_contact(given.applicant.contact));
    if (given.representative) {
        check.take(check_representative(*given.representative));
    }
    check.take(check_wanted(given.wanted));
    check.take(check_route(given.wanted, given.applicant.contact));
    return std::move(check).result();
}

Result<void> check_registered(const NewApplication& given) {
    Check check;
    const auto& applicant = given.applicant;
    check.need(applicant.name, "name", "姓名或者名称（没有署名的，写“未署名”）");
    check.length(applicant.name, "name", "姓名或者名称", short_text_max);
    check.length(applicant.identity_number, "identity_number", "证件号码", short_text_max);
    check.length(applicant.contact_person, "contact_person", "联系人", short_text_max);
    check.length(applicant.contact.phone, "phone", "电话", short_text_max);
    check.length(applicant.contact.email, "email", "电子邮箱", short_text_max);
    check.length(applicant.contact.address, "address", "地址", short_text_max);
    check.length(given.wanted.title, "title", "名称", short_text_max);
    check.length(given.wanted.document_number, "document_number", "文号", short_text_max);
    check.length(given.wanted.description, "description", "特征性描述", description_max);
    return std::move(check).result();
}

}  // namespace gk::application
