#include "law/processing_fee.hpp"

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "law/chargeable_fee.hpp"
#include "law/fee_scale.hpp"
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

std::string problem_of(const ChargedFee& charged) {
    ProblemList problems;
    check_processing_fee(problems, charged, applied_on);
    return problems.empty() ? "" : std::string(std::move(problems).error().first().code);
}

TEST(ChargedFees, by_page_are_the_sum_of_the_bands_and_nothing_else) {
    EXPECT_EQ(problem_of({FeeScale::per_page, 44, 14'000}), "");
    for (const std::int64_t fen : {13'999, 14'001, 999'900}) {
        EXPECT_EQ(problem_of({FeeScale::per_page, 44, fen}), "law.fee_amount_wrong");
    }
    EXPECT_EQ(problem_of({FeeScale::per_page, 30, 1'000}), "law.fee_not_due");
    EXPECT_EQ(problem_of({FeeScale::per_page, 31, 1'000}), "");
}

TEST(ChargedFees, by_application_are_those_of_the_last_one_or_of_the_whole_month) {
    EXPECT_EQ(problem_of({FeeScale::per_application, 10, 10'000}), "law.fee_not_due");
    EXPECT_EQ(problem_of({FeeScale::per_application, 11, 10'000}), "");
    EXPECT_EQ(problem_of({FeeScale::per_application, 31, 20'000}), "") << "the 31st alone";
    EXPECT_EQ(problem_of({FeeScale::per_application, 31, 220'000}), "") << "the month";
    EXPECT_EQ(problem_of({FeeScale::per_application, 31, 10'000}), "law.fee_amount_wrong");
    EXPECT_EQ(problem_of({FeeScale::per_application, 31, 220'100}), "law.fee_amount_wrong");
}

TEST(ChargeableFees, begin_with_what_the_last_application_adds) {
    const auto by_application = chargeable_fee(FeeScale::per_application, 31, applied_on);
    EXPECT_EQ(by_application->least_yuan, 200);
    EXPECT_EQ(by_application->fee.yuan, 2200);
    EXPECT_EQ(chargeable_fee(FeeScale::per_application, 10, applied_on)->least_yuan, 0);
    EXPECT_EQ(chargeable_fee(FeeScale::per_application, 0, applied_on)->least_yuan, 0);
    const auto by_page = chargeable_fee(FeeScale::per_page, 44, applied_on);
    EXPECT_EQ(by_page->least_yuan, 140);
    EXPECT_EQ(by_page->fee.yuan, 140);
}

TEST(FeeScales, are_called_as_the_measures_call_them) {
    for (const auto scale : fee_scales()) {
        EXPECT_EQ(fee_scale_of(key(scale)), scale);
    }
    EXPECT_EQ(label(FeeScale::per_page), "按量计收");
    EXPECT_EQ(unit(FeeScale::per_application), "件");
    EXPECT_EQ(fee_scale_of("per_word"), std::nullopt);
}

TEST(ChargedFees, of_before_the_measures_have_no_law) {
    ProblemList problems;
    check_processing_fee(problems, {FeeScale::per_page, 44, 14'000}, Date(2020, 12, 31));
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(std::move(problems).error().first().code, "law.no_law_in_force");
}

}  // namespace
}  // namespace gk::law
