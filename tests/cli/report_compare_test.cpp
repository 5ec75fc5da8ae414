// report compare: two reports in, what changed between them out.
#include <filesystem>
#include <fstream>

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include "base/text.hpp"
#include "cli/gongkai.hpp"
#include "document/extract.hpp"
#include "people/service.hpp"
#include "report/read.hpp"
#include "report/service.hpp"
#include "store/migration.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"

namespace gk::cli {
namespace {

using test::data_in;
using test::gongkai;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string sample() {
    return (gk::test::source_folder() / "tests/report/data/liulin-2023.html").string();
}

// The sample as the report of the next year, and one cell of it changed.
std::string next_year() {
    const auto renamed = text::replace_all(gk::test::read_file(sample()), "2023年", "2024年");
    return text::replace_all(renamed, "<td>规章</td><td>0</td>", "<td>规章</td><td>6</td>");
}

std::string written(const test::Folder& folder, const std::string& name, std::string_view text) {
    const auto path = (folder.path() / name).string();
    std::ofstream(path) << text;
    return path;
}

TEST(ReportCompare, lists_each_changed_cell_and_no_other) {
    const test::Folder folder;
    const auto outcome =
        gongkai({"report", "compare", sample(), written(folder, "b.html", next_year())});
    EXPECT_THAT(outcome.out,
                AllOf(HasSubstr("2024年度"), HasSubstr("1项有变化。\n"),
                      HasSubstr("表二“规章”的本年制发件数：0 → 6，增加6\n"),
                      Not(HasSubstr("表四“行政复议”的结果维持：")), HasSubstr("跨年度关系：\n"),
                      HasSubstr("文字：第二份的文字有100%与第一份相同")));
}

TEST(ReportCompare, ends_with_status_1_where_a_figure_was_not_carried_over) {
    const test::Folder folder;
    const auto next = written(folder, "b.html", next_year());
    const auto outcome = gongkai({"report", "compare", sample(), next});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.out, HasSubstr("  不符："));
    // The order in which the two are named makes no difference.
    EXPECT_EQ(gongkai({"report", "compare", next, sample()}).status, 1);
    EXPECT_EQ(gongkai({"report", "compare", sample(), sample()}).status, 0);
}

TEST(ReportCompare, gives_one_line_of_json_with_every_cell) {
    const test::Folder folder;
    const auto next = written(folder, "b.html", next_year());
    const auto outcome = gongkai({"report", "compare", sample(), next, "--json"});
    const auto read = boost::json::parse(outcome.out);
    EXPECT_EQ(read.at("first").at("source").as_string(), sample());
    EXPECT_EQ(read.at("second").at("report_year").as_int64(), 2024);
    EXPECT_EQ(read.at("changed").as_int64(), 1);
    const auto& cell = read.at("cells").as_array().front().as_object();
    EXPECT_EQ(cell.at("cell").as_string(), "proactive_disclosure.government_rules.issued");
    EXPECT_EQ(cell.at("first").as_int64(), 0);
    EXPECT_EQ(cell.at("second").as_int64(), 6);
    EXPECT_EQ(cell.at("change").as_int64(), 6);
    EXPECT_FALSE(read.at("relations").at("fail").as_array().empty());
    EXPECT_EQ(read.at("similarity").at("share").as_double(), 1.0);
    EXPECT_FALSE(read.at("similarity").at("passages").as_array().empty());
}

TEST(ReportCompare, takes_what_is_kept_by_agency_and_year) {
    const test::Folder folder;
    const auto database =
        store::Database::open({.address = (folder.path() / "gongkai.db").string()});
    ASSERT_TRUE(store::migrate_up(*database, Moment{1}));
    const people::Actor actor = people::operator_named("cli:test");
    constexpr Moment now{1'705'708'800'000};  // 2024-01-20
    people::NewAgency agency;
    agency.code = "liulin";
    agency.name = agency.short_name = "青石县柳林镇人民政府";
    ASSERT_TRUE(people::register_agency(*database, agency, actor, now));
    const auto document = document::extract_file(sample());
    ASSERT_TRUE(document);
    ASSERT_TRUE(report::import_report(*database, {.agency_code = "liulin", .report_year = 2023},
                                      {.name = "a.html",
                                       .sha256 = std::string(64, '0'),
                                       .text = "text",
                                       .report = report::read(*document).report},
                                      report::AfterImport::keep_draft, actor, now));
    const auto outcome = gongkai({"report", "compare", "liulin:2023", sample()}, data_in(folder));
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("第一份：liulin:2023"), HasSubstr("，0项有变化。\n"),
                                   HasSubstr("跨年度关系：不适用。")));
    const auto unknown = gongkai({"report", "compare", "liulin:2022", sample()}, data_in(folder));
    EXPECT_EQ(unknown.status, 2);
    EXPECT_THAT(unknown.err, HasSubstr("report.not_found"));
}

TEST(ReportCompare, ends_with_status_2_where_one_is_no_report_or_not_there) {
    const test::Folder folder;
    const auto other = written(folder, "other.txt", "今天下午两点开会。\n");
    const auto outcome = gongkai({"report", "compare", sample(), other});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("report.not_a_report"));
    EXPECT_EQ(gongkai({"report", "compare", "gone.html", sample()}).status, 2);
    EXPECT_EQ(gongkai({"report", "compare", "liulin:20x3", sample()}).status, 2);
}

}  // namespace
}  // namespace gk::cli
