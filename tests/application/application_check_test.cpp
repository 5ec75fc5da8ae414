#include "application/application_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/likeness.hpp"
#include "application/query_code.hpp"

namespace gk::application {
namespace {

NewApplication complete() {
    return {.agency_code = "xigebi",
            .applicant = {.name = "申请人甲",
                          .identity_number = "11010519491231002X",
                          .contact = {.phone = "13800138000", .address = "某某路1号"}},
            .wanted = {.title = "2025年镇级财政预算"}};
}

std::vector<std::string> fields_of(const Result<void>& checked) {
    std::vector<std::string> fields;
    if (!checked) {
        for (const auto& problem : checked.error().problems()) {
            fields.push_back(problem.field);
        }
    }
    return fields;
}

TEST(ApplicationCheck, takes_what_article_29_asks_for_and_asks_for_nothing_else) {
    EXPECT_TRUE(check_application(complete()).has_value());
}

TEST(ApplicationCheck, takes_numbers_however_they_were_typed) {
    auto given = complete();
    given.applicant.identity_number = " １１０１０５-19491231 002x ";
    const auto clean = normalised(given);
    EXPECT_EQ(clean.applicant.identity_number, "11010519491231002X");
    EXPECT_TRUE(check_application(clean).has_value());
}

TEST(ApplicationCheck, names_everything_that_is_missing_at_once_with_its_article) {
    const auto checked = check_application({});
    EXPECT_THAT(fields_of(checked),
                testing::ElementsAre("name", "identity_number", "phone", "description", "address"));
    EXPECT_EQ(checked.error().first().code, "application.field_missing");
    EXPECT_EQ(checked.error().first().basis, (Citation{"regulation-2019", 29, 2}));
}

TEST(ApplicationCheck, says_which_number_is_wrong_and_how_it_looks) {
    auto given = complete();
    given.applicant.identity_number = "110105194912310021";
    given.applicant.contact.phone = "12";
    given.applicant.contact.email = "name@";
    const auto checked = check_application(given);
    EXPECT_THAT(fields_of(checked), testing::ElementsAre("identity_number", "phone", "email"));
    EXPECT_EQ(checked.error().first().code, "application.field_invalid");
    given = complete();
    given.applicant.kind = ApplicantKind::commercial_enterprise;
    given.applicant.identity_kind = IdentityKind::credit_code;
    given.applicant.identity_number = "91350100M000100Y4Z";
    EXPECT_THAT(fields_of(check_application(given)),
                testing::ElementsAre("identity_number", "contact_person"));
}

TEST(ApplicationCheck, wants_the_contact_that_the_chosen_way_needs) {
    auto given = complete();
    given.wanted.route = AnswerRoute::email;
    EXPECT_THAT(fields_of(check_application(given)), testing::ElementsAre("email"));
    given.wanted.route = AnswerRoute::online;
    EXPECT_TRUE(check_application(given).has_value());
    given.wanted.route = AnswerRoute::fax;
    given.applicant.contact.phone.clear();
    EXPECT_THAT(fields_of(check_application(given)), testing::ElementsAre("phone"));
}

TEST(ApplicationCheck, checks_a_representative) {
    auto given = complete();
    given.representative = Representative{.identity_number = "110105194912310021", .phone = "1"};
    EXPECT_THAT(fields_of(check_application(given)),
                testing::ElementsAre("representative_name", "representative_identity_number",
                                     "representative_phone"));
}

TEST(ApplicationCheck, says_how_long_a_text_may_be) {
    auto given = complete();
    for (int i = 0; i < 4001; ++i) {
        given.wanted.description += "字";
    }
    const auto checked = check_application(given);
    ASSERT_FALSE(checked.has_value());
    EXPECT_EQ(checked.error().first().code, "application.text_too_long");
    EXPECT_EQ(checked.error().first().message, "特征性描述有4001个字，最多4000个字。");
}

TEST(ApplicationCheck, lets_the_office_register_what_is_not_complete) {
    NewApplication given;
    EXPECT_THAT(fields_of(check_registered(given)), testing::ElementsAre("name"));
    given.applicant.name = "未署名";
    EXPECT_TRUE(check_registered(given).has_value());
}

TEST(QueryCode, is_found_again_however_it_is_typed) {
    const auto code = new_query_code();
    EXPECT_EQ(code.text.size(), 13U);
    EXPECT_EQ(normalised_query_code(grouped(code.text)), code.text);
    EXPECT_TRUE(is_query_code(code.text, code.hash));
    EXPECT_EQ(code.hash.find(code.text), std::string::npos);
    EXPECT_FALSE(is_query_code(new_query_code().text, code.hash));
    EXPECT_FALSE(is_query_code(code.text, ""));
    EXPECT_EQ(normalised_query_code("７k3q a9mo ZT5Bl"), "7K3QA9M0ZT5B1");
    EXPECT_EQ(normalised_query_code("7K3QA9M0ZT5B"), std::nullopt);
    EXPECT_EQ(normalised_query_code("7K3QA9M0ZT5BU"), std::nullopt);
    EXPECT_EQ(normalised_query_code("查询码是什么我不知道啊啊啊"), std::nullopt);
}

TEST(Likeness, tells_nearly_equal_descriptions_from_others) {
    EXPECT_EQ(likeness_percent("2025年镇级财政预算", "２０２５年 镇级财政预算。"), 100);
    EXPECT_GE(likeness_percent("2025年镇级财政预算", "2025年镇级财政决算"), near_equal_percent);
    EXPECT_LT(likeness_percent("2025年镇级财政预算", "宅基地审批情况"), near_equal_percent);
    EXPECT_EQ(likeness_percent("", "宅基地"), 0);
    EXPECT_EQ(likeness_percent("甲", "甲"), 100);
}

}  // namespace
}  // namespace gk::application
