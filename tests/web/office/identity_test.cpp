// Signing in through an identity service, against one that runs here.
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.hpp"
#include "base/hex.hpp"
#include "people/account_service.hpp"
#include "web/application.hpp"
#include "web/http/target.hpp"
#include "web/office/base64url.hpp"
#include "web/office/identity_routes.hpp"
#include "web/office/identity_service.hpp"
#include "web/office/signed_in_fixture.hpp"

namespace gk::web::office {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Base64url, is_that_of_the_standard) {
    EXPECT_EQ(to_base64url("foobar"), "Zm9vYmFy");
    EXPECT_EQ(to_base64url("\xFB\xFF\xFE"), "-__-");
    EXPECT_EQ(from_base64url("Zm8"), "fo");
    EXPECT_EQ(from_base64url("Zm8="), std::nullopt);
}

Response json_response(const boost::json::object& body) {
    Response response;
    response.headers.set("Content-Type", "application/json");
    response.body = boost::json::serialize(body);
    return response;
}

// Says who it is for every code, with the claims that the test sets.
class FakeService {
public:
    FakeService() : application_(routes(), ErrorPage()), server_(options(), application_) {
        server_.start();
        claims = {
            {"iss", issuer()}, {"aud", "gongkai"}, {"sub", "subject-1"}, {"exp", 4'000'000'000}};
    }

    [[nodiscard]] std::string issuer() const {
        return fmt::format("http://127.0.0.1:{}", server_.port());
    }

    boost::json::object claims;
    std::string form;  // What was posted for the token.

private:
    static ServerOptions options() {
        ServerOptions options;
        options.port = 0;
        return options;
    }

    std::vector<Route> routes() {
        const auto discover = [this](const Request&) -> Result<Response> {
            return json_response({{"issuer", issuer()},
                                  {"authorization_endpoint", issuer() + "/authorize"},
                                  {"token_endpoint", issuer() + "/token"}});
        };
        const auto token = [this](const Request& request) -> Result<Response> {
            form = request.body;
            const auto part = to_base64url(boost::json::serialize(claims));
            return json_response({{"id_token", "e30." + part + ".c2ln"}});
        };
        return {{.method = Method::get,
                 .pattern = "/.well-known/openid-configuration",
                 .permission = people::Permission::everyone,
                 .audience = Audience::api,
                 .limits = {},
                 .handler = discover},
                {.method = Method::post,
                 .pattern = "/token",
                 .permission = people::Permission::everyone,
                 .audience = Audience::api,
                 .limits = {.body_bytes_max = 10'000},
                 .handler = token}};
    }

    Application application_;
    Server server_;
};

class Identity : public SignedInFixture {
protected:
    Identity()
        : service_(make_identity_service({.issuer = fake_.issuer(),
                                          .client_id = "gongkai",
                                          .client_secret = "secret",
                                          .return_url = "https://town.example.cn/return"})),
          attempt_(new_identity_attempt()) {
        fake_.claims["nonce"] = attempt_.nonce;
    }

    std::string subject_or_code() {
        const auto subject = service_->subject_for("code-1", attempt_, clock_.now());
        return subject ? *subject : subject.error().first().code;
    }

    FakeService fake_;
    std::unique_ptr<IdentityService> service_;
    IdentityAttempt attempt_;
};

INSTANTIATE_TEST_SUITE_P(On, Identity, testing::Values(store::Dialect::sqlite));

TEST_P(Identity, is_asked_for_with_a_challenge_that_only_the_verifier_meets) {
    const auto address = service_->address_for(attempt_);
    ASSERT_TRUE(address.has_value());
    EXPECT_THAT(*address, StartsWith(fake_.issuer() + "/authorize?response_type=code"));
    EXPECT_THAT(*address, HasSubstr("redirect_uri=https%3A%2F%2Ftown.example.cn%2Freturn"));
    EXPECT_THAT(*address, HasSubstr("state=" + attempt_.state));
    EXPECT_THAT(*address, HasSubstr("code_challenge=" +
                                    to_base64url(*from_hex(sha256_hex(attempt_.verifier)))));
    EXPECT_THAT(*address, testing::Not(HasSubstr(attempt_.verifier)));
    EXPECT_EQ(subject_or_code(), "subject-1");
    EXPECT_THAT(fake_.form, HasSubstr("code_verifier=" + attempt_.verifier));
}

TEST_P(Identity, is_refused_where_the_answer_is_not_for_us_or_not_for_this_attempt) {
    const auto with = [this](std::string_view name, const boost::json::value& value) {
        const auto claims = fake_.claims;
        fake_.claims[name] = value;
        auto answer = subject_or_code();
        fake_.claims = claims;
        return answer;
    };
    EXPECT_EQ(with("iss", "https://other.example.cn"), "office.identity_refused");
    EXPECT_EQ(with("aud", "other"), "office.identity_refused");
    EXPECT_EQ(with("aud", boost::json::array{"other", "gongkai"}), "subject-1");
    EXPECT_EQ(with("nonce", "other"), "office.identity_refused");
    EXPECT_EQ(with("exp", 1), "office.identity_refused");
    EXPECT_EQ(with("sub", ""), "office.identity_refused");
}

TEST_P(Identity, is_not_waited_for_where_nobody_answers) {
    const auto nobody = make_identity_service({.issuer = "http://127.0.0.1:1"});
    EXPECT_EQ(nobody->address_for(attempt_).error().first().code, "office.identity_unreachable");
    const auto plain = make_identity_service({.issuer = "http://id.example.cn"});
    EXPECT_EQ(plain->address_for(attempt_).error().first().code, "office.identity_unreachable");
}

// The browser goes there and comes back.
class IdentityRoutes : public Identity {
protected:
    Response ask(IdentityService* service, const std::string& target, const std::string& cookie) {
        const OfficeServices services{.database = database(),
                                      .clock = clock_,
                                      .sessions = {},
                                      .keys = *ring_,
                                      .calendar = *calendar_,
                                      .accounts = desk_.get(),
                                      .identity = service};
        api::ApiClient client({}, identity_routes(services));
        client.set_header("Cookie", cookie);
        return client.get(target);
    }
};

INSTANTIATE_TEST_SUITE_P(On, IdentityRoutes, testing::Values(store::Dialect::sqlite));

TEST_P(IdentityRoutes, sign_in_the_account_of_the_subject) {
    const auto id = account("zhang", people::Role::clerk);
    people::AccountChange change;
    change.identity_subject = "subject-1";
    const auto version =
        people::find_account(database(), id, people::operator_named("cli:test"))->version;
    ASSERT_TRUE(people::change_account(*desk_, id, version, change,
                                       people::operator_named("cli:test"), clock_.now())
                    .has_value());
    const auto left = ask(service_.get(), "/office/identity", "");
    EXPECT_EQ(left.status, 302);
    const std::string line(left.headers.get("Set-Cookie"));
    const auto cookie = line.substr(0, line.find(';'));
    const auto value = cookie.substr(cookie.find('=') + 1);
    const auto first = value.find('.');
    const auto second = value.find('.', first + 1);
    fake_.claims["nonce"] = value.substr(first + 1, second - first - 1);
    const auto target = "/office/identity/return?code=c&state=" + value.substr(0, first);
    const auto back = ask(service_.get(), target, cookie);
    EXPECT_EQ(back.status, 302);
    EXPECT_EQ(back.headers.get("Location"), "/office/");
    EXPECT_EQ(back.headers.count("Set-Cookie"), 3U);
    EXPECT_EQ(ask(service_.get(), target, "").status, 403);
    EXPECT_EQ(ask(service_.get(), "/office/identity/return?code=c&state=other", cookie).status,
              403);
    fake_.claims["sub"] = "subject-2";
    EXPECT_THAT(api::problem_codes(ask(service_.get(), target, cookie)),
                testing::ElementsAre("office.identity_unknown"));
}

TEST_P(IdentityRoutes, are_not_there_without_a_service) {
    EXPECT_THAT(api::problem_codes(ask(nullptr, "/office/identity", "")),
                testing::ElementsAre("office.identity_off"));
    EXPECT_EQ(ask(nullptr, "/office/identity/return", "").status, 404);
}

}  // namespace
}  // namespace gk::web::office
