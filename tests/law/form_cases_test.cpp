// Executes the tables of tests/cases/ that have no clock: outcomes, remedies, catalogue, report.
#include <algorithm>
#include <functional>

#include <gtest/gtest.h>

#include "law/annual_report_due.hpp"
#include "law/catalogue.hpp"
#include "law/citation_text.hpp"
#include "law/cross_check.hpp"
#include "law/outcome.hpp"
#include "law/remedy_notice.hpp"
#include "law/remedy_outcome.hpp"
#include "law/remedy_period.hpp"
#include "support/case_table.hpp"

namespace gk::law {
namespace {

using test::case_rows;
using test::CaseRow;

constexpr std::string_view nothing = "无";

Date date_of(const std::string& text) {
    return *Date::parse(text);
}

bool yes(const std::string& text) {
    return text == "是";
}

std::string join(std::span<const Citation> basis,
                 const std::function<std::string(const Citation&)>& write) {
    std::string all;
    for (const auto& citation : basis) {
        all += (all.empty() ? "" : "、") + write(citation);
    }
    return all.empty() ? std::string(nothing) : all;
}

std::string articles(std::span<const Citation> basis) {
    return join(basis, article_text);
}

// The first of `values` whose label is this.
template <typename Values>
auto by_label(const Values& values, std::string_view text) {
    const auto found =
        std::ranges::find_if(values, [&](const auto value) { return label(value) == text; });
    if (found == values.end()) {
        throw std::invalid_argument(std::string(text));
    }
    return *found;
}

std::string row_text(ApplicationRow row) {
    return std::string(group_label(row)) + std::string(label(row));
}

TEST(OutcomeCases, every_outcome_has_its_article_its_letter_and_its_row) {
    const auto rows = case_rows("tests/cases/outcomes.md", "办理结果、依据、文书、年度报告");
    const auto all = *outcomes_on(Date(2026, 1, 1));
    EXPECT_EQ(rows.size(), all.size());
    for (const auto& row : rows) {
        SCOPED_TRACE(row.place);
        const auto outcome = by_label(all, row["办理结果"]);
        EXPECT_EQ(articles(basis(outcome)), row["依据"]);
        EXPECT_EQ(letter(outcome) ? label(*letter(outcome)) : nothing, row["文书"]);
        EXPECT_EQ(is_discretionary(outcome), yes(row["裁量"]));
        EXPECT_EQ(row_text(report_row(outcome, ReportFormat::form_2021)), row["2021年格式"]);
        EXPECT_EQ(row_text(report_row(outcome, ReportFormat::trial_2019)), row["2019年格式"]);
    }
}

TEST(OutcomeCases, an_exemption_binds_or_leaves_a_choice_and_may_be_lifted) {
    for (const auto& row : case_rows("tests/cases/outcomes.md", "不予公开的理由")) {
        SCOPED_TRACE(row.place);
        const auto exemption = *exemption_of(row["理由"]);
        const Circumstances found{.third_party_agrees = yes(row["第三方同意"]),
                                  .has_public_interest_override = yes(row["公共利益"]),
                                  .is_disclosure_prescribed = yes(row["规定应当公开"])};
        EXPECT_EQ(label(ruling(exemption, found)), row["结论"]);
        EXPECT_EQ(must_tell_third_party(exemption, found), yes(row["书面告知第三方"]));
    }
}

TEST(OutcomeCases, what_can_be_severed_is_granted_in_part) {
    for (const auto& row : case_rows("tests/cases/outcomes.md", "区分处理")) {
        SCOPED_TRACE(row.place);
        const auto severability =
            row["能否区分"] == "能" ? Severability::severable : Severability::whole;
        EXPECT_EQ(key(outcome_under(*exemption_of(row["理由"]), severability)), row["办理结果"]);
    }
}

TEST(OutcomeCases, outcomes_are_those_of_the_regulation_of_2019) {
    for (const auto& row : case_rows("tests/cases/outcomes.md", "适用的条例")) {
        SCOPED_TRACE(row.place);
        const auto outcomes = outcomes_on(date_of(row["收到日期"]));
        const auto exemptions = exemptions_on(date_of(row["收到日期"]));
        EXPECT_EQ(outcomes ? "有" : outcomes.error().first().code, row["结果"]);
        EXPECT_EQ(exemptions ? "有" : exemptions.error().first().code, row["结果"]);
    }
}

TEST(RemedyCases, every_outcome_has_its_notice) {
    const auto rows = case_rows("tests/cases/remedies.md", "办理结果与救济告知");
    EXPECT_EQ(rows.size(), outcomes_on(Date(2026, 1, 1))->size());
    for (const auto& row : rows) {
        SCOPED_TRACE(row.place);
        const auto subject = remedy_subject(*outcome_of(row["办理结果"]));
        EXPECT_EQ(key(remedy_notice_kind(subject, {})), row["告知"]);
    }
}

TEST(RemedyCases, every_letter_has_its_notice) {
    const auto rows = case_rows("tests/cases/remedies.md", "文书与救济告知");
    EXPECT_EQ(rows.size(), letter_kinds().size());
    for (const auto& row : rows) {
        SCOPED_TRACE(row.place);
        const auto subject = remedy_subject(by_label(letter_kinds(), row["文书"]));
        EXPECT_EQ(key(remedy_notice_kind(subject, {})), row["告知"]);
    }
}

TEST(RemedyCases, the_review_body_follows_from_the_level) {
    for (const auto& row : case_rows("tests/cases/remedies.md", "行政复议机关")) {
        SCOPED_TRACE(row.place);
        const auto leadership =
            row["领导体制"] == "垂直" ? Leadership::vertical : Leadership::local;
        const auto body =
            review_body(*agency_level_of(row["机关"]), leadership, date_of(row["答复日期"]));
        if (!body) {
            EXPECT_EQ(body.error().first().code, row["行政复议机关"]);
            continue;
        }
        EXPECT_EQ(label(body->value), row["行政复议机关"]);
        EXPECT_EQ(article_text(body->basis), row["依据"]);
    }
}

TEST(RemedyCases, periods_run_in_natural_time) {
    const auto rows = case_rows("tests/cases/remedies.md", "期限");
    EXPECT_EQ(rows.size(), remedy_periods().size());
    for (const auto& row : rows) {
        SCOPED_TRACE(row.place);
        const auto period = by_label(remedy_periods(), row["期限"]);
        const auto length = *remedy_period(period, Date(2026, 1, 1));
        EXPECT_EQ(text(length.value), row["长度"]);
        EXPECT_EQ(citation_text(length.basis), row["依据"]);
        EXPECT_FALSE(remedy_period(period, Date(2023, 12, 31)).has_value());
    }
}

template <typename Values>
void expect_counted(const Values& values, const std::vector<CaseRow>& rows,
                    std::string_view column) {
    EXPECT_EQ(rows.size(), values.size());
    for (const auto& row : rows) {
        SCOPED_TRACE(row.place);
        const auto value = by_label(values, row[column]);
        const auto [result, must_ask] = counting(value, {});
        EXPECT_EQ(result ? label(*result) : "不计入", row["计入"]);
        EXPECT_EQ(must_ask, yes(row["询问"]));
        EXPECT_EQ(articles(basis(value)), row["依据"]);
    }
}

TEST(RemedyCases, every_decision_is_counted_in_one_cell) {
    expect_counted(reconsideration_decisions(),
                   case_rows("tests/cases/remedies.md", "行政复议决定与表四"), "决定");
    expect_counted(litigation_rulings(), case_rows("tests/cases/remedies.md", "行政诉讼裁判与表四"),
                   "裁判");
}

TEST(CatalogueCases, article_21_adds_by_level) {
    for (const auto& row : case_rows("tests/cases/catalogue.md", "各级机关的目录")) {
        SCOPED_TRACE(row.place);
        int common = 0;
        std::string added;
        const auto items = catalogue(*agency_level_of(row["机关"]), date_of(row["日期"]));
        for (const auto& item : *items) {
            if (item.basis.article == 20) {
                EXPECT_EQ(item.basis.item, ++common);
            } else {
                added += (added.empty() ? "" : "、") + std::string(item.content);
            }
        }
        EXPECT_EQ(std::to_string(common), row["第二十条"]);
        EXPECT_EQ(added.empty() ? nothing : added, row["第二十一条"]);
    }
    for (const auto& row : case_rows("tests/cases/catalogue.md", "2008年的条例")) {
        SCOPED_TRACE(row.place);
        const auto items = catalogue(*agency_level_of(row["机关"]), date_of(row["日期"]));
        ASSERT_FALSE(items.has_value());
        EXPECT_EQ(items.error().first().code, row["结果"]);
    }
}

TEST(AnnualReportCases, is_due_by_level) {
    for (const auto& row : case_rows("tests/cases/annual_report.md", "公布期限")) {
        SCOPED_TRACE(row.place);
        const auto due =
            annual_report_due(*agency_level_of(row["机关"]), std::stoi(row["报告年度"]),
                              Date::parse(row["当地日期"]));
        if (!due) {
            EXPECT_EQ(due.error().first().code, row["公布期限"]);
            continue;
        }
        EXPECT_EQ(due->value ? due->value->iso() : nothing, row["公布期限"]);
        EXPECT_EQ(due->basis.empty(), row["机关"] == "township" || row["机关"] == "subdistrict");
    }
}

TEST(AnnualReportCases, who_cannot_make_government_rules_reports_none) {
    const auto rows = case_rows("tests/cases/annual_report.md", "规章一行");
    EXPECT_EQ(rows.size(), agency_levels().size());
    for (const auto& row : rows) {
        SCOPED_TRACE(row.place);
        const auto level = *agency_level_of(row["机关"]);
        EXPECT_EQ(!rule_making_equations(ReportFormat::form_2021, level).empty(),
                  yes(row["应当为0"]));
    }
}

TEST(AnnualReportCases, the_form_follows_from_the_report_year) {
    for (const auto& row : case_rows("tests/cases/annual_report.md", "适用的格式")) {
        SCOPED_TRACE(row.place);
        const auto format = format_in_force(std::stoi(row["报告年度"]));
        EXPECT_EQ(format ? key(*format) : nothing, row["格式"]);
    }
}

}  // namespace
}  // namespace gk::law
