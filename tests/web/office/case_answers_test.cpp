// Outcome and letter as one object, over HTTP.
#include <map>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/office/registered_case.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using api::problem_codes;
using people::Role;
using testing::Contains;
using testing::ElementsAre;
using testing::Pair;

class CaseAnswersApi : public OfficeFixture {
protected:
    std::string registered() {
        sign_in(Role::clerk, "user:clerk");
        return registered_case(*client_);
    }

    Response drafted(const std::string& address, std::string_view outcome, int version,
                     std::string_view values) {
        return client_->post(fmt::format("{}/answers/{}", address, outcome),
                             fmt::format(R"({{"version":{},"values":{}}})", version, values));
    }

    // How far each letter of the case has come, by its kind.
    std::map<std::string, std::string> statuses(const std::string& address) {
        const auto body = json_of(client_->get(address + "/letters"));
        std::map<std::string, std::string> all;
        for (const auto& each : body.at("items").as_array()) {
            all[std::string(each.at("kind").as_string())] = each.at("status").as_string();
        }
        return all;
    }

    static constexpr std::string_view searched_ = R"({"search_account":"本机关检索了全部档案"})";
};

GK_ON_BOTH_DATABASES(CaseAnswersApi);

TEST_P(CaseAnswersApi, an_outcome_fixes_article_letter_remedy_notice_and_row) {
    const auto form = json_of(client_->get(registered() + "/answers/not_found"));
    EXPECT_EQ(form.at("kind"), "not_found");
    EXPECT_FALSE(form.at("letter_label").as_string().empty());
    EXPECT_FALSE(form.at("basis").as_array().empty());
    EXPECT_FALSE(form.at("remedy_notice").as_string().empty());
    EXPECT_FALSE(form.at("report_row_label").as_string().empty());
    EXPECT_TRUE(form.at("letter").is_null());
    EXPECT_EQ(form.at("fields").at(0).at("value"), "申请人甲");
}

TEST_P(CaseAnswersApi, another_outcome_puts_another_letter_in_its_place) {
    const auto address = registered();
    const auto first = json_of(drafted(address, "not_found", 1, searched_));
    EXPECT_EQ(statuses(address).size(), 1U);
    // The same again: the same letter, written anew.
    const auto again = json_of(drafted(address, "not_found", 1, searched_));
    EXPECT_EQ(again.at("id"), first.at("id"));
    EXPECT_EQ(again.at("version"), 2);
    EXPECT_EQ(json_of(client_->get(address + "/answers/not_found")).at("letter"), first.at("id"));
    const auto other = drafted(address, "refused_deliberative", 1,
                               R"({"found_facts":"内部会议记录","withheld_reason":"过程性信息"})");
    EXPECT_EQ(other.status, 200) << other.bytes();
    EXPECT_THAT(statuses(address),
                ElementsAre(Pair("not_found", "cancelled"), Pair("refused", "draft")));
}

TEST_P(CaseAnswersApi, name_what_is_missing_and_take_no_stale_version) {
    const auto address = registered();
    EXPECT_THAT(problem_codes(drafted(address, "not_found", 1, "{}")),
                Contains("letter.value_missing at search_account"));
    EXPECT_THAT(problem_codes(drafted(address, "not_found", 7, searched_)),
                ElementsAre("application.changed_by_another"));
    EXPECT_EQ(client_->get(address + "/answers/none").status, 404);
    EXPECT_EQ(drafted(address, "none", 1, "{}").status, 404);
    EXPECT_TRUE(statuses(address).empty());
}

TEST_P(CaseAnswersApi, are_chosen_by_who_handles_the_case) {
    const auto address = registered();
    sign_in(Role::signatory);
    EXPECT_THAT(problem_codes(client_->get(address + "/answers/not_found")),
                ElementsAre("application.not_permitted"));
    EXPECT_THAT(problem_codes(drafted(address, "not_found", 1, searched_)),
                ElementsAre("application.not_permitted"));
    client_->sign_in(api::actor_with("user:li", Role::clerk, agencies_.back().id));
    EXPECT_THAT(problem_codes(drafted(address, "not_found", 1, searched_)),
                ElementsAre("application.case_unknown"));
}

}  // namespace
}  // namespace gk::web::office
