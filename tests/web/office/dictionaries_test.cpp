#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::ElementsAre;

constexpr std::string_view scope = "/api/v1/agencies/lihe/dictionaries/search_scope";

class Dictionaries : public OfficeFixture {};

GK_ON_BOTH_DATABASES(Dictionaries);

TEST_P(Dictionaries, keep_their_words_in_order_and_by_version) {
    sign_in(Role::office_head);
    EXPECT_EQ(json_of(client_->get(scope)).at("version"), 0);
    const auto saved = json_of(
        client_->put(scope, R"({"version":0,"words":[{"content":"档案室","is_offered":true},)"
                            R"({"content":"旧系统","is_offered":false}]})"));
    EXPECT_EQ(saved.at("version"), 1);
    EXPECT_EQ(saved.at("label"), "检索范围");
    const auto read = json_of(client_->get(scope));
    EXPECT_EQ(read.at("words").at(0).at("content"), "档案室");
    EXPECT_EQ(read.at("words").at(1).at("is_offered"), false);
    EXPECT_THAT(problem_codes(client_->put(scope, R"({"version":0,"words":[]})")),
                ElementsAre("office.changed_by_another"));
}

TEST_P(Dictionaries, are_changed_by_who_lays_down_the_settings) {
    sign_in(Role::clerk);
    EXPECT_EQ(client_->get(scope).status, 200);
    EXPECT_EQ(client_->put(scope, R"({"version":0,"words":[]})").status, 404);
    EXPECT_EQ(client_->get("/api/v1/agencies/lihe/dictionaries/none").status, 404);
    EXPECT_FALSE(
        json_of(client_->get("/api/v1/agencies/lihe/dictionaries")).at("items").as_array().empty());
}

}  // namespace
}  // namespace gk::web::office
