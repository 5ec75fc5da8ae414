// The whole route table: who may ask for what, under which words.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/text.hpp"
#include "calendar/live_calendar_service.hpp"
#include "people/live_key_ring.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/golden.hpp"
#include "tidy/glossary.hpp"
#include "web/api/openapi.hpp"
#include "web/citizen/citizen.hpp"
#include "web/health.hpp"
#include "web/office/routes.hpp"
#include "web/portal/portal.hpp"
#include "web/router.hpp"

namespace gk::web {
namespace {

using testing::IsEmpty;

// What `gongkai serve` serves, over an empty database with one agency.
class RouteTable : public ::testing::Test {
protected:
    RouteTable() {
        EXPECT_TRUE(store::migrate_up(*database_, Moment{1}).has_value());
        people::NewAgency agency;
        agency.code = "lihe";
        agency.name = "礼和镇人民政府";
        agency.short_name = "礼和镇";
        EXPECT_TRUE(people::register_agency(*database_, agency, people::operator_named("cli:test"),
                                            Moment{1}));
        calendar_ = *calendar::LiveCalendar::open(*database_, std::nullopt);
        portal::SiteIdentity site;
        site.agency = "lihe";
        site.takes_applications = true;
        portal_ = std::make_unique<portal::Portal>(
            portal::PortalServices{.database = *database_, .clock = clock_, .font_folder = {}},
            site, files_);
        citizen_ =
            std::make_unique<citizen::Citizen>(citizen::CitizenServices{.database = *database_,
                                                                        .clock = clock_,
                                                                        .calendar = *calendar_,
                                                                        .keys = keys_,
                                                                        .files = {}},
                                               portal_->site(), files_);
        for (const auto& part : {portal_->routes(), citizen_->routes(), files_.routes(),
                                 health_routes({}), office::office_routes(office_services())}) {
            routes_.insert(routes_.end(), part.begin(), part.end());
        }
    }

    ~RouteTable() override {
        citizen_.reset();
        portal_.reset();
        calendar_.reset();
        database_.reset();
        std::filesystem::remove_all(folder_);
    }

    office::OfficeServices office_services() {
        return {.database = *database_,
                .clock = clock_,
                .sessions = {},
                .keys = keys_,
                .calendar = *calendar_};
    }

    static std::filesystem::path new_folder() {
        auto folder = std::filesystem::temp_directory_path() / ("routes-" + new_public_id());
        std::filesystem::create_directories(folder);
        return folder;
    }

    std::filesystem::path folder_ = new_folder();
    std::unique_ptr<store::Database> database_ =
        store::Database::open({.address = (folder_ / "gongkai.db").string()});
    FixedClock clock_{Date(2026, 3, 1)};
    people::LiveKeyRing keys_{folder_ / "keys"};
    std::unique_ptr<calendar::LiveCalendar> calendar_;
    StaticFiles files_;
    std::unique_ptr<portal::Portal> portal_;
    std::unique_ptr<citizen::Citizen> citizen_;
    std::vector<Route> routes_;
};

TEST_F(RouteTable, lets_the_public_read_and_write_its_own_applications_alone) {
    for (const auto& route : routes_) {
        // A report that is sent to be checked is forgotten with the answer; signing in changes
        // nothing but the session.
        const bool is_own = route.pattern == portal::paths::report_check.path ||
                            route.pattern == "/api/v1/one-time-links" ||
                            route.pattern.starts_with("/api/v1/session") ||
                            route.pattern.starts_with("/applications/started-forms") ||
                            route.pattern.starts_with("/applications/status");
        if (route.permission.value() == people::Permission::everyone && !is_own) {
            EXPECT_EQ(route.method, Method::get) << route.pattern;
            EXPECT_EQ(route.limits.body_bytes_max, 0U) << route.pattern;
        }
    }
}

TEST_F(RouteTable, is_written_in_words_of_the_glossary) {
    std::vector<std::string> unknown;
    for (const auto& route : routes_) {
        const std::string_view api = "/api/v1";
        const std::string_view pattern = route.pattern;
        const auto path = pattern.starts_with(api) ? pattern.substr(api.size()) : pattern;
        for (const auto segment : text::split(path, '/')) {
            if (segment.empty() || segment.starts_with('{')) {
                continue;
            }
            std::string word(segment.substr(0, segment.find('.')));
            std::ranges::replace(word, '-', '_');
            if (segment.find('_') != std::string_view::npos || !tidy::is_made_of_words(word)) {
                unknown.push_back(route.pattern);
            }
        }
    }
    EXPECT_THAT(unknown, IsEmpty());
}

TEST_F(RouteTable, is_listed_in_the_documents) {
    std::string page =
        "# Routes\n\nMade from the route table (`script/bless`). HEAD goes wherever GET does.\n\n"
        "| Method | Path | Permission | Kept until the next commit |\n|---|---|---|---|\n";
    std::ranges::sort(routes_, {}, [](const Route& route) {
        return std::pair(std::string_view(route.pattern), route.method);
    });
    for (const auto& route : routes_) {
        page += "| " + std::string(key(route.method)) + " | `" + route.pattern + "` | " +
                std::string(people::key(route.permission.value())) + " | " +
                (route.caching == Caching::until_commit ? "yes" : "no") + " |\n";
    }
    test::expect_golden("docs/generated/routes.md", page);
}

TEST_F(RouteTable, is_described_for_programs) {
    test::expect_golden("docs/generated/openapi.json",
                        api::openapi_document(office::office_rows(office_services())));
}

TEST_F(RouteTable, is_sound) {
    EXPECT_NO_THROW(Router(std::vector<Route>(routes_)));
}

}  // namespace
}  // namespace gk::web
