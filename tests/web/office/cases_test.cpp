// Cases over HTTP: every act by its own row, what each role sees of them, lists and counters.
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
using ::testing::IsEmpty;

class Cases : public OfficeFixture {
protected:
    Cases() { clock_.set(FixedClock(Date(2026, 3, 2)).now()); }

    Response register_case(const std::string& key, const std::string& more = "") {
        return client_->post(
            "/api/v1/agencies/lihe/cases",
            R"({"kind":"disclosure","channel":"counter","on":"2026-03-02","form":"paper","route":"post","identity_kind":"identity_card",
                                 "applicant_kind":"natural_person","name":"申请人甲",
                                 "identity_number":"11010519491231002X","phone":"13800138000",
                                 "title":"2025年镇级财政预算","submission_key":")" +
                key + "\"" + more + "}");
    }

    std::string registered() {
        sign_in(Role::clerk, "user:clerk");
        const auto answer = json_of(register_case("key-" + std::to_string(++registered_count_)));
        return std::string(answer.at("id").as_string());
    }

    json::value detail(const std::string& id) {
        return json_of(client_->get("/api/v1/cases/" + id));
    }

    // As the person who holds the role; with the version that the case has.
    Response act_on(const std::string& id, const std::string& action, json::object fields,
                    Role role = Role::clerk) {
        sign_in(role, "user:" + std::string(people::key(role)));
        const json::object body{{"version", detail(id).at("version")},
                                {"entry", std::move(fields)}};
        return client_->post("/api/v1/cases/" + id + "/actions/" + action, json::serialize(body));
    }

    std::string state_after(const Response& response) {
        return std::string(json_of(response).at("state").as_string());
    }

    int registered_count_ = 0;
};

GK_ON_BOTH_DATABASES(Cases);

TEST_P(Cases, are_registered_once_with_a_number_and_a_query_code) {
    sign_in(Role::clerk);
    const auto first = json_of(register_case("key"));
    EXPECT_EQ(first.at("number"), "lihe-2026-0001");
    EXPECT_EQ(first.at("query_code").as_string().size(), 15U);
    const auto again = json_of(register_case("key"));
    EXPECT_EQ(again.at("id"), first.at("id"));
    EXPECT_EQ(again.at("is_repeated"), true);
    EXPECT_EQ(again.at("query_code"), "");
    EXPECT_THAT(problem_codes(register_case("other", R"(,"signed_on":"2026-03-09")")),
                ElementsAre("application.date_in_future at signed_on"));
    sign_in(Role::signatory);
    EXPECT_THAT(problem_codes(register_case("key")), ElementsAre("web.thing_not_found"));
}

TEST_P(Cases, that_are_over_keep_the_name_that_the_agency_had_then) {
    const auto open = registered();
    const auto over = registered();
    const auto before = detail(over).at("agency_name");
    act_on(over, "withdraw", {{"text", "不需要了"}});
    clock_.set(FixedClock(Date(2026, 3, 12)).now());
    sign_in(Role::system_administrator);
    EXPECT_EQ(client_
                  ->post("/api/v1/agencies/lihe/actions/rename",
                         R"({"name":"新礼镇人民政府","short_name":"新礼镇",)"
                         R"("effective_on":"2026-03-10","reason":"批复"})")
                  .status,
              200);
    sign_in(Role::clerk);
    EXPECT_EQ(detail(open).at("agency_name"), "新礼镇人民政府");
    EXPECT_EQ(detail(over).at("agency_name"), before);
}

TEST_P(Cases, show_their_clock_day_by_day_with_its_reasons) {
    const auto shown = detail(registered());
    EXPECT_EQ(shown.at("state"), "awaiting_examination");
    EXPECT_EQ(shown.at("applicant"), "申***");
    EXPECT_EQ(shown.at("reply_due_on"), "2026-03-30");
    EXPECT_EQ(shown.at("urgency"), "in_time");
    EXPECT_EQ(shown.at("urgency_icon"), "ok");
    const auto& clock = shown.at("clock");
    EXPECT_FALSE(clock.at("trace").as_array().empty());
    EXPECT_EQ(clock.at("used"), 0);
    EXPECT_EQ(clock.at("left"), 20);
    const auto& weeks = clock.at("weeks").as_array();
    ASSERT_EQ(weeks.size(), 5U);
    EXPECT_EQ(weeks[0].at(0).at("date"), "2026-03-03");
    EXPECT_EQ(weeks[0].at(0).at("number"), 1);
    EXPECT_EQ(weeks[0].at(4).at("kind"), "off");
    EXPECT_EQ(weeks[4].at(0).at("number"), 20);
    EXPECT_EQ(weeks[4].at(0).at("is_due"), true);
    EXPECT_EQ(shown.at("events").at(0).at("label"), "登记申请");
    EXPECT_EQ(shown.at("events").at(0).at("actor"), "user:clerk");
    EXPECT_EQ(shown.at("events").at(0).at("actor_name"), "user:clerk");
}

TEST_P(Cases, are_counted_at_the_start_of_the_day_for_whom_they_await) {
    const auto count = [this](std::string_view key) {
        const auto todo = json_of(client_->get("/api/v1/todo"));
        for (const auto& counter : todo.at("counters").as_array()) {
            if (counter.at("key").as_string() == key) {
                const auto address = std::string(counter.at("address").as_string());
                EXPECT_EQ(json_of(client_->get("/api/v1" + address)).at("total"),
                          counter.at("count"));
                return counter.at("count").as_int64();
            }
        }
        return std::int64_t{-1};
    };
    const auto id = registered();
    EXPECT_EQ(count("cases_awaiting_examination"), 1);
    EXPECT_EQ(count("cases_awaiting_delivery"), 0);
    EXPECT_EQ(count("cases_in_review"), -1);
    EXPECT_EQ(count("cases_due_soon"), 0);
    act_on(id, "give_search_task",
           {{"unit", "finance"}, {"text", "查找"}, {"due_on", "2026-03-09"}});
    act_on(id, "record_search",
           {{"event_number", 2}, {"search_result", "not_found"}, {"text", "财政所档案，没有"}},
           Role::unit_officer);
    act_on(id, "draft_decision", {{"outcome", "not_found"}, {"text", "经检索，信息不存在"}});
    EXPECT_EQ(count("cases_awaiting_examination"), 0);
    sign_in(Role::office_head, "user:zhao");
    EXPECT_EQ(count("cases_in_review"), 1);
    clock_.set(FixedClock(Date(2026, 4, 2)).now());
    EXPECT_EQ(count("cases_overdue"), 1);
    client_->sign_in(api::actor_with("user:other", Role::office_head, agencies_[1].id));
    EXPECT_EQ(count("cases_in_review"), 0);
    sign_in(Role::system_administrator, "user:root");
    EXPECT_EQ(count("cases_overdue"), -1);
}

TEST_P(Cases, offer_every_action_with_its_basis_or_what_stands_in_the_way) {
    const auto shown = detail(registered());
    int allowed = 0;
    for (const auto& action : shown.at("actions").as_array()) {
        allowed += action.at("is_allowed").as_bool() ? 1 : 0;
        EXPECT_NE(action.at("is_allowed").as_bool(), action.at("obstacle").is_object());
    }
    EXPECT_GT(allowed, 10);
}

TEST_P(Cases, go_their_whole_way_by_acts_of_several_people) {
    const auto id = registered();
    EXPECT_EQ(state_after(act_on(id, "ask_for_correction",
                                 {{"text", "请写明年度"}, {"due_on", "2026-03-20"}})),
              "awaiting_correction");
    EXPECT_EQ(state_after(act_on(id, "receive_correction", {{"text", "2025年"}})), "in_progress");
    EXPECT_EQ(
        state_after(act_on(id, "give_search_task",
                           {{"unit", "finance"}, {"text", "查找"}, {"due_on", "2026-03-09"}})),
        "in_progress");
    EXPECT_EQ(
        state_after(act_on(
            id, "record_search",
            {{"event_number", 4}, {"search_result", "not_found"}, {"text", "财政所档案，没有"}},
            Role::unit_officer)),
        "in_progress");
    EXPECT_EQ(state_after(act_on(id, "draft_decision",
                                 {{"outcome", "not_found"}, {"text", "经检索，信息不存在"}})),
              "in_review");
    EXPECT_EQ(state_after(act_on(id, "review_decision", {}, Role::office_head)),
              "awaiting_signature");
    EXPECT_EQ(state_after(act_on(id, "sign_decision", {}, Role::signatory)), "awaiting_delivery");
    EXPECT_EQ(state_after(act_on(id, "deliver", {{"on", "2026-03-02"}, {"route", "post"}})),
              "awaiting_closing");
    EXPECT_EQ(state_after(act_on(id, "close", json::object())), "closed");
    const auto shown = detail(id);
    EXPECT_EQ(shown.at("answer").at("letter"), "not_found");
    EXPECT_EQ(shown.at("answer").at("remedy_notice"), "B");
    EXPECT_EQ(shown.at("concluded_on"), "2026-03-02");
    EXPECT_EQ(shown.at("urgency"), "answered");
    EXPECT_EQ(shown.at("timeliness"), "in_time");
    clock_.set(FixedClock(Date(2026, 3, 20)).now());
    EXPECT_EQ(detail(id).at("clock").at("used"), 0) << "no day after the answer is used";
    EXPECT_EQ(detail(id).at("clock").at("left"), 20);
}

TEST_P(Cases, refuse_what_is_missing_wrong_stale_or_not_for_this_person) {
    const auto id = registered();
    EXPECT_THAT(
        problem_codes(act_on(id, "ask_for_correction", json::object())),
        ElementsAre("application.field_missing at text", "application.field_missing at due_on"));
    EXPECT_THAT(problem_codes(act_on(id, "consult", {{"consulted", "neighbour"}})),
                ElementsAre("web.choice_unknown at entry.consulted"));
    EXPECT_THAT(problem_codes(act_on(id, "close", {{"price", 1}})),
                ElementsAre("web.field_unknown at entry.price"));
    EXPECT_THAT(problem_codes(act_on(id, "submit", json::object())),
                ElementsAre("web.thing_not_found"));
    EXPECT_THAT(problem_codes(act_on(id, "sign_decision", json::object(), Role::signatory)),
                ElementsAre("application.action_not_now"));
    EXPECT_THAT(problem_codes(act_on(id, "sign_decision", json::object())),
                ElementsAre("application.not_permitted"));
    EXPECT_THAT(problem_codes(client_->post("/api/v1/cases/" + id + "/actions/withdraw",
                                            R"({"version":7,"entry":{}})")),
                ElementsAre("application.changed_by_another"));
    sign_in(Role::supervisor);
    EXPECT_THAT(problem_codes(client_->get("/api/v1/cases/" + id)),
                ElementsAre("application.case_unknown"));
}

TEST_P(Cases, show_who_applied_for_a_mark_in_the_trail) {
    const auto id = registered();
    const auto target = "/api/v1/cases/" + id + "/applicant";
    const auto applicant = json_of(client_->get(target));
    EXPECT_EQ(applicant.at("identity_number"), "11010519491231002X");
    EXPECT_EQ(applicant.at("representative"), nullptr);
    sign_in(Role::signatory);
    EXPECT_EQ(client_->get(target).status, 404);
    sign_in(Role::audit_administrator);
    const auto trail = json_of(client_->get("/api/v1/audit-entries?act=case.view_applicant"));
    EXPECT_EQ(trail.at("total"), 1);
}

TEST_P(Cases, change_the_contact_that_is_kept) {
    const auto id = registered();
    const auto target = "/api/v1/cases/" + id;
    EXPECT_EQ(client_
                  ->put(target + "/contact",
                        R"({"version":1,"contact_route":"email","email":"name@example.cn"})")
                  .status,
              200);
    const auto applicant = json_of(client_->get(target + "/applicant"));
    EXPECT_EQ(applicant.at("email"), "name@example.cn");
    EXPECT_EQ(applicant.at("phone"), "");
}

TEST_P(Cases, are_listed_by_state_date_light_and_text) {
    const auto first = registered();
    const auto second = registered();
    act_on(second, "withdraw", {{"text", "不需要了"}});
    const auto total = [this](const std::string& query) {
        return json_of(client_->get("/api/v1/cases?" + query)).at("total").as_int64();
    };
    EXPECT_EQ(total(""), 2);
    EXPECT_EQ(total("agency=lihe&state=awaiting_examination"), 1);
    EXPECT_EQ(total("state=awaiting_closing"), 1);
    EXPECT_EQ(total("outcome=withdrawn&applicant_kind=natural_person&channel=counter"), 1);
    EXPECT_EQ(total("urgency=in_time"), 1);
    EXPECT_EQ(total("urgency=due_soon"), 0);
    EXPECT_EQ(total("received_from=2026-03-03"), 0);
    EXPECT_EQ(total("is_open=true"), 1);
    EXPECT_EQ(total("is_open=false"), 1);
    EXPECT_EQ(total("concluded_from=2026-03-02&concluded_to=2026-03-02"), 1);
    EXPECT_EQ(total("q=LIHE-2026-0002"), 1);
    EXPECT_EQ(total("q=%E9%A2%84%E7%AE%97&kind=disclosure"), 2);
    clock_.set(FixedClock(Date(2026, 3, 31)).now());
    EXPECT_EQ(total("urgency=overdue"), 1);
    const auto page = json_of(client_->get("/api/v1/cases?sort=number&order=descending"));
    EXPECT_EQ(page.at("items").at(0).at("id"), second.c_str());
    EXPECT_EQ(page.at("items").at(1).at("urgency"), "overdue");
    EXPECT_TRUE(client_->get("/api/v1/cases/export.xlsx?urgency=overdue").body.starts_with("PK"));
    EXPECT_THAT(problem_codes(client_->get("/api/v1/cases?agency=tianjia")),
                ElementsAre("web.thing_not_found"));
}

TEST_P(Cases, are_counted_for_supervisors_without_applicants) {
    static_cast<void>(registered());
    sign_in(Role::supervisor);
    const auto counted = json_of(client_->get("/api/v1/case-counts"));
    EXPECT_EQ(counted.at("total"), 1);
    EXPECT_EQ(counted.at("open_count"), 1);
    EXPECT_EQ(counted.at("states").at(0).at("state"), "awaiting_examination");
    EXPECT_EQ(counted.at("agencies").at(0).at("agency"), "lihe");
    EXPECT_EQ(counted.at("agencies").at(0).at("overdue_count"), 0);
    EXPECT_THAT(problem_codes(client_->get("/api/v1/cases")),
                ElementsAre("web.permission_missing"));
}

TEST_P(Cases, are_closed_together_after_a_preview) {
    const auto answered_on_the_spot = registered();
    act_on(answered_on_the_spot, "reply_on_the_spot",
           {{"text", "已经公开"}, {"outcome", "already_public"}});
    const auto open = registered();
    const auto ask = [&](bool is_preview) {
        return json_of(client_->post("/api/v1/cases/bulk/close",
                                     fmt::format(R"({{"ids":["{}","{}","x"],"is_preview":{}}})",
                                                 answered_on_the_spot, open, is_preview)));
    };
    const auto preview = ask(true);
    EXPECT_EQ(preview.at("results").at(0).at("state"), "possible");
    EXPECT_EQ(preview.at("results").at(1).at("state"), "refused");
    EXPECT_EQ(preview.at("results").at(2).at("problem").at("code"), "application.case_unknown");
    EXPECT_EQ(detail(answered_on_the_spot).at("state"), "awaiting_closing");
    EXPECT_EQ(ask(false).at("good_count"), 1);
    EXPECT_EQ(detail(answered_on_the_spot).at("state"), "closed");
    EXPECT_EQ(detail(open).at("state"), "awaiting_examination");
}

TEST_P(Cases, give_a_unit_its_tasks_and_no_more) {
    const auto id = registered();
    act_on(id, "give_search_task",
           {{"unit", "finance"}, {"text", "查找"}, {"due_on", "2026-03-09"}});
    sign_in(Role::unit_officer);
    const auto tasks = json_of(client_->get("/api/v1/search-tasks")).at("tasks").as_array();
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks[0].at("case"), id.c_str());
    EXPECT_EQ(tasks[0].at("urgency"), "due_soon");
    const auto shown = detail(id);
    EXPECT_EQ(shown.at("applicant"), "");
    EXPECT_THAT(shown.at("events").as_array(), IsEmpty());
    EXPECT_EQ(shown.at("tasks").as_array().size(), 1U);
}

TEST_P(Cases, offer_the_fee_of_a_notice_with_its_bands) {
    const auto id = registered();
    const auto offer = [&](const std::string& query) {
        return client_->get("/api/v1/cases/" + id + "/fee?" + query);
    };
    const auto by_page = json_of(offer("fee_scale=per_page&fee_units=44"));
    EXPECT_EQ(by_page.at("amount_yuan"), "140");
    EXPECT_EQ(by_page.at("least_fen"), 14000);
    EXPECT_EQ(by_page.at("most_fen"), 14000);
    EXPECT_EQ(by_page.at("lines").at(1).at("text"), "第31至44页：每页10元，140元");
    const auto first = json_of(offer("fee_scale=per_application"));
    EXPECT_EQ(first.at("fee_units"), 1);
    EXPECT_EQ(first.at("is_due"), false);
    EXPECT_THAT(problem_codes(offer("fee_scale=per_page")),
                ElementsAre("application.field_missing at fee_units"));
    EXPECT_EQ(offer("fee_scale=per_page&fee_units=0").status, 422);
    sign_in(Role::signatory);
    EXPECT_EQ(offer("fee_scale=per_application").status, 404);
}

TEST_P(Cases, show_what_the_same_applicant_asked_for_and_what_is_alike) {
    const auto first = registered();
    const auto second = registered();
    const auto related = json_of(client_->get("/api/v1/cases/" + first + "/related-cases"));
    EXPECT_EQ(related.at("count_in_month"), 2);
    EXPECT_EQ(related.at("same_applicant").at(0).at("id"), second.c_str());
    EXPECT_EQ(related.at("similar").at(0).at("likeness_percent"), 100);
}

}  // namespace
}  // namespace gk::web::office
