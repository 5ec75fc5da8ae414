// report check: files in, findings and an exit status out.
#include <filesystem>
#include <fstream>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "cli/gongkai.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"

namespace gk::cli {
namespace {

using test::gongkai;
using testing::HasSubstr;
using testing::StartsWith;

std::string sample() {
    return (gk::test::source_folder() / "tests/report/data/liulin-2023.html").string();
}

// The sample with one text replaced, in the folder.
std::string changed(const test::Folder& folder, const std::string& name, std::string_view from,
                    std::string_view to) {
    const auto path = (folder.path() / name).string();
    std::ofstream(path) << text::replace_all(gk::test::read_file(sample()), from, to);
    return path;
}

TEST(ReportCheck, a_report_whose_sums_hold_ends_with_status_0) {
    const auto outcome = gongkai({"report", "check", sample()});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("青石县柳林镇 2023 年度报告，2021年格式"));
    // 42 relations of the tables, 3 further ones.
    EXPECT_THAT(outcome.out, HasSubstr("45条相符，0条不符"));
}

TEST(ReportCheck, a_wrong_sum_is_shown_as_an_equation_with_its_place_and_ends_with_status_1) {
    const test::Folder folder;
    const auto file = changed(folder, "wrong.html", "<td>1</td><td>2</td>", "<td>1</td><td>5</td>");
    const auto outcome = gongkai({"report", "check", file});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(
        outcome.out,
        HasSubstr("表四“行政复议”：结果维持1＋结果纠正0＋其他结果0＋尚未审结1＝2，总计5，相差3。"));
    EXPECT_THAT(outcome.out, HasSubstr("remedies.sum[reconsideration]，第3张表第4行"));
}

TEST(ReportCheck, what_is_no_report_or_cannot_be_read_ends_with_status_2) {
    const test::Folder folder;
    const auto other = (folder.path() / "other.txt").string();
    std::ofstream(other) << "今天下午两点开会。\n";
    EXPECT_EQ(gongkai({"report", "check", other}).status, 2);
    EXPECT_EQ(gongkai({"report", "check", (folder.path() / "gone.html").string()}).status, 2);
}

TEST(ReportCheck, a_folder_without_reports_says_so) {
    const test::Folder folder;
    std::ofstream(folder.path() / "picture.png") << "png";
    const auto outcome = gongkai({"report", "check", folder.path().string()});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("report.no_report_files"));
    std::ofstream(folder.path() / "old.doc") << "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    EXPECT_THAT(gongkai({"report", "check", folder.path().string()}).out, HasSubstr("old.doc"));
}

TEST(ReportCheck, one_report_is_shown_with_every_cell_and_every_relation) {
    const auto outcome = gongkai({"report", "check", sample()});
    EXPECT_THAT(outcome.out, HasSubstr("    行政事业性收费，本年收费金额（单位：万元）：0.35\n"));
    EXPECT_THAT(outcome.out, HasSubstr("    （三）不予公开1.属于国家秘密：0  0  3  3  0  0  6\n"));
    EXPECT_THAT(outcome.out, HasSubstr("    行政复议：1  0  0  1  2\n"));
    EXPECT_THAT(outcome.out, HasSubstr("表四“行政复议”：结果维持1＋结果纠正0＋其他结果0＋尚未审结1"
                                       "＝2，总计2，相符。"));
    // Of several, only what does not agree.
    const auto both = gongkai({"report", "check", sample(), sample()});
    EXPECT_THAT(both.out, testing::Not(HasSubstr("相符。")));
}

TEST(ReportCheck, a_table_that_cannot_be_written_is_refused) {
    for (const auto* option : {"--csv", "--xlsx"}) {
        const auto outcome = gongkai({"report", "check", sample(), option, "/no/such/folder/out"});
        EXPECT_EQ(outcome.status, 2);
        EXPECT_THAT(outcome.err, HasSubstr("cli.file_not_written"));
    }
}

TEST(ReportCheck, of_a_folder_shows_its_progress_to_who_watches_and_to_nobody_else) {
    const test::Folder folder;
    changed(folder, "a.html", "\n", "\n");
    changed(folder, "b.html", "\n", "\n");
    const auto path = folder.path().string();
    const auto watched = test::gongkai_at_terminal({"report", "check", path, "--json"});
    EXPECT_THAT(watched.err, HasSubstr("\r[###############...............] 1/2"));
    EXPECT_THAT(watched.err, testing::EndsWith("\r[##############################] 2/2\n"));
    const auto unwatched = gongkai({"report", "check", path, "--json"});
    EXPECT_EQ(unwatched.err, "");
    EXPECT_EQ(unwatched.out, watched.out);
}

TEST(ReportCheck, of_several_files_the_worst_decides_and_a_summary_ends_the_page) {
    const test::Folder folder;
    const auto other = (folder.path() / "other.txt").string();
    std::ofstream(other) << "今天下午两点开会。\n";
    const auto outcome = gongkai({"report", "check", sample(), other});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.out, HasSubstr("共2份：没有不符1份，有不符0份，没有读出1份。"));
}

TEST(ReportCheck, json_is_one_object_in_one_line_for_each_file) {
    const test::Folder folder;
    const auto gone = (folder.path() / "gone.html").string();
    const auto outcome = gongkai({"report", "check", sample(), gone, "--json"});
    EXPECT_EQ(outcome.status, 2);
    const auto lines = text::split(outcome.out, '\n');
    ASSERT_EQ(lines.size(), 3U);
    const auto read = boost::json::parse(lines[0]);
    EXPECT_EQ(read.at("file").as_string(), sample());
    EXPECT_EQ(read.at("status").as_string(), "read");
    EXPECT_EQ(read.at("proactive_disclosure").at("fees_10k_yuan").as_double(), 0.35);
    // The same keys, whatever came of it.
    const auto unread = boost::json::parse(lines[1]).as_object();
    EXPECT_EQ(unread.at("status").as_string(), "unreadable");
    for (const auto& [key, value] : read.as_object()) {
        EXPECT_TRUE(unread.contains(key)) << key;
    }
    EXPECT_TRUE(unread.at("agency").is_null());
    EXPECT_EQ(unread.at("marks").at("applications.granted[1]").as_string(), "absent");
}

TEST(ReportCheck, a_town_with_government_rules_fails_where_its_kind_is_told) {
    const test::Folder folder;
    const auto file =
        changed(folder, "rules.html", "<td>规章</td><td>0</td>", "<td>规章</td><td>6</td>");
    EXPECT_EQ(gongkai({"report", "check", file}).status, 0);
    const auto outcome = gongkai({"report", "check", file, "--agency-kind", "township"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.out, HasSubstr("R9[government_rules.issued]"));
}

TEST(ReportCheck, last_years_report_gives_the_relations_between_two_years) {
    const test::Folder folder;
    const auto previous = changed(folder, "previous.html", "2023", "2022");
    const auto outcome = gongkai({"report", "check", sample(), "--previous", previous, "--json"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.out, HasSubstr("R5[natural_person]"));
    EXPECT_THAT(outcome.out, HasSubstr("text.similar_to_previous"));
}

TEST(ReportCheck, last_years_file_must_be_a_report) {
    const test::Folder folder;
    const auto other = (folder.path() / "other.txt").string();
    std::ofstream(other) << "今天下午两点开会。\n";
    const auto outcome = gongkai({"report", "check", sample(), "--previous", other});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("report.previous_is_no_report"));
}

TEST(ReportCheck, the_tables_hold_a_line_for_each_report_and_finding_and_no_formula) {
    const test::Folder folder;
    const auto file = changed(folder, "formula.html", "青石县柳林镇", "=青石县柳林镇");
    const auto csv = (folder.path() / "out.csv").string();
    const auto xlsx = (folder.path() / "out.xlsx").string();
    const auto outcome =
        gongkai({"report", "check", file, "--csv", csv, "--xlsx", xlsx, "--previous", file});
    EXPECT_EQ(outcome.status, 1);
    const auto table = gk::test::read_file(csv);
    EXPECT_THAT(table, StartsWith("\xEF\xBB\xBF\"行\",\"文件\""));
    EXPECT_THAT(table, HasSubstr("\"'=青石县柳林镇\",\"2023\",\"2021\",\"有不符\""));
    EXPECT_THAT(table, HasSubstr("\r\n\"不符\","));
    EXPECT_THAT(gk::test::read_file(xlsx), StartsWith("PK"));
}

}  // namespace
}  // namespace gk::cli
