// A town with cases and remedies, made by the verbs with which an office makes them.
#pragma once

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "application/service.hpp"
#include "calendar/load.hpp"
#include "people/service.hpp"
#include "remedy/case_link_service.hpp"
#include "report/compute_service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"
#include "support/town.hpp"

namespace gk::report {

inline const people::Actor operating = people::operator_named("cli:root");

inline const law::WorkingCalendar& calendar() {
    static const law::WorkingCalendar loaded = *calendar::load(std::nullopt);
    return loaded;
}

inline Moment noon(Date date) {
    return FixedClock(date).now();
}

template <typename T>
std::string code(const Result<T>& result) {
    return result ? "" : result.error().first().code;
}

class TownWithCases : public test::OnBothDatabases {
protected:
    TownWithCases() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        town_ = test::registered_town(database(), noon({2024, 1, 1})).id;
    }

    [[nodiscard]] people::Actor person(people::Role role) const {
        return {.name = "user:" + std::string(people::key(role)),
                .display_name = {},
                .account = Id<people::Account>{1},
                .is_operator = false,
                .held_roles = {{.role = role, .agency = town_}}};
    }

    [[nodiscard]] people::Actor clerk() const { return person(people::Role::clerk); }

    // Handed in at the counter on that day.
    std::string received(Date on, application::ApplicantKind kind = {}) {
        application::NewApplication given{.agency_code = "xigebi",
                                          .applicant = {.kind = kind,
                                                        .name = "申请人甲",
                                                        .identity_number = "11010519491231002X",
                                                        .contact = {.phone = "13800138000"}},
                                          .wanted = {.title = "水费收缴标准"}};
        if (kind != application::ApplicantKind::natural_person) {
            given.applicant.identity_kind = application::IdentityKind::credit_code;
            given.applicant.identity_number = "91350100M000100Y43";
            given.applicant.contact_person = "申请人乙";
        }
        const auto receipt = application::register_application(
            case_desk_, given, {.on = on, .channel = law::Channel::counter}, code_, "", clerk(),
            noon(on));
        EXPECT_TRUE(receipt.has_value()) << (receipt ? "" : receipt.error().first().message);
        return receipt->public_id;
    }

    void did(const std::string& id, application::Action action, Date on,
             const application::Entry& entry = {}, people::Role role = people::Role::clerk) {
        const auto done =
            application::act(case_desk_, {.public_id = id}, action, entry, person(role), noon(on));
        EXPECT_TRUE(done.has_value()) << (done ? "" : done.error().first().message);
    }

    std::string remedy(law::RemedyGroup group, Date opened_on) {
        const auto done = remedy::register_remedy(remedy_desk_,
                                                  {.agency_code = "xigebi",
                                                   .group = group,
                                                   .title = "不服答复",
                                                   .body_name = "某市人民政府",
                                                   .body_number = "某政复〔2025〕1号"},
                                                  {.on = opened_on}, clerk(), noon(opened_on));
        EXPECT_TRUE(done.has_value());
        return done->public_id;
    }

    void decided(const std::string& id, law::ReconsiderationDecision decision, Date on) {
        EXPECT_TRUE(remedy::act(remedy_desk_, {id}, remedy::RemedyAction::record_decision,
                                {.on = on, .decision = decision}, clerk(), noon(on))
                        .has_value());
    }

    Result<Computed> compute(int year, Date today = {2026, 1, 10},
                             std::optional<RemedyScope> scope = RemedyScope::all_of_year) {
        return compute_report({.database = database(), .calendar = calendar()}, {"xigebi", year},
                              scope, operating, noon(today));
    }

    Result<CountedCases> behind(std::string_view cell, int year = 2025) {
        return cases_of_cell(database(), {"xigebi", year}, cell, RemedyScope::all_of_year, 100, 0,
                             operating);
    }

    static std::string cell(const StoredReport& stored, law::ApplicationRow row,
                            law::ApplicantColumn column = law::ApplicantColumn::total) {
        return find(stored.report, cell_name(row, column))->printed;
    }

    static std::string cell(const StoredReport& stored, law::RemedyGroup group,
                            law::RemedyResult result) {
        return find(stored.report, cell_name(group, result))->printed;
    }

    // Of 2025: one received and withdrawn, one from 2024 and told on the spot, one open, one that
    // is only received in 2026.
    void some_cases() {
        const auto before = received({2024, 12, 30});
        did(before, application::Action::withdraw, {2025, 1, 6}, {.text = "不再需要"});
        const auto of_year =
            received({2025, 3, 3}, application::ApplicantKind::commercial_enterprise);
        did(of_year, application::Action::reply_on_the_spot, {2025, 3, 4},
            {.text = "已在网站公开", .outcome = law::Outcome::already_public});
        open_ = received({2025, 12, 25});
        received({2026, 1, 5});
    }

    Id<people::Agency> town_;
    const people::KeyRing ring_ = people::new_key_ring();
    const application::QueryCode code_ = application::new_query_code();
    const application::Desk case_desk_{database(), ring_, calendar()};
    const remedy::CaseLink link_{case_desk_};
    const remedy::Desk remedy_desk_{database(), ring_, calendar(), link_};
    std::string open_;
};

}  // namespace gk::report
