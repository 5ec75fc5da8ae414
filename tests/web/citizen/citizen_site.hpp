// A town that takes applications on line, in a database of its own, asked in this process the way a
// browser asks: forms as multipart/form-data, cookies kept, redirects followed on request.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "application/view_service.hpp"
#include "base/clock.hpp"
#include "calendar/live_calendar_service.hpp"
#include "support/both_databases.hpp"
#include "web/citizen/citizen.hpp"
#include "web/portal/portal.hpp"
#include "web/router.hpp"

namespace gk::web::citizen {

using Fields = application::started::Fields;

class CitizenSite {
public:
    CitizenSite();
    CitizenSite(const CitizenSite&) = delete;
    CitizenSite& operator=(const CitizenSite&) = delete;
    ~CitizenSite();

    // An error as a Response: its code in the body.
    Response get(const std::string& target);
    Response post(const std::string& target, const Fields& fields);
    // With one file beside the fields.
    Response post_file(const std::string& target, const Fields& fields, const std::string& field,
                       const std::string& name, const std::string& bytes);

    // Where a 303 leads, without its fragment; fails the test where it is none.
    static std::string location(const Response& response);

    // Begins a form and returns its link.
    std::string new_form();
    // The address of a page of the form.
    static std::string page(std::string_view name, std::string_view link);
    // Sends every page of a form in which all is right but these fields.
    void fill(const std::string& link, const Fields& changes = {});
    // Submits it as a browser with scripts does; returns the answer.
    Response submit(const std::string& link);

    [[nodiscard]] application::Desk cases();

    [[nodiscard]] store::Database& database() { return *database_; }

    [[nodiscard]] FixedClock& clock() { return clock_; }

    [[nodiscard]] calendar::LiveCalendar& calendar() { return *calendar_; }

    [[nodiscard]] const people::KeyRing& ring() const { return ring_; }

    [[nodiscard]] std::filesystem::path files() const { return folder_ / "files"; }

    [[nodiscard]] std::int64_t count(const std::string& table);

    std::string client_address = "192.0.2.1";
    std::string cookies;

private:
    Response ask(Method method, const std::string& target, std::string body);

    std::filesystem::path folder_;
    test::ThrowawayDatabase throwaway_{store::Dialect::sqlite};
    std::unique_ptr<store::Database> database_ = throwaway_.open();
    FixedClock clock_{Date(2026, 4, 13)};
    std::unique_ptr<calendar::LiveCalendar> calendar_;
    people::KeyRing ring_;
    people::LiveKeyRing keys_;
    StaticFiles files_;
    std::unique_ptr<portal::Portal> portal_;
    std::unique_ptr<Citizen> citizen_;
    std::unique_ptr<Router> router_;
};

// The text between the two, from the first place where both stand; empty where they do not.
[[nodiscard]] std::string between(std::string_view text, std::string_view begin,
                                  std::string_view end);

// A small picture in which somebody wrote where it was made.
[[nodiscard]] std::string small_png();

// A number that is the work of this challenge.
[[nodiscard]] std::string work_of(std::string_view challenge);

}  // namespace gk::web::citizen
