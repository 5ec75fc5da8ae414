// An agency with people whose roles tell them apart, for the tests of tasks and messages.
#pragma once

#include <memory>

#include <gtest/gtest.h>

#include "calendar/live_calendar_service.hpp"
#include "notify/service.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::notify {

class Office : public test::OnBothDatabases {
protected:
    Office() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        town_ = add_agency("xigebi");
        other_town_ = add_agency("bali");
        calendar_ = *calendar::LiveCalendar::open(database(), std::nullopt);
    }

    people::Agency add_agency(const std::string& code) {
        auto agency = people::register_agency(database(),
                                              {.code = code,
                                               .name = "某镇人民政府",
                                               .short_name = "某镇",
                                               .level = law::AgencyLevel::township,
                                               .parent_code = std::nullopt,
                                               .valid_from = std::nullopt,
                                               .valid_to = std::nullopt,
                                               .units = {{"economy", "经济发展办公室"}}},
                                              people::operator_named("cli:root"), noon());
        EXPECT_TRUE(agency.has_value());
        return *std::move(agency);
    }

    // A person whose account number is that of the role.
    [[nodiscard]] people::Actor person(people::Role role,
                                       std::optional<std::string> unit = {}) const {
        return {.name = "user:" + std::string(people::key(role)),
                .display_name = std::string(people::label(role)),
                .account = Id<people::Account>{static_cast<int>(role) + 1},
                .is_operator = false,
                .held_roles = {{.role = role, .agency = town_.id, .unit = std::move(unit)}}};
    }

    std::string give(Assignee to, DueDate due = {}, std::string kind = "application.search") {
        return database().write([&](store::Transaction& transaction) {
            return give_task(transaction,
                             {.agency = town_.id,
                              .kind = kind,
                              .object = object(),
                              .to = to,
                              .title = "检索：水费收缴标准",
                              .due = due,
                              .given_by = "user:clerk"},
                             noon());
        });
    }

    [[nodiscard]] static ObjectReference object() { return {"application", "01J"}; }

    // Friday 2026-05-08; Saturday the 9th is worked.
    [[nodiscard]] static Date today() { return {2026, 5, 8}; }

    [[nodiscard]] static Moment noon() { return FixedClock(today()).now(); }

    [[nodiscard]] const calendar::LiveCalendar& calendar() const { return *calendar_; }

    [[nodiscard]] calendar::LiveCalendar& live_calendar() { return *calendar_; }

    people::Agency town_;
    people::Agency other_town_;

private:
    std::unique_ptr<calendar::LiveCalendar> calendar_;
};

}  // namespace gk::notify
