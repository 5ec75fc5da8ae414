// Executes every line of the tables of tests/cases/ that concern the clocks and the fees. A table
// is known by its columns.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "law/calendar_of_vectors.hpp"
#include "law/case_events.hpp"
#include "law/processing_fee.hpp"
#include "law/publication_period.hpp"
#include "support/case_table.hpp"

namespace gk::law {
namespace {

using test::CaseRow;

const WorkingCalendar& calendar() {
    return test::calendar_of_vectors();
}

Date date_at(const CaseRow& row, std::string_view column) {
    const auto date = Date::parse(row[column]);
    EXPECT_TRUE(date.has_value()) << column;
    return date.value_or(Date());
}

std::optional<Date> optional_date_at(const CaseRow& row, std::string_view column) {
    return row[column].empty() ? std::nullopt : std::optional(date_at(row, column));
}

std::string written(const WorkingDate& date) {
    return (date.is_provisional ? "暂定 " : "") + date.date.iso();
}

// As the tables write an answer: a date, or the code of the first problem.
std::string written(const Result<WorkingDate>& date) {
    return date ? written(*date) : date.error().first().code;
}

void run_deadline(const CaseRow& row) {
    const auto [events, today] = test::case_events(date_at(row, "收到日期"), row["事件"]);
    const auto deadline = reply_deadline(events, calendar(), today);
    std::string answer;
    if (!deadline) {
        answer = deadline.error().first().code;
    } else if (!deadline->reply_due_on) {
        answer = label(deadline->state);
    } else {
        answer = written(WorkingDate{*deadline->reply_due_on, deadline->is_provisional});
    }
    EXPECT_EQ(answer, row["应答复日期"]);
}

void run_receipt(const CaseRow& row) {
    const auto received =
        received_on({*channel_of(row["提交方式"]), date_at(row, "提交日期"),
                     optional_date_at(row, "签收日期"), optional_date_at(row, "确认日期")},
                    {});
    const auto answer = !received    ? received.error().first().code
                        : !*received ? std::string("未收到")
                                     : (*received)->iso();
    EXPECT_EQ(answer, row["收到日期"]);
}

void run_correction_notice(const CaseRow& row) {
    EXPECT_EQ(written(correction_notice_due_on(date_at(row, "收到日期"), calendar())),
              row["告知补正期限"]);
}

void run_opinion(const CaseRow& row) {
    const std::map<Silence, std::string> silence = {{Silence::agency_decides, "机关决定"},
                                                    {Silence::deemed_consent, "视为同意"},
                                                    {Silence::no_period, "无"}};
    for (const auto consulted : consulted_kinds()) {
        if (label(consulted) == row["征求对象"]) {
            const auto sent_on = date_at(row, "收到征求意见书日期");
            const auto due = opinion_due_on({consulted, sent_on}, sent_on, calendar());
            EXPECT_EQ(*due ? written(**due) : "无", row["提出意见期限"]);
            EXPECT_EQ(silence.at(silence_of(consulted)), row["逾期未提出意见"]);
            return;
        }
    }
    FAIL() << row["征求对象"];
}

void run_payment(const CaseRow& row) {
    EXPECT_EQ(written(payment_due_on(date_at(row, "收到收费通知日期"), calendar())),
              row["缴费期限"]);
}

void run_publication(const CaseRow& row) {
    EXPECT_EQ(written(publish_due_on(date_at(row, "形成或变更日期"), calendar())), row["公开期限"]);
}

void run_fee(const CaseRow& row) {
    const auto scale = row["计收方式"] == "按件" ? FeeScale::per_application : FeeScale::per_page;
    const auto fee = processing_fee(scale, std::stoi(row["数量"]), date_at(row, "申请日期"));
    EXPECT_EQ(fee ? std::to_string(fee->yuan) : fee.error().first().code, row["金额（元）"]);
}

void run_is_working_day(const CaseRow& row) {
    EXPECT_EQ(calendar().is_working_day(date_at(row, "日期")), row["是否工作日"] == "是");
}

void run_add_working_days(const CaseRow& row) {
    EXPECT_EQ(
        written(calendar().add_working_days(date_at(row, "起始日期"), std::stoi(row["工作日数"]))),
        row["结果日期"]);
}

struct Runner {
    std::set<std::string> columns;  // Without 说明, which is for the reader.
    void (*run)(const CaseRow&);
};

const std::vector<Runner>& runners() {
    static const std::vector<Runner> all = {
        {{"收到日期", "事件", "应答复日期"}, run_deadline},
        {{"提交方式", "提交日期", "签收日期", "确认日期", "收到日期"}, run_receipt},
        {{"收到日期", "告知补正期限"}, run_correction_notice},
        {{"征求对象", "收到征求意见书日期", "提出意见期限", "逾期未提出意见"}, run_opinion},
        {{"收到收费通知日期", "缴费期限"}, run_payment},
        {{"形成或变更日期", "公开期限"}, run_publication},
        {{"计收方式", "数量", "申请日期", "金额（元）"}, run_fee},
        {{"日期", "是否工作日"}, run_is_working_day},
        {{"起始日期", "工作日数", "结果日期"}, run_add_working_days},
    };
    return all;
}

constexpr std::string_view files[] = {
    "working_days.md",
    "article_26_proactive_disclosure.md",
    "article_30_correction.md",
    "article_31_receipt.md",
    "article_32_34_consultation.md",
    "article_33_reply_period.md",
    "article_35_deferral.md",
    "fee_measures.md",
};

// The heads of the columns that are executed.
std::set<std::string> columns_of(const CaseRow& row) {
    std::set<std::string> columns;
    for (const auto& [column, text] : row.fields) {
        columns.insert(column);
    }
    columns.erase("说明");
    return columns;
}

void run_table(const test::CaseTable& table, std::set<std::set<std::string>>& used) {
    ASSERT_FALSE(table.rows.empty()) << table.heading;
    const auto columns = columns_of(table.rows.front());
    const auto runner = std::ranges::find(runners(), columns, &Runner::columns);
    ASSERT_NE(runner, runners().end()) << "no runner for " << table.rows.front().place;
    used.insert(columns);
    for (const auto& row : table.rows) {
        SCOPED_TRACE(row.place);
        runner->run(row);
    }
}

TEST(Cases, every_line_about_clocks_and_fees_holds) {
    std::set<std::set<std::string>> used;
    for (const auto file : files) {
        for (const auto& table : test::read_case_tables("tests/cases/" + std::string(file))) {
            run_table(table, used);
        }
    }
    EXPECT_EQ(used.size(), runners().size()) << "a runner has no table";
}

}  // namespace
}  // namespace gk::law
