// Statistics of applications over HTTP: what each figure opens, and what a supervisor sees of it.
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

namespace json = boost::json;
using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::ElementsAre;
using ::testing::Not;

const std::string target = "/api/v1/statistics/applications";

class Statistics : public OfficeFixture {
protected:
    Statistics() { clock_.set(FixedClock(Date(2026, 3, 2)).now()); }

    void register_case() {
        sign_in(Role::clerk);
        EXPECT_LT(client_
                      ->post("/api/v1/agencies/lihe/cases",
                             R"({"kind":"disclosure","channel":"counter","on":"2026-03-02",
                                 "form":"paper","route":"post","identity_kind":"identity_card",
                                 "applicant_kind":"natural_person","name":"申请人甲",
                                 "identity_number":"11010519491231002X","phone":"13800138000",
                                 "title":"2025年镇级财政预算","submission_key":"key"})")
                      .status,
                  300);
    }

    void register_remedy() {
        EXPECT_LT(
            client_
                ->post("/api/v1/agencies/lihe/remedies",
                       R"({"group":"reconsideration","title":"不服答复","body_name":"某市人民政府",
                                 "subject":"other_answer","on":"2026-03-02"})")
                .status,
            300);
    }

    static std::string query_text(const json::object& filter) {
        std::string text;
        for (const auto& [name, value] : filter) {
            text += text.empty() ? "?" : "&";
            text += std::string(name) + "=" + std::string(value.as_string());
        }
        return text;
    }

    // The figure of a part that has this key.
    static const json::object& figure(const json::value& statistics, std::string_view part,
                                      std::string_view key) {
        for (const auto& each : statistics.at(part).as_array()) {
            if (each.at("key").as_string() == key) {
                return each.as_object();
            }
        }
        throw std::out_of_range(std::string(key));
    }
};

GK_ON_BOTH_DATABASES(Statistics);

TEST_P(Statistics, open_their_cases_by_the_query_that_they_carry) {
    register_case();
    const auto statistics = json_of(client_->get(target + "?agency=lihe"));
    EXPECT_EQ(statistics.at("from"), "2026-01-01");
    EXPECT_EQ(statistics.at("to"), "2026-03-02");
    EXPECT_EQ(statistics.at("median_working_days"), nullptr);
    int opened = 0;
    for (const auto* part :
         {"totals", "states", "outcomes", "applicant_kinds", "channels", "timeliness"}) {
        for (const auto& each : statistics.at(part).as_array()) {
            const auto listed =
                client_->get("/api/v1/cases" + query_text(each.at("filter").as_object()));
            ASSERT_EQ(listed.status, 200) << listed.body;
            EXPECT_EQ(json_of(listed).at("total"), each.at("count")) << json::serialize(each);
            opened += each.at("count").as_int64() == 1 ? 1 : 0;
        }
    }
    EXPECT_EQ(opened, 5);  // Received, open at the end; its state, kind of applicant, channel.
}

TEST_P(Statistics, open_the_remedies_of_an_agency) {
    register_case();
    register_remedy();
    const auto results = json_of(client_->get(target + "?agency=lihe"))
                             .at("remedies")
                             .at(0)
                             .at("results")
                             .as_array();
    ASSERT_EQ(results.size(), 5U);
    for (const auto& each : results) {
        auto filter = each.at("filter").as_object();
        const auto agency = std::string(filter.at("agency").as_string());
        filter.erase("agency");
        const auto listed =
            json_of(client_->get("/api/v1/agencies/" + agency + "/remedies" + query_text(filter)));
        EXPECT_EQ(listed.at("total"), each.at("count")) << json::serialize(each);
    }
    EXPECT_EQ(results[3].at("count"), 1);
    EXPECT_EQ(results[4].at("count"), 1);
}

TEST_P(Statistics, tell_a_supervisor_counts_and_nothing_of_applicants) {
    register_case();
    sign_in(Role::supervisor);
    const auto answer = client_->get(target);
    ASSERT_EQ(answer.status, 200);
    const auto statistics = json_of(answer);
    EXPECT_EQ(figure(statistics, "totals", "newly_received").at("count"), 1);
    EXPECT_EQ(figure(statistics, "totals", "newly_received").at("filter"), nullptr);
    EXPECT_EQ(statistics.at("agencies").at(0).at("agency"), "lihe");
    EXPECT_THAT(answer.body, Not(testing::HasSubstr("申***")));
}

TEST_P(Statistics, come_as_a_spreadsheet_too) {
    register_case();
    const auto sheet = client_->get(target + "/export.xlsx?from=2026-03-01&to=2026-03-31");
    EXPECT_EQ(sheet.status, 200);
    EXPECT_TRUE(sheet.body.starts_with("PK"));
}

TEST_P(Statistics, are_refused_for_other_agencies_and_a_period_upside_down) {
    sign_in(Role::clerk);
    EXPECT_THAT(problem_codes(client_->get(target + "?agency=tianjia")),
                ElementsAre("web.thing_not_found"));
    EXPECT_THAT(problem_codes(client_->get(target + "?from=2026-03-01&to=2026-02-01")),
                ElementsAre("report.period_reversed at to"));
}

}  // namespace
}  // namespace gk::web::office
