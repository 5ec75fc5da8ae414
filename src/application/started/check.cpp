#include "application/started/check.hpp"

#include <algorithm>

#include "application/started/errors.hpp"
#include "application/started/field.hpp"
#include "application/telephone.hpp"
#include "base/text.hpp"
#include "law/personal_number.hpp"

namespace gk::application::started {

namespace {

constexpr std::size_t identity_number_length = 18;
constexpr std::size_t other_number_length_max = 12;
constexpr std::size_t mobile_number_length = 11;
constexpr std::size_t telephone_digits_min = 7;
constexpr std::size_t telephone_digits_max = 15;

// Gathers the problems of one page.
class PageCheck {
public:
    PageCheck(const Fields& fields, const AgencyCodes& agencies)
        : fields_(fields), agencies_(agencies) {}

    [[nodiscard]] std::vector<Problem> run(FormPage page) {
        switch (page) {
            case FormPage::agency:
                agency();
                break;
            case FormPage::applicant:
                applicant();
                break;
            case FormPage::identity:
                identity();
                break;
            case FormPage::contact:
                contact();
                break;
            case FormPage::information:
                information();
                break;
            case FormPage::delivery:
                delivery();
                break;
            case FormPage::check:
                nothing_in_the_trap();
                break;
        }
        return std::move(problems_);
    }

private:
    [[nodiscard]] std::string_view typed(std::string_view name) const {
        return text::trim(value(fields_, name));
    }

    [[nodiscard]] std::string_view label(std::string_view name) const {
        return field_label(name, fields_);
    }

    template <typename... Arguments>
    void add(std::string_view field, const ProblemCode& code, const Arguments&... arguments) {
        auto found = problem(code, arguments...);
        found.field = field;
        problems_.push_back(std::move(found));
    }

    // Whether there is something, and not too much of it.
    bool written(std::string_view name) {
        if (typed(name).empty()) {
            add(name, field_missing, label(name));
            return false;
        }
        return not_too_long(name);
    }

    bool not_too_long(std::string_view name) {
        const auto characters = text::decode(typed(name)).size();
        const auto most = characters_max(name);
        if (characters > most) {
            add(name, field_too_long, label(name), most, characters);
            return false;
        }
        return true;
    }

    const Choice* choice(std::string_view name) {
        const auto* made = chosen(name, fields_);
        if (made == nullptr) {
            add(name, choice_missing, label(name));
        }
        return made;
    }

    void agency() {
        not_too_long("matter");
        if (typed("agency").empty()) {
            add("agency", choice_missing, label("agency"));
        } else if (!agencies_.contains(typed("agency"))) {
            add("agency", agency_unknown);
        }
    }

    void applicant() {
        if (const auto* kind = choice("kind"); kind == nullptr) {
            return;
        }
        if (is_of_organization(fields_)) {
            choice("organization_kind");
        }
        written("name");
    }

    // 18 characters that are right, or what is wrong with them.
    void identity_card(std::string_view name) {
        const auto number = law::normalised_number(typed(name));
        const auto length = text::decode(number).size();
        if (length != identity_number_length) {
            add(name, number_length, label(name), identity_number_length, length);
        } else if (!law::is_identity_number(number)) {
            add(name, identity_number_wrong, label(name));
        }
    }

    void credit_code(std::string_view name) {
        const auto number = law::normalised_number(typed(name));
        const auto length = text::decode(number).size();
        if (length != identity_number_length) {
            add(name, number_length, label(name), identity_number_length, length);
        } else if (!law::is_credit_code(number)) {
            add(name, credit_code_wrong);
        }
    }

    void identity() {
        if (const auto* kind = choice("identity_kind")) {
            if (kind->key == "other_document") {
                written("identity_document");
            }
            if (written("identity_number")) {
                if (kind->key == "identity_card") {
                    identity_card("identity_number");
                } else if (kind->key == "credit_code") {
                    credit_code("identity_number");
                }
            }
        }
        if (is_represented(fields_)) {
            representative();
        }
    }

    void representative() {
        written("representative_name");
        // A passport or a permit has a shorter number, which is taken as it is.
        if (written("representative_number") &&
            text::decode(law::normalised_number(typed("representative_number"))).size() >
                other_number_length_max) {
            identity_card("representative_number");
        }
        if (!typed("representative_phone").empty()) {
            telephone("representative_phone");
        }
    }

    void mobile(std::string_view name) {
        const auto number = normalised_telephone(typed(name));
        const auto length = text::decode(number).size();
        if (length != mobile_number_length) {
            add(name, number_length, label(name), mobile_number_length, length);
        } else if (!law::is_mobile_number(number)) {
            add(name, phone_wrong);
        }
    }

    void telephone(std::string_view name) {
        const auto number = normalised_telephone(typed(name));
        const auto digits = static_cast<std::size_t>(
            std::ranges::count_if(number, [](char c) { return c >= '0' && c <= '9'; }));
        if (digits < telephone_digits_min || digits > telephone_digits_max) {
            add(name, telephone_wrong, label(name), digits);
        }
    }

    void email(std::string_view name) {
        if (!not_too_long(name)) {
            return;
        }
        const auto address = text::to_half_width(typed(name));
        const auto at = address.find('@');
        const bool is_whole =
            at != std::string::npos && at > 0 && address.find('@', at + 1) == std::string::npos &&
            address.find('.', at) != std::string::npos && !address.ends_with('.') &&
            address.size() > at + 1 && address[at + 1] != '.' &&
            std::ranges::none_of(text::decode(address), [](char32_t c) {
                return c <= U' ' || c == U'"' || c == U'<' || c == U'>' || c == U',' || c == U';' ||
                       text::is_space(c);
            });
        if (!is_whole) {
            add(name, email_wrong);
        }
    }

    void contact() {
        if (is_of_organization(fields_)) {
            written("contact_name");
        }
        const auto* route = choice("contact_route");
        const auto key = route == nullptr ? std::string_view() : route->key;
        if (key == "sms") {
            if (written("phone")) {
                mobile("phone");
            }
        } else if (!typed("phone").empty()) {
            telephone("phone");
        }
        if (key == "email" ? written("email") : !typed("email").empty()) {
            email("email");
        }
        if (key == "post") {
            written("address");
        } else {
            not_too_long("address");
        }
    }

    // 条例第29条：名称、文号或者便于行政机关查询的其他特征性描述。
    void information() {
        if (typed("title").empty() && typed("document_number").empty() &&
            typed("description").empty()) {
            add("title", information_missing);
        }
        not_too_long("title");
        not_too_long("document_number");
        not_too_long("description");
    }

    void delivery() {
        const auto* form = choice("wanted_form");
        const auto* route = choice("wanted_route");
        if (form != nullptr && route != nullptr && form->key != "electronic" &&
            (route->key == "online" || route->key == "e_mail")) {
            add("wanted_route", form_needs_other_route, form->label, route->label);
        }
        if (route != nullptr && route->key == "e_mail" && written("email")) {
            email("email");
        }
        if (route != nullptr && route->key == "post") {
            written("address");
        }
    }

    void nothing_in_the_trap() {
        if (!typed("website").empty()) {
            add("website", website_filled);
        }
    }

    const Fields& fields_;
    const AgencyCodes& agencies_;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> check_page(FormPage page, const Fields& fields, const AgencyCodes& agencies) {
    return PageCheck(fields, agencies).run(page);
}

std::vector<PageProblem> check_form(const Fields& fields, const AgencyCodes& agencies) {
    std::vector<PageProblem> all;
    for (const auto page : form_pages()) {
        for (auto& found : check_page(page, fields, agencies)) {
            all.push_back({page, std::move(found)});
        }
    }
    return all;
}

Result<void> check_delay(const StartedForm& form, Moment now) {
    constexpr std::int64_t second = 1000;
    const auto from = form.may_submit_at.value_or(Moment{now.utc_ms + second});
    if (from <= now) {
        return {};
    }
    return error(wait_before_submitting, (from.utc_ms - now.utc_ms + second - 1) / second);
}

}  // namespace gk::application::started
