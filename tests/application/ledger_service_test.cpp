#include "application/ledger_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/count_store.hpp"

namespace gk::application {
namespace {

using people::Role;
using test::noon;
using test::person;

class Ledgers : public test::ApplicationFixture {
protected:
    static document::Document sheet(const std::vector<std::vector<std::string>>& rows) {
        std::vector<std::vector<std::string>> lines = {{"编号", "收到日期", "申请方式", "申请人",
                                                        "申请内容", "补正告知日期", "收到补正日期",
                                                        "延期天数", "办理结果", "答复日期"}};
        lines.insert(lines.end(), rows.begin(), rows.end());
        document::Grid grid{.rows = static_cast<int>(lines.size()), .columns = 10, .cells = {}};
        for (int row = 0; row < grid.rows; ++row) {
            for (int column = 0; column < grid.columns; ++column) {
                grid.cells.push_back({.text = lines.at(static_cast<std::size_t>(row))
                                                  .at(static_cast<std::size_t>(column)),
                                      .row = row,
                                      .column = column});
            }
        }
        return {.kind = document::FileKind::xlsx, .title = {}, .blocks = {grid}};
    }

    static std::vector<std::vector<std::string>> year() {
        return {
            {"1", "2025-12-01", "邮寄", "申请人甲", "预算", "", "", "", "予以公开", "2025-12-20"},
            {"2", "2025-12-29", "网上", "申请人乙", "决算", "", "", "5", "信息不存在",
             "2026-01-20"},
            {"3", "2025-12-30", "当面", "申请人丙", "采购", "2026-01-05", "2026-01-12", "", "", ""},
            {"4", "2026-03-02", "当面", "申请人丁", "规划", "", "", "", "", ""}};
    }

    Result<LedgerImported> import(const std::vector<std::vector<std::string>>& rows,
                                  LedgerImport mode, const people::Actor& actor) {
        return import_ledger(desk(), "xigebi", sheet(rows), {}, mode, actor,
                             noon(Date(2026, 3, 10)));
    }

    std::string id_of(const std::string& number) {
        return database().read([&](store::Snapshot& snapshot) {
            auto row = snapshot.query("SELECT public_id FROM cases WHERE number = ?", number);
            EXPECT_TRUE(row.next());
            return row.get<std::string>(0);
        });
    }
};

GK_ON_BOTH_DATABASES(Ledgers);

TEST_P(Ledgers, are_tried_out_before_they_are_kept) {
    const auto tried = import(year(), LedgerImport::try_out, clerk());
    ASSERT_TRUE(tried.has_value());
    EXPECT_EQ(tried->row_count, 4);
    EXPECT_EQ(tried->imported_count, 4);
    EXPECT_EQ(tried->open_count, 2);
    EXPECT_EQ(tried->carried_in_count, 2);
    EXPECT_FALSE(tried->is_kept);
    EXPECT_EQ(count_of("cases"), 0);
    EXPECT_TRUE(import(year(), LedgerImport::keep, clerk())->is_kept);
    EXPECT_EQ(count_of("cases"), 4);
}

TEST_P(Ledgers, keep_the_true_dates_of_open_and_closed_cases) {
    ASSERT_TRUE(import(year(), LedgerImport::keep, clerk()).has_value());
    const auto closed = found(id_of("xigebi-2025-0002"));
    EXPECT_EQ(closed.standing.state, CaseState::closed);
    EXPECT_EQ(closed.standing.received_on, Date(2025, 12, 29));
    EXPECT_EQ(closed.standing.counted->outcome, law::Outcome::not_found);
    EXPECT_EQ(closed.standing.counted->on, Date(2026, 1, 20));
    const auto open = found(id_of("xigebi-2025-0003"));
    EXPECT_EQ(open.standing.state, CaseState::in_progress);
    EXPECT_EQ(open.standing.reply_due_on, Date(2026, 2, 9));  // From 2026-01-12.
    EXPECT_EQ(open.of.events.front().entry.text, "由台账导入，原编号3");
    did(open.of.public_id, Action::draft_decision,
        {.text = "指引", .outcome = law::Outcome::held_elsewhere}, Role::clerk);
}

TEST_P(Ledgers, are_counted_in_the_report) {
    ASSERT_TRUE(import(year(), LedgerImport::keep, clerk()).has_value());
    std::int64_t carried_in = 0;
    for (const auto& each : database().read(
             [&](store::Snapshot& snapshot) { return count_cases(snapshot, agency_, 2026); })) {
        carried_in += each.counted == Counted::carried_in ? each.count : 0;
    }
    EXPECT_EQ(carried_in, 2);
}

TEST_P(Ledgers, are_not_taken_in_twice) {
    ASSERT_TRUE(import(year(), LedgerImport::keep, clerk()).has_value());
    auto more = year();
    more.push_back({"5", "2026-03-03", "当面", "申请人戊", "人事", "", "", "", "", ""});
    const auto again = import(more, LedgerImport::keep, clerk());
    EXPECT_EQ(again->repeated_count, 4);
    EXPECT_EQ(again->imported_count, 1);
    EXPECT_EQ(count_of("cases"), 5);
}

TEST_P(Ledgers, with_one_wrong_row_are_not_taken_in_at_all) {
    auto rows = year();
    rows.push_back({"5", "2026-03-32", "当面", "申请人戊", "人事", "", "", "", "", ""});
    rows.push_back({"6", "2026-03-02", "当面", "申请人戊", "人事", "", "2026-03-04", "", "", ""});
    const auto imported = import(rows, LedgerImport::keep, clerk());
    ASSERT_TRUE(imported.has_value());
    EXPECT_FALSE(imported->is_kept);
    ASSERT_EQ(imported->problems.size(), 2U);
    EXPECT_EQ(imported->problems[0].row_number, 6);
    EXPECT_EQ(imported->problems[0].problem.field, "收到日期");
    EXPECT_EQ(imported->problems[1].row_number, 7);
    EXPECT_EQ(imported->problems[1].problem.code, "law.correction_not_asked");
    EXPECT_EQ(count_of("cases"), 0);
    EXPECT_EQ(count_of("case_numbers"), 0);
}

TEST_P(Ledgers, without_a_needed_column_tell_which_and_what_there_is) {
    const std::vector<std::string> choices = {"applicant_name="};
    const auto imported = import_ledger(desk(), "xigebi", sheet(year()), choices,
                                        LedgerImport::keep, clerk(), noon(Date(2026, 3, 10)));
    ASSERT_TRUE(imported.has_value());
    EXPECT_FALSE(imported->is_kept);
    ASSERT_EQ(imported->problems.size(), 1U);
    EXPECT_EQ(imported->problems[0].problem.code, "application.ledger_column_missing");
    EXPECT_EQ(imported->problems[0].problem.field, "申请人");
    EXPECT_EQ(imported->titles.size(), 10U);
    EXPECT_EQ(count_of("cases"), 0);
}

TEST_P(Ledgers, are_imported_by_who_registers_and_by_the_operator) {
    EXPECT_TRUE(
        import(year(), LedgerImport::try_out, people::operator_named("cli:root")).has_value());
    EXPECT_EQ(code_of(import(year(), LedgerImport::try_out, person(Role::signatory, agency_))),
              "application.not_permitted");
}

}  // namespace
}  // namespace gk::application
