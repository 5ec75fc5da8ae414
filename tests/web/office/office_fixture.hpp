// The rows of the office over an empty database with two agencies, asked in place of a browser.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "calendar/live_calendar_service.hpp"
#include "people/live_key_ring.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"
#include "web/api/api_client.hpp"
#include "web/office/routes.hpp"

namespace gk::web::office {

class OfficeFixture : public test::OnBothDatabases {
protected:
    OfficeFixture() {
        for (const auto* code : {"lihe", "tianjia"}) {
            people::NewAgency agency;
            agency.code = code;
            agency.name = std::string(code) + "镇人民政府";
            agency.short_name = code;
            agency.units = {{"finance", "财政所"}};
            agencies_.push_back(*people::register_agency(
                database(), agency, people::operator_named("cli:test"), Moment{1}));
        }
        client_ = std::make_unique<api::ApiClient>(office_rows(services_), database(), clock_);
    }

    ~OfficeFixture() override { std::filesystem::remove_all(key_folder_); }

    // In the agency lihe.
    void sign_in(people::Role role, std::string name = "user:wang") {
        client_->sign_in(api::actor_with(std::move(name), role, agencies_.front().id));
    }

    // The tables must be there first.
    std::unique_ptr<calendar::LiveCalendar> opened_calendar() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        return *calendar::LiveCalendar::open(database(), std::nullopt);
    }

    FixedClock clock_{Date(2026, 3, 1)};
    std::filesystem::path key_folder_ =
        std::filesystem::temp_directory_path() / ("gongkai_" + new_public_id());
    people::KeyRing ring_ = *people::create_key_ring(key_folder_);
    people::LiveKeyRing keys_{key_folder_};
    std::unique_ptr<calendar::LiveCalendar> calendar_ = opened_calendar();
    OfficeServices services_{.database = database(),
                             .clock = clock_,
                             .sessions = {},
                             .keys = keys_,
                             .calendar = *calendar_,
                             .data_folder = key_folder_};
    std::vector<people::Agency> agencies_;
    std::unique_ptr<api::ApiClient> client_;
};

}  // namespace gk::web::office
