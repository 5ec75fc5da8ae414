#include "law/processing_fee.hpp"

#include <gtest/gtest.h>

#include "law/vector_file.hpp"

namespace gk::law {
namespace {

const Date applied_on(2023, 5, 1);

TEST(ProcessingFee, every_total_of_the_vectors) {
    for (const auto& row : test::read_vectors("fees-by-item.tsv")) {
        EXPECT_EQ(
            processing_fee(FeeScale::per_application, std::stoi(row.at("items")), applied_on)->yuan,
            std::stoi(row.at("total_yuan")));
    }
    for (const auto& row : test::read_vectors("fees-by-page.tsv")) {
        EXPECT_EQ(processing_fee(FeeScale::per_page, std::stoi(row.at("pages")), applied_on)->yuan,
                  std::stoi(row.at("total_yuan")));
    }
}

TEST(ProcessingFee, shows_each_band_with_its_own_rate) {
    const auto fee = processing_fee(FeeScale::per_application, 41, applied_on);
    ASSERT_EQ(fee->lines.size(), 4U);
    EXPECT_EQ(fee->lines[1].first, 11);
    EXPECT_EQ(fee->lines[1].last, 30);
    EXPECT_EQ(fee->lines[1].amount_yuan, 2000);
    EXPECT_EQ(fee->lines[3].last, 41);
    EXPECT_EQ(fee->lines[3].rate_yuan, 300);
    EXPECT_EQ(fee->basis, (Citation{"fee-measures-2020", 4}));
}

TEST(ProcessingFee, of_nothing_is_nothing) {
    const auto fee = processing_fee(FeeScale::per_page, 0, applied_on);
    EXPECT_EQ(fee->yuan, 0);
    EXPECT_TRUE(fee->lines.empty());
}

TEST(ProcessingFee, refuses_counts_that_nobody_can_mean) {
    for (const int units : {-1, fee_units_max + 1}) {
        const auto fee = processing_fee(FeeScale::per_application, units, applied_on);
        ASSERT_FALSE(fee.has_value());
        EXPECT_EQ(fee.error().first().code, "law.fee_count_out_of_range");
    }
    EXPECT_TRUE(processing_fee(FeeScale::per_page, fee_units_max, applied_on).has_value());
    EXPECT_FALSE(processing_fee(FeeScale::per_page, -1, applied_on).has_value());
}

TEST(ProcessingFee, before_the_measures_there_is_no_law) {
    const auto before = processing_fee(FeeScale::per_page, 31, Date(2020, 12, 31));
    ASSERT_FALSE(before.has_value());
    EXPECT_EQ(before.error().first().code, "law.no_law_in_force");
    EXPECT_TRUE(processing_fee(FeeScale::per_page, 31, Date(2021, 1, 1)).has_value());
}

}  // namespace
}  // namespace gk::law
