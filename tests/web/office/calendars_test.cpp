#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST_P(Calendars, name_every_mistake_of_a_file_and_keep_none_of_it) {
    sign_in(Role::system_administrator);
    const auto refused =
        client_->post_file("/api/v1/calendars", "file", "2027.toml", "year = 2027\nyears = 1\n");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(problem_codes(refused), testing::Contains("calendar.unknown_key"));
    EXPECT_THAT(problem_codes(client_->post_file("/api/v1/calendars", "file", "a", "\xff")),
                ElementsAre("web.text_unprintable at file"));
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
