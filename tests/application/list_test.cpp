// Lists of cases: every order and every filter.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/list_service.hpp"

namespace gk::application {
namespace {

class CaseLists : public test::ApplicationFixture {};

GK_ON_BOTH_DATABASES(CaseLists);

TEST_P(CaseLists, are_the_same_by_every_order_and_filter) {
    const auto id = registered();
    answered(registered(Date(2026, 2, 27)), law::Outcome::granted, Date(2026, 3, 13));
    auto company = application_of("某某公司", "Contract A_1");
    company.applicant.kind = ApplicantKind::commercial_enterprise;
    company.wanted.document_number = "礼政发〔2025〕7号";
    static_cast<void>(registered(Date(2026, 3, 4), company));
    const Date today(2026, 3, 16);
    const std::vector own = {agency_};
    const auto numbers = [&](const CaseFilter& filter, std::string sort = "",
                             Direction direction = Direction::ascending) {
        std::string all;
        const auto page = list_cases(
            desk(), filter, {.limit = 20, .sort = std::move(sort), .direction = direction}, today);
        for (const auto& line : page.rows) {
            all += line.number.substr(line.number.size() - 1);
        }
        EXPECT_EQ(page.total, static_cast<std::int64_t>(all.size()));
        return all;
    };
    EXPECT_EQ(numbers({.agencies = own}), "213");
    EXPECT_EQ(numbers({.agencies = own}, "number"), "123");
    EXPECT_EQ(numbers({.agencies = own}, "received_on", Direction::descending), "312");
    EXPECT_EQ(numbers({.agencies = own}, "concluded_on"), "213");
    EXPECT_EQ(numbers({.agencies = own, .states = {CaseState::awaiting_examination}}), "13");
    EXPECT_EQ(numbers({.agencies = own, .is_open = true}), "13");
    EXPECT_EQ(numbers({.agencies = own, .is_open = false}), "2");
    EXPECT_EQ(numbers({.agencies = own, .applicant_kinds = {ApplicantKind::commercial_enterprise}}),
              "3");
    EXPECT_EQ(numbers({.agencies = own, .outcomes = {law::Outcome::granted}}), "2");
    EXPECT_EQ(
        numbers(
            {.agencies = own, .received_from = Date(2026, 3, 2), .received_to = Date(2026, 3, 3)}),
        "1");
    EXPECT_EQ(numbers({.agencies = own, .concluded_from = Date(2026, 3, 13)}), "2");
    EXPECT_EQ(numbers({.agencies = own, .text = "contract a_"}), "3");
    EXPECT_EQ(numbers({.agencies = own, .text = "财政"}), "21");
    EXPECT_EQ(numbers({.agencies = own, .text = "a%1"}), "");
    EXPECT_EQ(numbers({.agencies = own, .text = "〔2025〕7号"}), "3") << "a document number";
    EXPECT_EQ(numbers({.agencies = own, .text = "2026-0002"}), "2") << "its own number";
    EXPECT_FALSE(id.empty());
}

}  // namespace
}  // namespace gk::application
