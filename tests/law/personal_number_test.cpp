#include "law/personal_number.hpp"

#include <gtest/gtest.h>

#include "law/vector_file.hpp"

namespace gk::law {
namespace {

void expect_as_in(std::string_view file_name, bool (*check)(std::string_view)) {
    const auto rows = test::read_vectors(std::string(file_name));
    EXPECT_GE(rows.size(), 6U);
    for (const auto& row : rows) {
        EXPECT_EQ(check(row.at("value")), row.at("valid") == "yes") << row.at("value");
    }
}

TEST(PersonalNumber, identity_numbers_are_told_as_the_standard_does) {
    expect_as_in("id-numbers.tsv", is_identity_number);
}

TEST(PersonalNumber, credit_codes_are_told_as_the_standard_does) {
    expect_as_in("credit-codes.tsv", is_credit_code);
}

TEST(PersonalNumber, bank_cards_are_told_by_their_luhn_sum) {
    expect_as_in("bank-cards.tsv", is_bank_card_number);
}

TEST(PersonalNumber, may_be_typed_in_full_width_with_spaces_hyphens_and_a_small_x) {
    EXPECT_EQ(normalised_number(" １１０１０５-1949\xC2\xA0"
                                "1231 002ｘ　"),
              "11010519491231002X");
    EXPECT_EQ(normalised_number("138–0013—8000−"), "13800138000");
    EXPECT_EQ(normalised_number("张三az{"), "张三AZ{");
    EXPECT_TRUE(is_identity_number("110105 19491231 002x"));
    EXPECT_TRUE(is_credit_code("91350100m000100y43"));
    EXPECT_TRUE(is_bank_card_number("6225 8827 0896 5808"));
}

TEST(PersonalNumber, an_identity_number_with_a_letter_in_its_middle_is_none) {
    EXPECT_FALSE(is_identity_number("11010519A91231002X"));
    EXPECT_FALSE(is_identity_number("11010519/91231002X"));
    EXPECT_FALSE(is_identity_number(""));
}

TEST(PersonalNumber, the_old_identity_number_has_fifteen_digits_and_a_day) {
    EXPECT_TRUE(is_old_identity_number("110105491231002"));
    EXPECT_FALSE(is_old_identity_number("110105491331002"));
    EXPECT_FALSE(is_old_identity_number("11010549123100X"));
    EXPECT_FALSE(is_old_identity_number("11010549123100"));
}

TEST(PersonalNumber, a_bank_card_has_thirteen_to_nineteen_digits) {
    EXPECT_TRUE(is_bank_card_number("0000000000000"));
    EXPECT_FALSE(is_bank_card_number("000000000000"));
    EXPECT_FALSE(is_bank_card_number("00000000000000000000"));
    EXPECT_FALSE(is_bank_card_number("622588270896580X"));
}

TEST(PersonalNumber, a_mobile_number_begins_with_one_and_three_to_nine) {
    EXPECT_TRUE(is_mobile_number("138 0013 8000"));
    EXPECT_TRUE(is_mobile_number("19900138000"));
    EXPECT_FALSE(is_mobile_number("12800138000"));
    EXPECT_FALSE(is_mobile_number("23800138000"));
    EXPECT_FALSE(is_mobile_number("1380013800"));
    EXPECT_FALSE(is_mobile_number("1380013800a"));
}

}  // namespace
}  // namespace gk::law
