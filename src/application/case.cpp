#include "application/case.hpp"

#include <array>

#include "law/enum_table.hpp"
#include "people/masking.hpp"

namespace gk::application {

namespace {

using law::enum_table;

template <typename Value>
struct Row {
    Value value;
    std::string_view key;
    std::string_view label;
};

constexpr auto kinds = enum_table(std::array{
    Row{CaseKind::disclosure, "disclosure", "政府信息公开申请"},
    Row{CaseKind::record_amendment, "record_amendment", "更正本人记录申请"},
});

struct ApplicantRow {
    ApplicantKind value;
    std::string_view key;
    std::string_view label;
    law::ApplicantColumn column;
};

constexpr auto applicants = enum_table(std::array{
    ApplicantRow{ApplicantKind::natural_person, "natural_person", "公民（自然人）",
                 law::ApplicantColumn::natural_person},
    ApplicantRow{ApplicantKind::commercial_enterprise, "commercial_enterprise", "商业企业",
                 law::ApplicantColumn::commercial_enterprise},
    ApplicantRow{ApplicantKind::research_institution, "research_institution", "科研机构",
                 law::ApplicantColumn::research_institution},
    ApplicantRow{ApplicantKind::public_welfare_organization, "public_welfare_organization",
                 "社会公益组织", law::ApplicantColumn::public_welfare_organization},
    ApplicantRow{ApplicantKind::legal_service_organization, "legal_service_organization",
                 "法律服务机构", law::ApplicantColumn::legal_service_organization},
    ApplicantRow{ApplicantKind::other_organization, "other_organization", "其他组织",
                 law::ApplicantColumn::other_organization},
});

constexpr auto identities = enum_table(std::array{
    Row{IdentityKind::identity_card, "identity_card", "居民身份证"},
    Row{IdentityKind::credit_code, "credit_code", "统一社会信用代码"},
    Row{IdentityKind::other_document, "other_document", "其他有效证件"},
});

constexpr auto forms = enum_table(std::array{
    Row{AnswerForm::paper, "paper", "纸质"},
    Row{AnswerForm::electronic, "electronic", "电子文件"},
    Row{AnswerForm::disc, "disc", "光盘"},
    Row{AnswerForm::on_site, "on_site", "现场查阅、抄录"},
});

constexpr auto routes = enum_table(std::array{
    Row{AnswerRoute::post, "post", "邮寄"},
    Row{AnswerRoute::email, "email", "电子邮件"},
    Row{AnswerRoute::fax, "fax", "传真"},
    Row{AnswerRoute::pick_up, "pick_up", "当面领取"},
    Row{AnswerRoute::online, "online", "网上下载"},
});

constexpr auto contacts = enum_table(std::array{
    Row{ContactRoute::sms, "sms", "手机短信"},
    Row{ContactRoute::email, "email", "电子邮件"},
    Row{ContactRoute::post, "post", "邮寄信函"},
});

}  // namespace

std::span<const CaseKind> case_kinds() {
    return kinds.values();
}

std::string_view key(CaseKind kind) {
    return kinds[kind].key;
}

std::string_view label(CaseKind kind) {
    return kinds[kind].label;
}

std::optional<CaseKind> case_kind_of(std::string_view key) {
    return kinds.value_of(key);
}

std::span<const ApplicantKind> applicant_kinds() {
    return applicants.values();
}

std::string_view key(ApplicantKind kind) {
    return applicants[kind].key;
}

std::string_view label(ApplicantKind kind) {
    return applicants[kind].label;
}

std::optional<ApplicantKind> applicant_kind_of(std::string_view key) {
    return applicants.value_of(key);
}

law::ApplicantColumn report_column(ApplicantKind kind) {
    return applicants[kind].column;
}

std::span<const IdentityKind> identity_kinds() {
    return identities.values();
}

std::string_view key(IdentityKind kind) {
    return identities[kind].key;
}

std::string_view label(IdentityKind kind) {
    return identities[kind].label;
}

std::optional<IdentityKind> identity_kind_of(std::string_view key) {
    return identities.value_of(key);
}

std::span<const AnswerForm> answer_forms() {
    return forms.values();
}

std::string_view key(AnswerForm form) {
    return forms[form].key;
}

std::string_view label(AnswerForm form) {
    return forms[form].label;
}

std::optional<AnswerForm> answer_form_of(std::string_view key) {
    return forms.value_of(key);
}

std::span<const AnswerRoute> answer_routes() {
    return routes.values();
}

std::string_view key(AnswerRoute route) {
    return routes[route].key;
}

std::string_view label(AnswerRoute route) {
    return routes[route].label;
}

std::optional<AnswerRoute> answer_route_of(std::string_view key) {
    return routes.value_of(key);
}

std::span<const ContactRoute> contact_routes() {
    return contacts.values();
}

std::string_view key(ContactRoute route) {
    return contacts[route].key;
}

std::string_view label(ContactRoute route) {
    return contacts[route].label;
}

std::optional<ContactRoute> contact_route_of(std::string_view key) {
    return contacts.value_of(key);
}

bool Contact::has_any() const {
    return !phone.empty() || !email.empty() || !address.empty();
}

std::string masked_name(const Applicant& applicant) {
    return applicant.kind == ApplicantKind::natural_person ? people::masked_name(applicant.name)
                                                           : applicant.name;
}

}  // namespace gk::application
