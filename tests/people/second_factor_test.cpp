#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.hpp"
#include "base/hex.hpp"
#include "people/desk.hpp"
#include "people/one_time_code.hpp"
#include "people/role_store.hpp"
#include "people/second_factor_service.hpp"
#include "people/sign_in_delay.hpp"
#include "people/sign_in_service.hpp"

namespace gk::people {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::HasSubstr;

// RFC 6238, appendix B, of eight digits the last six.
TEST(OneTimeCode, is_that_of_the_standard) {
    const std::string secret = "12345678901234567890";
    const auto at = [&](std::int64_t second) {
        return code_at(secret, step_of(Moment{second * 1000}));
    };
    EXPECT_EQ(at(59), "287082");
    EXPECT_EQ(at(1111111109), "081804");
    EXPECT_EQ(at(1234567890), "005924");
    EXPECT_EQ(at(20000000000), "353130");
}

TEST(OneTimeCode, is_taken_half_a_minute_early_or_late_and_once) {
    const std::string secret = "12345678901234567890";
    const auto step = step_of(noon);
    const auto code = code_at(secret, step);
    EXPECT_EQ(matching_step(secret, code, noon, 0), step);
    EXPECT_EQ(matching_step(secret, code, later(seconds(30)), 0), step);
    EXPECT_EQ(matching_step(secret, code, later(seconds(-30)), 0), step);
    EXPECT_EQ(matching_step(secret, code, later(seconds(60)), 0), std::nullopt);
    EXPECT_EQ(matching_step(secret, code, noon, step), std::nullopt);
    EXPECT_EQ(matching_step(secret, "", noon, 0), std::nullopt);
}

// RFC 4648, section 10.
TEST(Base32, is_that_of_the_standard) {
    EXPECT_EQ(base32(""), "");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32("foob"), "MZXW6YQ");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

TEST(HmacSha1, is_that_of_the_standard) {
    EXPECT_EQ(to_hex(hmac_sha1("Jefe", "what do ya want for nothing?")),
              "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
}

TEST(OtpauthUri, names_the_issuer_and_the_account) {
    EXPECT_EQ(otpauth_uri("公开", "zhang", "foobar"),
              "otpauth://totp/%E5%85%AC%E5%BC%80:zhang?secret=MZXW6YTBOI"
              "&issuer=%E5%85%AC%E5%BC%80");
}

TEST(QrSvg, is_a_square_of_black_on_white) {
    const auto svg = qr_svg("otpauth://totp/a");
    EXPECT_TRUE(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 33 33\""));
    EXPECT_THAT(svg, HasSubstr("M4 4h7v1h-7z"));
    EXPECT_TRUE(svg.ends_with("</svg>"));
}

class SecondFactor : public AccountTest {
protected:
    // The bytes of what is shown to be typed into an app.
    static std::string secret_of(const std::string& shown) {
        std::string bytes;
        unsigned buffer = 0;
        unsigned bits = 0;
        for (const char c : shown) {
            buffer = buffer << 5U | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes += static_cast<char>((buffer >> bits) & 0xFFU);
            }
        }
        return bytes;
    }

    static std::string code_of(const std::string& secret, Moment at) {
        return code_at(secret, step_of(at));
    }

    Enrolled enrol(const SignedIn& session) {
        const auto enrolment = begin_enrolment(desk(), session.token, "公开", noon);
        EXPECT_EQ(refusal_of(enrolment), "done");
        secret_ = secret_of(enrolment->secret);
        auto enrolled =
            confirm_enrolment(desk(), session.token, code_of(secret_, noon), office, noon);
        EXPECT_EQ(refusal_of(enrolled), "done");
        return *std::move(enrolled);
    }

    std::string prove(const SignedIn& session, std::string_view code, Moment at) {
        return refusal_of(prove_second_factor(desk(), session.token, code, office, at));
    }

    std::string secret_;
};

GK_ON_BOTH_DATABASES(SecondFactor);

TEST_P(SecondFactor, is_bound_with_a_code_and_moves_the_session_to_a_new_token) {
    const auto zhang = account("zhang");
    const auto session = signed_in("zhang");
    const auto enrolment = begin_enrolment(desk(), session.token, "公开", noon);
    ASSERT_TRUE(enrolment.has_value());
    EXPECT_THAT(enrolment->uri, HasSubstr("secret=" + enrolment->secret));
    EXPECT_EQ(refusal_of(confirm_enrolment(desk(), session.token, "000000", office, noon)),
              "people.app_code_refused code");
    const auto code = code_of(secret_of(enrolment->secret), noon);
    const auto enrolled = confirm_enrolment(desk(), session.token, code, office, noon);
    ASSERT_TRUE(enrolled.has_value());
    EXPECT_EQ(enrolled->recovery_codes.size(), 10U);
    EXPECT_EQ(enrolled->recovery_codes[0].size(), 19U);
    EXPECT_EQ(refusal_of(actor_of_session(database(), session.token, noon)), "people.session_over");
    EXPECT_EQ(actor_of(enrolled->signed_in).state, SessionState::full);
    EXPECT_EQ(refusal_of(begin_enrolment(desk(), enrolled->signed_in.token, "公开", noon)),
              "people.second_factor_there");
    EXPECT_THAT(trail_of("account", zhang.public_id),
                testing::Contains("account.bind_second_factor user:zhang"));
}

TEST_P(SecondFactor, is_asked_for_after_the_password_and_only_then_is_the_session_full) {
    account("zhang");
    enrol(signed_in("zhang"));
    const auto at = later(minutes(1));
    const auto pending = signed_in("zhang", at);
    EXPECT_EQ(pending.state, SessionState::second_factor_pending);
    EXPECT_EQ(pending.device_token, "");
    EXPECT_FALSE(actor_of(pending, at).actor.may(Permission::sign_in));
    EXPECT_EQ(refusal_of(begin_enrolment(desk(), pending.token, "公开", at)),
              "people.session_incomplete");
    const auto done = prove_second_factor(desk(), pending.token, code_of(secret_, at), office, at);
    ASSERT_TRUE(done.has_value());
    EXPECT_EQ(done->state, SessionState::full);
    EXPECT_NE(done->token, pending.token);
    EXPECT_EQ(refusal_of(actor_of_session(database(), pending.token, at)), "people.session_over");
    EXPECT_TRUE(actor_of(*done, at).actor.may(Permission::sign_in));
    EXPECT_EQ(prove(*done, code_of(secret_, at), at), "people.session_over");
}

TEST_P(SecondFactor, takes_no_code_twice) {
    account("zhang");
    enrol(signed_in("zhang"));
    EXPECT_EQ(prove(signed_in("zhang"), code_of(secret_, noon), noon),
              "people.second_factor_refused code");
    const auto at = later(seconds(30));
    EXPECT_EQ(prove(signed_in("zhang", at), code_of(secret_, at), at), "done");
    EXPECT_EQ(prove(signed_in("zhang", at), code_of(secret_, at), at),
              "people.second_factor_refused code");
}

TEST_P(SecondFactor, takes_a_recovery_code_once_however_it_is_typed) {
    account("zhang");
    const auto enrolled = enrol(signed_in("zhang"));
    auto typed = enrolled.recovery_codes[3];
    typed[4] = ' ';
    EXPECT_EQ(prove(signed_in("zhang"), typed, noon), "done");
    EXPECT_EQ(prove(signed_in("zhang"), typed, noon), "people.second_factor_refused code");
    const auto whose = actor_of(enrolled.signed_in);
    EXPECT_EQ(second_factor_state(database(), whose.account, noon.date()).recovery_codes_left, 9);
}

TEST_P(SecondFactor, has_new_recovery_codes_for_a_code_of_the_app_and_the_old_ones_are_void) {
    const auto zhang = account("zhang");
    const auto session = signed_in("zhang");
    EXPECT_EQ(refusal_of(renew_recovery_codes(desk(), session.token, "000000", noon)),
              "people.second_factor_none");
    const auto enrolled = enrol(session);
    const auto& token = enrolled.signed_in.token;
    const auto at = later(minutes(1));
    EXPECT_EQ(refusal_of(renew_recovery_codes(desk(), token, enrolled.recovery_codes[0], at)),
              "people.app_code_refused code");
    EXPECT_EQ(prove(signed_in("zhang", at), enrolled.recovery_codes[0], at), "done");
    const auto renewed = renew_recovery_codes(desk(), token, code_of(secret_, at), at);
    ASSERT_TRUE(renewed.has_value());
    EXPECT_EQ(renewed->size(), 10U);
    EXPECT_EQ(second_factor_state(database(), zhang.id, at.date()).recovery_codes_left, 10);
    EXPECT_EQ(refusal_of(renew_recovery_codes(desk(), token, code_of(secret_, at), at)),
              "people.app_code_refused code");
    EXPECT_EQ(prove(signed_in("zhang", at), enrolled.recovery_codes[1], at),
              "people.second_factor_refused code");
    EXPECT_EQ(prove(signed_in("zhang", at), renewed->front(), at), "done");
    EXPECT_THAT(trail_of("account", zhang.public_id),
                testing::Contains("account.renew_recovery_codes user:zhang"));
}

TEST_P(SecondFactor, has_no_new_recovery_codes_for_who_guesses) {
    account("zhang");
    const auto token = enrol(signed_in("zhang")).signed_in.token;
    for (int i = 0; i <= account_delay.free_failures; ++i) {
        EXPECT_EQ(refusal_of(renew_recovery_codes(desk(), token, "000000", noon)),
                  "people.app_code_refused code");
    }
    EXPECT_EQ(refusal_of(renew_recovery_codes(desk(), token, "000000", noon)),
              "people.sign_in_delayed");
}

TEST_P(SecondFactor, is_seen_by_its_holder_with_what_is_left) {
    const auto zhang = account("zhang");
    const auto before = second_factor_state(database(), zhang.id, noon.date());
    EXPECT_EQ(before.since, std::nullopt);
    EXPECT_FALSE(before.is_required);
    EXPECT_EQ(before.recovery_codes_left, 0);
    enrol(signed_in("zhang"));
    const auto bound = second_factor_state(database(), zhang.id, noon.date());
    EXPECT_EQ(bound.since, noon);
    EXPECT_EQ(bound.recovery_codes_left, 10);
}

TEST_P(SecondFactor, ends_the_session_after_five_wrong_codes_and_delays_the_next) {
    account("zhang");
    enrol(signed_in("zhang"));
    const auto pending = signed_in("zhang");
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(prove(pending, "000000", noon), "people.second_factor_refused code");
    }
    EXPECT_EQ(prove(pending, "000000", noon), "people.session_over");
    const auto next = signed_in("zhang");
    EXPECT_EQ(prove(next, "000000", noon), "people.second_factor_refused code");
    EXPECT_EQ(prove(next, "000000", noon), "people.sign_in_delayed");
}

TEST_P(SecondFactor, is_removed_by_its_holder_with_the_password) {
    account("zhang");
    const auto session = enrol(signed_in("zhang")).signed_in;
    EXPECT_EQ(refusal_of(remove_second_factor(desk(), session.token, "Wrong-pass-1", noon)),
              "people.password_wrong password");
    EXPECT_EQ(refusal_of(remove_second_factor(desk(), session.token, good_password, noon)), "done");
    EXPECT_EQ(refusal_of(remove_second_factor(desk(), session.token, good_password, noon)),
              "people.second_factor_none");
    EXPECT_EQ(refusal_of(confirm_enrolment(desk(), session.token, "000000", office, noon)),
              "people.second_factor_none");
    EXPECT_EQ(signed_in("zhang").state, SessionState::full);
}

TEST_P(SecondFactor, that_is_lost_is_reset_with_a_reason_and_ends_every_session) {
    const auto zhang = account("zhang");
    EXPECT_EQ(refusal_of(reset_second_factor(desk(), zhang.public_id, "丢失", operating(), noon)),
              "people.second_factor_none");
    const auto session = enrol(signed_in("zhang")).signed_in;
    EXPECT_EQ(refusal_of(reset_second_factor(desk(), zhang.public_id, "", operating(), noon)),
              "people.reason_blank reason");
    EXPECT_EQ(refusal_of(reset_second_factor(desk(), zhang.public_id, "丢失", operating(), noon)),
              "done");
    EXPECT_EQ(refusal_of(actor_of_session(database(), session.token, noon)), "people.session_over");
    EXPECT_EQ(signed_in("zhang").state, SessionState::full);
    EXPECT_THAT(trail_of("account", zhang.public_id),
                testing::Contains("account.reset_second_factor cli:root"));
}

TEST_P(SecondFactor, of_another_is_not_reset_by_who_looks_after_accounts_only) {
    const auto zhang = account("zhang");
    enrol(signed_in("zhang"));
    const Actor admin{.name = "user:admin",
                      .account = Id<Account>{9999},
                      .held_roles = {{.role = Role::system_administrator, .agency = zhang.agency}}};
    EXPECT_EQ(refusal_of(reset_second_factor(desk(), zhang.public_id, "丢失", admin, noon)),
              "people.not_permitted");
}

TEST_P(SecondFactor, rules_are_set_and_seen_by_who_assigns_roles) {
    EXPECT_EQ(refusal_of(set_second_factor_rule(database(), "xigebi", Role::clerk,
                                                Requirement::required, everyone(), noon)),
              "people.not_permitted");
    EXPECT_EQ(refusal_of(list_second_factor_rules(database(), "xigebi", everyone())),
              "people.not_permitted");
    for (const auto& role : {std::optional<Role>(), std::optional(Role::clerk)}) {
        EXPECT_EQ(refusal_of(set_second_factor_rule(database(), "xigebi", role,
                                                    Requirement::required, operating(), noon)),
                  "done");
    }
    EXPECT_EQ(list_second_factor_rules(database(), "xigebi", operating())->size(), 2U);
    EXPECT_EQ(refusal_of(set_second_factor_rule(database(), "xigebi", std::nullopt,
                                                Requirement::waived, operating(), noon)),
              "done");
    const auto rules = list_second_factor_rules(database(), "xigebi", operating());
    ASSERT_EQ(rules->size(), 1U);
    EXPECT_EQ(rules->front().role, Role::clerk);
}

TEST_P(SecondFactor, that_a_role_asks_for_is_bound_before_anything_else_and_stays) {
    const auto zhang = account("zhang");
    database().write([&](store::Transaction& transaction) {
        static_cast<void>(insert_holding(transaction, {.id = {},
                                                       .public_id = "holding",
                                                       .account = zhang.id,
                                                       .role = Role::clerk,
                                                       .agency = zhang.agency,
                                                       .valid_from = noon.date()}));
    });
    ASSERT_TRUE(set_second_factor_rule(database(), "xigebi", Role::clerk, Requirement::required,
                                       operating(), noon)
                    .has_value());
    const auto session = signed_in("zhang");
    EXPECT_EQ(session.state, SessionState::enrolment_due);
    EXPECT_FALSE(actor_of(session).actor.may(Permission::case_read));
    const auto bound = enrol(session).signed_in;
    EXPECT_EQ(bound.state, SessionState::full);
    EXPECT_TRUE(actor_of(bound).actor.may(Permission::case_read, zhang.agency));
    EXPECT_TRUE(second_factor_state(database(), zhang.id, noon.date()).is_required);
    EXPECT_EQ(refusal_of(remove_second_factor(desk(), bound.token, good_password, noon)),
              "people.second_factor_required");
}

}  // namespace
}  // namespace gk::people
