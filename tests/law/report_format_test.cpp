#include "law/report_format.hpp"

#include <filesystem>
#include <set>
#include <string>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/golden.hpp"
#include "support/shared_data.hpp"

namespace gk::law {
namespace {

using enum ReportFormat;

template <typename Values>
std::set<std::string> keys(const Values& values) {
    std::set<std::string> all;
    for (const auto& value : values) {
        EXPECT_TRUE(all.emplace(key(value)).second) << key(value);
    }
    return all;
}

TEST(ReportFormat, is_read_back_from_its_key) {
    EXPECT_EQ(report_format_of("2019"), trial_2019);
    EXPECT_EQ(report_format_of("2021"), form_2021);
    EXPECT_EQ(report_format_of("2020"), std::nullopt);
    EXPECT_EQ(key(trial_2019), "2019");
    EXPECT_EQ(basis(trial_2019).instrument, "report-format-2019");
    EXPECT_EQ(basis(form_2021).instrument, "report-format-2021");
    EXPECT_EQ(report_formats().size(), 2U);
}

TEST(ReportFormat, is_in_force_from_the_report_for_its_first_year) {
    EXPECT_EQ(format_in_force(2018), std::nullopt);
    EXPECT_EQ(format_in_force(2019), trial_2019);
    EXPECT_EQ(format_in_force(2020), trial_2019);
    EXPECT_EQ(format_in_force(2021), form_2021);
    EXPECT_EQ(format_in_force(2026), form_2021);
}

TEST(ReportFormat, has_six_sections_of_which_the_middle_three_are_tables) {
    ASSERT_EQ(sections().size(), section_count);
    std::vector<bool> tables;
    for (const auto section : sections()) {
        tables.push_back(is_table(section));
        EXPECT_EQ(title(section, trial_2019) == title(section, form_2021),
                  section != Section::problems_and_improvements);
    }
    EXPECT_THAT(tables, testing::ElementsAre(false, true, true, true, false, false));
    EXPECT_EQ(title(Section::problems_and_improvements, form_2021), "存在的主要问题及改进情况");
    EXPECT_EQ(title(Section::problems_and_improvements, trial_2019),
              "政府信息公开工作存在的主要问题及改进情况");
    EXPECT_EQ(keys(sections()).size(), section_count);
}

TEST(ReportFormat, has_25_rows_of_applications_in_2021_and_23_in_2019) {
    EXPECT_EQ(application_rows(form_2021).size(), 25U);
    EXPECT_EQ(application_rows(trial_2019).size(), 23U);
    EXPECT_EQ(outcome_rows(form_2021).size(), 21U);
    EXPECT_EQ(outcome_rows(trial_2019).size(), 19U);
    EXPECT_EQ(outcome_rows(form_2021).front(), ApplicationRow::granted);
    EXPECT_EQ(outcome_rows(form_2021).back(), ApplicationRow::otherwise_closed_other);
    EXPECT_EQ(outcome_rows(trial_2019).back(), ApplicationRow::otherwise_closed);
}

TEST(ReportFormat, labels_the_rows_as_the_circular_prints_them) {
    using enum ApplicationRow;
    EXPECT_EQ(label(granted_in_part), "（二）部分公开（区分处理的，只计这一情形，不计其他情形）");
    EXPECT_EQ(group_label(granted_in_part), "");
    EXPECT_EQ(group_label(refused_security_or_stability), "（三）不予公开");
    EXPECT_EQ(label(refused_security_or_stability), "3.危及“三安全一稳定”");
    EXPECT_EQ(label(otherwise_closed), "（六）其他处理");
    EXPECT_EQ(group_label(otherwise_closed_other), "（六）其他处理");
    EXPECT_EQ(label(ProactiveItem::normative_documents, form_2021), "行政规范性文件");
    EXPECT_EQ(label(ProactiveItem::normative_documents, trial_2019), "规范性文件");
    EXPECT_EQ(label(ProactiveColumn::decisions, form_2021), "本年处理决定数量");
    EXPECT_EQ(label(ProactiveColumn::decisions, trial_2019), "处理决定数量");
    EXPECT_EQ(label(ApplicantColumn::other_organization), "其他");
    EXPECT_EQ(label(RemedyGroup::direct_litigation), "未经复议直接起诉");
    EXPECT_EQ(label(RemedyResult::pending), "尚未审结");
    EXPECT_EQ(key(RemedyResult::other_result), "other_result");
}

TEST(ReportFormat, every_cell_of_section_two_belongs_to_one_block) {
    EXPECT_EQ(proactive_cells(form_2021).size(), 10U);
    EXPECT_EQ(proactive_cells(trial_2019).size(), 22U);
    for (const auto format : report_formats()) {
        std::vector<std::pair<ProactiveItem, ProactiveColumn>> of_blocks;
        for (const auto& block : proactive_blocks(format)) {
            for (const auto item : block.items) {
                for (const auto column : block.columns) {
                    of_blocks.emplace_back(item, column);
                }
            }
        }
        std::vector<std::pair<ProactiveItem, ProactiveColumn>> of_cells;
        for (const auto& cell : proactive_cells(format)) {
            of_cells.emplace_back(cell.item, cell.column);
            EXPECT_TRUE(cell.key.starts_with(key(cell.item))) << cell.key;
            // A line with one column is named alone in the 2021 form, but for its unit.
            if (cell.key.find('.') != std::string_view::npos) {
                EXPECT_TRUE(cell.key.ends_with(key(cell.column))) << cell.key;
            }
        }
        EXPECT_EQ(of_blocks, of_cells);
    }
    EXPECT_EQ(proactive_blocks(form_2021).back().item_of_article_20, 8);
    EXPECT_EQ(proactive_blocks(trial_2019).back().label, "第二十条第（九）项");
}

// "government_rules" → {"issued": 0} becomes government_rules.issued.
std::set<std::string> leaves(const boost::json::object& table) {
    std::set<std::string> all;
    for (const auto& [name, value] : table) {
        if (!value.is_object()) {
            all.insert(name);
            continue;
        }
        for (const auto& [column, figure] : value.as_object()) {
            if (column != "unit" && column != "as_printed") {
                all.insert(std::string(name) + "." + std::string(column));
            }
        }
    }
    return all;
}

TEST(ReportFormat, has_the_keys_of_the_published_samples) {
    GK_SHARED_FOLDER_OR_SKIP(samples, "samples/annual-reports");
    int checked = 0;
    for (const auto& file : std::filesystem::directory_iterator(samples)) {
        if (!file.path().string().ends_with(".gold.json")) {
            continue;
        }
        ++checked;
        const auto gold = boost::json::parse(test::read_file(file.path())).as_object();
        const auto format = report_format_of(gold.at("format").as_string());
        ASSERT_TRUE(format) << file;
        std::set<std::string> cells;
        for (const auto& cell : proactive_cells(*format)) {
            cells.emplace(cell.key);
        }
        EXPECT_EQ(leaves(gold.at("proactive_disclosure").as_object()), cells) << file;
        auto rows = leaves(gold.at("applications").as_object());
        rows.erase("otherwise_closed");
        EXPECT_EQ(rows, keys(application_rows(form_2021))) << file;
        EXPECT_EQ(leaves(gold.at("remedies").as_object()), keys(remedy_groups())) << file;
    }
    EXPECT_EQ(checked, 13);
    EXPECT_EQ(key(ApplicationRow::otherwise_closed), "otherwise_closed");
}

}  // namespace
}  // namespace gk::law
