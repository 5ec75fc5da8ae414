#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/service.hpp"
#include "calendar/errors.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::ElementsAre;

constexpr std::string_view circular =
    "year = 2027\n"
    "[[source]]\n"
    "title = \"关于2027年部分节假日安排的通知\"\n"
    "[[holiday]]\n"
    "name = \"元旦\"\n"
    "off = [2027-01-01]\n"
    "work = [2026-12-27]\n";

class Calendars : public OfficeFixture {};

GK_ON_BOTH_DATABASES(Calendars);

TEST_P(Calendars, take_a_circular_in_after_a_preview_that_keeps_nothing) {
    const Date new_year(2027, 1, 1);
    sign_in(Role::system_administrator);
    const auto preview =
        json_of(client_->post_file("/api/v1/calendars/preview", "file", "2027.toml", circular));
    EXPECT_EQ(preview.at("year"), 2027);
    EXPECT_EQ(preview.at("days").as_array().size(), 2U);
    EXPECT_EQ(preview.at("moved_count"), 0);
    EXPECT_TRUE(calendar_->current().is_working_day(new_year));
    const auto& before = calendar_->current();
    ASSERT_EQ(client_->post_file("/api/v1/calendars", "file", "2027.toml", circular).status, 200);
    EXPECT_FALSE(calendar_->current().is_working_day(new_year));
    EXPECT_TRUE(before.is_working_day(new_year));
    const auto list = json_of(client_->get("/api/v1/calendars"));
    EXPECT_EQ(list.at("files").at(0).at("file_name"), "2027.toml");
    EXPECT_EQ(list.at("years").as_array().back().at("year"), 2027);
    EXPECT_FALSE((*calendar::LiveCalendar::open(database(), std::nullopt))
                     ->current()
                     .is_working_day(new_year));
}

constexpr std::string_view more_days =
    "year = 2026\n"
    "[[source]]\n"
    "title = \"补充通知\"\n"
    "[[holiday]]\n"
    "name = \"某节\"\n"
    "off = [2026-03-17]\n";

TEST_P(Calendars, move_the_open_cases_and_tell_the_clerks_of_it) {
    const Date on(2026, 3, 2);
    clock_.set(FixedClock(on).now());
    const application::NewApplication given{
        .agency_code = "lihe",
        .applicant = {.name = "申请人甲",
                      .identity_number = "11010519491231002X",
                      .contact = {.phone = "13800138000", .address = "某某路1号"}},
        .wanted = {.title = "某项目资金使用情况"}};
    const auto clerk = api::actor_with("user:wang", Role::clerk, agencies_.front().id);
    ASSERT_TRUE(application::register_application({database(), ring_, calendar_->current()}, given,
                                                  {.on = on, .channel = law::Channel::counter},
                                                  application::new_query_code(), "", clerk,
                                                  clock_.now())
                    .has_value());
    sign_in(Role::system_administrator);
    for (const auto* address : {"/api/v1/calendars/preview", "/api/v1/calendars"}) {
        const auto answer = json_of(client_->post_file(address, "file", "2026-03.toml", more_days));
        ASSERT_EQ(answer.at("moved_count"), 1) << address;
        const auto& moved = answer.at("moved").at(0);
        EXPECT_EQ(moved.at("kind"), "case");
        EXPECT_EQ(moved.at("number"), "lihe-2026-0001");
        EXPECT_EQ(moved.at("agency_name"), "lihe");
        EXPECT_EQ(moved.at("date"), "答复期限");
        EXPECT_EQ(moved.at("before"), "2026-03-30");
        EXPECT_EQ(moved.at("after"), "2026-03-31");
    }
    client_->sign_in(clerk);
    EXPECT_EQ(json_of(client_->get("/api/v1/cases")).at("items").at(0).at("reply_due_on"),
              "2026-03-31");
    EXPECT_EQ(json_of(client_->get("/api/v1/messages")).at("items").at(0).at("title"),
              "工作日历有变动，1项期限随之调整");
}

TEST_P(Calendars, name_every_mistake_of_a_file_and_keep_none_of_it) {
    sign_in(Role::system_administrator);
    const auto refused =
        client_->post_file("/api/v1/calendars", "file", "2027.toml", "year = 2027\nyears = 1\n");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(problem_codes(refused), testing::Contains("calendar.unknown_key"));
    EXPECT_THAT(problem_codes(client_->post_file("/api/v1/calendars", "file", "a", "\xff")),
                ElementsAre("calendar.not_text at file"));
    EXPECT_TRUE(json_of(client_->get("/api/v1/calendars")).at("files").as_array().empty());
}

TEST_P(Calendars, are_loaded_by_who_may) {
    sign_in(Role::clerk);
    EXPECT_EQ(client_->get("/api/v1/calendars").status, 200);
    EXPECT_THAT(problem_codes(client_->post_file("/api/v1/calendars", "file", "a", circular)),
                ElementsAre("web.permission_missing"));
    const auto refused =
        calendar::load_circular(database(), "a", circular, people::everyone(), Moment{1});
    EXPECT_EQ(refused.error().first().code, calendar::loading_not_permitted.code);
    EXPECT_EQ(refused.error().first().code, "calendar.loading_not_permitted");
}

}  // namespace
}  // namespace gk::web::office
