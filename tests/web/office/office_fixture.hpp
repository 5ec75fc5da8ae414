// The rows of the office over an empty database with two agencies, asked in place of a browser.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"
#include "web/api/api_client.hpp"
#include "web/office/routes.hpp"

namespace gk::web::office {

class OfficeFixture : public test::OnBothDatabases {
protected:
    OfficeFixture() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        for (const auto* code : {"lihe", "tianjia"}) {
            people::NewAgency agency;
            agency.code = code;
            agency.name = std::string(code) + "镇人民政府";
            agency.short_name = code;
            agencies_.push_back(*people::register_agency(
                database(), agency, people::operator_named("cli:test"), Moment{1}));
        }
        client_ = std::make_unique<api::ApiClient>(
            office_rows({.database = database(), .clock = clock_, .sessions = {}}), database(),
            clock_);
    }

    // In the agency lihe.
    void sign_in(people::Role role, std::string name = "user:wang") {
        client_->sign_in(api::actor_with(std::move(name), role, agencies_.front().id));
    }

    FixedClock clock_{Date(2026, 3, 1)};
    std::vector<people::Agency> agencies_;
    std::unique_ptr<api::ApiClient> client_;
};

}  // namespace gk::web::office
