#include "law/receipt.hpp"

#include <gtest/gtest.h>

namespace gk::law {
namespace {

std::string first_code(const Submission& submission, const ReceiptRules& rules = {}) {
    const auto received = received_on(submission, rules);
    return received ? "none" : received.error().first().code;
}

TEST(Receipt, every_channel_has_its_key_its_label_and_its_item_of_article_31) {
    for (const auto channel : channels()) {
        EXPECT_EQ(channel_of(key(channel)), channel);
        EXPECT_FALSE(label(channel).empty());
        EXPECT_EQ(receipt_basis(channel).article, 31);
    }
    EXPECT_EQ(receipt_basis(Channel::counter).item, 1);
    EXPECT_EQ(receipt_basis(Channel::ordinary).item, 2);
    EXPECT_EQ(receipt_basis(Channel::fax).item, 3);
    EXPECT_EQ(channel_of("email"), std::nullopt);
}

TEST(Receipt, a_registered_letter_without_a_signature_is_refused) {
    EXPECT_EQ(first_code({Channel::registered, Date(2026, 3, 2)}), "law.signature_missing");
}

TEST(Receipt, an_event_of_another_channel_is_refused) {
    EXPECT_EQ(first_code({Channel::counter, Date(2026, 3, 2), Date(2026, 3, 3)}),
              "law.not_of_channel");
    EXPECT_EQ(
        first_code({Channel::registered, Date(2026, 3, 2), Date(2026, 3, 3), Date(2026, 3, 3)}),
        "law.not_of_channel");
}

TEST(Receipt, nothing_is_signed_for_or_confirmed_before_it_is_submitted) {
    EXPECT_EQ(first_code({Channel::registered, Date(2026, 3, 2), Date(2026, 3, 1)}),
              "law.dates_out_of_order");
    EXPECT_EQ(first_code({Channel::fax, Date(2026, 3, 2), {}, Date(2026, 3, 1)}),
              "law.dates_out_of_order");
    EXPECT_EQ(first_code({Channel::fax, Date(2026, 3, 2), {}, Date(2026, 3, 2)}), "none");
}

TEST(Receipt, confirmation_is_no_rule_of_2008) {
    EXPECT_EQ(first_code({Channel::internet, Date(2019, 5, 14)}), "law.not_modelled");
    EXPECT_EQ(first_code({Channel::internet, Date(2019, 5, 10), {}, Date(2019, 5, 14)}),
              "law.not_modelled");
    EXPECT_EQ(first_code({Channel::internet, Date(2019, 5, 10), {}, Date(2019, 5, 15)}), "none");
}

TEST(Receipt, an_office_may_set_another_rule_for_a_channel) {
    ReceiptRules rules;
    rules.by[static_cast<std::size_t>(Channel::fax)] = ReceiptBy::submission;
    const auto received = received_on({Channel::fax, Date(2026, 3, 2)}, rules);
    ASSERT_TRUE(received.has_value());
    EXPECT_EQ(*received, Date(2026, 3, 2));
}

}  // namespace
}  // namespace gk::law
