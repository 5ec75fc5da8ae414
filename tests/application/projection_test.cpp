#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/count_store.hpp"
#include "application/projection_service.hpp"
#include "audit/store.hpp"

namespace gk::application {
namespace {

using people::Role;
using test::noon;
using test::person;
using testing::ElementsAre;
using testing::IsEmpty;

const people::Actor operating = people::operator_named("cli:root");

class Projections : public test::ApplicationFixture {
protected:
    // One case of every way that the counting tells apart.
    void make_cases() {
        const auto granted = registered();
        answered(granted, law::Outcome::granted, Date(2026, 3, 13));
        auto company = application_of("某某公司", "合同");
        company.applicant.kind = ApplicantKind::commercial_enterprise;
        const auto elsewhere = registered(Date(2025, 12, 30), company);
        answered(elsewhere, law::Outcome::held_elsewhere, Date(2026, 1, 8));
        static_cast<void>(registered(Date(2025, 12, 29)));
        const auto withdrawn = registered(Date(2026, 3, 4));
        did(withdrawn, Action::withdraw, {}, Role::clerk, Date(2026, 3, 5));
        static_cast<void>(submit(application_of(), "unconfirmed"));
    }

    std::map<std::string, std::int64_t> counts(int year) {
        std::map<std::string, std::int64_t> all;
        for (const auto& each : database().read(
                 [&](store::Snapshot& snapshot) { return count_cases(snapshot, agency_, year); })) {
            auto name =
                std::string(key(each.counted)) + " " + std::string(key(each.applicant_kind));
            name += each.outcome ? " " + std::string(law::key(*each.outcome)) : "";
            all[name] += each.count;
        }
        return all;
    }

    void break_projection() {
        database().write([](store::Transaction& transaction) {
            transaction.execute(
                "UPDATE cases SET state = 'closed', reply_due_on = NULL, outcome ="
                " 'granted', concluded_on = '2020-01-01', version = 99");
        });
    }

    std::vector<std::string> rows() {
        return database().read([](store::Snapshot& snapshot) {
            std::vector<std::string> all;
            auto row = snapshot.query(
                "SELECT number, state, COALESCE(received_on, ''), COALESCE(reply_due_on, ''),"
                " COALESCE(outcome, ''), COALESCE(concluded_on, ''), version FROM cases"
                " ORDER BY id");
            while (row.next()) {
                std::string text;
                for (int column = 0; column < 6; ++column) {
                    text += row.get<std::string>(column) + " ";
                }
                all.push_back(text + std::to_string(row.get<int>(6)));
            }
            return all;
        });
    }
};

GK_ON_BOTH_DATABASES(Projections);

TEST_P(Projections, are_what_a_rebuild_derives_from_the_events) {
    make_cases();
    const auto before = rows();
    EXPECT_EQ(rebuild_cases(desk(), operating, noon(Date(2026, 3, 10)))->changed_count, 0);
    break_projection();
    EXPECT_NE(rows(), before);
    const auto rebuilt = rebuild_cases(desk(), operating, noon(Date(2026, 3, 10)));
    EXPECT_EQ(rebuilt->case_count, 5);
    EXPECT_EQ(rebuilt->changed_count, 5);
    EXPECT_EQ(rows(), before);
    EXPECT_EQ(code_of(rebuild_cases(desk(), clerk(), now_)), "people.operator_only");
}

TEST_P(Projections, count_the_cases_of_a_year_and_balance) {
    make_cases();
    EXPECT_THAT(counts(2026),
                ElementsAre(std::pair("carried_in commercial_enterprise", 1),
                            std::pair("carried_in natural_person", 1),
                            std::pair("carried_out natural_person", 1),
                            std::pair("concluded commercial_enterprise held_elsewhere", 1),
                            std::pair("concluded natural_person granted", 1),
                            std::pair("concluded natural_person withdrawn", 1),
                            std::pair("newly_received natural_person", 2)));
    EXPECT_THAT(counts(2025), ElementsAre(std::pair("carried_out commercial_enterprise", 1),
                                          std::pair("carried_out natural_person", 1),
                                          std::pair("newly_received commercial_enterprise", 1),
                                          std::pair("newly_received natural_person", 1)));
    for (const auto counted : counted_kinds()) {
        EXPECT_FALSE(label(counted).empty());
    }
}

TEST_P(Projections, open_the_cases_behind_a_figure) {
    make_cases();
    const auto numbers = [&](const CountedFilter& filter) {
        std::vector<std::string> all;
        for (const auto& each : database().read([&](store::Snapshot& snapshot) {
                 return load_counted(snapshot, agency_, 2026, filter, 0, 10);
             })) {
            all.push_back(each.number);
        }
        return all;
    };
    EXPECT_THAT(numbers({.counted = Counted::carried_in}),
                ElementsAre("xigebi-2025-0001", "xigebi-2025-0002"));
    EXPECT_THAT(numbers({.counted = Counted::concluded,
                         .applicant_kind = ApplicantKind::natural_person,
                         .outcomes = {law::Outcome::granted, law::Outcome::already_public}}),
                ElementsAre("xigebi-2026-0001"));
    EXPECT_THAT(
        numbers({.counted = Counted::concluded, .outcomes = {law::Outcome::petition_or_complaint}}),
        IsEmpty());
}

TEST_P(Projections, add_up_the_fees_that_were_paid) {
    const auto id = registered();
    did(id, Action::notify_fee,
        {.text = "按量计收",
         .fee_scale = law::FeeScale::per_page,
         .fee_units = 44,
         .amount_fen = 14000},
        Role::clerk);
    const auto fees = [&](int year) {
        return database().read(
            [&](store::Snapshot& snapshot) { return collected_fees(snapshot, agency_, year); });
    };
    EXPECT_EQ(fees(2026).case_count, 0);
    did(id, Action::record_payment, {.evidence = "票据"}, Role::clerk, Date(2026, 3, 12));
    EXPECT_EQ(fees(2026).case_count, 1);
    EXPECT_EQ(fees(2026).amount_fen, 14000);
    EXPECT_EQ(fees(2025).amount_fen, 0);
}

TEST_P(Projections, move_with_the_calendar_and_say_from_when_to_when) {
    const auto id = registered();
    const law::WorkingCalendar other({{.year = 2026, .sources = {}}},
                                     {{Date(2026, 3, 17), law::DayKind::off, "某节"},
                                      {Date(2026, 4, 6), law::DayKind::off, "清明"}});
    const Desk changed{database(), ring_, other};
    const auto dates = dates_to_move(changed, Date(2026, 3, 10));
    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].public_id, id);
    EXPECT_EQ(dates[0].before, Date(2026, 3, 30));
    EXPECT_EQ(dates[0].after, Date(2026, 3, 31));
    EXPECT_THAT(dates_to_move(desk(), Date(2026, 3, 10)), IsEmpty());

    const auto administrator = person(Role::system_administrator, agency_);
    const auto moved = move_dates(changed, administrator, noon(Date(2026, 3, 10)));
    ASSERT_TRUE(moved.has_value());
    EXPECT_EQ(moved->moved.size(), 1U);
    EXPECT_EQ(move_dates(changed, administrator, noon(Date(2026, 3, 10)))->moved.size(), 0U);
    EXPECT_EQ(code_of(move_dates(changed, clerk(), now_)), "application.not_permitted");
}

TEST_P(Projections, run_on_once_the_time_for_an_opinion_is_over) {
    const auto id = registered();
    did(id, Action::consult,
        {.on = Date(2026, 3, 5),
         .text = "意见",
         .consulted = law::Consulted::third_party,
         .party = "某某公司"},
        Role::clerk);
    EXPECT_THAT(rows(), ElementsAre(testing::HasSubstr("consulting")));
    EXPECT_EQ(derive_passed(desk(), noon(Date(2026, 3, 26))), 0);
    EXPECT_EQ(derive_passed(desk(), noon(Date(2026, 3, 27))), 1);
    EXPECT_THAT(rows(), ElementsAre(testing::HasSubstr("in_progress")));
    EXPECT_EQ(derive_passed(desk(), noon(Date(2026, 3, 28))), 0);
}

}  // namespace
}  // namespace gk::application
