// deadline, workday, fee: the stable interface that scripts use.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/run.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"

namespace gk::cli {
namespace {

using testing::HasSubstr;

struct Outcome {
    int status;
    std::string out;
    std::string err;

    [[nodiscard]] boost::json::object json() const {
        return boost::json::parse(out.empty() ? err : out).as_object();
    }
};

Outcome gongkai(std::vector<std::string_view> words) {
    std::ostringstream out;
    std::ostringstream err;
    Streams streams{.out = out, .err = err};
    const FixedClock clock(Date(2026, 3, 6));
    const auto status =
        run(words, {.clock = clock, .environment = {}, .operator_name = "tester"}, streams);
    return {status, out.str(), err.str()};
}

TEST(RulebookCommand, prints_the_rules_of_law) {
    const auto printed = gongkai({"rulebook"});
    EXPECT_EQ(printed.status, 0);
    EXPECT_EQ(printed.out, test::read_file(gk::test::source_folder() / "tests/golden/rulebook.md"));
}

TEST(WorkdayCommand, adds_working_days) {
    const auto json = gongkai({"workday", "add", "2026-02-10", "20", "--json"}).json();
    EXPECT_EQ(json.at("date"), "2026-03-16");
    EXPECT_EQ(json.at("provisional"), false);
    EXPECT_EQ(gongkai({"workday", "add", "2026-02-10", "20"}).out,
              "2026年2月10日（星期二）之后的第20个工作日是2026年3月16日（星期一）。\n");
    EXPECT_EQ(gongkai({"workday", "add", "2026-12-31", "1", "--json"}).json().at("provisional"),
              true);
}

TEST(WorkdayCommand, says_whether_a_day_is_one_and_why) {
    const auto json = gongkai({"workday", "is", "2026-02-14", "--json"}).json();
    EXPECT_EQ(json.at("date"), "2026-02-14");
    EXPECT_EQ(json.at("is_workday"), true);
    EXPECT_EQ(json.at("holiday"), "春节");
    EXPECT_EQ(gongkai({"workday", "is", "2026-02-13", "--json"}).json().at("holiday"), "");
    EXPECT_EQ(gongkai({"workday", "is", "2026-02-14"}).out,
              "2026年2月14日（星期六）是工作日（春节调休上班）。\n");
    EXPECT_EQ(gongkai({"workday", "is", "2026-02-16"}).out,
              "2026年2月16日（星期一）不是工作日（春节放假）。\n");
    EXPECT_EQ(gongkai({"workday", "is", "2026-03-07"}).out,
              "2026年3月7日（星期六）不是工作日（周末）。\n");
    EXPECT_THAT(gongkai({"workday", "is", "2027-03-01"}).out, HasSubstr("结果是暂定的"));
}

TEST(WorkdayCommand, takes_calendars_from_a_folder) {
    const auto folder = gk::test::binary_folder() / "workday_command_test";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "2027.toml") << "year = 2027\n[[source]]\ntitle = \"通知\"\n"
                                           "[[holiday]]\nname = \"元旦\"\noff = [2027-01-01]\n";
    const auto path = folder.string();
    const auto json =
        gongkai({"workday", "is", "2027-01-01", "--calendar-dir", path, "--json"}).json();
    EXPECT_EQ(json.at("is_workday"), false);
    EXPECT_EQ(json.at("provisional"), false);
    const auto none = path + "/none";
    for (const auto command : {"add", "is"}) {
        std::vector<std::string_view> words = {"workday", command, "2027-01-01"};
        if (std::string_view(command) == "add") {
            words.emplace_back("1");
        }
        words.insert(words.end(), {"--calendar-dir", none});
        const auto outcome = gongkai(words);
        EXPECT_EQ(outcome.status, 2);
        EXPECT_THAT(outcome.err, HasSubstr("calendar.folder_unreadable"));
    }
}

TEST(WorkdayCommand, refuses_wrong_arguments_all_at_once) {
    const auto outcome = gongkai({"workday", "add", "2026-02-30", "-3", "--json"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.out, "");
    const auto problems = outcome.json().at("problems").as_array();
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].at("code"), "cli.not_a_date");
    EXPECT_EQ(problems[1].at("code"), "cli.not_a_number");
    EXPECT_EQ(gongkai({"workday", "is", "tomorrow"}).status, 2);
    EXPECT_THAT(gongkai({"workday", "add", "2190-01-01", "3"}).err,
                HasSubstr("law.count_out_of_range"));
}

TEST(FeeCommand, charges_by_application_and_by_page) {
    const auto fee = gongkai({"fee", "applications", "31", "--json"}).json();
    EXPECT_EQ(fee.at("yuan"), 2200);
    EXPECT_EQ(fee.at("lines").as_array().size(), 3U);
    EXPECT_EQ(fee.at("basis").at("article"), 4);
    EXPECT_EQ(gongkai({"fee", "pages", "201", "--json"}).json().at("yuan"), 2740);
    EXPECT_THAT(gongkai({"fee", "pages", "201"}).out, HasSubstr("201页，信息处理费2740元。"));
}

TEST(FeeCommand, takes_the_measures_of_the_day_of_the_application) {
    const auto outcome = gongkai({"fee", "pages", "201", "--applied", "2020-12-31"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("law.no_law_in_force"));
    EXPECT_EQ(gongkai({"fee", "pages", "many"}).status, 2);
}

TEST(DeadlineCommand, prints_every_published_key) {
    const auto outcome =
        gongkai({"deadline", "--channel", "counter", "--submitted", "2026-02-10", "--json"});
    EXPECT_EQ(outcome.status, 0);
    const auto json = outcome.json();
    EXPECT_EQ(json.at("state"), "running");
    EXPECT_EQ(json.at("received_on"), "2026-02-10");
    EXPECT_TRUE(json.at("clock_starts_on").is_null());
    EXPECT_EQ(json.at("reply_due_on"), "2026-03-16");
    EXPECT_EQ(json.at("provisional"), false);
    for (const auto& step : json.at("trace").as_array()) {
        for (const auto* name : {"step", "dates", "text", "basis"}) {
            EXPECT_TRUE(step.as_object().contains(name)) << name;
        }
    }
    EXPECT_EQ(json.at("trace").at(0).at("basis").at("text"),
              "《中华人民共和国政府信息公开条例》第三十一条第（一）项");
}

TEST(DeadlineCommand, takes_every_event) {
    const auto json = gongkai({"deadline",
                               "--channel",
                               "internet",
                               "--submitted",
                               "2026-02-09",
                               "--confirmed",
                               "2026-02-10",
                               "--correction-sent",
                               "2026-02-11",
                               "--correction-received",
                               "2026-02-12",
                               "--consult",
                               "third-party,2026-02-13,2026-03-04,2026-02-14",
                               "--consult",
                               "agency,2026-03-02,",
                               "--fee-notified",
                               "2026-02-12",
                               "--fee-paid",
                               "2026-02-13",
                               "--extend",
                               "5",
                               "--json"})
                          .json();
    EXPECT_EQ(json.at("state"), "consulting");
    EXPECT_EQ(json.at("received_on"), "2026-02-10");
    EXPECT_EQ(json.at("clock_starts_on"), "2026-02-13");
    EXPECT_EQ(json.at("reply_due_on"), "2026-04-13");
}

TEST(DeadlineCommand, waits_with_no_date) {
    const auto letter =
        gongkai({"deadline", "--channel", "ordinary", "--submitted", "2026-02-10", "--json"})
            .json();
    EXPECT_EQ(letter.at("state"), "awaiting_confirmation");
    EXPECT_TRUE(letter.at("received_on").is_null());
    EXPECT_TRUE(letter.at("reply_due_on").is_null());
    const auto words = gongkai({"deadline", "--channel", "registered", "--submitted", "2026-02-10",
                                "--signed", "2026-02-12", "--fee-notified", "2026-02-13"});
    EXPECT_THAT(words.out,
                HasSubstr("状态：待缴费\n收到申请之日：2026年2月12日（星期四）\n缴费期限："
                          "2026年3月19日（星期四）\n计算过程：\n"));
}

TEST(DeadlineCommand, an_office_may_move_a_receipt_on_a_rest_day) {
    const auto moved = gongkai({"deadline", "--channel", "counter", "--submitted", "2026-03-08",
                                "--rest-day", "moves", "--json"})
                           .json();
    EXPECT_EQ(moved.at("reply_due_on"), "2026-04-07");
}

TEST(DeadlineCommand, an_office_may_date_a_channel_otherwise) {
    const auto json = gongkai({"deadline", "--channel", "internet", "--submitted", "2026-03-02",
                               "--receipt-by", "submission", "--json"})
                          .json();
    EXPECT_EQ(json.at("received_on"), "2026-03-02");
    EXPECT_EQ(json.at("reply_due_on"), "2026-03-30");
}

TEST(DeadlineCommand, tells_every_problem_of_what_was_typed) {
    const auto outcome = gongkai({"deadline", "--channel", "counter", "--submitted", "today",
                                  "--consult", "neighbour,2026-03-01,", "--consult", "agency,x,y",
                                  "--extend", "-1", "--today", "soon", "--calendar-dir", "/none"});
    EXPECT_EQ(outcome.status, 2);
    for (const auto* code : {"cli.not_a_date", "cli.not_a_consultation", "cli.not_a_number",
                             "calendar.folder_unreadable"}) {
        EXPECT_THAT(outcome.err, HasSubstr(code));
    }
    EXPECT_THAT(outcome.err, HasSubstr("“y”"));
    EXPECT_EQ(gongkai({"deadline", "--channel", "counter", "--submitted", "2026-03-02", "--consult",
                       "agency,2026-03-03,,,"})
                  .status,
              2);
}

TEST(DeadlineCommand, tells_what_the_law_refuses_with_its_article) {
    const std::vector<std::string_view> words = {
        "deadline", "--channel", "counter", "--submitted", "2026-03-02", "--extend", "21"};
    const auto outcome = gongkai(words);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err,
              "错误：延长的期限最长为20个工作日，现填21个。（law.extension_too_long）\n"
              "  依据：《中华人民共和国政府信息公开条例》第三十三条第二款\n"
              "  办法：填写1至20之间的天数。\n");
    auto with_json = words;
    with_json.emplace_back("--json");
    const auto json = gongkai(with_json).json();
    EXPECT_EQ(json.at("kind"), "refused");
    EXPECT_EQ(json.at("problems").at(0).at("basis").at("paragraph"), 2);
}

}  // namespace
}  // namespace gk::cli
