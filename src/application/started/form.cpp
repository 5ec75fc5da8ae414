#include "application/started/form.hpp"

#include <algorithm>
#include <array>

#include "base/assert.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "law/enum_table.hpp"

namespace gk::application::started {

namespace {

using Names = std::span<const std::string_view>;

struct PageRow {
    FormPage value;
    std::string_view key;
    std::string_view label;
    Names fields;
    Names file_fields = {};
};

constexpr std::array<std::string_view, 2> agency_fields = {"agency", "matter"};
constexpr std::array<std::string_view, 4> applicant_fields = {"kind", "organization_kind", "name",
                                                              "is_represented"};
constexpr std::array<std::string_view, 6> identity_fields = {
    "identity_kind",       "identity_document",     "identity_number",
    "representative_name", "representative_number", "representative_phone"};
constexpr std::array<std::string_view, 5> contact_fields = {"contact_name", "contact_route",
                                                            "phone", "email", "address"};
constexpr std::array<std::string_view, 4> information_fields = {"title", "document_number",
                                                                "description", "matches_seen"};
constexpr std::array<std::string_view, 5> delivery_fields = {"wanted_form", "wanted_route", "email",
                                                             "address", "accepts_other"};
constexpr std::array<std::string_view, 1> check_fields = {"website"};
constexpr std::array<std::string_view, 2> identity_files = {"identity_file", "authorization_file"};
constexpr std::array<std::string_view, 1> information_files = {"material_file"};

constexpr auto pages = law::enum_table(std::array{
    PageRow{FormPage::agency, "agency", "受理机关", agency_fields},
    PageRow{FormPage::applicant, "applicant", "申请人", applicant_fields},
    PageRow{FormPage::identity, "identity", "身份证明", identity_fields, identity_files},
    PageRow{FormPage::contact, "contact", "联系方式", contact_fields},
    PageRow{FormPage::information, "information", "所需信息", information_fields,
            information_files},
    PageRow{FormPage::delivery, "delivery", "提供形式和途径", delivery_fields},
    PageRow{FormPage::check, "check", "核对并提交", check_fields},
});

// The first characters of a text, as many as are kept.
std::string kept(std::string_view typed) {
    if (typed.size() <= kept_characters_max) {
        return std::string(typed);
    }
    const auto characters = text::decode(typed);
    return text::encode(std::u32string_view(characters).substr(0, kept_characters_max));
}

}  // namespace

std::string_view value(const Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view() : found->second;
}

std::span<const FormPage> form_pages() {
    return pages.values();
}

std::string_view key(FormPage page) {
    return pages[page].key;
}

std::string_view label(FormPage page) {
    return pages[page].label;
}

std::optional<FormPage> form_page_of(std::string_view key) {
    return pages.value_of(key);
}

std::span<const std::string_view> fields_of(FormPage page) {
    return pages[page].fields;
}

std::span<const std::string_view> file_fields_of(FormPage page) {
    return pages[page].file_fields;
}

Fields with_page(Fields fields, FormPage page, const Fields& sent) {
    for (const auto name : fields_of(page)) {
        fields.insert_or_assign(std::string(name), kept(value(sent, name)));
    }
    return fields;
}

std::string packed(const Fields& fields) {
    std::string text;
    for (const auto& [name, typed] : fields) {
        GK_ASSERT(name.find('\0') == std::string::npos && typed.find('\0') == std::string::npos);
        text.append(name).append(1, '\0').append(typed).append(1, '\0');
    }
    return text;
}

Fields unpacked(std::string_view text) {
    Fields fields;
    const auto parts = text::split(text, '\0');
    for (std::size_t at = 0; at + 1 < parts.size(); at += 2) {
        fields.emplace(parts[at], parts[at + 1]);
    }
    return fields;
}

Fields fields_of(const Receipt& receipt) {
    return {{"application", receipt.application},
            {"number", receipt.number},
            {"query_code", receipt.query_code},
            {"agency_name", receipt.agency_name},
            {"title", receipt.title},
            {"told_to", receipt.told_to},
            {"submitted_at", std::to_string(receipt.submitted_at.utc_ms)}};
}

Receipt receipt_of(const Fields& fields) {
    const auto submitted_at = text::whole_number<std::int64_t>(value(fields, "submitted_at"));
    GK_ASSERT(submitted_at.has_value());
    return {.application = std::string(value(fields, "application")),
            .number = std::string(value(fields, "number")),
            .query_code = std::string(value(fields, "query_code")),
            .agency_name = std::string(value(fields, "agency_name")),
            .title = std::string(value(fields, "title")),
            .told_to = std::string(value(fields, "told_to")),
            .submitted_at = Moment{*submitted_at}};
}

}  // namespace gk::application::started
