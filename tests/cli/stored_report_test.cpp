// migrate, demo, report import, report show, report list, in one data folder.
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

using test::data_in;
using test::gongkai;
using testing::AllOf;
using testing::HasSubstr;

class StoredReports : public test::InDataFolder {
protected:
    const std::string sample_ = (gk::test::source_folder() / "data/demo/xigebi-2023.txt").string();
};

TEST(Migrate, brings_a_new_database_up_and_says_so) {
    const test::Folder folder;
    const auto before = gongkai({"migrate", "status"}, data_in(folder));
    EXPECT_EQ(before.status, 1);
    EXPECT_THAT(before.out, HasSubstr("0001_agencies  尚未执行"));
    EXPECT_THAT(gongkai({"demo", "--without-year"}, data_in(folder)).err,
                HasSubstr("store.schema_behind"));
    const auto up = gongkai({"migrate", "up"}, data_in(folder));
    EXPECT_EQ(up.status, 0);
    EXPECT_THAT(up.out, HasSubstr("已执行 0001_agencies"));
    EXPECT_EQ(gongkai({"migrate", "up"}, data_in(folder)).out, "数据库结构已是最新。\n");
    const auto after = gongkai({"migrate", "status"}, data_in(folder));
    EXPECT_EQ(after.status, 0);
    EXPECT_THAT(after.out, HasSubstr("0001_agencies  2026-03-01 12:00 已执行"));
}

TEST_F(StoredReports, of_the_demo_are_published_once) {
    const auto first = run({"demo", "--without-year"});
    EXPECT_EQ(first.status, 0);
    EXPECT_THAT(first.out, HasSubstr("已建立：沙湾市西戈壁镇人民政府（xigebi）"));
    const auto second = run({"demo", "--without-year"});
    EXPECT_EQ(second.status, 0);
    EXPECT_THAT(second.out, HasSubstr("已经有：2023年政府信息公开工作年度报告"));
    EXPECT_THAT(run({"report", "list"}).out, HasSubstr("2023  xigebi  已公开  2021  "));
}

TEST_F(StoredReports, are_shown_in_words_and_as_json) {
    ASSERT_EQ(run({"demo", "--without-year"}).status, 0);
    const auto words = run({"report", "show", "--agency", "xigebi", "--year", "2023"});
    EXPECT_EQ(words.status, 0);
    EXPECT_THAT(words.out, AllOf(HasSubstr("沙湾市西戈壁镇人民政府（xigebi） 2023年度 已公开"),
                                 HasSubstr("公开  cli:tester"), HasSubstr("勾稽关系：")));
    const auto shown = boost::json::parse(
        run({"report", "show", "--agency", "xigebi", "--year", "2023", "--json"}).out);
    EXPECT_EQ(shown.at("status").as_string(), "published");
    EXPECT_EQ(shown.at("acts").as_array().size(), 4U);
    EXPECT_EQ(shown.at("sources").at(0).at("file_name").as_string(), "xigebi-2023.txt");
    EXPECT_EQ(shown.at("provenance").at("applications.granted[0]").at("origin").as_string(),
              "imported");
    EXPECT_TRUE(shown.at("report").at("applications").is_object());
}

TEST_F(StoredReports, are_imported_as_drafts_or_published) {
    ASSERT_EQ(run({"demo", "--without-year"}).status, 0);
    const auto draft = run({"report", "import", sample_, "--agency", "shawan", "--year", "2023"});
    EXPECT_EQ(draft.status, 0);
    EXPECT_THAT(draft.out, HasSubstr("状态：草稿（第1版）"));
    const auto published =
        run({"report", "import", sample_, "--agency", "shawan", "--year", "2023", "--publish"});
    EXPECT_THAT(published.out, HasSubstr("状态：已公开（第5版）"));
    const auto again = run({"report", "import", sample_, "--agency", "shawan", "--year", "2023"});
    EXPECT_EQ(again.status, 2);
    EXPECT_THAT(again.err, HasSubstr("report.action_not_now"));
    EXPECT_THAT(run({"report", "list", "--agency", "shawan"}).out,
                HasSubstr("2023  shawan  已公开"));
}

TEST_F(StoredReports, whose_figures_do_not_agree_are_published_with_a_reason) {
    ASSERT_EQ(run({"demo", "--without-year"}).status, 0);
    const auto sample = gk::test::source_folder() / "tests/report/data/liulin-2023.html";
    const auto wrong = (folder_.path() / "wrong.html").string();
    std::ofstream(wrong) << text::replace_all(gk::test::read_file(sample), "<td>1</td><td>2</td>",
                                              "<td>1</td><td>5</td>");
    std::vector<std::string_view> words = {"report", "import", wrong,  "--agency",
                                           "shawan", "--year", "2023", "--publish"};
    const auto refused = run(words);
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err,
                AllOf(HasSubstr("report.clearing_reason_missing"),
                      HasSubstr("报告有1条勾稽关系不符"), HasSubstr("表四“行政复议”：结果维持1")));
    words.insert(words.end(), {"--reason", "原件如此，已告知该镇更正"});
    const auto published = run(words);
    EXPECT_EQ(published.status, 0) << published.err;
    EXPECT_THAT(published.out, AllOf(HasSubstr("状态：已公开"), HasSubstr("不符：表四“行政复议”")));
    EXPECT_THAT(run({"report", "show", "--agency", "shawan", "--year", "2023"}).out,
                HasSubstr("审核通过  cli:tester：原件如此，已告知该镇更正"));
}

TEST_F(StoredReports, are_refused_with_what_to_do) {
    const auto other = folder_.path() / "other.txt";
    std::ofstream(other) << "今天的会议纪要。\n没有表格。\n";
    const auto import = [&](std::string_view file) {
        return run({"report", "import", file, "--agency", "xigebi", "--year", "2023"});
    };
    EXPECT_THAT(import(sample_).err, HasSubstr("people.agency_unknown"));
    ASSERT_EQ(run({"demo", "--without-year"}).status, 0);
    EXPECT_THAT(import(other.string()).err, HasSubstr("report.not_a_report"));
    EXPECT_THAT(import("/nowhere/report.txt").err, HasSubstr("document.file_unreadable"));
    EXPECT_THAT(run({"report", "show", "--agency", "xigebi", "--year", "2021"}).err,
                HasSubstr("report.not_found"));
}

TEST_F(StoredReports, are_exported_to_a_file_of_each_kind) {
    ASSERT_EQ(run({"demo", "--without-year"}).status, 0);
    for (const std::string kind : {"docx", "pdf", "xlsx", "json", "xml", "txt", "html"}) {
        const auto path = (folder_.path() / ("report." + kind)).string();
        const auto done = run({"report", "export", "--agency", "xigebi", "--year", "2023", "--as",
                               kind, "--output", path});
        EXPECT_EQ(done.status, 0) << done.err;
        EXPECT_THAT(done.out, HasSubstr("已写入 " + path));
        if (kind == "pdf") {
            continue;  // Read in a child of the program, which this is not; see report/round_trip.
        }
        const auto check = run({"report", "check", path});
        const bool is_read_back = kind != "json" && kind != "xml";
        EXPECT_EQ(check.status, is_read_back ? 0 : 2) << kind << check.out << check.err;
    }
}

TEST_F(StoredReports, are_exported_to_standard_output_for_a_dash) {
    ASSERT_EQ(run({"demo", "--without-year"}).status, 0);
    const auto done = run({"report", "export", "--agency", "xigebi", "--year", "2023", "--as",
                           "txt", "--output", "-"});
    EXPECT_THAT(done.out, HasSubstr("一、本年新收政府信息公开申请数量\t\t\t0\t0"));
}

TEST_F(StoredReports, that_cannot_be_written_are_a_problem) {
    ASSERT_EQ(run({"demo", "--without-year"}).status, 0);
    const auto path = (folder_.path() / "no-such-folder" / "report.docx").string();
    const auto done =
        run({"report", "export", "--agency", "xigebi", "--year", "2023", "--output", path});
    EXPECT_EQ(done.status, 2);
    EXPECT_THAT(done.err, HasSubstr("cli.file_not_written"));
}

}  // namespace
}  // namespace gk::cli
