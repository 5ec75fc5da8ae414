// A form (申请表) that somebody has begun to fill in, kept without an account under a link that
// only they have: what was typed, page by page, right or wrong. 条例 art. 29 names what it may ask
// for. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/problem.hpp"

namespace gk::application::started {

// What stands in the fields, by their names; a field that is not there was never sent.
using Fields = std::map<std::string, std::string, std::less<>>;

// Empty where the field is not there.
[[nodiscard]] std::string_view value(const Fields& fields, std::string_view name);

// The pages in their order; one thing a page.
enum class FormPage : std::uint8_t {
    agency,       // 受理机关
    applicant,    // 申请人
    identity,     // 身份证明
    contact,      // 联系方式
    information,  // 所需信息
    delivery,     // 提供形式和途径
    check,        // 核对并提交
};

[[nodiscard]] std::span<const FormPage> form_pages();
[[nodiscard]] std::string_view key(FormPage page);
[[nodiscard]] std::string_view label(FormPage page);
[[nodiscard]] std::optional<FormPage> form_page_of(std::string_view key);

// The names of the fields that a page has. What else is sent is not kept.
[[nodiscard]] std::span<const std::string_view> fields_of(FormPage page);

// How many characters of a field are kept; more are cut off at the border, far above what any
// field may hold.
inline constexpr std::size_t kept_characters_max = 20'000;

// The fields of the form after this page was sent: its own are replaced, those that a browser
// leaves out (a box that is not ticked) are emptied.
[[nodiscard]] Fields with_page(Fields fields, FormPage page, const Fields& sent);

// A file that was sent with the form.
struct FormFile {
    std::string field;
    std::string public_id;  // Of the stored file.
    std::string name = {};
    std::int64_t byte_count = 0;

    friend bool operator==(const FormFile&, const FormFile&) = default;
};

// The fields of a page that take files; sent as such, not as text.
[[nodiscard]] std::span<const std::string_view> file_fields_of(FormPage page);

// What a form became once it was submitted. The receipt is all that stays of it.
struct Receipt {
    std::string application;  // The public id of the case.
    std::string number;       // 申请编号
    std::string query_code;   // 查询码, as it is shown: in groups.
    std::string agency_name;
    std::string title;
    std::string told_to;  // 138****8000: where the receipt was sent; empty for nowhere.
    Moment submitted_at;

    friend bool operator==(const Receipt&, const Receipt&) = default;
};

struct StartedForm {
    std::int64_t id = 0;
    std::int64_t version = 0;
    Moment started_at;
    Moment expires_at;
    std::string notice_version;  // Of the notice on personal data that was shown.
    std::string submission_key;  // The same however often it is submitted.
    std::optional<Moment> may_submit_at;
    Fields fields;
    std::vector<FormFile> files;  // In the order in which they came; none once it is submitted.
    std::optional<Receipt> receipt;

    [[nodiscard]] bool is_submitted() const { return receipt.has_value(); }
};

// One text of names and values, for sealing; no name and no value holds NUL.
[[nodiscard]] std::string packed(const Fields& fields);
[[nodiscard]] Fields unpacked(std::string_view text);

[[nodiscard]] Fields fields_of(const Receipt& receipt);
// Asserts that it is what fields_of() made.
[[nodiscard]] Receipt receipt_of(const Fields& fields);

}  // namespace gk::application::started
