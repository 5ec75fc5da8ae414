#include <future>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/desk.hpp"
#include "people/password_service.hpp"

namespace gk::people {
namespace {

using std::chrono::hours;

std::string codes_of(const std::vector<Problem>& problems) {
    std::string codes;
    for (const auto& problem : problems) {
        codes += (codes.empty() ? "" : ", ") + problem.code;
    }
    return codes;
}

TEST(PasswordPolicy, wants_length_and_classes_and_not_the_login_name) {
    const PasswordPolicy policy;
    const auto check = [&](std::string_view password) {
        return codes_of(password_problems(policy, password, "zhang"));
    };
    EXPECT_EQ(check("Xi-gebi-2023"), "");
    EXPECT_EQ(check("Xi-gebi-2"), "people.password_too_short");
    EXPECT_EQ(check("xigebizhen2023"), "people.password_too_plain");
    EXPECT_EQ(check("密码密码密码密码密码aA"), "");
    EXPECT_EQ(check("My-ZHANG-2023"), "people.password_holds_login_name");
    EXPECT_EQ(check("ab"), "people.password_too_short, people.password_too_plain");
    EXPECT_EQ(check(std::string(257, 'a')), "people.password_too_long");
}

TEST(PasswordPolicy, says_in_words_what_it_wants) {
    EXPECT_EQ(in_words({.length_min = 8, .classes_min = 2, .history = 0, .age_days_max = 0}),
              "至少8个字符，包含小写字母、大写字母、数字、其他符号中的至少2类，不含登录名。");
    EXPECT_THAT(in_words({}), testing::HasSubstr("不与最近5次用过的相同；每90天更换一次"));
}

TEST(PasswordPolicy, counts_days_of_age_and_none_where_age_does_not_matter) {
    const auto after = [](int days) { return later(hours(24 * days)); };
    EXPECT_FALSE(is_password_too_old({}, noon, after(90)));
    EXPECT_TRUE(is_password_too_old({}, noon, after(91)));
    EXPECT_FALSE(is_password_too_old({.age_days_max = 0}, noon, after(9000)));
    EXPECT_FALSE(is_password_too_old({}, std::nullopt, noon));
}

TEST(PasswordHasher, knows_the_password_of_a_hash_and_no_other) {
    PasswordHasher hasher({.memory_bytes = 64 * 1024, .passes = 1, .niceness = 0});
    const auto place = hasher.take_place();
    ASSERT_TRUE(place.has_value());
    const auto hash = place->hash("secret");
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_NE(hash, place->hash("secret"));
    EXPECT_TRUE(place->is_of(hash, "secret"));
    EXPECT_FALSE(place->is_of(hash, "Secret"));
    EXPECT_FALSE(place->is_of("", "nobody"));
}

TEST(PasswordHasher, by_default_takes_64_mebibytes_and_two_passes) {
    PasswordHasher hasher({});
    EXPECT_THAT(hasher.take_place()->hash("secret"), testing::HasSubstr("$m=65536,t=2,p=1$"));
}

TEST(PasswordHasher, refuses_who_comes_when_all_places_are_taken) {
    PasswordHasher hasher(
        {.at_once = 1, .waiting_max = 1, .memory_bytes = 64 * 1024, .passes = 1, .niceness = 0});
    auto first = std::make_optional(hasher.take_place());
    const auto second = hasher.take_place();
    const auto third = hasher.take_place();
    EXPECT_EQ(refusal_of(*first), "done");
    EXPECT_EQ(refusal_of(second), "done");
    EXPECT_EQ(refusal_of(third), "people.sign_in_busy");
    first.reset();
    EXPECT_EQ(refusal_of(hasher.take_place()), "done");
}

class Passwords : public AccountTest {
protected:
    std::string change(const SignedIn& session, std::string_view from, std::string_view to,
                       Moment at = noon) {
        return refusal_of(change_password(desk(), session.token, from, to, at));
    }
};

GK_ON_BOTH_DATABASES(Passwords);

TEST_P(Passwords, are_changed_by_their_holder_and_end_the_other_sessions) {
    account("zhang");
    const auto here = signed_in("zhang");
    const auto there = signed_in("zhang");
    EXPECT_EQ(change(here, good_password, "Another-2024"), "done");
    EXPECT_EQ(refusal_of(actor_of_session(database(), here.token, noon)), "done");
    EXPECT_EQ(refusal_of(actor_of_session(database(), there.token, noon)), "people.session_over");
    EXPECT_EQ(refusal_of(sign_in(desk(), "zhang", good_password, office, noon)),
              "people.sign_in_refused");
    EXPECT_EQ(refusal_of(sign_in(desk(), "zhang", "Another-2024", office, noon)), "done");
}

TEST_P(Passwords, are_changed_with_the_one_of_before_only) {
    account("zhang");
    const auto session = signed_in("zhang");
    EXPECT_EQ(change(session, "Wrong-pass-1", "Another-2024"),
              "people.password_wrong old_password");
    EXPECT_EQ(change(session, good_password, "short"),
              "people.password_too_short new_password, people.password_too_plain new_password");
    for (int i = 0; i < 6; ++i) {
        static_cast<void>(change(session, "Wrong-pass-1", "Another-2024"));
    }
    EXPECT_EQ(change(session, good_password, "Another-2024"), "people.sign_in_delayed");
    EXPECT_EQ(change({.token = "none", .device_token = {}}, good_password, "Another-2024"),
              "people.session_over");
}

TEST_P(Passwords, that_were_used_of_late_do_not_come_back) {
    account("zhang");
    const auto session = signed_in("zhang");
    EXPECT_EQ(change(session, good_password, good_password),
              "people.password_used_before new_password");
    std::string present = good_password;
    for (int i = 0; i < 5; ++i) {
        const auto next = "Another-202" + std::to_string(i);
        ASSERT_EQ(change(session, present, next), "done");
        present = next;
    }
    EXPECT_EQ(change(session, present, "Another-2020"), "people.password_used_before new_password");
    EXPECT_EQ(change(session, present, good_password), "done");
}

TEST_P(Passwords, that_are_too_old_are_changed_before_anything_else) {
    account("zhang");
    const auto at = later(hours(24 * 91));
    const auto session = signed_in("zhang", at);
    ASSERT_EQ(session.state, SessionState::password_change_due);
    const auto state = change_password(desk(), session.token, good_password, "Another-2024", at);
    ASSERT_TRUE(state.has_value());
    EXPECT_EQ(*state, SessionState::full);
    EXPECT_TRUE(actor_of(session, at).actor.may(Permission::sign_in));
}

TEST_P(Passwords, are_set_with_a_link_once) {
    const auto zhang = bare_account("zhang");
    const auto link = issue_link(desk(), zhang.public_id, "首次使用", operating(), noon);
    ASSERT_TRUE(link.has_value());
    EXPECT_EQ(link->token.size(), 64U);
    EXPECT_EQ(refusal_of(use_link(desk(), link->token, "short", noon)),
              "people.password_too_short new_password, people.password_too_plain new_password");
    EXPECT_EQ(refusal_of(use_link(desk(), link->token, good_password, noon)), "done");
    EXPECT_EQ(refusal_of(use_link(desk(), link->token, "Another-2024", noon)), "people.link_over");
    EXPECT_THAT(trail_of("account", zhang.public_id),
                testing::ElementsAre("account.create cli:root", "account.issue_link cli:root",
                                     "account.use_link user:zhang"));
}

TEST_P(Passwords, are_not_set_with_a_link_that_is_old_replaced_or_of_an_account_that_ended) {
    const auto zhang = bare_account("zhang");
    const auto use = [&](const Result<OneTimeLink>& link, Moment at) {
        return refusal_of(use_link(desk(), link->token, good_password, at));
    };
    const auto first = issue_link(desk(), zhang.public_id, "首次使用", operating(), noon);
    const auto second = issue_link(desk(), zhang.public_id, "首次使用", operating(), noon);
    EXPECT_EQ(use(first, noon), "people.link_over");
    EXPECT_EQ(use(second, later(hours(24))), "people.link_over");
    ASSERT_TRUE(end_account(desk(), zhang.public_id, "退休", operating(), noon).has_value());
    EXPECT_EQ(use(second, noon), "people.link_over");
    EXPECT_EQ(refusal_of(issue_link(desk(), zhang.public_id, "忘记", operating(), noon)),
              "people.account_state_wrong");
}

TEST_P(Passwords, that_are_lost_come_back_with_a_link_and_end_every_session) {
    const auto zhang = account("zhang");
    const auto session = signed_in("zhang");
    for (int i = 0; i < 6; ++i) {
        static_cast<void>(sign_in(desk(), "zhang", "Wrong-pass-1", office, noon));
    }
    EXPECT_EQ(refusal_of(issue_link(desk(), zhang.public_id, " ", operating(), noon)),
              "people.reason_blank reason");
    const auto link = issue_link(desk(), zhang.public_id, "忘记密码", operating(), noon);
    EXPECT_EQ(refusal_of(use_link(desk(), link->token, "Another-2024", noon)), "done");
    EXPECT_EQ(refusal_of(actor_of_session(database(), session.token, noon)), "people.session_over");
    EXPECT_EQ(refusal_of(sign_in(desk(), "zhang", "Another-2024", office, noon)), "done");
}

}  // namespace
}  // namespace gk::people
