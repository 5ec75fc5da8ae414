// The demonstration year: what it must show, whatever its stories are.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/gongkai.hpp"
#include "law/outcome.hpp"
#include "letter/flow.hpp"
#include "store/database.hpp"
#include "web/office/act_labels.hpp"
#include "web/office/detail_labels.hpp"

namespace gk::cli {
namespace {

using test::data_in;
using test::gongkai;
using testing::HasSubstr;

class DemoYear : public testing::Test {
protected:
    test::Outcome run(const std::vector<std::string_view>& words) {
        return gongkai(words, data_in(folder_), Date(2026, 11, 20));
    }

    template <typename T>
    std::vector<T> column(std::string_view sql) {
        const auto database =
            store::Database::open({.address = (folder_.path() / "gongkai.db").string()});
        return database->read([&](store::Snapshot& snapshot) {
            std::vector<T> values;
            auto row = snapshot.query(sql);
            while (row.next()) {
                values.push_back(row.get<T>(0));
            }
            return values;
        });
    }

    // A good part of the cases has letters, at every step, numbered without a gap; files leave.
    void expect_letters() {
        const auto counted = [&](std::string_view sql) { return column<int>(sql).front(); };
        EXPECT_GE(counted("SELECT COUNT(DISTINCT case_id) FROM letters"), 60);
        EXPECT_EQ(counted("SELECT COUNT(DISTINCT status) FROM letters"),
                  static_cast<int>(letter::letter_statuses().size()));
        EXPECT_GE(counted("SELECT COUNT(DISTINCT kind) FROM letters"), 24);
        EXPECT_GE(counted("SELECT COUNT(*) FROM letters WHERE delivered_on IS NOT NULL"), 60);
        EXPECT_EQ(counted("SELECT COUNT(DISTINCT number) - COUNT(number) FROM letters"), 0);
        EXPECT_GE(counted("SELECT COUNT(*) FROM released_files WHERE status = 'cleared'"), 15);
    }

    test::Folder folder_;
};

TEST_F(DemoYear, passes_through_every_outcome_and_balances) {
    ASSERT_EQ(run({"migrate", "up"}).status, 0);
    const auto first = run({"demo"});
    ASSERT_EQ(first.status, 0) << first.err;
    EXPECT_THAT(first.out, HasSubstr("已建立：2025年的申请、复议和诉讼"));
    EXPECT_THAT(run({"demo"}).out, HasSubstr("已经有：2025年的申请、复议和诉讼"));

    EXPECT_GE(column<int>("SELECT COUNT(*) FROM cases WHERE number_year = 2025").front(), 60);
    std::set<std::string> played;
    for (const auto& outcome :
         column<std::string>("SELECT DISTINCT outcome FROM cases WHERE outcome IS NOT NULL")) {
        played.insert(outcome);
    }
    const auto known = law::outcomes_on(Date(2025, 1, 1));
    ASSERT_TRUE(known.has_value());
    for (const auto outcome : *known) {
        EXPECT_TRUE(played.contains(std::string(law::key(outcome)))) << law::key(outcome);
    }
    EXPECT_GE(column<int>("SELECT COUNT(DISTINCT remedy_group) FROM remedy_cases").front(), 3);

    const auto cell = [&](std::string_view name) {
        const auto shown = run({"report", "compute", "--agency", "xigebi", "--year", "2025",
                                "--cell", name, "--json"});
        return boost::json::parse(shown.out).as_object().at("total").as_int64();
    };
    EXPECT_EQ(cell("applications.carried_in[6]"), 2);
    EXPECT_EQ(cell("applications.carried_out[6]"), 2);
    EXPECT_EQ(run({"report", "compute", "--agency", "xigebi", "--year", "2025"}).status, 0);
    expect_letters();
    EXPECT_EQ(run({"audit", "verify"}).status, 0);
    for (const auto& act : column<std::string>("SELECT DISTINCT act FROM audit_entries")) {
        EXPECT_NE(web::office::act_label(act), act);
    }
    for (const auto& act : column<std::string>("SELECT DISTINCT act FROM audit_entries")) {
        for (const auto& details : column<std::string>(
                 "SELECT details FROM audit_entries WHERE act = '" + act + "' LIMIT 1")) {
            EXPECT_THAT(web::office::in_one_line(web::office::detail_words(act, details)),
                        testing::Not(testing::ContainsRegex("(^|；)[a-z]")));
        }
    }
    for (const auto& kind : column<std::string>("SELECT DISTINCT object_kind FROM audit_entries")) {
        EXPECT_NE(web::office::object_label(kind), kind);
    }
}

// The people of the demonstration, their numbers and contacts: sealed, they stand nowhere in the
// files of the database as they are, whatever table they went through; and not on the screen.
TEST_F(DemoYear, leaves_nobodys_name_number_or_contact_where_it_can_be_read) {
    ASSERT_EQ(run({"migrate", "up"}).status, 0);
    const auto played = run({"demo"});
    ASSERT_EQ(played.status, 0) << played.err;
    auto written = played.out + played.err;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
        if (entry.path().filename().string().starts_with("gongkai.db")) {
            std::ifstream file(entry.path(), std::ios::binary);
            written.append(std::istreambuf_iterator<char>(file), {});
        }
    }
    ASSERT_GT(written.size(), 1'000'000U);
    for (const std::string_view part : {"示例证件0", "0993-000001", "0993-000002", "西戈壁镇示例路",
                                        "联系人甲", "第三方某公司"}) {
        EXPECT_EQ(written.find(part), std::string::npos) << part;
    }
    for (const std::string_view first :
         {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"}) {
        for (const std::string_view second : {"甲", "乙", "丙", "丁", "戊", "己", "庚"}) {
            const auto name = "申请人" + std::string(first) + std::string(second);
            EXPECT_EQ(written.find(name), std::string::npos) << name;
        }
    }
}

}  // namespace
}  // namespace gk::cli
