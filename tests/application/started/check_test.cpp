// What the form refuses, in which words, and what it takes as people type it.
#include "application/started/check.hpp"

#include <algorithm>
#include <span>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/started/field.hpp"
#include "application/started/filled_fields.hpp"

namespace gk::application::started {
namespace {

using testing::IsEmpty;

const AgencyCodes agencies = {"lihe", "shawan"};

struct Change {
    Fields fields;
    std::string_view code;
    std::string_view field;
    std::string_view message;
};

Fields changed(Fields fields, const Fields& changes) {
    for (const auto& [name, typed] : changes) {
        fields[name] = typed;
    }
    return fields;
}

std::vector<PageProblem> problems_of(const Fields& fields) {
    return check_form(fields, agencies);
}

TEST(FormCheck, takes_a_form_in_which_everything_is_right) {
    EXPECT_THAT(problems_of(of_a_person()), IsEmpty());
    EXPECT_THAT(problems_of(of_an_organization()), IsEmpty());
}

TEST(FormCheck, takes_numbers_however_people_type_them) {
    for (const auto* number : {"11010519491231002X", "11010519491231002x", "1101 0519 4912 3100 2X",
                               "110105-19491231-002X", "１１０１０５１９４９１２３１００２Ｘ",
                               "  110105 19491231 002Ｘ\u3000"}) {
        EXPECT_THAT(problems_of(changed(of_a_person(), {{"identity_number", number}})), IsEmpty())
            << number;
    }
    for (const auto* phone :
         {"13800000000", "138 0000 0000", "138-0000-0000", "１３８００００００００",
          "+86 138 0000 0000", "＋8613800000000", "008613800000000", "8613800000000"}) {
        EXPECT_THAT(problems_of(changed(of_a_person(), {{"phone", phone}})), IsEmpty()) << phone;
    }
    EXPECT_THAT(
        problems_of(changed(of_an_organization(), {{"identity_number", "9135 0100 M000 100Y 43"}})),
        IsEmpty());
}

const Change changes_of_the_applicant[] = {
    {{{"agency", ""}}, "started_form.choice_missing", "agency", "请选择受理机关。"},
    {{{"agency", "nowhere"}},
     "started_form.agency_unknown",
     "agency",
     "选择的受理机关不在列表中。"},
    {{{"kind", ""}}, "started_form.choice_missing", "kind", "请选择申请人身份。"},
    {{{"name", " \u3000"}}, "started_form.field_missing", "name", "请填写姓名。"},
    {{{"identity_kind", "credit_code"}},
     "started_form.choice_missing",
     "identity_kind",
     "请选择证件种类。"},
    {{{"identity_number", ""}},
     "started_form.field_missing",
     "identity_number",
     "请填写居民身份证号码。"},
    {{{"identity_number", "1101051949123100"}},
     "started_form.number_length",
     "identity_number",
     "居民身份证号码应为18位，您填写了16位。"},
    {{{"identity_number", "110105491231002"}},
     "started_form.number_length",
     "identity_number",
     "居民身份证号码应为18位，您填写了15位。"},
    {{{"identity_number", "110105194912310021"}},
     "started_form.identity_number_wrong",
     "identity_number",
     "居民身份证号码的出生日期或者最后一位校验码不对。"},
    {{{"phone", "1380000000"}},
     "started_form.number_length",
     "phone",
     "手机号码应为11位，您填写了10位。"},
    {{{"phone", "12800000000"}}, "started_form.phone_wrong", "phone", "填写的不是手机号码。"},
    {{{"contact_route", "email"}}, "started_form.field_missing", "email", "请填写电子邮箱。"},
    {{{"email", "jia@example"}}, "started_form.email_wrong", "email", "电子邮箱的写法不完整。"},
    {{{"email", "jia example.cn"}}, "started_form.email_wrong", "email", "电子邮箱的写法不完整。"},
    {{{"contact_route", "post"}}, "started_form.field_missing", "address", "请填写通信地址。"},
    {{{"contact_route", "post"}, {"address", "礼和镇（示例）"}, {"phone", "12345"}},
     "started_form.telephone_wrong",
     "phone",
     "联系电话应为7至15位数字，您填写了5位。"},
};

const Change changes_of_what_is_wanted[] = {
    {{{"title", ""}},
     "started_form.information_missing",
     "title",
     "请写明您要的信息：名称、文号、其他特征描述，至少填写一项。"},
    {{{"title", std::string(201, 'a')}},
     "started_form.field_too_long",
     "title",
     "信息名称最多200个字，您填写了201个字。"},
    {{{"wanted_form", "gold"}}, "started_form.choice_missing", "wanted_form", "请选择提供形式。"},
    {{{"wanted_route", "e_mail"}}, "started_form.field_missing", "email", "请填写电子邮箱。"},
    {{{"wanted_form", "disc"}, {"wanted_route", "online"}},
     "started_form.form_needs_other_route",
     "wanted_route",
     "光盘不能通过网上获取提供。"},
    {{{"wanted_form", "paper"}, {"wanted_route", "e_mail"}, {"email", "jia@example.cn"}},
     "started_form.form_needs_other_route",
     "wanted_route",
     "纸质复制件不能通过电子邮件提供。"},
    {{{"website", "http://spam.example"}},
     "started_form.website_filled",
     "website",
     "“网站”一栏应当留空，用来挡住自动程序。"},
};

void expect_problems(std::span<const Change> changes) {
    for (const auto& change : changes) {
        const auto found = problems_of(changed(of_a_person(), change.fields));
        ASSERT_EQ(found.size(), 1U) << change.message;
        EXPECT_EQ(found[0].problem.code, change.code);
        EXPECT_EQ(found[0].problem.field, change.field);
        EXPECT_EQ(found[0].problem.message, change.message);
    }
}

TEST(FormCheck, says_of_each_field_what_is_wrong_with_it) {
    expect_problems(changes_of_the_applicant);
    expect_problems(changes_of_what_is_wanted);
}

TEST(FormCheck, calls_the_fields_of_an_organization_by_their_names) {
    const auto no_name = problems_of(changed(of_an_organization(), {{"name", ""}}));
    ASSERT_EQ(no_name.size(), 1U);
    EXPECT_EQ(no_name[0].problem.message, "请填写单位名称。");
    const auto short_code =
        problems_of(changed(of_an_organization(), {{"identity_number", "91350100M000100Y4"}}));
    ASSERT_EQ(short_code.size(), 1U);
    EXPECT_EQ(short_code[0].problem.message, "统一社会信用代码应为18位，您填写了17位。");
    const auto wrong_code =
        problems_of(changed(of_an_organization(), {{"identity_number", "91350100M000100Y4Z"}}));
    ASSERT_EQ(wrong_code.size(), 1U);
    EXPECT_EQ(wrong_code[0].problem.code, "started_form.credit_code_wrong");
    const auto nobody = problems_of(changed(of_an_organization(), {{"contact_name", ""}}));
    ASSERT_EQ(nobody.size(), 1U);
    EXPECT_EQ(nobody[0].problem.message, "请填写联系人。");
}

TEST(FormCheck, asks_a_representative_for_name_and_number_and_nobody_else) {
    const auto represented = changed(of_a_person(), {{"is_represented", "yes"}});
    std::vector<std::string> fields;
    for (const auto& each : problems_of(represented)) {
        fields.push_back(each.problem.field);
    }
    EXPECT_THAT(fields, testing::ElementsAre("representative_name", "representative_number"));
    EXPECT_THAT(problems_of(changed(represented, {{"representative_name", "代理人乙"},
                                                  {"representative_number", "E00000000"}})),
                IsEmpty());
    const auto wrong =
        problems_of(changed(represented, {{"representative_name", "代理人乙"},
                                          {"representative_number", "110105194912310021"}}));
    ASSERT_EQ(wrong.size(), 1U);
    EXPECT_EQ(wrong[0].problem.message, "代理人证件号码的出生日期或者最后一位校验码不对。");
    const auto cut =
        problems_of(changed(represented, {{"representative_name", "代理人乙"},
                                          {"representative_number", "11010519491231002"}}));
    ASSERT_EQ(cut.size(), 1U);
    EXPECT_EQ(cut[0].problem.message, "代理人证件号码应为18位，您填写了17位。");
}

TEST(FormCheck, asks_for_the_name_of_another_document_and_takes_its_number_as_it_is) {
    const auto passport = changed(
        of_a_person(), {{"identity_kind", "other_document"}, {"identity_number", "E00000000"}});
    const auto found = problems_of(passport);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].problem.field, "identity_document");
    EXPECT_THAT(problems_of(changed(passport, {{"identity_document", "护照"}})), IsEmpty());
}

// 条例 art. 29 names three things; the reform of 2019 dropped the purpose.
TEST(FormCheck, asks_for_nothing_beyond_article_29) {
    for (const auto page : form_pages()) {
        for (const auto field : fields_of(page)) {
            const auto label = field_label(field, {});
            for (const auto* word : {"用途", "工作单位", "传真", "减免", "职业", "年龄"}) {
                EXPECT_EQ(label.find(word), std::string_view::npos) << label;
            }
        }
    }
    const auto found = problems_of({});
    std::vector<std::string> asked;
    for (const auto& each : found) {
        asked.push_back(each.problem.field);
    }
    EXPECT_THAT(asked, testing::ElementsAre("agency", "kind", "identity_kind", "contact_route",
                                            "title", "wanted_form", "wanted_route"));
}

TEST(FormCheck, takes_any_of_the_three_marks_of_the_information) {
    for (const auto* mark : {"title", "document_number", "description"}) {
        auto fields = changed(of_a_person(), {{"title", ""}});
        fields.insert_or_assign(mark, "礼政发〔2025〕7号");
        EXPECT_TRUE(problems_of(fields).empty()) << mark;
    }
}

TEST(FormCheck, lets_the_delay_pass_before_it_is_submitted) {
    constexpr Moment from{1'700'000'000'000};
    StartedForm form;
    form.may_submit_at = from;
    EXPECT_TRUE(check_delay(form, from));
    const auto early = check_delay(form, Moment{from.utc_ms - 4'001});
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().first().code, "started_form.wait_before_submitting");
    EXPECT_EQ(early.error().first().message, "还需要等候5秒才能提交。");
    EXPECT_FALSE(check_delay(StartedForm(), from)) << "no delay was set";
}

TEST(FormCheck, every_field_of_every_page_has_a_label) {
    for (const auto page : form_pages()) {
        EXPECT_FALSE(label(page).empty());
        EXPECT_EQ(form_page_of(key(page)), page);
        for (const auto field : fields_of(page)) {
            EXPECT_FALSE(field_label(field, of_a_person()).empty()) << field;
        }
    }
    EXPECT_FALSE(form_page_of("nowhere").has_value());
}

}  // namespace
}  // namespace gk::application::started
