// Whatever the cases are, the tables that are made of them agree with themselves and with the next
// year's, and each case is counted once.
#include <random>

#include <gtest/gtest.h>

#include "report/check.hpp"
#include "report/compute.hpp"

namespace gk::report {
namespace {

using law::ApplicantColumn;
using law::ApplicationRow;

using application::CaseCount;

constexpr int first_year = 2019;
constexpr int last_year = 2025;

class RandomCases {
public:
    explicit RandomCases(unsigned seed) : random_(seed) {}

    std::vector<ApplicationFact> applications(std::size_t count) {
        const auto outcomes = *law::outcomes_on(Date(2026, 1, 1));
        std::vector<ApplicationFact> facts;
        while (facts.size() < count) {
            ApplicationFact fact{
                .applicant_kind = static_cast<application::ApplicantKind>(number(0, 5)),
                .received_on = date()};
            if (number(0, 4) != 0) {
                fact.concluded_on = fact.received_on->plus_days(number(0, 500));
                fact.outcome = outcomes[static_cast<std::size_t>(
                    number(0, static_cast<int>(outcomes.size()) - 1))];
            }
            facts.push_back(fact);
        }
        return facts;
    }

    std::vector<RemedyFact> remedies(std::size_t count) {
        std::vector<RemedyFact> facts;
        while (facts.size() < count) {
            RemedyFact fact{.group = static_cast<law::RemedyGroup>(number(0, 2)),
                            .opened_on = date()};
            if (number(0, 4) != 0) {
                fact.concluded_on = fact.opened_on.plus_days(number(0, 500));
                if (number(0, 9) != 0) {
                    fact.result = static_cast<law::RemedyResult>(number(0, 2));
                }
            }
            facts.push_back(fact);
        }
        return facts;
    }

private:
    int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }

    Date date() {
        return Date::first_of(first_year).plus_days(number(0, 365 * (last_year - first_year)));
    }

    std::mt19937 random_;
};

ApplicantColumn column_of(const ApplicationFact& fact) {
    return application::report_column(fact.applicant_kind);
}

ApplicationTable table_of(const std::vector<ApplicationFact>& facts, int year) {
    std::vector<CaseCount> counts;
    for (const auto& fact : facts) {
        const auto more = counts_of(fact, year);
        counts.insert(counts.end(), more.begin(), more.end());
    }
    return application_table(counts, *law::format_in_force(year));
}

std::int64_t cell(const ApplicationTable& table, ApplicationRow row, ApplicantColumn column) {
    return table.at(row)[static_cast<std::size_t>(column)].value->micro() / 1'000'000;
}

AnnualReport report_of(ApplicationTable applications, RemedyTable remedies, int year) {
    AnnualReport report;
    report.report_year = year;
    report.format = law::format_in_force(year);
    report.applications_format = report.format;
    report.applications = std::move(applications);
    report.remedies = std::move(remedies);
    return report;
}

RemedyTable remedy_table_of(const std::vector<RemedyFact>& facts, int year, RemedyScope scope) {
    std::vector<RemedyCount> counts;
    for (const auto& fact : facts) {
        if (const auto result = result_in(fact, year, scope)) {
            counts.push_back({fact.group, *result, 1});
        }
    }
    return remedy_table(counts);
}

TEST(ComputedReports, pass_every_relation_in_every_year_of_either_form) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        RandomCases random(seed);
        const auto applications = random.applications(400);
        const auto remedies = random.remedies(60);
        std::optional<AnnualReport> previous;
        for (int year = first_year; year <= last_year; ++year) {
            auto report =
                report_of(table_of(applications, year),
                          remedy_table_of(remedies, year, RemedyScope::all_of_year), year);
            const auto checked =
                check(report, {.previous = previous ? &*previous : nullptr, .level = std::nullopt});
            EXPECT_FALSE(checked.has_error()) << year;
            for (const auto& relation : checked.relations) {
                EXPECT_EQ(relation.state, RelationState::holds) << year << " " << relation.code;
            }
            previous = std::move(report);
        }
    }
}

TEST(ComputedReports, count_each_case_once_coming_and_once_going) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        const auto facts = RandomCases(seed).applications(50);
        for (const auto& fact : facts) {
            int received = 0;
            int outcomes = 0;
            for (int year = first_year; year <= last_year + 3; ++year) {
                const auto table = table_of({fact}, year);
                const auto format = *law::format_in_force(year);
                received += static_cast<int>(
                    cell(table, ApplicationRow::newly_received, ApplicantColumn::total));
                std::int64_t in_rows = 0;
                for (const auto row : law::outcome_rows(format)) {
                    in_rows += cell(table, row, column_of(fact));
                    EXPECT_LE(cell(table, row, ApplicantColumn::total), 1);
                }
                outcomes += static_cast<int>(in_rows);
                EXPECT_EQ(cell(table, ApplicationRow::newly_received, column_of(fact)) +
                              cell(table, ApplicationRow::carried_in, column_of(fact)),
                          in_rows + cell(table, ApplicationRow::carried_out, column_of(fact)));
            }
            EXPECT_EQ(received, 1);
            EXPECT_EQ(outcomes, fact.concluded_on ? 1 : 0);
        }
    }
}

TEST(ComputedReports, count_each_remedy_concluded_in_one_year_at_most) {
    const auto facts = RandomCases(7).remedies(300);
    for (const auto& fact : facts) {
        int concluded = 0;
        for (int year = first_year; year <= last_year + 3; ++year) {
            const auto result = result_in(fact, year, RemedyScope::all_of_year);
            concluded += result && *result != law::RemedyResult::pending ? 1 : 0;
        }
        EXPECT_EQ(concluded, fact.concluded_on && fact.result ? 1 : 0);
    }
}

TEST(ComputedReports, leave_remedies_of_earlier_years_out_where_only_new_ones_are_wanted) {
    const RemedyFact fact{.group = law::RemedyGroup::reconsideration,
                          .opened_on = Date(2024, 12, 20),
                          .concluded_on = Date(2025, 2, 1),
                          .result = law::RemedyResult::upheld};
    EXPECT_EQ(result_in(fact, 2025, RemedyScope::all_of_year), law::RemedyResult::upheld);
    EXPECT_EQ(result_in(fact, 2025, RemedyScope::filed_in_year), std::nullopt);
    EXPECT_EQ(result_in(fact, 2024, RemedyScope::filed_in_year), law::RemedyResult::pending);
    EXPECT_EQ(result_in(fact, 2026, RemedyScope::all_of_year), std::nullopt);
    EXPECT_EQ(result_in(fact, 2023, RemedyScope::all_of_year), std::nullopt);
}

TEST(ComputedReports, fill_every_cell_of_the_form_and_no_other) {
    for (const auto format : law::report_formats()) {
        const auto table = application_table({}, format);
        EXPECT_EQ(table.size(), law::application_rows(format).size());
        for (const auto row : law::application_rows(format)) {
            EXPECT_EQ(cell(table, row, ApplicantColumn::total), 0);
        }
    }
    EXPECT_EQ(remedy_table({}).size(), law::remedy_group_count);
}

TEST(ComputedReports, count_by_the_first_and_the_last_day_of_the_year) {
    using application::Counted;
    const auto kinds = [](const ApplicationFact& fact, int year) {
        std::vector<Counted> found;
        for (const auto& count : counts_of(fact, year)) {
            found.push_back(count.counted);
        }
        return found;
    };
    using Kinds = std::vector<Counted>;
    ApplicationFact fact{.received_on = Date(2025, 1, 1),
                         .concluded_on = Date(2025, 12, 31),
                         .outcome = law::Outcome::granted};
    EXPECT_EQ(kinds(fact, 2024), Kinds{});
    EXPECT_EQ(kinds(fact, 2025), (Kinds{Counted::newly_received, Counted::concluded}));
    EXPECT_EQ(kinds(fact, 2026), Kinds{});
    fact.received_on = Date(2024, 12, 31);
    fact.concluded_on = Date(2026, 1, 1);
    EXPECT_EQ(kinds(fact, 2024), (Kinds{Counted::newly_received, Counted::carried_out}));
    EXPECT_EQ(kinds(fact, 2025), (Kinds{Counted::carried_in, Counted::carried_out}));
    EXPECT_EQ(kinds(fact, 2026), (Kinds{Counted::carried_in, Counted::concluded}));
    fact.received_on.reset();
    EXPECT_EQ(kinds(fact, 2026), Kinds{});
}

TEST(ComputedReports, say_what_was_collected) {
    EXPECT_EQ(fee_sentence(2025, {}), "2025年，本机关没有收取政府信息公开信息处理费。");
    EXPECT_EQ(fee_sentence(2025, {2, 15000}),
              "2025年，本机关收取政府信息公开信息处理费2件，共计150元。");
    EXPECT_EQ(fee_sentence(2025, {1, 1005}),
              "2025年，本机关收取政府信息公开信息处理费1件，共计10.05元。");
}

TEST(ComputedReports, have_words_for_which_remedies_they_take_in) {
    for (const auto scope : {RemedyScope::all_of_year, RemedyScope::filed_in_year}) {
        EXPECT_EQ(remedy_scope_of(key(scope)), scope);
        EXPECT_FALSE(label(scope).empty());
    }
}

}  // namespace
}  // namespace gk::report
