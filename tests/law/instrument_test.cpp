#include "law/instrument.hpp"

#include <set>
#include <string_view>

#include <gtest/gtest.h>

namespace gk::law {
namespace {

TEST(Instrument, the_regulation_changes_on_the_day_the_new_one_takes_effect) {
    EXPECT_EQ(regulation_on(Date(2008, 4, 30)), nullptr);
    EXPECT_EQ(regulation_on(Date(2008, 5, 1))->key, "regulation-2008");
    EXPECT_EQ(regulation_on(Date(2019, 5, 14))->key, "regulation-2008");
    EXPECT_EQ(regulation_on(Date(2019, 5, 15))->key, "regulation-2019");
    EXPECT_EQ(regulation_on(Date(2199, 12, 31))->key, "regulation-2019");
}

TEST(Instrument, is_found_by_its_key_alone) {
    ASSERT_NE(find_instrument("fee-measures-2020"), nullptr);
    EXPECT_EQ(find_instrument("fee-measures-2020")->document_number, "国办函〔2020〕109号");
    EXPECT_EQ(find_instrument("fee-measures"), nullptr);
}

TEST(Instrument, keys_are_unique_and_dates_run_forward) {
    std::set<std::string_view> keys;
    for (const auto& each : instruments()) {
        EXPECT_TRUE(keys.insert(each.key).second) << each.key;
        EXPECT_FALSE(each.title.empty()) << each.key;
        EXPECT_LE(each.promulgated_on.value_or(each.effective_on), each.effective_on) << each.key;
        if (each.ceased_on) {
            EXPECT_LT(each.effective_on, *each.ceased_on) << each.key;
        }
    }
}

TEST(Instrument, is_in_force_until_the_day_before_it_ceases) {
    const auto& format = *find_instrument("report-format-2019");
    EXPECT_TRUE(is_in_force(format, Date(2021, 9, 25)));
    EXPECT_FALSE(is_in_force(format, Date(2021, 9, 26)));
}

}  // namespace
}  // namespace gk::law
