// What happens by itself: days that pass, and a calendar that gives way to another, in
// applications and remedies.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/service.hpp"
#include "application/third_party_service.hpp"
#include "calendar/live_calendar_service.hpp"
#include "notify/task_store.hpp"
#include "people/service.hpp"
#include "remedy/case_link_service.hpp"
#include "remedy/daily_round_service.hpp"
#include "remedy/sample_remedy.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::remedy {
namespace {

using application::Action;
using people::Role;
using testing::ElementsAre;
using testing::IsEmpty;

const people::Actor operating = people::operator_named("cli:root");

Moment noon(Date date) {
    return FixedClock(date).now();
}

class DailyRound : public test::OnBothDatabases {
protected:
    DailyRound() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        people::NewAgency town;
        town.code = "xigebi";
        town.name = "某镇人民政府";
        town.short_name = "某镇";
        town_ = people::register_agency(database(), town, operating, noon({2026, 4, 1}))->id;
    }

    [[nodiscard]] people::Actor clerk() const { return clerk_of(town_); }

    [[nodiscard]] application::Desk desk() { return {database(), ring_, calendar()}; }

    // May 13th is a holiday there.
    [[nodiscard]] application::Desk changed_desk() { return {database(), ring_, changed_}; }

    std::string register_case(Date on) {
        const application::NewApplication given{
            .agency_code = "xigebi",
            .applicant = {.name = "申请人甲",
                          .identity_number = "11010519491231002X",
                          .contact = {.phone = "13800138000", .address = "某某路1号"}},
            .wanted = {.title = "某项目资金使用情况"}};
        return application::register_application(
                   desk(), given, {.on = on, .channel = law::Channel::counter},
                   application::new_query_code(), "", clerk(), noon(on))
            ->public_id;
    }

    // Of which the copy has come: the reply is owed within ten working days.
    std::string open_remedy(const std::string& application_id) {
        const auto cases = desk();
        const CaseLink link(cases);
        const Desk remedies{database(), ring_, calendar(), link};
        const auto opened = register_remedy(remedies,
                                            {.agency_code = "xigebi",
                                             .application = application_id,
                                             .title = "不服答复",
                                             .body_name = "某市人民政府",
                                             .subject = law::RemedySubject::refusal},
                                            {.on = Date(2026, 5, 6)}, clerk(), noon({2026, 5, 6}));
        EXPECT_TRUE(opened.has_value());
        EXPECT_TRUE(act(remedies, {opened->public_id}, RemedyAction::receive_copy,
                        {.on = Date(2026, 5, 6), .reference = "某政复〔2026〕1号"}, clerk(),
                        noon({2026, 5, 6}))
                        .has_value());
        return opened->public_id;
    }

    std::vector<std::string> messages() {
        const auto page = database().read([&](store::Snapshot& snapshot) {
            return notify::load_messages(snapshot, clerk(), false, 100, 0);
        });
        std::vector<std::string> all;
        for (const auto& message : page.messages) {
            all.push_back(message.kind);
        }
        return all;
    }

    Id<people::Agency> town_;
    people::KeyRing ring_ = people::new_key_ring();
    law::WorkingCalendar changed_ = [] {
        const auto& known = calendar();
        std::vector<law::CalendarDay> days(known.days().begin(), known.days().end());
        days.push_back({Date(2026, 5, 13), law::DayKind::off, "某节"});
        return law::WorkingCalendar({known.years().begin(), known.years().end()}, days);
    }();
};

GK_ON_BOTH_DATABASES(DailyRound);

TEST_P(DailyRound, lists_and_moves_the_dates_of_applications_and_remedies) {
    const auto application_id = register_case({2026, 5, 6});
    const auto remedy_id = open_remedy(application_id);
    const Date today(2026, 5, 8);
    const auto would_move = all_dates_to_move(desk(), changed_, today);
    ASSERT_EQ(would_move.size(), 2U);
    EXPECT_EQ(would_move.of_cases[0].public_id, application_id);
    EXPECT_EQ(would_move.of_remedies[0].public_id, remedy_id);
    EXPECT_LT(would_move.of_remedies[0].before, would_move.of_remedies[0].after);
    EXPECT_THAT(messages(), IsEmpty());

    const auto administrator = [&] {
        auto actor = clerk();
        actor.held_roles.front().role = Role::system_administrator;
        return actor;
    }();
    const auto moved = move_all_dates(changed_desk(), &calendar(), administrator, noon(today));
    ASSERT_TRUE(moved.has_value());
    EXPECT_EQ(moved->size(), 2U);
    EXPECT_THAT(messages(), ElementsAre("dates_moved", "dates_moved"));
    const auto owed = database().read(
        [&](store::Snapshot& snapshot) { return load_remedies(snapshot, {.agency = town_}); });
    EXPECT_EQ(owed.items[0].owed.due_on, would_move.of_remedies[0].after);
    EXPECT_EQ(move_dates(database(), changed_, clerk(), noon(today)).error().first().code,
              "remedy.not_allowed");
}

TEST_P(DailyRound, is_made_once_a_day_and_finds_nothing_left) {
    const auto id = register_case({2026, 5, 6});
    ASSERT_TRUE(application::act(desk(), {.public_id = id}, Action::ask_for_correction,
                                 {.text = "请写明年度", .due_on = Date(2026, 5, 20)}, clerk(),
                                 noon({2026, 5, 7}))
                    .has_value());
    EXPECT_FALSE(last_daily_round(database()).has_value());
    DailyRounds rounds(operating);
    rounds.look(desk(), noon({2026, 5, 20}));
    EXPECT_THAT(messages(), IsEmpty());
    rounds.look(desk(), noon({2026, 5, 21}));
    EXPECT_EQ(last_daily_round(database()), noon({2026, 5, 21}));
    // Another process, started anew, on the same day.
    DailyRounds others(operating);
    others.look(desk(), {noon({2026, 5, 21}).utc_ms + 60'000});
    EXPECT_EQ(last_daily_round(database()), noon({2026, 5, 21}));
    EXPECT_THAT(messages(), ElementsAre("day_passed"));
    const auto round = make_daily_round(desk(), operating, noon({2026, 5, 21}));
    EXPECT_EQ(round->passed_count, 0);
    EXPECT_EQ(round->moved.size(), 0U);
    EXPECT_EQ(make_daily_round(desk(), clerk(), noon({2026, 5, 21})).error().first().code,
              "people.operator_only");
}

TEST_P(DailyRound, seals_whom_acts_name_in_full_from_before) {
    const auto id = register_case({2026, 5, 6});
    ASSERT_TRUE(
        application::act(
            desk(), {.public_id = id}, Action::consult,
            {.text = "是否同意公开", .consulted = law::Consulted::third_party, .party = "第三方乙"},
            clerk(), noon({2026, 5, 7}))
            .has_value());
    const auto today = noon({2026, 5, 8});
    DailyRounds(operating).look(desk(), today);
    // As the tables were before an upgrade on the same day.
    database().write([](store::Transaction& transaction) {
        transaction.execute("DELETE FROM case_parties");
        transaction.execute(
            "UPDATE case_events SET entry = REPLACE(entry, '第***', '第三方乙')"
            " WHERE action = 'consult'");
    });
    const auto named = [&] {
        return database().read([](store::Snapshot& snapshot) {
            return snapshot.query("SELECT 1 FROM case_events WHERE entry LIKE '%第三方乙%'").next();
        });
    };
    ASSERT_TRUE(named());
    DailyRounds(operating).look(desk(), {today.utc_ms + 1});
    EXPECT_FALSE(named());
    const auto seen = application::view_third_parties(desk(), id, clerk(), today);
    ASSERT_TRUE(seen.has_value());
    EXPECT_EQ(seen->front().party.name, "第三方乙");
}

TEST_P(DailyRound, moves_the_dates_where_the_program_counts_by_another_calendar) {
    register_case({2026, 5, 6});
    const auto today = noon({2026, 5, 8});
    DailyRounds(operating).look(desk(), today);
    EXPECT_THAT(messages(), IsEmpty());
    // Started again, with another calendar: no need to wait for tomorrow.
    DailyRounds restarted(operating);
    restarted.look(changed_desk(), {today.utc_ms + 1});
    EXPECT_THAT(messages(), ElementsAre("dates_moved"));
    // The other process goes on with the former one; the two do not take turns.
    DailyRounds behind(operating);
    behind.look(desk(), {today.utc_ms + 2});
    restarted.look(changed_desk(), {today.utc_ms + 3});
    restarted.look(changed_desk(), {today.utc_ms + 4});
    EXPECT_EQ(messages().size(), 2U);
}

TEST_P(DailyRound, is_not_needed_where_the_projection_is_right) {
    open_remedy(register_case({2026, 5, 6}));
    const auto rebuilt = rebuild_remedies(database(), calendar(), operating, noon({2026, 5, 8}));
    EXPECT_EQ(rebuilt->case_count, 1);
    EXPECT_EQ(rebuilt->changed_count, 0);
    database().write([](store::Transaction& transaction) {
        transaction.execute("UPDATE remedy_cases SET owed_by = NULL, stage = 'decided'");
    });
    EXPECT_EQ(
        rebuild_remedies(database(), calendar(), operating, noon({2026, 5, 8}))->changed_count, 1);
    EXPECT_EQ(
        rebuild_remedies(database(), calendar(), operating, noon({2026, 5, 8}))->changed_count, 0);
    EXPECT_EQ(
        rebuild_remedies(database(), calendar(), clerk(), noon({2026, 5, 8})).error().first().code,
        "people.operator_only");
}

}  // namespace
}  // namespace gk::remedy
