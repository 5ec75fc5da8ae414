#include "law/cross_check.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law/vector_file.hpp"
#include "support/golden.hpp"
#include "support/shared_data.hpp"

namespace gk::law {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using enum ReportFormat;

std::vector<std::string> codes(const std::vector<Equation>& equations) {
    std::vector<std::string> all;
    for (const auto& equation : equations) {
        all.push_back(equation.code);
    }
    return all;
}

// The 总计 column of table 三 and table 四 of one city, for one year.
class CityReport {
public:
    explicit CityReport(const std::string& year) {
        std::map<std::string, std::string> figures;
        for (const auto& row : test::read_vectors("report-city-b.tsv")) {
            figures[row.at("row_id")] = row.at(year);
        }
        int number = 1;
        for (const auto row : application_rows(form_2021)) {
            rows_[row] = Decimal(std::stoll(figures.at("r" + std::to_string(number++))));
        }
        const std::string letters = "abc";
        for (const auto group : remedy_groups()) {
            for (const auto result : remedy_results()) {
                remedies_[{group, result}] =
                    Decimal(std::stoll(figures.at(letters[static_cast<std::size_t>(group)] +
                                                  std::to_string(static_cast<int>(result) + 1))));
            }
        }
    }

    [[nodiscard]] Decimal operator[](const ReportCell& cell) const {
        if (const auto* application = std::get_if<ApplicationCell>(&cell)) {
            return rows_.at(application->row);
        }
        const auto& remedy = std::get<RemedyCell>(cell);
        return remedies_.at({remedy.group, remedy.result});
    }

    void set(ApplicationRow row, int value) { rows_[row] = Decimal(value); }

private:
    std::map<ApplicationRow, Decimal> rows_;
    std::map<std::pair<RemedyGroup, RemedyResult>, Decimal> remedies_;
};

Decimal sum(const std::vector<Term>& side, const CityReport& report, const CityReport& previous) {
    Decimal total;
    for (const auto& term : side) {
        const auto value = (term.is_of_previous_year ? previous : report)[term.cell];
        total = term.is_subtracted ? total - value : total + value;
    }
    return total;
}

bool holds(const std::vector<Equation>& equations, const std::string& code,
           const CityReport& report, const CityReport& previous) {
    for (const auto& equation : equations) {
        if (equation.code == code) {
            return sum(equation.left, report, previous) == sum(equation.right, report, previous);
        }
    }
    ADD_FAILURE() << code;
    return false;
}

TEST(CrossCheck, holds_in_two_published_years_of_a_city) {
    const CityReport of_2023("2023");
    const CityReport of_2024("2024");
    const auto applications = application_equations(form_2021);
    for (const auto* report : {&of_2023, &of_2024}) {
        EXPECT_TRUE(holds(applications, "applications.balance[total]", *report, *report));
        EXPECT_TRUE(holds(applications, "applications.sum[total]", *report, *report));
        for (const auto& equation : remedy_equations()) {
            EXPECT_EQ(sum(equation.left, *report, *report), sum(equation.right, *report, *report))
                << equation.code;
        }
    }
    EXPECT_TRUE(holds(carry_over_equations(), "R5[total]", of_2024, of_2023));
}

TEST(CrossCheck, fails_where_one_figure_of_those_years_is_changed) {
    const CityReport of_2023("2023");
    CityReport of_2024("2024");
    of_2024.set(ApplicationRow::carried_in, 122);
    EXPECT_FALSE(
        holds(application_equations(form_2021), "applications.balance[total]", of_2024, of_2023));
    EXPECT_FALSE(holds(carry_over_equations(), "R5[total]", of_2024, of_2023));
    of_2024.set(ApplicationRow::refused_enforcement_file, 22);
    EXPECT_FALSE(
        holds(application_equations(form_2021), "applications.sum[total]", of_2024, of_2023));
}

TEST(CrossCheck, sums_the_groups_that_the_prose_names) {
    const CityReport of_2024("2024");
    std::map<std::string, std::string> sums;
    for (const auto& group : outcome_groups(form_2021)) {
        Decimal total;
        for (const auto row : group.rows) {
            total += of_2024[ApplicationCell{row, ApplicantColumn::total}];
        }
        sums[std::string(group.name)] = total.text();
    }
    EXPECT_THAT(sums, ElementsAre(std::pair("不予公开", "92"), std::pair("不予处理", "117"),
                                  std::pair("予以公开", "1431"), std::pair("其他处理", "469"),
                                  std::pair("无法提供", "941"), std::pair("部分公开", "471")));
    EXPECT_THAT(outcome_groups(trial_2019).back().rows,
                ElementsAre(ApplicationRow::otherwise_closed));
}

TEST(CrossCheck, has_the_codes_of_the_published_samples) {
    GK_SHARED_FOLDER_OR_SKIP(samples, "samples/annual-reports");
    std::set<std::string> known;
    for (const auto format : report_formats()) {
        for (const auto& code : codes(application_equations(format))) {
            known.insert(code);
        }
    }
    for (const auto& code : codes(remedy_equations())) {
        known.insert(code);
    }
    std::set<std::string> met;
    for (const auto& file : std::filesystem::directory_iterator(samples)) {
        if (!file.path().string().ends_with(".gold.json")) {
            continue;
        }
        const auto gold = boost::json::parse(test::read_file(file.path())).as_object();
        const auto& relations = gold.at("relations").as_object();
        for (const auto* list : {"hold", "not_assessable"}) {
            for (const auto& code : relations.at(list).as_array()) {
                met.emplace(code.as_string());
            }
        }
        for (const auto& failed : relations.at("fail").as_array()) {
            met.emplace(failed.as_object().at("code").as_string());
        }
    }
    EXPECT_EQ(met, known);
}

TEST(CrossCheck, adds_up_six_columns_and_the_rows_of_its_form) {
    EXPECT_THAT(application_equations(form_2021), SizeIs(7 + 7 + 25));
    EXPECT_THAT(application_equations(trial_2019), SizeIs(7 + 7 + 23));
    for (const auto& equation : application_equations(trial_2019)) {
        switch (equation.check) {
            case CrossCheck::r1:
                EXPECT_THAT(equation.left, SizeIs(2));
                break;
            case CrossCheck::r2:
                EXPECT_THAT(equation.left, SizeIs(6));
                break;
            default:
                EXPECT_EQ(equation.check, CrossCheck::r3);
                EXPECT_THAT(equation.left, SizeIs(19));
        }
    }
}

TEST(CrossCheck, the_stock_of_documents_is_last_years_plus_issued_less_repealed) {
    const auto equations = stock_equations();
    EXPECT_THAT(codes(equations), ElementsAre("R6[government_rules]", "R6[normative_documents]"));
    const auto name = [](const Term& term) {
        return std::string(term.is_subtracted ? "-" : "+") +
               (term.is_of_previous_year ? "previous " : "") +
               std::string(std::get<ProactiveCell>(term.cell).key);
    };
    std::vector<std::string> right;
    std::ranges::transform(equations[1].right, std::back_inserter(right), name);
    EXPECT_EQ(name(equations[1].left.at(0)), "+normative_documents.in_force");
    EXPECT_THAT(right, ElementsAre("+previous normative_documents.in_force",
                                   "+normative_documents.issued", "-normative_documents.repealed"));
}

TEST(CrossCheck, a_town_must_report_no_government_rules_and_a_city_with_districts_may) {
    EXPECT_THAT(codes(rule_making_equations(form_2021, AgencyLevel::township)),
                ElementsAre("R9[government_rules.issued]", "R9[government_rules.repealed]",
                            "R9[government_rules.in_force]"));
    EXPECT_THAT(rule_making_equations(trial_2019, AgencyLevel::county), SizeIs(3));
    EXPECT_THAT(rule_making_equations(form_2021, AgencyLevel::prefecture), IsEmpty());
    EXPECT_THAT(rule_making_equations(form_2021, AgencyLevel::township).front().right, IsEmpty());
}

TEST(CrossCheck, a_count_is_whole_and_not_negative_and_an_amount_may_have_decimals) {
    const auto half = *Decimal::parse("0.5");
    EXPECT_TRUE(is_possible(FigureKind::count, Decimal(0)));
    EXPECT_FALSE(is_possible(FigureKind::count, Decimal(-1)));
    EXPECT_FALSE(is_possible(FigureKind::count, half));
    EXPECT_TRUE(is_possible(FigureKind::signed_count, Decimal(-1)));
    EXPECT_FALSE(is_possible(FigureKind::signed_count, half));
    EXPECT_TRUE(is_possible(FigureKind::amount, half));
    EXPECT_FALSE(is_possible(FigureKind::amount, Decimal(-1)));

    EXPECT_EQ(figure_kind(ApplicationCell{ApplicationRow::granted, ApplicantColumn::total}),
              FigureKind::count);
    EXPECT_EQ(figure_kind(RemedyCell{RemedyGroup::reconsideration, RemedyResult::total}),
              FigureKind::count);
    EXPECT_EQ(figure_kind(proactive_cells(form_2021).back()), FigureKind::amount);
    EXPECT_EQ(figure_kind(proactive_cells(trial_2019)[7]), FigureKind::signed_count);
}

TEST(CrossCheck, fees_are_to_be_mentioned_in_the_last_section) {
    const auto rule = fee_mention();
    EXPECT_EQ(rule.cell.row, ApplicationRow::otherwise_closed_fee_unpaid);
    EXPECT_EQ(rule.section, Section::other_matters);
    EXPECT_THAT(rule.words, testing::Contains("信息处理费"));
}

TEST(CrossCheck, has_thirteen_rules_each_with_a_level_and_a_sentence) {
    std::map<CheckLevel, int> levels;
    ASSERT_THAT(cross_checks(), SizeIs(13));
    for (const auto check : cross_checks()) {
        ++levels[level(check)];
        EXPECT_TRUE(statement(check).ends_with("。")) << key(check);
        EXPECT_FALSE(label(level(check)).empty());
        EXPECT_EQ(is_printed_in_form(check), check == CrossCheck::r1);
    }
    EXPECT_THAT(
        levels,
        ElementsAre(std::pair(CheckLevel::error, 7), std::pair(CheckLevel::warning, 3),
                    std::pair(CheckLevel::within_scope, 1), std::pair(CheckLevel::none, 2)));
    EXPECT_EQ(key(CrossCheck::r9), "R9");
    EXPECT_EQ(basis(CrossCheck::r9).instrument, "legislation-law-2023");
    EXPECT_TRUE(basis(CrossCheck::r3).empty());
}

}  // namespace
}  // namespace gk::law
