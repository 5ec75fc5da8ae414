// The rows of the office with real accounts and sessions, asked in place of a browser that keeps
// its cookies.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "calendar/live_calendar_service.hpp"
#include "people/account_desk.hpp"
#include "people/live_key_ring.hpp"
#include "people/password_hasher.hpp"
#include "people/role.hpp"
#include "support/both_databases.hpp"
#include "web/api/api_client.hpp"
#include "web/office/routes.hpp"

namespace gk::web::office {

inline constexpr std::string_view good_password = "Moon-gate-2026";

class SignedInFixture : public test::OnBothDatabases {
protected:
    SignedInFixture();
    ~SignedInFixture() override;

    // An account with good_password that holds the role from today on; returns its public id.
    std::string account(const std::string& login_name, std::optional<people::Role> role = {},
                        const std::string& agency = "lihe");

    // Keeps the cookies of the answer and, where there is a session, its token for changes.
    Response keep(Response response);
    Response sign_in(std::string_view login_name, std::string_view password = good_password);
    // Forgets all cookies: another browser.
    void new_browser();

    // What GET /api/v1/session says.
    boost::json::object who_am_i();
    [[nodiscard]] std::string cookie(const std::string& name) const;

    FixedClock clock_{Date(2026, 3, 2)};
    std::filesystem::path keys_;
    std::unique_ptr<people::LiveKeyRing> ring_;
    std::unique_ptr<calendar::LiveCalendar> calendar_;
    std::unique_ptr<people::PasswordHasher> hasher_;
    std::unique_ptr<people::AccountDesk> desk_;
    std::unique_ptr<api::ApiClient> client_;

private:
    void send_cookies();

    std::map<std::string, std::string> cookies_;
};

}  // namespace gk::web::office
