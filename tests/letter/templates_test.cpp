#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "letter/letter_template.hpp"
#include "letter/sample.hpp"
#include "support/golden.hpp"

namespace gk::letter {
namespace {

using law::LetterKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> codes(const Error& error) {
    std::vector<std::string> codes;
    for (const auto& problem : error.problems()) {
        codes.push_back(problem.code);
    }
    return codes;
}

OfficeValues office(LetterKind kind) {
    return *office_values(sample_agency(), sample_letterhead(),
                          {.kind = kind, .answered_on = Date(2026, 3, 31)});
}

std::string text_of(const LetterText& text) {
    return plain_text(text, sample_marks(LetterLayout::plain));
}

TEST(Templates, of_every_kind_say_what_they_must_and_nothing_is_left_open) {
    for (const auto kind : law::letter_kinds()) {
        SCOPED_TRACE(law::key(kind));
        EXPECT_TRUE(check_template(kind, default_template(kind)).has_value());
        const auto text = sample_letter(kind);
        EXPECT_THAT(text_of(text), Not(HasSubstr("{{")));
        EXPECT_THAT(text_of(text), Not(HasSubstr("。。")));
        gk::test::expect_golden(fmt::format("tests/golden/letters/{}.txt", law::key(kind)),
                                text_of(text));
    }
}

TEST(Templates, of_final_answers_tell_the_remedies_and_others_do_not) {
    for (const auto kind : law::letter_kinds()) {
        SCOPED_TRACE(law::key(kind));
        const auto text = text_of(sample_letter(kind));
        const bool tells = text.find("沙湾市人民法院提起行政诉讼") != std::string::npos;
        EXPECT_EQ(tells, law::role(kind) == law::LetterRole::final_answer);
    }
}

TEST(Templates, a_value_that_is_missing_is_named_with_what_it_should_be) {
    auto values = sample_values(LetterKind::correction_notice);
    values.erase("correction_items");
    values["correction_reason"] = " ";
    const auto text = fill_template(LetterKind::correction_notice,
                                    default_template(LetterKind::correction_notice), values,
                                    office(LetterKind::correction_notice));
    ASSERT_FALSE(text.has_value());
    EXPECT_THAT(codes(text.error()), ElementsAre("letter.value_missing", "letter.value_missing"));
    EXPECT_EQ(text.error().problems()[0].field, "correction_reason");
    EXPECT_EQ(text.error().problems()[0].message, "没有填写“补正理由”。");
    EXPECT_EQ(text.error().problems()[1].field, "correction_items");
}

TEST(Templates, a_value_may_end_as_a_sentence_where_the_template_goes_on) {
    auto values = sample_values(LetterKind::granted_in_part);
    values["withheld_reason"] = "涉及商业秘密，第三方不同意公开。";
    const auto text =
        fill_template(LetterKind::granted_in_part, default_template(LetterKind::granted_in_part),
                      values, office(LetterKind::granted_in_part));
    ASSERT_TRUE(text.has_value());
    EXPECT_THAT(text_of(*text), HasSubstr("第三方不同意公开，依照"));
}

TEST(Templates, a_value_must_be_of_its_type) {
    auto values = sample_values(LetterKind::fee_notice);
    values["received_on"] = "3月3日";
    values["fee_amount"] = "三百";
    values["fee_scale"] = "一行\n又一行";
    const auto text =
        fill_template(LetterKind::fee_notice, default_template(LetterKind::fee_notice), values,
                      office(LetterKind::fee_notice));
    ASSERT_FALSE(text.has_value());
    EXPECT_THAT(codes(text.error()), ElementsAre("letter.value_invalid", "letter.value_invalid",
                                                 "letter.value_invalid"));
    values = sample_values(LetterKind::extension_notice);
    values["extension_days"] = "二十";
    EXPECT_FALSE(fill_template(LetterKind::extension_notice,
                               default_template(LetterKind::extension_notice), values,
                               office(LetterKind::extension_notice))
                     .has_value());
}

TEST(Templates, a_value_that_is_far_too_long_is_refused) {
    auto values = sample_values(LetterKind::not_found);
    values["search_account"] = std::string(5000, 'a');
    const auto text = fill_template(LetterKind::not_found, default_template(LetterKind::not_found),
                                    values, office(LetterKind::not_found));
    ASSERT_FALSE(text.has_value());
    EXPECT_THAT(codes(text.error()), ElementsAre("letter.value_too_long"));
}

TEST(Templates, a_value_that_the_kind_does_not_use_is_refused) {
    auto values = sample_values(LetterKind::not_found);
    values["fee_amount"] = "300";
    values["agency_name"] = "另一机关";
    const auto text = fill_template(LetterKind::not_found, default_template(LetterKind::not_found),
                                    values, office(LetterKind::not_found));
    ASSERT_FALSE(text.has_value());
    EXPECT_THAT(codes(text.error()), ElementsAre("letter.value_unknown", "letter.value_unknown"));
}

TEST(Templates, a_paragraph_falls_away_with_its_optional_value) {
    auto values = sample_values(LetterKind::held_elsewhere);
    values.erase("competent_agency");
    values.erase("competent_contact");
    const auto text =
        fill_template(LetterKind::held_elsewhere, default_template(LetterKind::held_elsewhere),
                      values, office(LetterKind::held_elsewhere));
    ASSERT_TRUE(text.has_value());
    EXPECT_THAT(text_of(*text), Not(HasSubstr("据本机关了解")));
    EXPECT_THAT(text_of(*text), Not(HasSubstr("联系方式")));
}

TEST(Templates, of_an_agency_are_refused_without_what_the_law_wants_stated) {
    LetterTemplate letter = default_template(LetterKind::correction_notice);
    letter.paragraphs.pop_back();
    const auto checked = check_template(LetterKind::correction_notice, letter);
    ASSERT_FALSE(checked.has_value());
    EXPECT_THAT(codes(checked.error()), ElementsAre("letter.statement_missing"));
    EXPECT_EQ(checked.error().first().message,
              "“补正告知书”应当写明：逾期不补正的后果。模板中没有。");
    EXPECT_EQ(checked.error().first().basis, (Citation{"regulation-2019", 30}));
}

TEST(Templates, of_an_answer_are_refused_without_the_remedies) {
    LetterTemplate letter = default_template(LetterKind::not_found);
    letter.paragraphs.pop_back();
    const auto checked = check_template(LetterKind::not_found, letter);
    ASSERT_FALSE(checked.has_value());
    EXPECT_THAT(checked.error().first().message, HasSubstr("申请行政复议和提起行政诉讼"));
}

TEST(Templates, name_a_placeholder_that_they_do_not_know_with_its_place) {
    LetterTemplate letter = default_template(LetterKind::not_found);
    letter.title = "{{标题}}";
    letter.paragraphs.insert(letter.paragraphs.begin() + 1, "金额为{{收费数额}}，{{不存在的}}。");
    const auto checked = check_template(LetterKind::not_found, letter);
    ASSERT_FALSE(checked.has_value());
    EXPECT_THAT(codes(checked.error()),
                ElementsAre("letter.placeholder_unknown", "letter.placeholder_unknown",
                            "letter.placeholder_unknown"));
    EXPECT_EQ(checked.error().first().message, "第2段的占位符“收费数额”不能用于“信息不存在”。");
    EXPECT_EQ(checked.error().first().field, "paragraphs[1]");
}

TEST(Templates, need_a_title_and_a_text) {
    const auto checked = check_template(LetterKind::withdrawal_confirmation, {});
    ASSERT_FALSE(checked.has_value());
    EXPECT_THAT(codes(checked.error()),
                testing::IsSupersetOf({"letter.title_missing", "letter.text_missing"}));
}

TEST(Templates, spaces_within_the_braces_do_not_matter) {
    EXPECT_THAT(placeholder_names("甲{{ 收件人 }}乙{{收到日期}}丙{{"),
                ElementsAre("收件人", "收到日期"));
    EXPECT_EQ(filled("甲{{ 收件人 }}乙{{",
                     [](std::string_view name) { return "<" + std::string(name) + ">"; }),
              "甲<收件人>乙{{");
}

TEST(Templates, the_remedies_of_a_refusal_name_the_bodies_of_the_agency) {
    const auto text = text_of(sample_letter(LetterKind::refused));
    EXPECT_THAT(text, HasSubstr("应当先申请行政复议"));
    EXPECT_THAT(text, HasSubstr("向沙湾市人民政府提出申请"));
}

TEST(Templates, an_answer_from_before_the_present_law_of_remedies_is_refused) {
    const auto office = office_values(
        sample_agency(), {}, {.kind = LetterKind::not_found, .answered_on = Date(2023, 12, 31)});
    ASSERT_FALSE(office.has_value());
    EXPECT_EQ(office.error().first().code, "law.remedies_not_modelled");
}

TEST(ParagraphLevel, is_told_by_the_number_of_a_heading) {
    EXPECT_EQ(paragraph_level("一、予以公开的部分"), ParagraphLevel::first_level);
    EXPECT_EQ(paragraph_level("十二、其他"), ParagraphLevel::first_level);
    EXPECT_EQ(paragraph_level("（三）理由"), ParagraphLevel::second_level);
    EXPECT_EQ(paragraph_level("1.名称；"), ParagraphLevel::body);
    EXPECT_EQ(paragraph_level("一、请提供所需信息的名称。"), ParagraphLevel::body);
    EXPECT_EQ(paragraph_level("一"), ParagraphLevel::body);
    EXPECT_EQ(paragraph_level("（说明）"), ParagraphLevel::body);
}

TEST(LetterLayout, places_what_a_draft_has_not_got_yet) {
    const auto text = plain_text(sample_letter(LetterKind::not_found), {});
    EXPECT_THAT(text, HasSubstr("{{文号}}"));
    EXPECT_THAT(text, HasSubstr("{{成文日期}}"));
}

TEST(LetterLayout, numbers_attachments_when_there_are_several) {
    auto text = sample_letter(LetterKind::granted);
    EXPECT_THAT(text_of(text), HasSubstr("附件：西戈壁镇"));
    text.attachments = {"甲表", "乙表"};
    EXPECT_THAT(text_of(text), HasSubstr("附件：1.甲表\n\u3000\u3000\u3000\u3000\u30002.乙表"));
}

}  // namespace
}  // namespace gk::letter
