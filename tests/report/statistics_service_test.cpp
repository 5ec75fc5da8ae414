#include "report/statistics_service.hpp"

#include <map>

#include <gmock/gmock.h>

#include "report/town_with_cases.hpp"

namespace gk::report {
namespace {

using application::Action;
using law::ApplicationRow;
using law::Outcome;
using people::Role;
using testing::ElementsAre;
using testing::Pair;

const Date today{2026, 1, 10};

class Statistics : public TownWithCases {
protected:
    // Beside those of some_cases(): one answered after an extension, one too late, one that was
    // asked for a fee and paid it, one that a unit was to search for, one to amend a record.
    void many_cases() {
        some_cases();
        const auto extended = received({2025, 4, 1});
        did(extended, Action::request_extension, {2025, 4, 20},
            {.text = "检索量大", .working_days = 10});
        did(extended, Action::consent_to_extension, {2025, 4, 21}, {}, Role::office_head);
        did(extended, Action::notify_extension, {2025, 4, 22});
        answered(extended, {2025, 5, 8});
        answered(received({2025, 6, 2}), {2025, 7, 15});
        const auto paid = received({2025, 8, 1});
        did(paid, Action::notify_fee, {2025, 8, 4},
            {.text = "按量计收",
             .fee_scale = law::FeeScale::per_page,
             .fee_units = 44,
             .amount_fen = 14000});
        did(paid, Action::record_payment, {2025, 8, 6}, {.evidence = "票据"});
        const auto searched = received({2025, 9, 1});
        did(searched, Action::give_search_task, {2025, 9, 2},
            {.text = "查找", .due_on = Date(2025, 9, 8), .unit = "finance"});
        did(searched, Action::record_search, {2025, 9, 10},
            {.text = "没有",
             .event_number = 2,
             .unit = "finance",
             .search_result = application::SearchResult::not_found});
    }

    void answered(const std::string& id, Date on) {
        did(id, Action::reply_on_the_spot, on,
            {.text = "已公开", .outcome = Outcome::already_public});
    }

    CaseStatistics counted(application::Period period = application::Period::of_year(2025)) {
        const auto statistics = count_applications(
            case_desk_, {.agencies = {town_}, .period = period}, person(Role::supervisor), today);
        EXPECT_TRUE(statistics.has_value()) << (statistics ? "" : code(statistics));
        return *statistics;
    }

    // Every figure of cases that there is.
    static std::vector<Statistic> all_of(const CaseStatistics& statistics) {
        std::vector<Statistic> all;
        for (const auto* part :
             {&statistics.totals, &statistics.states, &statistics.outcomes,
              &statistics.applicant_kinds, &statistics.channels, &statistics.timeliness}) {
            all.insert(all.end(), part->begin(), part->end());
        }
        for (const auto& each : statistics.months) {
            all.insert(all.end(), {each.received, each.concluded});
        }
        for (const auto& each : statistics.agencies) {
            all.insert(all.end(), {each.received, each.concluded, each.open, each.overdue});
        }
        for (const auto& each : statistics.units) {
            all.push_back(each.given);
            all.insert(all.end(), each.states.begin(), each.states.end());
        }
        all.insert(all.end(), {statistics.fees_notified.cases, statistics.fees_paid.cases});
        return all;
    }

    // Those that are not 0.
    static std::map<std::string, std::int64_t> filled(const std::vector<Statistic>& figures) {
        std::map<std::string, std::int64_t> counts;
        for (const auto& figure : figures) {
            if (figure.count != 0) {
                counts[figure.key] = figure.count;
            }
        }
        return counts;
    }
};

GK_ON_BOTH_DATABASES(Statistics);

TEST_P(Statistics, open_in_the_list_exactly_what_they_count) {
    many_cases();
    int filled_count = 0;
    for (const auto& figure : all_of(counted())) {
        const auto listed = application::list_cases(case_desk_, figure.filter, {}, today);
        EXPECT_EQ(listed.total, figure.count) << figure.key << " " << figure.label;
        filled_count += figure.count > 0 ? 1 : 0;
    }
    EXPECT_GT(filled_count, 25);
}

TEST_P(Statistics, say_what_the_annual_report_says) {
    many_cases();
    const auto statistics = counted();
    const auto report = compute(2025)->stored;
    for (const auto& figure : statistics.outcomes) {
        EXPECT_EQ(cell(report, *figure.filter.counted_row), std::to_string(figure.count))
            << figure.label;
    }
    const auto totals = filled(statistics.totals);
    EXPECT_EQ(cell(report, ApplicationRow::newly_received),
              std::to_string(totals.at("newly_received")));
    EXPECT_EQ(cell(report, ApplicationRow::carried_in), std::to_string(totals.at("carried_in")));
    EXPECT_EQ(cell(report, ApplicationRow::carried_out), std::to_string(totals.at("carried_out")));
    EXPECT_EQ(cell(report, ApplicationRow::outcomes_total), std::to_string(totals.at("concluded")));
}

TEST_P(Statistics, tell_apart_what_was_in_time_extended_and_late) {
    many_cases();
    const auto statistics = counted();
    EXPECT_THAT(filled(statistics.timeliness),
                ElementsAre(Pair("extended", 1), Pair("in_time", 1), Pair("overdue", 1)));
    // 1, 24 and 31 working days; the one that was withdrawn is not among them.
    EXPECT_EQ(statistics.median_working_days, 24);
    EXPECT_EQ(statistics.agencies.front().overdue.count, 1);
}

TEST_P(Statistics, add_up_fees_months_units_and_remedies) {
    many_cases();
    decided(remedy(law::RemedyGroup::reconsideration, {2025, 2, 1}),
            law::ReconsiderationDecision::upheld, {2025, 3, 20});
    const auto statistics = counted();
    EXPECT_EQ(statistics.fees_notified.amount_fen, 14000);
    EXPECT_EQ(statistics.fees_paid.cases.count, 1);
    ASSERT_EQ(statistics.months.size(), 12U);
    EXPECT_EQ(statistics.months[2].month, "2025-03");
    EXPECT_EQ(statistics.months[2].received.count, 1);
    EXPECT_EQ(statistics.months[0].concluded.count, 1);
    ASSERT_EQ(statistics.units.size(), 1U);
    EXPECT_EQ(statistics.units[0].unit, "finance");
    EXPECT_EQ(statistics.units[0].given.count, 1);
    EXPECT_THAT(filled(statistics.units[0].states), ElementsAre(Pair("searched", 1)));
    EXPECT_EQ(statistics.units[0].overdue_count, 1);
    ASSERT_EQ(statistics.remedies.size(), 1U);
    EXPECT_EQ(statistics.remedies[0].result, law::RemedyResult::upheld);
}

TEST_P(Statistics, cover_part_of_a_year_from_its_first_day_to_its_last) {
    many_cases();
    const auto statistics = counted({Date(2025, 4, 1), Date(2025, 6, 15)});
    EXPECT_THAT(filled(statistics.totals),
                ElementsAre(Pair("carried_out", 1), Pair("concluded", 1), Pair("newly_received", 2),
                            Pair("overdue", 2)));
    ASSERT_EQ(statistics.months.size(), 3U);
    EXPECT_EQ(statistics.months[2].received.filter.received_to, Date(2025, 6, 15));
    EXPECT_TRUE(counted({Date(2020, 1, 1), Date(2020, 1, 1)}).remedies.empty());
}

TEST_P(Statistics, keep_the_time_and_the_fee_of_a_case_that_is_answered_again) {
    const auto id = received({2025, 8, 1});
    did(id, Action::notify_fee, {2025, 8, 4},
        {.text = "按量计收",
         .fee_scale = law::FeeScale::per_page,
         .fee_units = 44,
         .amount_fen = 14000});
    did(id, Action::record_payment, {2025, 8, 6}, {.evidence = "票据"});
    answered(id, {2025, 8, 20});
    did(id, Action::close, {2025, 8, 21});
    did(id, Action::reopen, {2025, 12, 1}, {.text = "复议决定撤销"});
    const auto statistics = counted();
    EXPECT_THAT(filled(statistics.timeliness), ElementsAre(Pair("in_time", 1)));
    EXPECT_EQ(statistics.fees_paid.amount_fen, 14000);
    EXPECT_EQ(compute(2025)->fee_sentence,
              "2025年，本机关收取政府信息公开信息处理费1件，共计140元。");
}

TEST_P(Statistics, are_refused_for_a_period_that_makes_no_sense_and_to_strangers) {
    const auto refusal = [&](application::Period period, const people::Actor& actor) {
        return code(
            count_applications(case_desk_, {.agencies = {town_}, .period = period}, actor, today));
    };
    EXPECT_EQ(refusal({Date(2025, 2, 1), Date(2025, 1, 31)}, clerk()), "report.period_reversed");
    EXPECT_EQ(refusal({Date(2010, 1, 1), Date(2025, 1, 1)}, clerk()), "report.period_too_long");
    EXPECT_EQ(refusal(application::Period::of_year(2025), people::everyone()),
              "application.not_permitted");
}

}  // namespace
}  // namespace gk::report
