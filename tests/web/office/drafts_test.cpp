#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/office/draft_store.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

namespace json = boost::json;
using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view draft = "/api/v1/drafts/case/new";

class Drafts : public OfficeFixture {
protected:
    Drafts() {
        for (const std::int64_t id : {1, 2}) {
            database().write([&](store::Transaction& transaction) {
                transaction.execute(
                    "INSERT INTO accounts (public_id, agency_id, login_name, display_name, state,"
                    " version, created_at, must_change_password, second_factor_step)"
                    " VALUES (?, ?, ?, '某', 'active', 1, 1, 0, 0)",
                    new_public_id(), agencies_.front().id, "login" + std::to_string(id));
            });
        }
        sign_in(Role::clerk);
    }
};

GK_ON_BOTH_DATABASES(Drafts);

TEST_P(Drafts, are_kept_for_their_account_alone) {
    const json::object nothing{{"version", 0}, {"saved_at", nullptr}, {"content", nullptr}};
    EXPECT_EQ(json_of(client_->get(draft)), nothing);
    const auto saved =
        json_of(client_->put(draft, R"({"version":0,"content":{"name":"申请人甲"}})"));
    EXPECT_EQ(saved.at("version"), 1);
    EXPECT_EQ(json_of(client_->get(draft)).at("content").at("name"), "申请人甲");
    auto other = api::actor_with("user:li", Role::clerk, agencies_.front().id);
    other.account = Id<people::Account>{2};
    client_->sign_in(other);
    EXPECT_EQ(json_of(client_->get(draft)), nothing);
}

TEST_P(Drafts, lie_sealed_in_the_database) {
    ASSERT_EQ(client_->put(draft, R"({"version":0,"content":"申请人甲"})").status, 200);
    const auto sealed = database().read([](store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT content_sealed FROM drafts");
        EXPECT_TRUE(row.next());
        return row.get<store::Blob>(0);
    });
    std::string bytes;
    for (const auto byte : sealed) {
        bytes += static_cast<char>(byte);
    }
    EXPECT_THAT(bytes, Not(HasSubstr("申请人甲")));
    EXPECT_EQ(sealed_drafts().table, "drafts");
}

TEST_P(Drafts, of_two_windows_are_both_shown_and_neither_is_lost) {
    ASSERT_EQ(client_->put(draft, R"({"version":0,"content":"一"})").status, 200);
    ASSERT_EQ(client_->put(draft, R"({"version":1,"content":"二"})").status, 200);
    const auto conflict = client_->put(draft, R"({"version":1,"content":"三"})");
    EXPECT_EQ(conflict.status, 409);
    EXPECT_THAT(problem_codes(conflict), ElementsAre("office.draft_changed"));
    EXPECT_EQ(json_of(conflict).at("stored").at("content"), "二");
    EXPECT_EQ(json_of(conflict).at("stored").at("version"), 2);
    EXPECT_EQ(json_of(client_->put(draft, R"({"version":2,"content":"三"})")).at("version"), 3);
}

TEST_P(Drafts, are_dropped_and_named_in_plain_letters) {
    ASSERT_EQ(client_->put(draft, R"({"version":0,"content":null})").status, 422);
    ASSERT_EQ(client_->put(draft, R"({"version":0,"content":1})").status, 200);
    EXPECT_EQ(client_->del(draft).status, 204);
    EXPECT_EQ(json_of(client_->get(draft)).at("version"), 0);
    EXPECT_EQ(client_->put("/api/v1/drafts/case/%E7%94%B2", R"({"version":0,"content":1})").status,
              404);
}

TEST_P(Drafts, do_not_grow_without_end) {
    for (std::int64_t count = 0; count < drafts_max; ++count) {
        database().write([count](store::Transaction& transaction) {
            transaction.execute(
                "INSERT INTO drafts (account_id, kind, name, version, saved_at)"
                " VALUES (1, 'case', ?, 1, 1)",
                "n" + std::to_string(count));
        });
    }
    EXPECT_THAT(problem_codes(client_->put(draft, R"({"version":0,"content":1})")),
                ElementsAre("office.drafts_too_many"));
}

TEST_P(Drafts, and_named_filters_are_kept_for_each_list) {
    const auto saved = json_of(client_->post(
        "/api/v1/views", R"({"list":"cases","name":"临期","query":"light=due_soon"})"));
    ASSERT_EQ(
        client_->post("/api/v1/views", R"({"list":"cases","name":"临期","query":"light=overdue"})")
            .status,
        200);
    const auto views = json_of(client_->get("/api/v1/views?list=cases"));
    ASSERT_EQ(views.at("items").as_array().size(), 1U);
    EXPECT_EQ(views.at("items").at(0).at("query"), "light=overdue");
    EXPECT_TRUE(json_of(client_->get("/api/v1/views?list=others")).at("items").as_array().empty());
    const std::string old = "/api/v1/views/" + std::string(saved.at("id").as_string());
    EXPECT_EQ(client_->del(old).status, 404);
    const std::string id(views.at("items").at(0).at("id").as_string());
    EXPECT_EQ(client_->del("/api/v1/views/" + id).status, 204);
    for (std::int64_t count = 0; count < views_max; ++count) {
        ASSERT_EQ(client_
                      ->post("/api/v1/views", R"({"list":"cases","query":"","name":"n)" +
                                                  std::to_string(count) + "\"}")
                      .status,
                  200);
    }
    EXPECT_THAT(
        problem_codes(client_->post("/api/v1/views", R"({"list":"cases","name":"多","query":""})")),
        ElementsAre("office.views_too_many"));
}

}  // namespace
}  // namespace gk::web::office
