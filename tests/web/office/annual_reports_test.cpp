#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/folders.hpp"
#include "support/golden.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

namespace json = boost::json;
using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view reports = "/api/v1/agencies/lihe/annual-reports";
constexpr std::string_view of_2025 = "/api/v1/agencies/lihe/annual-reports/2025";

class AnnualReports : public OfficeFixture {
protected:
    void start() {
        sign_in(Role::clerk, "user:li");
        ASSERT_EQ(client_->post(reports, R"({"year":2025})").status, 200);
    }

    Response act(std::string_view action, std::int64_t version, std::string_view more = "") {
        return client_->post(std::string(of_2025) + "/actions/" + std::string(action),
                             "{\"version\":" + std::to_string(version) + std::string(more) + "}");
    }

    static std::string cell(const json::value& report, std::string_view name) {
        for (const auto& each : report.at("cells").as_array()) {
            if (each.at("cell").as_string() == name) {
                return std::string(each.at("printed").as_string());
            }
        }
        return "no such cell";
    }

    static std::string obstacle(const json::value& report, std::string_view action) {
        for (const auto& each : report.at("actions").as_array()) {
            if (each.at("action").as_string() == action) {
                return each.at("is_allowed").as_bool()
                           ? ""
                           : std::string(each.at("obstacle").at("code").as_string());
            }
        }
        return "no such action";
    }
};

GK_ON_BOTH_DATABASES(AnnualReports);

TEST_P(AnnualReports, are_typed_checked_and_sent_on_to_the_public) {
    start();
    const auto saved = json_of(client_->patch(
        of_2025, R"({"version":1,"cells":[{"cell":"applications.granted[0]","printed":"二"},)"
                 R"({"cell":"applications.newly_received[0]","printed":"3"},)"
                 R"({"cell":"applications.carried_in[0]","printed":"0"},)"
                 R"({"cell":"applications.outcomes_total[0]","printed":"1"},)"
                 R"({"cell":"applications.carried_out[0]","printed":"1"}],)"
                 R"("sections":[{"key":"overview","paragraphs":["总体情况。"]}]})"));
    EXPECT_EQ(cell(saved, "applications.granted[0]"), "二");
    const auto& check = saved.at("check");
    EXPECT_EQ(check.at("unreadable_cells").at(0).at("printed"), "二");
    EXPECT_EQ(check.at("error_count"), 1);
    const auto& broken = check.at("relations").at(0);
    EXPECT_EQ(broken.at("state"), "fails");
    EXPECT_EQ(broken.at("left_count"), 2);
    EXPECT_EQ(broken.at("delta"), "1");
    EXPECT_THAT(std::string(broken.at("text").as_string()), HasSubstr("3"));
    EXPECT_THAT(problem_codes(act("submit", 2)), ElementsAre("report.cells_unreadable"));
    ASSERT_EQ(client_
                  ->patch(of_2025,
                          R"({"version":2,"cells":[{"cell":"applications.granted[0]",)"
                          R"("printed":""},{"cell":"applications.carried_out[0]","printed":"2"}]})")
                  .status,
              200);
    ASSERT_EQ(act("submit", 3).status, 200);
    sign_in(Role::office_head, "user:wang");
    EXPECT_THAT(problem_codes(act("clear", 4)), ElementsAre("report.parts_missing at comment"));
    EXPECT_EQ(act("clear", 4, R"(,"comment":"其余部分由上级汇总")").status, 200);
    sign_in(Role::clerk, "user:li");
    const auto published = json_of(act("publish", 5));
    EXPECT_EQ(published.at("status"), "published");
    EXPECT_EQ(published.at("acts").as_array().size(), 5U);
}

TEST_P(AnnualReports, offer_each_action_with_the_reason_why_not) {
    start();
    sign_in(Role::office_head, "user:li");
    ASSERT_EQ(act("submit", 1).status, 200);
    const auto report = json_of(client_->get(of_2025));
    EXPECT_EQ(obstacle(report, "send_back"), "");
    EXPECT_EQ(obstacle(report, "clear"), "report.second_person_missing");
    EXPECT_EQ(obstacle(report, "publish"), "report.action_not_now");
    EXPECT_THAT(problem_codes(act("clear", 2)), ElementsAre("report.second_person_missing"));
    sign_in(Role::supervisor, "user:zhao");
    EXPECT_EQ(obstacle(json_of(client_->get(of_2025)), "clear"), "report.action_not_permitted");
    EXPECT_THAT(problem_codes(act("clear", 2)), ElementsAre("report.action_not_permitted"));
}

TEST_P(AnnualReports, take_no_act_on_a_version_that_is_gone) {
    start();
    EXPECT_EQ(client_->patch(of_2025, R"({"version":1,"title":"一"})").status, 200);
    const auto late = client_->patch(of_2025, R"({"version":1,"title":"二"})");
    EXPECT_EQ(late.status, 409);
    EXPECT_THAT(problem_codes(late), ElementsAre("report.changed_by_another"));
    EXPECT_THAT(problem_codes(act("submit", 1)), ElementsAre("report.changed_by_another"));
    EXPECT_EQ(act("abolish", 2).status, 404);
    EXPECT_EQ(act("start", 2).status, 404);
}

TEST_P(AnnualReports, are_nobodys_business_in_another_agency) {
    start();
    client_->sign_in(api::actor_with("user:zhao", Role::office_head, agencies_[1].id));
    EXPECT_EQ(client_->get(of_2025).status, 404);
    EXPECT_EQ(client_->patch(of_2025, R"({"version":1})").status, 404);
    EXPECT_EQ(act("submit", 1).status, 404);
    EXPECT_EQ(json_of(client_->get("/api/v1/annual-reports")).at("total"), 0);
    EXPECT_EQ(client_->get("/api/v1/agencies/tianjia/annual-reports/2025").status, 404);
}

TEST_P(AnnualReports, are_listed_and_exported) {
    start();
    const auto page =
        json_of(client_->get("/api/v1/annual-reports?status=draft&agency=lihe&year=2025"));
    EXPECT_EQ(page.at("total"), 1);
    EXPECT_EQ(page.at("items").at(0).at("status"), "draft");
    EXPECT_EQ(json_of(client_->get("/api/v1/annual-reports?status=published")).at("total"), 0);
    EXPECT_TRUE(client_->get("/api/v1/annual-reports/export.xlsx").body.starts_with("PK"));
    const auto docx = client_->get(std::string(of_2025) + "/files/docx");
    EXPECT_TRUE(docx.body.starts_with("PK"));
    EXPECT_EQ(client_->get(std::string(of_2025) + "/files/html").status, 404);
}

TEST_P(AnnualReports, are_read_from_a_file_in_the_sandbox) {
    sign_in(Role::clerk, "user:li");
    const auto bytes = test::read_file(test::source_folder() / "data/demo/xigebi-2023.txt");
    const std::string import = "/api/v1/agencies/lihe/annual-reports/2023/actions/import-file";
    const auto report = json_of(client_->post_file(import, "file", "报告.txt", bytes));
    EXPECT_EQ(report.at("status"), "draft");
    EXPECT_EQ(report.at("sources").at(0).at("file_name"), "报告.txt");
    EXPECT_THAT(problem_codes(client_->post_file(import, "file", "x.txt", "不是报告")),
                ElementsAre("report.not_a_report at file"));
    EXPECT_THAT(
        problem_codes(client_->post_file(import, "file", "报告.txt", bytes, {{"version", "7"}})),
        ElementsAre("report.changed_by_another"));
    ASSERT_EQ(client_->post("/api/v1/agencies/lihe/annual-reports", R"({"year":2024})").status,
              200);
    const auto comparison =
        json_of(client_->get("/api/v1/agencies/lihe/annual-reports/2024/comparison"));
    EXPECT_EQ(comparison.at("previous_year"), 2023);
    EXPECT_FALSE(comparison.at("cells").as_array().empty());
    EXPECT_EQ(client_->get("/api/v1/agencies/lihe/annual-reports/2023/comparison").status, 404);
}

TEST_P(AnnualReports, are_submitted_together_after_a_preview) {
    start();
    const std::string bulk = std::string(reports) + "/bulk/submit";
    const auto preview =
        json_of(client_->post(bulk, R"({"ids":["2025","2024","x"],"is_preview":true})"));
    EXPECT_EQ(preview.at("results").at(0).at("state"), "possible");
    EXPECT_EQ(preview.at("results").at(1).at("problem").at("code"), "report.not_found");
    EXPECT_EQ(preview.at("results").at(2).at("problem").at("code"), "web.thing_not_found");
    EXPECT_EQ(json_of(client_->get(of_2025)).at("status"), "draft");
    EXPECT_EQ(
        json_of(client_->post(bulk, R"({"ids":["2025"],"is_preview":false})")).at("good_count"), 1);
    EXPECT_EQ(json_of(client_->get(of_2025)).at("status"), "submitted");
}

}  // namespace
}  // namespace gk::web::office
