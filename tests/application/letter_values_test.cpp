// What a new letter is filled with before the clerk writes anything.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/letter_values_service.hpp"

namespace gk::application {
namespace {

using law::LetterKind;
using people::Role;
using test::noon;
using test::person;

const Date day(2026, 3, 10);

class LetterValuesOfCase : public test::ApplicationFixture {
protected:
    std::string value(const std::string& id, LetterKind kind, std::string_view key,
                      const people::Actor& actor) {
        const auto fields = letter_fields(desk(), id, kind, actor, noon(day));
        EXPECT_TRUE(fields.has_value());
        const auto found = std::ranges::find(*fields, key, [](const LetterField& field) {
            return std::string_view(field.placeholder->key);
        });
        return found == fields->end() ? "no such field" : found->value;
    }

    std::string value(const std::string& id, LetterKind kind, std::string_view key) {
        return value(id, kind, key, clerk());
    }

    std::string note_of_fee(const std::string& id) {
        const auto fields = letter_fields(desk(), id, LetterKind::fee_notice, clerk(), noon(day));
        EXPECT_TRUE(fields.has_value());
        const auto found = std::ranges::find(*fields, "fee_amount", [](const LetterField& field) {
            return std::string_view(field.placeholder->key);
        });
        return found == fields->end() ? "no such field" : found->note;
    }
};

GK_ON_BOTH_DATABASES(LetterValuesOfCase);

TEST_P(LetterValuesOfCase, tell_what_the_application_says) {
    const auto id = registered();
    EXPECT_EQ(value(id, LetterKind::not_found, "recipient_name"), "申请人甲");
    EXPECT_EQ(value(id, LetterKind::not_found, "form_of_address"), "您");
    EXPECT_EQ(value(id, LetterKind::not_found, "case_number"), "xigebi-2026-0001");
    EXPECT_EQ(value(id, LetterKind::not_found, "received_on"), "2026-03-02");
    EXPECT_EQ(value(id, LetterKind::not_found, "information_sought"), "2025年镇级财政预算");
    EXPECT_EQ(value(id, LetterKind::not_found, "search_account"), "");
}

TEST_P(LetterValuesOfCase, follow_the_way_of_the_case) {
    const auto id = registered();
    did(id, Action::request_extension, {.text = "需要检索的档案较多", .working_days = 10},
        Role::clerk);
    EXPECT_EQ(value(id, LetterKind::extension_notice, "extension_days"), "10");
    EXPECT_EQ(value(id, LetterKind::extension_notice, "reply_due_on"), "2026-03-30");
    EXPECT_EQ(value(id, LetterKind::extension_notice, "extended_due_on"), "2026-04-14");
    did(id, Action::record_search, {.text = "查了档案室", .search_result = SearchResult::not_found},
        Role::clerk);
    EXPECT_EQ(value(id, LetterKind::not_found, "search_account"), "查了档案室");
    did(id, Action::consult,
        {.text = "是否同意", .consulted = law::Consulted::third_party, .party = "某公司（示例）"},
        Role::clerk);
    EXPECT_EQ(value(id, LetterKind::third_party_notice, "recipient_name"), "某公司（示例）");
    EXPECT_EQ(value(id, LetterKind::third_party_notice, "form_of_address"), "贵单位");
}

TEST_P(LetterValuesOfCase, name_the_applicant_for_a_mark_in_the_trail) {
    const auto id = registered();
    const auto before = count_of("audit_entries");
    EXPECT_EQ(value(id, LetterKind::not_found, "recipient_name"), "申请人甲");
    EXPECT_EQ(count_of("audit_entries"), before + 1);
}

TEST_P(LetterValuesOfCase, of_a_fee_by_application_are_computed_where_it_is_due) {
    auto id = registered();
    EXPECT_EQ(value(id, LetterKind::fee_notice, "fee_amount"), "");
    EXPECT_EQ(note_of_fee(id),
              "同一申请人2026年3月向本机关提出1件，这一件是第1件。第1件在不收费的范围内。"
              "按量计收的，请按提供的页数填写。");
    for (int i = 1; i < 11; ++i) {
        id = registered();
    }
    EXPECT_EQ(value(id, LetterKind::fee_notice, "fee_basis"),
              "《政府信息公开信息处理费管理办法》第四条");
    EXPECT_EQ(value(id, LetterKind::fee_notice, "fee_scale"), "按件计收，当月第11件，每件100元");
    EXPECT_EQ(value(id, LetterKind::fee_notice, "fee_amount"), "100");
    EXPECT_EQ(note_of_fee(id), "");
}

TEST_P(LetterValuesOfCase, say_why_a_fee_cannot_be_computed) {
    EXPECT_EQ(note_of_fee(registered(Date(2020, 12, 31))),
              "这件申请于2020年12月31日提出，那时还没有生效的信息处理费标准，不能收费。");
}

TEST_P(LetterValuesOfCase, are_for_who_handles_the_case) {
    const auto id = registered();
    EXPECT_EQ(code_of(letter_fields(desk(), id, LetterKind::not_found,
                                    person(Role::signatory, agency_), noon(day))),
              "application.not_permitted");
    EXPECT_EQ(code_of(letter_fields(desk(), id, LetterKind::not_found,
                                    person(Role::clerk, add_agency("tianjia")), noon(day))),
              "application.case_unknown");
}

}  // namespace
}  // namespace gk::application
