// Accounts, roles, agencies and logs over HTTP, by those three who look after them.
#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/office/signed_in_fixture.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using api::problem_codes;
using people::Role;
using testing::ElementsAre;
using testing::HasSubstr;

class AdministrationRows : public SignedInFixture {
protected:
    AdministrationRows() {
        account("system", Role::system_administrator);
        account("security", Role::security_administrator);
    }

    static std::string text_of(const Response& response, std::string_view name) {
        return std::string(std::string_view(json_of(response).at(name).as_string()));
    }

    // The first item of the list for which the text stands in the answer.
    std::string first(std::string_view target, std::string_view name) {
        return std::string(
            std::string_view(json_of(client_->get(target)).at("items").at(0).at(name).as_string()));
    }
};

GK_ON_BOTH_DATABASES(AdministrationRows);

TEST_P(AdministrationRows, make_change_and_end_an_account) {
    sign_in("system");
    const auto made =
        client_->post("/api/v1/agencies/lihe/accounts",
                      R"({"login_name":"zhang","display_name":"张某","email":"zhang@example.cn"})");
    ASSERT_EQ(made.status, 200);
    const auto path = "/api/v1/accounts/" + text_of(made, "id");
    EXPECT_EQ(text_of(made, "email"), "zhang@example.cn");
    const auto changed = client_->patch(path, R"({"version":1,"phone":"0993-6010000"})");
    EXPECT_EQ(text_of(changed, "phone"), "0993-6010000");
    EXPECT_EQ(text_of(changed, "email"), "zhang@example.cn");
    EXPECT_EQ(client_->patch(path, R"({"version":1,"phone":""})").status, 409);
    const auto offered = json_of(client_->get(path)).at("actions");
    EXPECT_EQ(offered.at(2).at("action"), "lock");
    EXPECT_EQ(offered.at(2).at("is_allowed"), true);
    EXPECT_EQ(offered.at(2).at("basis").at(0).at("citation"), "gb-t-22239-2019/8.1.4.2");
    EXPECT_EQ(offered.at(2).at("basis").at(1).at("text"), "GB/T 22239-2019 8.1.5.1 系统管理");
    EXPECT_EQ(offered.at(3).at("obstacle").at("code"), "people.account_state_wrong");
    const auto link = client_->post(path + "/actions/issue-link", R"({"reason":"首次使用"})");
    EXPECT_EQ(text_of(link, "token").size(), 64U);
    EXPECT_EQ(text_of(client_->post(path + "/actions/lock", R"({"reason":"核实"})"), "state"),
              "locked");
    EXPECT_EQ(text_of(client_->post(path + "/actions/unlock", R"({"reason":"无误"})"), "state"),
              "active");
    EXPECT_EQ(text_of(client_->post(path + "/actions/end", R"({"reason":"退休"})"), "state"),
              "ended");
    EXPECT_EQ(json_of(client_->get("/api/v1/agencies/lihe/accounts?state=ended")).at("total"), 1);
    EXPECT_EQ(client_->get("/api/v1/agencies/lihe/accounts/export.xlsx").status, 200);
}

TEST_P(AdministrationRows, show_accounts_without_contacts_to_the_security_administrator) {
    const auto id = account("zhang");
    sign_in("security");
    const auto seen = client_->get("/api/v1/accounts/" + id);
    EXPECT_EQ(seen.status, 200);
    EXPECT_EQ(json_of(seen).as_object().if_contains("email"), nullptr);
    EXPECT_EQ(client_->post("/api/v1/accounts/" + id + "/actions/lock", R"({"reason":"x"})").status,
              404);
}

TEST_P(AdministrationRows, show_no_account_to_who_looks_after_none) {
    const auto id = account("zhang", Role::clerk);
    account("audit", Role::audit_administrator);
    for (const auto* login_name : {"zhang", "audit"}) {
        sign_in(login_name);
        EXPECT_EQ(client_->get("/api/v1/accounts/" + id).status, 404);
        EXPECT_EQ(client_->get("/api/v1/agencies/lihe/accounts").status, 404);
        EXPECT_EQ(client_->get("/api/v1/agencies/lihe/accounts/export.xlsx").status, 404);
    }
}

TEST_P(AdministrationRows, know_nothing_of_the_accounts_of_another_agency) {
    const auto other = account("li", Role::clerk, "tianjia");
    sign_in("system");
    EXPECT_EQ(client_->get("/api/v1/accounts/" + other).status, 404);
    EXPECT_EQ(client_->get("/api/v1/agencies/tianjia/accounts").status, 404);
    EXPECT_EQ(
        client_->post("/api/v1/accounts/" + other + "/actions/end", R"({"reason":"x"})").status,
        404);
}

TEST_P(AdministrationRows, grant_and_end_roles_and_set_who_needs_a_second_factor) {
    const auto id = account("zhang");
    sign_in("security");
    const auto granted =
        client_->post("/api/v1/agencies/lihe/role-holdings",
                      R"({"account":")" + id + R"(","role":"clerk","valid_from":"2026-03-02"})");
    ASSERT_EQ(granted.status, 200);
    EXPECT_EQ(text_of(granted, "login_name"), "zhang");
    EXPECT_EQ(json_of(client_->get("/api/v1/agencies/lihe/role-holdings?role=clerk")).at("total"),
              1);
    const auto rules = client_->put("/api/v1/agencies/lihe/second-factor-rules",
                                    R"({"is_for_all":false,"roles":["clerk"]})");
    EXPECT_EQ(boost::json::serialize(json_of(rules)), R"({"is_for_all":false,"roles":["clerk"]})");
    EXPECT_EQ(
        boost::json::serialize(json_of(client_->get("/api/v1/agencies/lihe/second-factor-rules"))),
        R"({"is_for_all":false,"roles":["clerk"]})");
    const auto ended =
        client_->post("/api/v1/role-holdings/" + text_of(granted, "id") + "/actions/end",
                      R"({"valid_to":"2026-03-01","reason":"调离"})");
    EXPECT_EQ(text_of(ended, "valid_to"), "2026-03-01");
}

TEST_P(AdministrationRows, hand_an_account_over) {
    const auto zhang = account("zhang", Role::clerk);
    const auto li = account("li");
    sign_in("security");
    const auto done = client_->post("/api/v1/accounts/" + zhang + "/actions/hand-over",
                                    R"({"to":")" + li + R"(","reason":"调离"})");
    EXPECT_EQ(boost::json::serialize(json_of(done)),
              R"({"from":"zhang","to":"li","moved_role_count":1,"moved_task_count":0})");
}

TEST_P(AdministrationRows, lend_a_role_to_a_colleague_and_take_it_back) {
    account("wang", Role::signatory);
    account("zhang", Role::clerk);
    sign_in("wang");
    const auto colleagues = json_of(client_->get("/api/v1/agencies/lihe/colleagues"));
    EXPECT_EQ(colleagues.at("items").as_array().size(), 2U);
    const auto holding = first("/api/v1/session/role-holdings", "id");
    const auto lent = client_->post(
        "/api/v1/session/delegations",
        R"({"holding":")" + holding +
            R"(","delegate":"zhang","valid_from":"2026-03-02","valid_to":"2026-03-06",)"
            R"("reason":"出差"})");
    ASSERT_EQ(lent.status, 200);
    EXPECT_EQ(text_of(lent, "delegate_login"), "zhang");
    new_browser();
    sign_in("zhang");
    EXPECT_THAT(boost::json::serialize(who_am_i().at("agencies")),
                HasSubstr(R"("role_words":"公开工作机构经办人、签发人（代）",)"
                          R"("acting_for":["user:wang"])"));
    const auto id = first("/api/v1/session/delegations", "id");
    EXPECT_EQ(client_->post("/api/v1/delegations/" + id + "/actions/end", "").status, 204);
    EXPECT_EQ(client_->post("/api/v1/delegations/" + id + "/actions/end", "").status, 404);
    new_browser();
    sign_in("security");
    EXPECT_EQ(json_of(client_->get("/api/v1/agencies/lihe/delegations"))
                  .at("items")
                  .at(0)
                  .at("may_be_ended"),
              false);
}

TEST_P(AdministrationRows, let_who_holds_several_roles_act_in_one_of_them) {
    const auto zhang = account("zhang", Role::clerk);
    account("li", Role::clerk);
    sign_in("security");
    const auto granted = client_->post(
        "/api/v1/agencies/lihe/role-holdings",
        R"({"account":")" + zhang + R"(","role":"signatory",)" + R"("valid_from":"2026-03-02"})");
    ASSERT_EQ(granted.status, 200);
    const auto signatory = text_of(granted, "id");
    new_browser();
    sign_in("li");
    const auto foreign = first("/api/v1/session/role-holdings", "id");
    EXPECT_THAT(boost::json::serialize(who_am_i()), HasSubstr(R"("is_role_over":false)"));
    new_browser();
    sign_in("zhang");
    const auto choose = [&](const std::string& body) {
        return client_->post("/api/v1/session/role", body);
    };
    // What is missing is told to who may register.
    const auto registering = [&] {
        return client_->post("/api/v1/agencies/lihe/cases", "{}").status;
    };
    EXPECT_EQ(who_am_i().at("roles").as_array().size(), 2U);
    EXPECT_TRUE(who_am_i().at("acting_role").is_null());
    EXPECT_EQ(registering(), 422);

    for (const auto& id : {foreign, std::string("none")}) {
        const auto refused = choose(R"({"holding":")" + id + R"("})");
        EXPECT_EQ(refused.status, 404);
        EXPECT_THAT(problem_codes(refused), ElementsAre("people.holding_unknown"));
    }
    EXPECT_EQ(choose(R"({"holding":")" + signatory + R"("})").status, 204);
    EXPECT_EQ(who_am_i().at("acting_role").as_string(), signatory);
    EXPECT_EQ(who_am_i().at("roles").as_array().size(), 2U);
    EXPECT_THAT(boost::json::serialize(who_am_i().at("agencies")),
                HasSubstr(R"("role_words":"签发人")"));
    EXPECT_EQ(registering(), 404);
    EXPECT_EQ(choose("{}").status, 204);
    EXPECT_EQ(registering(), 422);
}

TEST_P(AdministrationRows, show_and_end_the_sessions_of_others) {
    account("zhang", Role::clerk);
    sign_in("zhang");
    new_browser();
    sign_in("security");
    const auto listed = json_of(client_->get("/api/v1/agencies/lihe/sessions"));
    ASSERT_EQ(listed.at("items").as_array().size(), 2U);
    for (const auto& item : listed.at("items").as_array()) {
        if (item.at("login_name") == "zhang") {
            const std::string id(std::string_view(item.at("id").as_string()));
            EXPECT_EQ(client_->post("/api/v1/sessions/" + id + "/actions/end", "").status, 204);
        }
    }
    EXPECT_EQ(json_of(client_->get("/api/v1/agencies/lihe/sessions")).at("items").as_array().size(),
              1U);
}

TEST_P(AdministrationRows, show_the_log_of_signing_in) {
    sign_in("nobody", "Wrong-pass-1");
    sign_in("security");
    const auto log = json_of(client_->get("/api/v1/agencies/lihe/sign-ins"));
    EXPECT_EQ(log.at("total"), 2);
    EXPECT_EQ(log.at("items").at(0).at("outcome"), "signed_in");
    EXPECT_EQ(log.at("items").at(1).at("outcome"), "unknown_account");
    EXPECT_EQ(log.at("items").at(1).at("login_name"), "");
    EXPECT_EQ(
        json_of(client_->get("/api/v1/agencies/lihe/sign-ins?outcome=wrong_code")).at("total"), 0);
}

TEST_P(AdministrationRows, rename_split_and_merge_agencies_and_end_none_that_has_accounts) {
    sign_in("system");
    const auto renamed = client_->post(
        "/api/v1/agencies/lihe/actions/rename",
        R"({"name":"新礼镇人民政府","short_name":"新礼镇","effective_on":"2026-03-01","reason":"批复"})");
    EXPECT_EQ(text_of(renamed, "short_name"), "新礼镇");
    const auto before = json_of(client_->get("/api/v1/agencies?as_of=2026-02-28"));
    EXPECT_THAT(boost::json::serialize(before), HasSubstr(R"("short_name":"lihe")"));
    const auto made =
        client_->post("/api/v1/agencies/lihe/agencies-below",
                      R"({"code":"cunwei","name":"某村","short_name":"某村","level":"township"})");
    EXPECT_EQ(text_of(made, "parent"), "lihe");
    const auto split =
        client_->post("/api/v1/agencies/lihe/actions/split",
                      R"({"code":"xinqu","name":"新区","short_name":"新区","level":"subdistrict",)"
                      R"("effective_on":"2026-03-02","reason":"批复"})");
    // It would stand at the top, which is the operator's to arrange.
    EXPECT_EQ(problem_codes(split), std::vector<std::string>{"people.operator_only"});
    const auto merged =
        client_->post("/api/v1/agencies/cunwei/actions/merge",
                      R"({"into":"lihe","effective_on":"2026-03-02","reason":"批复"})");
    EXPECT_EQ(text_of(merged, "valid_to"), "2026-03-01");
    const auto ended = client_->post("/api/v1/agencies/lihe/actions/end",
                                     R"({"effective_on":"2026-03-02","reason":"批复"})");
    // Who is still there, the administrator among them, is told by name.
    EXPECT_EQ(problem_codes(ended), std::vector<std::string>{"people.agency_has_accounts"});
    EXPECT_THAT(ended.body, HasSubstr("（system）"));
    const auto history = json_of(client_->get("/api/v1/agencies/lihe"));
    EXPECT_EQ(history.at("acts").as_array().size(), 2U);
    EXPECT_EQ(history.at("acts").at(1).at("action"), "rename");
}

TEST_P(AdministrationRows, move_no_agency_below_one_that_they_do_not_look_after) {
    sign_in("system");
    const auto body = [](std::string_view parent) {
        return R"({"parent":")" + std::string(parent) +
               R"(","effective_on":"2026-03-01","reason":"机构改革方案"})";
    };
    const auto path = "/api/v1/agencies/lihe/actions/move";
    EXPECT_THAT(problem_codes(client_->post(path, body("tianjia"))),
                ElementsAre("people.agency_parent_foreign at parent"));
    EXPECT_THAT(problem_codes(client_->post(path, body("lihe"))),
                ElementsAre("people.agency_parent_wrong at parent"));
}

TEST_P(AdministrationRows, keep_units) {
    sign_in("system");
    const auto made = client_->post("/api/v1/agencies/lihe/units",
                                    R"({"code":"water","name":"水务所","kind":"field_office"})");
    EXPECT_EQ(text_of(made, "kind"), "field_office");
    EXPECT_EQ(text_of(client_->post("/api/v1/agencies/lihe/units/water/actions/rename",
                                    R"({"name":"水利所"})"),
                      "name"),
              "水利所");
    EXPECT_EQ(text_of(client_->post("/api/v1/agencies/lihe/units/water/actions/end",
                                    R"({"valid_to":"2026-03-02","reason":"撤并"})"),
                      "valid_to"),
              "2026-03-02");
}

}  // namespace
}  // namespace gk::web::office
