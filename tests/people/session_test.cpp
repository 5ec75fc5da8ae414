#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/desk.hpp"
#include "people/session_service.hpp"

namespace gk::people {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class Sessions : public AccountTest {
protected:
    std::string state_of(const SignedIn& signed_in, Moment at) {
        return refusal_of(actor_of_session(database(), signed_in.token, at));
    }
};

GK_ON_BOTH_DATABASES(Sessions);

TEST_P(Sessions, end_when_nobody_used_them_for_half_an_hour) {
    account("zhang");
    const auto session = signed_in("zhang");
    EXPECT_EQ(state_of(session, later(minutes(29))), "done");
    EXPECT_EQ(state_of(session, later(minutes(58))), "done");
    EXPECT_EQ(state_of(session, later(minutes(88))), "people.session_over");
}

TEST_P(Sessions, end_after_half_a_day_however_busy) {
    account("zhang");
    const auto session = signed_in("zhang");
    for (int i = 1; i < 36; ++i) {
        ASSERT_EQ(state_of(session, later(minutes(20 * i))), "done") << i;
    }
    EXPECT_EQ(state_of(session, later(hours(12))), "people.session_over");
}

TEST_P(Sessions, are_those_of_a_token_that_was_given_out) {
    account("zhang");
    for (const auto* token : {"", "0000", "'; DROP TABLE sessions; --"}) {
        EXPECT_EQ(refusal_of(actor_of_session(database(), token, noon)), "people.session_over");
    }
}

TEST_P(Sessions, end_with_signing_out) {
    account("zhang");
    const auto session = signed_in("zhang");
    const auto other = signed_in("zhang");
    const auto id = actor_of(session).session_id;
    sign_out(database(), session.token, noon);
    sign_out(database(), session.token, noon);
    EXPECT_EQ(state_of(session, noon), "people.session_over");
    EXPECT_EQ(state_of(other, noon), "done");
    EXPECT_THAT(trail_of("session", id),
                testing::ElementsAre("session.begin user:zhang", "session.sign_out user:zhang"));
}

TEST_P(Sessions, of_a_locked_account_end_and_do_not_come_back) {
    const auto zhang = account("zhang");
    const auto session = signed_in("zhang");
    ASSERT_TRUE(lock_account(desk(), zhang.public_id, "核实", operating(), noon).has_value());
    EXPECT_EQ(state_of(session, noon), "people.session_over");
    ASSERT_TRUE(unlock_account(desk(), zhang.public_id, "无误", operating(), noon).has_value());
    EXPECT_EQ(state_of(session, noon), "people.session_over");
}

TEST_P(Sessions, of_one_account_are_all_ended_at_once_by_who_manages_them) {
    const auto zhang = account("zhang");
    const auto first = signed_in("zhang");
    const auto second = signed_in("zhang", later(minutes(1)));
    account("li");
    const auto other = signed_in("li");
    EXPECT_EQ(refusal_of(end_sessions(database(), zhang.public_id, "核实", everyone(), noon)),
              "people.account_unknown");
    EXPECT_EQ(refusal_of(end_sessions(database(), zhang.public_id, " ", operating(), noon)),
              "people.reason_blank reason");
    EXPECT_EQ(state_of(first, noon), "done");
    const auto ended = end_sessions(database(), zhang.public_id, "核实", operating(), noon);
    ASSERT_TRUE(ended.has_value());
    EXPECT_EQ(*ended, 2);
    EXPECT_EQ(state_of(first, noon), "people.session_over");
    EXPECT_EQ(state_of(second, noon), "people.session_over");
    EXPECT_EQ(state_of(other, noon), "done");
    EXPECT_THAT(trail_of("account", zhang.public_id),
                testing::Contains("account.end_sessions cli:root"));
}

TEST_P(Sessions, are_listed_for_their_holder_the_last_used_first) {
    account("zhang");
    const auto first = signed_in("zhang");
    const auto second = signed_in("zhang", later(minutes(1)));
    const auto whose = actor_of(first, later(minutes(5)));
    const auto listed = list_own_sessions(database(), whose.account, later(minutes(6)));
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed[0].public_id, whose.session_id);
    EXPECT_EQ(listed[0].address, "192.0.2.7");
    EXPECT_EQ(list_own_sessions(database(), whose.account, later(minutes(34))).size(), 1U);
}

TEST_P(Sessions, are_ended_by_their_holder_and_by_who_looks_after_them_only) {
    account("zhang");
    account("wang");
    const auto zhang = actor_of(signed_in("zhang"));
    const auto wang = actor_of(signed_in("wang"));
    EXPECT_EQ(refusal_of(end_session(database(), zhang.session_id, wang.actor, noon)),
              "people.session_unknown");
    EXPECT_EQ(refusal_of(end_session(database(), zhang.session_id, zhang.actor, noon)), "done");
    EXPECT_EQ(refusal_of(end_session(database(), zhang.session_id, zhang.actor, noon)),
              "people.session_unknown");
    EXPECT_EQ(refusal_of(end_session(database(), wang.session_id, operating(), noon)), "done");
    EXPECT_THAT(trail_of("session", wang.session_id),
                testing::ElementsAre("session.begin user:wang", "session.end cli:root"));
}

TEST_P(Sessions, have_a_token_for_changes_that_fits_no_other) {
    account("zhang");
    const auto first = signed_in("zhang");
    const auto second = signed_in("zhang");
    const auto csrf = actor_of(first).csrf_token;
    EXPECT_TRUE(is_csrf_token_of(first.token, csrf));
    EXPECT_FALSE(is_csrf_token_of(second.token, csrf));
    EXPECT_FALSE(is_csrf_token_of(first.token, ""));
    EXPECT_EQ(csrf.find(first.token), std::string::npos);
}

TEST_P(Sessions, are_not_written_to_more_than_once_a_minute) {
    account("zhang");
    const auto session = signed_in("zhang");
    const auto last_seen_at = [&] {
        return database().read([](store::Snapshot& snapshot) {
            auto row = snapshot.query("SELECT last_seen_at FROM sessions");
            EXPECT_TRUE(row.next());
            return row.get<Moment>(0);
        });
    };
    const auto begun_at = last_seen_at();
    EXPECT_EQ(state_of(session, later(seconds(59))), "done");
    EXPECT_EQ(last_seen_at(), begun_at);
    EXPECT_EQ(state_of(session, later(seconds(60))), "done");
    EXPECT_EQ(last_seen_at(), later(seconds(60)));
}

TEST_P(Sessions, of_an_agency_are_listed_for_who_manages_them) {
    account("zhang");
    account("li", "sidaohezi");
    signed_in("zhang");
    signed_in("li");
    const auto lines = list_sessions(database(), "xigebi", operating(), noon);
    ASSERT_TRUE(lines.has_value());
    ASSERT_EQ(lines->size(), 1U);
    EXPECT_EQ(lines->front().account.login_name, "zhang");
    EXPECT_TRUE(list_sessions(database(), "xigebi", operating(), later(hours(1)))->empty());
    EXPECT_EQ(refusal_of(list_sessions(database(), "xigebi", everyone(), noon)),
              "people.not_permitted");
}

}  // namespace
}  // namespace gk::people
