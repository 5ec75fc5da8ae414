// Signing in over HTTP: cookies, tokens, what is due, what is refused.
#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/one_time_code.hpp"
#include "people/password_service.hpp"
#include "web/office/signed_in_fixture.hpp"

namespace gk::web::office {
namespace {

using api::problem_codes;
using people::Role;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class SessionRows : public SignedInFixture {
protected:
    std::string state() {
        return std::string(std::string_view(who_am_i().at("state").as_string()));
    }

    // The bytes of what is shown to be typed into an app.
    static std::string secret_of(std::string_view shown) {
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

    std::string code_body(const std::string& secret) {
        return R"({"code":")" + people::code_at(secret, people::step_of(clock_.now())) + R"("})";
    }

    // Binds an app; returns its secret.
    std::string bind() {
        const auto begun = client_->post("/api/v1/session/second-factor/enrolment", "");
        EXPECT_EQ(begun.status, 200);
        const auto secret =
            secret_of(std::string_view(api::json_of(begun).at("secret").as_string()));
        const auto confirmed =
            keep(client_->post("/api/v1/session/second-factor/confirmation", code_body(secret)));
        EXPECT_EQ(confirmed.status, 200);
        return secret;
    }
};

GK_ON_BOTH_DATABASES(SessionRows);

TEST_P(SessionRows, sign_in_with_a_cookie_that_no_script_reads) {
    account("zhang", Role::clerk);
    EXPECT_EQ(state(), "signed_out");
    const auto done = sign_in("zhang");
    EXPECT_EQ(done.status, 204);
    std::vector<std::string> lines;
    for (const auto& [name, line] : done.headers.all()) {
        if (name == "Set-Cookie") {
            lines.push_back(line);
        }
    }
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_THAT(lines[0], testing::StartsWith("gongkai="));
    EXPECT_THAT(lines[0], HasSubstr("; HttpOnly; SameSite=Lax"));
    EXPECT_THAT(lines[1], testing::StartsWith("gongkai-device="));
    EXPECT_THAT(lines[1], HasSubstr("; HttpOnly; SameSite=Strict"));
    const auto who = who_am_i();
    EXPECT_EQ(who.at("state"), "full");
    EXPECT_EQ(who.at("login_name"), "zhang");
    const auto& here = who.at("agencies").at(0);
    EXPECT_EQ(here.at("code"), "lihe");
    EXPECT_EQ(here.at("role_words"), "公开工作机构经办人");
    EXPECT_THAT(boost::json::serialize(here.at("permissions")), HasSubstr("case_register"));
    EXPECT_THAT(boost::json::serialize(here.at("permissions")), Not(HasSubstr("case_sign")));
}

TEST_P(SessionRows, answer_unknown_names_and_wrong_passwords_alike) {
    account("zhang");
    const auto wrong = sign_in("zhang", "Wrong-pass-1");
    const auto unknown = sign_in("nobody", "Wrong-pass-1");
    EXPECT_EQ(wrong.status, 403);
    EXPECT_EQ(unknown.status, 403);
    EXPECT_THAT(problem_codes(wrong), ElementsAre("people.sign_in_refused"));
    EXPECT_THAT(problem_codes(unknown), ElementsAre("people.sign_in_refused"));
    EXPECT_EQ(unknown.headers.count("Set-Cookie"), 0U);
}

TEST_P(SessionRows, put_off_who_guesses_and_who_comes_when_it_is_busy) {
    account("zhang");
    for (int i = 0; i < 6; ++i) {
        sign_in("zhang", "Wrong-pass-1");
    }
    EXPECT_EQ(sign_in("zhang").status, 429);
    const auto one = hasher_->take_place();
    const auto two = hasher_->take_place();
    EXPECT_EQ(sign_in("wang").status, 503);
}

TEST_P(SessionRows, give_every_sign_in_a_token_of_its_own) {
    account("zhang");
    client_->set_header("Cookie", "gongkai=0123456789abcdef");
    sign_in("zhang");
    const auto first = cookie("gongkai");
    EXPECT_NE(first, "0123456789abcdef");
    EXPECT_EQ(first.size(), 64U);
    sign_in("zhang");
    EXPECT_NE(cookie("gongkai"), first);
}

TEST_P(SessionRows, end_the_session_with_signing_out) {
    account("zhang");
    sign_in("zhang");
    const auto token = cookie("gongkai");
    const auto out = keep(client_->del("/api/v1/session"));
    EXPECT_EQ(out.status, 204);
    EXPECT_EQ(cookie("gongkai"), "");
    EXPECT_EQ(state(), "signed_out");
    client_->set_header("Cookie", "gongkai=" + token);
    EXPECT_EQ(state(), "signed_out");
}

TEST_P(SessionRows, ask_for_the_second_factor_and_change_the_token_with_it) {
    account("zhang", Role::clerk);
    sign_in("zhang");
    const auto before = cookie("gongkai");
    const auto secret = bind();
    EXPECT_NE(cookie("gongkai"), before);
    EXPECT_EQ(state(), "full");
    new_browser();
    clock_.set(Moment{clock_.now().utc_ms + 60'000});
    sign_in("zhang");
    EXPECT_EQ(state(), "second_factor_pending");
    EXPECT_EQ(cookie("gongkai-device"), "");
    EXPECT_TRUE(who_am_i().at("agencies").as_array().empty());
    EXPECT_EQ(client_->get("/api/v1/session/sessions").status, 401);
    EXPECT_THAT(
        problem_codes(client_->post("/api/v1/session/second-factor", R"({"code":"000000"})")),
        ElementsAre("people.second_factor_refused at code"));
    const auto pending = cookie("gongkai");
    EXPECT_EQ(keep(client_->post("/api/v1/session/second-factor", code_body(secret))).status, 204);
    EXPECT_NE(cookie("gongkai"), pending);
    EXPECT_EQ(state(), "full");
    EXPECT_EQ(client_->get("/api/v1/session/sessions").status, 200);
    EXPECT_EQ(
        client_->post("/api/v1/session/second-factor/removal", R"({"password":"Moon-gate-2026"})")
            .status,
        204);
}

TEST_P(SessionRows, show_the_second_factor_and_renew_its_recovery_codes) {
    account("zhang");
    sign_in("zhang");
    const auto path = "/api/v1/session/second-factor";
    const auto codes_path = "/api/v1/session/second-factor/recovery-codes";
    EXPECT_FALSE(api::json_of(client_->get(path)).as_object().at("is_required").as_bool());
    EXPECT_TRUE(api::json_of(client_->get(path)).at("since").is_null());
    const auto secret = bind();
    EXPECT_EQ(api::json_of(client_->get(path)).at("since"), clock_.now().iso().c_str());
    EXPECT_THAT(problem_codes(client_->post(codes_path, R"({"code":"000000"})")),
                ElementsAre("people.app_code_refused at code"));
    clock_.set(Moment{clock_.now().utc_ms + 60'000});
    const auto renewed = client_->post(codes_path, code_body(secret));
    EXPECT_EQ(renewed.headers.get("Cache-Control"), "no-store");
    EXPECT_EQ(api::json_of(renewed).at("recovery_codes").as_array().size(), 10U);
    EXPECT_EQ(api::json_of(client_->get(path)).at("recovery_codes_left"), 10);
}

TEST_P(SessionRows, show_the_picture_of_an_enrolment_to_its_session_alone) {
    account("zhang");
    EXPECT_EQ(client_->get("/api/v1/session/second-factor/picture").status, 401);
    sign_in("zhang");
    EXPECT_THAT(problem_codes(client_->get("/api/v1/session/second-factor/picture")),
                ElementsAre("people.second_factor_none"));
    client_->post("/api/v1/session/second-factor/enrolment", "");
    const auto picture = client_->get("/api/v1/session/second-factor/picture");
    EXPECT_EQ(picture.headers.get("Content-Type"), "image/svg+xml");
    EXPECT_EQ(picture.headers.get("Cache-Control"), "no-store");
    EXPECT_THAT(picture.body, testing::StartsWith("<svg "));
}

TEST_P(SessionRows, take_no_change_without_the_token_of_the_session) {
    account("zhang");
    sign_in("zhang");
    const auto body = R"({"current_password":"Moon-gate-2026","new_password":"Another-2027"})";
    client_->set_header("X-CSRF-Token", "");
    EXPECT_THAT(problem_codes(client_->post("/api/v1/session/password", body)),
                ElementsAre("web.csrf_token_wrong"));
    client_->set_header("X-CSRF-Token", std::string(64, '0'));
    EXPECT_THAT(problem_codes(client_->post("/api/v1/session/password", body)),
                ElementsAre("web.csrf_token_wrong"));
    keep({});
    EXPECT_EQ(client_->post("/api/v1/session/password", body).status, 204);
}

TEST_P(SessionRows, take_no_sign_in_from_another_site) {
    account("zhang");
    client_->set_header("Sec-Fetch-Site", "cross-site");
    EXPECT_THAT(problem_codes(client_->post(
                    "/api/v1/session", R"({"login_name":"zhang","password":"Moon-gate-2026"})")),
                ElementsAre("web.cross_site"));
}

TEST_P(SessionRows, take_no_field_that_nobody_asked_for) {
    account("zhang");
    const auto extra =
        client_->post("/api/v1/session",
                      R"({"login_name":"zhang","password":"Moon-gate-2026","role":"signatory"})");
    EXPECT_THAT(problem_codes(extra), ElementsAre("web.field_unknown at role"));
}

TEST_P(SessionRows, change_the_password_that_is_due_and_open_the_session) {
    account("zhang", Role::clerk);
    clock_.set(Moment{clock_.now().utc_ms + std::int64_t{91} * 24 * 3'600'000});
    sign_in("zhang");
    EXPECT_EQ(state(), "password_change_due");
    EXPECT_EQ(client_->get("/api/v1/session/sessions").status, 401);
    EXPECT_THAT(problem_codes(client_->post(
                    "/api/v1/session/password",
                    R"({"current_password":"Moon-gate-2026","new_password":"short"})")),
                ElementsAre("people.password_too_short at new_password",
                            "people.password_too_plain at new_password"));
    EXPECT_EQ(client_
                  ->post("/api/v1/session/password",
                         R"({"current_password":"Moon-gate-2026","new_password":"Another-2027"})")
                  .status,
              204);
    EXPECT_EQ(state(), "full");
}

TEST_P(SessionRows, set_a_password_with_a_link_once) {
    const auto id = account("zhang");
    const auto link = people::issue_link(*desk_, id, "忘记密码", people::operator_named("cli:test"),
                                         clock_.now());
    const auto body = R"({"token":")" + link->token + R"(","new_password":"Another-2027"})";
    EXPECT_EQ(client_->post("/api/v1/one-time-links", body).status, 204);
    EXPECT_THAT(problem_codes(client_->post("/api/v1/one-time-links", body)),
                ElementsAre("people.link_over"));
    EXPECT_EQ(sign_in("zhang", "Another-2027").status, 204);
}

TEST_P(SessionRows, list_and_end_the_sessions_of_oneself) {
    account("zhang");
    sign_in("zhang");
    const auto first = cookie("gongkai");
    new_browser();
    sign_in("zhang");
    const auto listed = api::json_of(client_->get("/api/v1/session/sessions"));
    const auto& items = listed.at("items").as_array();
    ASSERT_EQ(items.size(), 2U);
    for (const auto& item : items) {
        if (!item.at("is_current").as_bool()) {
            const std::string id(std::string_view(item.at("id").as_string()));
            EXPECT_EQ(client_->post("/api/v1/sessions/" + id + "/actions/end", "").status, 204);
            EXPECT_EQ(client_->post("/api/v1/sessions/" + id + "/actions/end", "").status, 404);
        }
    }
    EXPECT_EQ(state(), "full");
    client_->set_header("Cookie", "gongkai=" + first);
    EXPECT_EQ(state(), "signed_out");
}

}  // namespace
}  // namespace gk::web::office
