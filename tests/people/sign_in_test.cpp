#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/desk.hpp"
#include "people/sign_in_log.hpp"
#include "people/sign_in_service.hpp"

namespace gk::people {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;

class SigningIn : public AccountTest {
protected:
    std::string try_with(std::string_view login_name, std::string_view password, Moment at = noon,
                         const Origin& origin = office) {
        return refusal_of(sign_in(desk(), login_name, password, origin, at));
    }

    std::vector<std::string> outcomes() {
        std::vector<std::string> keys;
        const auto page = read_sign_in_log(database(), {.count_max = 100}, operating());
        EXPECT_TRUE(page.has_value());
        for (const auto& entry : page->entries) {
            keys.insert(keys.begin(), std::string(key(entry.outcome)) + " " + entry.login_name);
        }
        return keys;
    }
};

GK_ON_BOTH_DATABASES(SigningIn);

TEST_P(SigningIn, with_name_and_password_begins_a_full_session) {
    account("zhang");
    const auto done = sign_in(desk(), " ＺHANG ", good_password, office, noon);
    ASSERT_TRUE(done.has_value());
    EXPECT_EQ(done->state, SessionState::full);
    EXPECT_EQ(done->token.size(), 64U);
    const auto whose = actor_of(*done);
    EXPECT_EQ(whose.actor.name, "user:zhang");
    EXPECT_EQ(whose.actor.display_name, "张某");
    EXPECT_TRUE(whose.actor.may(Permission::sign_in));
    EXPECT_FALSE(whose.actor.may(Permission::case_read));
    EXPECT_THAT(trail_of("session", whose.session_id), ElementsAre("session.begin user:zhang"));
}

TEST_P(SigningIn, answers_a_wrong_password_and_an_unknown_name_alike) {
    account("zhang");
    bare_account("empty");
    EXPECT_EQ(try_with("zhang", "Wrong-pass-1"), "people.sign_in_refused");
    EXPECT_EQ(try_with("nobody", "Wrong-pass-1"), "people.sign_in_refused");
    EXPECT_EQ(try_with("不是登录名", "Wrong-pass-1"), "people.sign_in_refused");
    EXPECT_EQ(try_with("empty", ""), "people.sign_in_refused");
    EXPECT_THAT(outcomes(), ElementsAre("wrong_password zhang", "unknown_account ",
                                        "unknown_account ", "wrong_password empty"));
}

TEST_P(SigningIn, tells_of_a_locked_account_only_with_its_password) {
    const auto zhang = account("zhang");
    ASSERT_TRUE(lock_account(desk(), zhang.public_id, "调离核实", operating(), noon).has_value());
    EXPECT_EQ(try_with("zhang", "Wrong-pass-1"), "people.sign_in_refused");
    EXPECT_EQ(try_with("zhang", good_password), "people.sign_in_locked");
}

TEST_P(SigningIn, as_an_ended_account_is_refused_like_a_wrong_password) {
    const auto zhang = account("zhang");
    ASSERT_TRUE(end_account(desk(), zhang.public_id, "退休", operating(), noon).has_value());
    EXPECT_EQ(try_with("zhang", good_password), "people.sign_in_refused");
    EXPECT_THAT(outcomes(), ElementsAre("account_ended zhang"));
}

TEST_P(SigningIn, is_put_off_longer_after_each_failure_and_heard_again) {
    account("zhang");
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(try_with("zhang", "Wrong-pass-1"), "people.sign_in_refused");
    }
    EXPECT_EQ(try_with("zhang", good_password), "people.sign_in_delayed");
    EXPECT_EQ(try_with("zhang", good_password, later(seconds(1))), "people.sign_in_delayed");
    EXPECT_EQ(try_with("zhang", "Wrong-pass-1", later(seconds(2))), "people.sign_in_refused");
    EXPECT_EQ(try_with("zhang", good_password, later(seconds(5))), "people.sign_in_delayed");
    EXPECT_EQ(try_with("zhang", good_password, later(seconds(6))), "done");
    EXPECT_EQ(try_with("zhang", "Wrong-pass-1", later(seconds(6))), "people.sign_in_refused");
}

TEST_P(SigningIn, is_never_put_off_for_more_than_five_minutes) {
    account("zhang");
    auto at = noon;
    for (int i = 0; i < 30; ++i) {
        ASSERT_EQ(try_with("zhang", "Wrong-pass-1", at), "people.sign_in_refused");
        at = later(minutes(5), at);
    }
    EXPECT_EQ(try_with("zhang", good_password, at), "done");
}

TEST_P(SigningIn, of_unknown_names_is_put_off_just_as_that_of_known_ones) {
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(try_with("nobody", "Wrong-pass-1"), "people.sign_in_refused");
    }
    EXPECT_EQ(try_with("nobody", "Wrong-pass-1"), "people.sign_in_delayed");
}

TEST_P(SigningIn, remembers_failures_when_the_database_is_opened_again) {
    account("zhang");
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(try_with("zhang", "Wrong-pass-1"), "people.sign_in_refused");
    }
    reopen();
    PasswordHasher hasher({.memory_bytes = 64 * 1024, .passes = 1, .niceness = 0});
    const AccountDesk again{
        .database = database(), .hasher = hasher, .keys = desk().keys, .settings = {}};
    EXPECT_EQ(refusal_of(sign_in(again, "zhang", good_password, office, noon)),
              "people.sign_in_delayed");
}

TEST_P(SigningIn, from_a_known_browser_is_not_delayed_by_guesses_made_elsewhere) {
    account("zhang");
    const auto first = signed_in("zhang");
    ASSERT_EQ(first.device_token.size(), 64U);
    const Origin elsewhere{.address = "198.51.100.1", .user_agent = "", .device_token = {}};
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(try_with("zhang", "Wrong-pass-1", noon, elsewhere), "people.sign_in_refused");
    }
    EXPECT_EQ(try_with("zhang", good_password, noon, elsewhere), "people.sign_in_delayed");
    auto known = office;
    known.device_token = first.device_token;
    const auto again = sign_in(desk(), "zhang", good_password, known, noon);
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->device_token, first.device_token);
}

TEST_P(SigningIn, with_the_browser_of_another_account_earns_nothing) {
    account("zhang");
    account("wang");
    auto known = office;
    known.device_token = signed_in("zhang").device_token;
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(try_with("wang", "Wrong-pass-1", noon, known), "people.sign_in_refused");
    }
    EXPECT_EQ(try_with("wang", good_password, noon, known), "people.sign_in_delayed");
    const auto later_on = sign_in(desk(), "wang", good_password, known, later(minutes(5)));
    ASSERT_TRUE(later_on.has_value());
    EXPECT_NE(later_on->device_token, known.device_token);
}

TEST_P(SigningIn, from_one_address_to_many_names_is_put_off) {
    for (int i = 0; i < 31; ++i) {
        EXPECT_EQ(try_with("name" + std::to_string(i), "Wrong-pass-1"), "people.sign_in_refused");
    }
    account("zhang");
    EXPECT_EQ(try_with("zhang", good_password), "people.sign_in_delayed");
    EXPECT_EQ(try_with("zhang", good_password, noon, {"198.51.100.1", "", ""}), "done");
}

TEST_P(SigningIn, writes_one_line_of_all_that_were_put_off_in_a_row) {
    for (int i = 0; i < 6; ++i) {
        try_with("nobody", "Wrong-pass-1");
    }
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(try_with("nobody", "Wrong-pass-1"), "people.sign_in_delayed");
    }
    EXPECT_EQ(outcomes().size(), 7U);
    EXPECT_EQ(outcomes().back(), "put_off ");
}

TEST_P(SigningIn, makes_a_new_token_each_time_and_keeps_none_of_them) {
    account("zhang");
    const auto first = signed_in("zhang");
    const auto second = signed_in("zhang");
    EXPECT_NE(first.token, second.token);
    auto row = database().read([&](store::Snapshot& snapshot) {
        auto found = snapshot.query("SELECT COUNT(*) FROM sessions WHERE token_hash IN (?, ?)",
                                    first.token, second.token);
        EXPECT_TRUE(found.next());
        return found.get<int>(0);
    });
    EXPECT_EQ(row, 0);
}

TEST_P(SigningIn, with_a_password_that_is_too_old_asks_for_a_new_one_first) {
    account("zhang");
    const auto old = signed_in("zhang", later(hours(24 * 91)));
    EXPECT_EQ(old.state, SessionState::password_change_due);
    const auto whose = actor_of(old, later(hours(24 * 91)));
    EXPECT_FALSE(whose.actor.may(Permission::sign_in));
    EXPECT_EQ(whose.login_name, "zhang");
}

TEST_P(SigningIn, log_is_read_by_those_who_may_and_tells_no_name_that_was_no_account) {
    account("zhang");
    try_with("my-password-1", "x");
    try_with("zhang", "Wrong-pass-1");
    EXPECT_EQ(refusal_of(read_sign_in_log(database(), {}, everyone())), "people.not_permitted");
    const auto page = read_sign_in_log(
        database(), {.outcome = SignInOutcome::wrong_password, .login_name = "zhang"}, operating());
    ASSERT_TRUE(page.has_value());
    ASSERT_EQ(page->total, 1);
    EXPECT_EQ(page->entries[0].address, "192.0.2.7");
    EXPECT_EQ(page->entries[0].user_agent, "Browser/1");
    EXPECT_EQ(page->entries[0].display_name, "张某");
    const auto later_days = read_sign_in_log(database(), {.from = noon.date().next()}, operating());
    EXPECT_EQ(later_days->total, 0);
    const auto that_day = read_sign_in_log(
        database(), {.from = noon.date(), .to = noon.date(), .offset = 1}, operating());
    EXPECT_EQ(that_day->total, 2);
    EXPECT_EQ(that_day->entries.size(), 1U);
    EXPECT_EQ(that_day->entries[0].login_name, "");
}

TEST_P(SigningIn, through_an_identity_service_needs_an_account_of_that_subject) {
    const auto zhang = bare_account("zhang");
    EXPECT_EQ(refusal_of(sign_in_as(desk(), "subject-1", office, noon)), "people.sign_in_refused");
    AccountChange change;
    change.identity_subject = "subject-1";
    ASSERT_TRUE(change_account(desk(), zhang.public_id, 1, change, operating(), noon).has_value());
    const auto done = sign_in_as(desk(), "subject-1", office, noon);
    ASSERT_TRUE(done.has_value());
    EXPECT_EQ(done->state, SessionState::full);
}

}  // namespace
}  // namespace gk::people
