#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/count_store.hpp"
#include "application/projection_service.hpp"
#include "audit/store.hpp"
#include "notify/task_store.hpp"

namespace gk::application {
namespace {

using people::Role;
using test::noon;
using test::person;
using test::sample_calendar;
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

    // "title / content", the oldest first.
    std::vector<std::string> messages_of(Role role) {
        const auto page = database().read([&](store::Snapshot& snapshot) {
            return notify::load_messages(snapshot, person(role, agency_), false, 100, 0);
        });
        std::vector<std::string> all;
        for (const auto& message : page.messages) {
            all.push_back(message.title + " / " + message.content);
        }
        return all;
    }

    std::vector<std::string> open_tasks() {
        return database().read([](store::Snapshot& snapshot) {
            std::vector<std::string> all;
            auto row = snapshot.query(
                "SELECT kind, role, COALESCE(due_on, '-') FROM tasks WHERE status = 'open'"
                " ORDER BY id");
            while (row.next()) {
                all.push_back(row.get<std::string>(0) + " " + row.get<std::string>(1) + " " +
                              row.get<std::string>(2));
            }
            return all;
        });
    }

    // The number of another case.
    std::string registered_number() { return found(registered()).of.number; }

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

TEST_P(Projections, are_completed_by_the_daily_run_after_an_upgrade) {
    make_cases();
    const auto late = registered(Date(2026, 1, 5));
    answered(late, law::Outcome::held_elsewhere, Date(2026, 3, 13));
    const auto times = [&] {
        return database().read([](store::Snapshot& snapshot) {
            std::vector<std::string> all;
            auto row = snapshot.query("SELECT COALESCE(timeliness, '-') FROM cases ORDER BY id");
            while (row.next()) {
                all.push_back(row.get<std::string>(0));
            }
            return all;
        });
    };
    const auto before = times();
    EXPECT_THAT(before, ElementsAre("in_time", "in_time", "-", "-", "-", "overdue"));
    // As 0013_statistics.sql leaves them.
    database().write([](store::Transaction& transaction) {
        transaction.execute("UPDATE cases SET timeliness = NULL, derive_on = '2000-01-01'");
    });
    EXPECT_EQ(derive_passed(desk(), operating, noon(Date(2026, 3, 14))), 6);
    EXPECT_EQ(times(), before);
    EXPECT_EQ(derive_passed(desk(), operating, noon(Date(2026, 3, 14))), 0);
}

// 2026-03-17 off, and the Monday after the usual rest days too.
const law::WorkingCalendar& other_calendar() {
    static const law::WorkingCalendar other({{.year = 2026, .sources = {}}},
                                            {{Date(2026, 3, 17), law::DayKind::off, "某节"},
                                             {Date(2026, 4, 6), law::DayKind::off, "清明"}});
    return other;
}

TEST_P(Projections, move_with_the_calendar_and_say_from_when_to_when) {
    const auto id = registered();
    const Desk changed{database(), ring_, other_calendar()};
    const auto dates = dates_to_move(desk(), other_calendar(), Date(2026, 3, 10));
    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].public_id, id);
    EXPECT_EQ(dates[0].date, CaseDate::reply);
    EXPECT_EQ(dates[0].before, Date(2026, 3, 30));
    EXPECT_EQ(dates[0].after, Date(2026, 3, 31));
    EXPECT_THAT(dates_to_move(desk(), sample_calendar(), Date(2026, 3, 10)), IsEmpty());

    const auto administrator = person(Role::system_administrator, agency_);
    const auto now = noon(Date(2026, 3, 10));
    const auto moved = move_dates(changed, nullptr, administrator, now);
    ASSERT_TRUE(moved.has_value());
    EXPECT_EQ(moved->moved.size(), 1U);
    EXPECT_EQ(move_dates(changed, nullptr, administrator, now)->moved.size(), 0U);
    EXPECT_EQ(code_of(move_dates(changed, nullptr, clerk(), now_)), "application.not_permitted");
    EXPECT_THAT(messages_of(Role::clerk),
                ElementsAre("工作日历有变动，1项期限随之调整 / "
                            "xigebi-2026-0001 答复期限：2026-03-30 → 2026-03-31\n"));
    EXPECT_THAT(open_tasks(), ElementsAre("case.examine clerk 2026-03-31"));
}

TEST_P(Projections, move_the_days_for_a_payment_and_for_an_opinion_as_well) {
    const auto paying = registered();
    did(paying, Action::notify_fee,
        {.text = "按量计收",
         .fee_scale = law::FeeScale::per_page,
         .fee_units = 44,
         .amount_fen = 14000},
        Role::clerk);
    const auto asking = registered();
    did(asking, Action::consult,
        {.on = Date(2026, 3, 5),
         .text = "意见",
         .consulted = law::Consulted::third_party,
         .party = "某某公司"},
        Role::clerk);
    std::vector<std::string> moved;
    for (const auto& each : dates_to_move(desk(), other_calendar(), Date(2026, 3, 10))) {
        moved.push_back(each.number + " " + std::string(key(each.date)));
        EXPECT_LT(each.before, each.after);
    }
    EXPECT_THAT(moved, ElementsAre("xigebi-2026-0001 payment", "xigebi-2026-0002 reply",
                                   "xigebi-2026-0002 opinion"));
    const Desk changed{database(), ring_, other_calendar()};
    const auto rebuilt =
        move_dates(changed, &sample_calendar(), person(Role::system_administrator, agency_),
                   noon(Date(2026, 3, 10)));
    EXPECT_EQ(rebuilt->moved.size(), 3U);
    for (const auto date : case_dates()) {
        EXPECT_FALSE(label(date).empty());
    }
}

TEST_P(Projections, tell_whose_turn_it_is_beside_the_clerks) {
    const auto id = registered();
    did(id, Action::draft_decision, {.text = "答复", .outcome = law::Outcome::held_elsewhere},
        Role::clerk);
    const Desk changed{database(), ring_, other_calendar()};
    ASSERT_TRUE(move_dates(changed, nullptr, person(Role::system_administrator, agency_),
                           noon(Date(2026, 3, 10)))
                    .has_value());
    EXPECT_EQ(messages_of(Role::clerk).size(), 1U);
    EXPECT_EQ(messages_of(Role::office_head).size(), 1U);
    EXPECT_THAT(messages_of(Role::signatory), IsEmpty());
}

TEST_P(Projections, tell_of_fifty_dates_and_how_many_more_there_are) {
    for (int i = 0; i < 52; ++i) {
        static_cast<void>(registered());
    }
    const Desk changed{database(), ring_, other_calendar()};
    ASSERT_TRUE(move_dates(changed, nullptr, person(Role::system_administrator, agency_),
                           noon(Date(2026, 3, 10)))
                    .has_value());
    EXPECT_THAT(messages_of(Role::clerk), ElementsAre(testing::HasSubstr("其余2项见办件列表。")));
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
    EXPECT_EQ(derive_passed(desk(), operating, noon(Date(2026, 3, 26))), 0);
    EXPECT_EQ(derive_passed(desk(), operating, noon(Date(2026, 3, 27))), 1);
    EXPECT_THAT(rows(), ElementsAre(testing::HasSubstr("in_progress")));
    EXPECT_EQ(derive_passed(desk(), operating, noon(Date(2026, 3, 28))), 0);
    EXPECT_THAT(messages_of(Role::clerk),
                ElementsAre("第三方提出意见的期限已过：xigebi-2026-0001 / "
                            "第三方没有在2026年3月26日前提出意见。"
                            "逾期未提出意见的，由本机关依照《条例》的规定决定是否公开。"));
    EXPECT_THAT(open_tasks(), ElementsAre(testing::StartsWith("case.handle clerk 2026-")));
}

TEST_P(Projections, ask_for_a_decision_once_the_day_for_a_correction_has_passed) {
    const auto id = registered();
    did(id, Action::ask_for_correction, {.text = "请写明年度", .due_on = Date(2026, 3, 24)},
        Role::clerk, Date(2026, 3, 5));
    EXPECT_EQ(derive_passed(desk(), operating, noon(Date(2026, 3, 24))), 0);
    // The server was down for some days.
    EXPECT_EQ(derive_passed(desk(), operating, noon(Date(2026, 3, 28))), 1);
    EXPECT_EQ(derive_passed(desk(), operating, noon(Date(2026, 3, 28))), 0);
    EXPECT_THAT(open_tasks(),
                testing::UnorderedElementsAre("case.handle clerk -", "case.no_correction clerk -"));
    EXPECT_THAT(messages_of(Role::clerk),
                ElementsAre(testing::StartsWith("补正期限已过：xigebi-2026-0001 / 申请人没有在"
                                                "2026年3月24日前补正。")));
    const auto trail = database().read(
        [&](store::Snapshot& snapshot) { return audit::load_entries_of(snapshot, "case", id); });
    EXPECT_EQ(trail.back().act, "case.day_passed");
    EXPECT_EQ(trail.back().actor, "cli:root");
    // Corrected after all: the task goes, and there is no second message.
    did(id, Action::receive_correction, {.text = "2025年度"}, Role::clerk, Date(2026, 3, 30));
    EXPECT_THAT(open_tasks(), ElementsAre(testing::StartsWith("case.handle clerk 2026-")));
    EXPECT_EQ(messages_of(Role::clerk).size(), 1U);
}

TEST_P(Projections, ask_for_a_decision_once_the_days_for_payment_and_reasons_have_passed) {
    const auto paying = registered();
    did(paying, Action::notify_fee,
        {.text = "按量计收",
         .fee_scale = law::FeeScale::per_page,
         .fee_units = 44,
         .amount_fen = 14000},
        Role::clerk);
    const auto explaining = registered();
    did(explaining, Action::ask_for_reasons, {.text = "请说明", .due_on = Date(2026, 3, 20)},
        Role::clerk);
    EXPECT_EQ(derive_passed(desk(), operating, noon(Date(2026, 3, 21))), 1);
    EXPECT_EQ(derive_passed(desk(), operating, noon(Date(2026, 4, 30))), 1);
    EXPECT_THAT(open_tasks(), testing::IsSupersetOf({std::string("case.fee_unpaid clerk -")}));
    EXPECT_THAT(open_tasks(), testing::Contains(testing::StartsWith("case.no_reasons clerk")));
}

TEST_P(Projections, find_a_day_that_has_passed_even_where_an_act_came_first) {
    const auto id = registered();
    did(id, Action::ask_for_correction, {.text = "请写明年度", .due_on = Date(2026, 3, 24)},
        Role::clerk, Date(2026, 3, 5));
    did(id, Action::link_case, {.text = "另一件", .reference = registered_number()}, Role::clerk,
        Date(2026, 3, 25));
    EXPECT_EQ(messages_of(Role::clerk).size(), 1U);
    EXPECT_THAT(open_tasks(), testing::Contains("case.no_correction clerk -"));
}

TEST_P(Projections, pass_by_more_cases_than_fit_in_one_transaction) {
    const auto id = registered();
    did(id, Action::ask_for_correction, {.text = "请写明年度", .due_on = Date(2026, 3, 24)},
        Role::clerk, Date(2026, 3, 5));
    for (int i = 0; i < 200; ++i) {
        const auto other = registered();
        did(other, Action::ask_for_correction, {.text = "请写明年度", .due_on = Date(2026, 3, 24)},
            Role::clerk, Date(2026, 3, 5));
    }
    EXPECT_EQ(derive_passed(desk(), operating, noon(Date(2026, 3, 25))), 201);
}

}  // namespace
}  // namespace gk::application
