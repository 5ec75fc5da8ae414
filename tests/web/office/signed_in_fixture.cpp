#include "web/office/signed_in_fixture.hpp"

#include <boost/json/value.hpp>

#include "base/id.hpp"
#include "people/account_service.hpp"
#include "people/key_ring.hpp"
#include "people/password_service.hpp"
#include "people/role_service.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "web/office/session_source.hpp"

namespace gk::web::office {

SignedInFixture::SignedInFixture()
    : keys_(std::filesystem::temp_directory_path() / ("gongkai_" + new_public_id())) {
    EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
    calendar_ = *calendar::LiveCalendar::open(database(), std::nullopt);
    EXPECT_TRUE(people::create_key_ring(keys_).has_value());
    for (const auto* code : {"lihe", "tianjia"}) {
        people::NewAgency agency;
        agency.code = code;
        agency.name = std::string(code) + "镇人民政府";
        agency.short_name = code;
        agency.units = {{"office", "党政办公室", people::UnitKind::disclosure_office}};
        EXPECT_TRUE(people::register_agency(database(), agency, people::operator_named("cli:test"),
                                            Moment{1}));
    }
    ring_ = std::make_unique<people::LiveKeyRing>(keys_);
    hasher_ = std::make_unique<people::PasswordHasher>(
        people::HashingLimits{.memory_bytes = 64 * 1024, .passes = 1, .niceness = 0});
    desk_ = std::make_unique<people::AccountDesk>(people::AccountDesk{
        .database = database(), .hasher = *hasher_, .keys = keys_, .settings = {}});
    const OfficeServices services{.database = database(),
                                  .clock = clock_,
                                  .sessions = session_source(database()),
                                  .keys = *ring_,
                                  .calendar = *calendar_,
                                  .accounts = desk_.get()};
    client_ = std::make_unique<api::ApiClient>(office_rows(services), office_routes(services));
}

SignedInFixture::~SignedInFixture() {
    std::filesystem::remove_all(keys_);
}

std::string SignedInFixture::account(const std::string& login_name,
                                     std::optional<people::Role> role, const std::string& agency) {
    const auto operating = people::operator_named("cli:test");
    const auto made = people::create_account(
        *desk_,
        {.login_name = login_name, .display_name = "张某", .agency_code = agency, .contact = {}},
        operating, clock_.now());
    EXPECT_TRUE(made.has_value());
    const auto link =
        people::issue_link(*desk_, made->public_id, "首次使用", operating, clock_.now());
    EXPECT_TRUE(people::use_link(*desk_, link->token, good_password, clock_.now()).has_value());
    if (role) {
        EXPECT_TRUE(people::grant_role(database(),
                                       {.account_id = made->public_id,
                                        .role = *role,
                                        .agency_code = agency,
                                        .valid_from = clock_.today()},
                                       operating, clock_.now())
                        .has_value());
    }
    return made->public_id;
}

Response SignedInFixture::keep(Response response) {
    for (const auto& [name, line] : response.headers.all()) {
        if (name == "Set-Cookie") {
            const auto equals = line.find('=');
            const auto value = line.substr(equals + 1, line.find(';') - equals - 1);
            cookies_[line.substr(0, equals)] = value;
        }
    }
    send_cookies();
    const auto session = who_am_i();
    const auto* token = session.if_contains("csrf_token");
    client_->set_header("X-CSRF-Token",
                        token != nullptr ? std::string(std::string_view(token->as_string())) : "");
    return response;
}

void SignedInFixture::send_cookies() {
    std::string line;
    for (const auto& [name, value] : cookies_) {
        line += (line.empty() ? "" : "; ") + name + "=" + value;
    }
    client_->set_header("Cookie", line);
}

Response SignedInFixture::sign_in(std::string_view login_name, std::string_view password) {
    return keep(client_->post("/api/v1/session", R"({"login_name":")" + std::string(login_name) +
                                                     R"(","password":")" + std::string(password) +
                                                     R"("})"));
}

void SignedInFixture::new_browser() {
    cookies_.clear();
    send_cookies();
    client_->set_header("X-CSRF-Token", "");
}

boost::json::object SignedInFixture::who_am_i() {
    return api::json_of(client_->get("/api/v1/session")).as_object();
}

std::string SignedInFixture::cookie(const std::string& name) const {
    const auto found = cookies_.find(name);
    return found == cookies_.end() ? "" : found->second;
}

}  // namespace gk::web::office
