// What an installation of an earlier time kept is all there after the upgrade to the schema of
// today. data/schema-0003.jsonl is the database of one that had the migrations up to 0003.
#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include <gtest/gtest.h>

#include "audit/migration_service.hpp"
#include "audit/service.hpp"
#include "backup/dump_store.hpp"
#include "people/service.hpp"
#include "report/service.hpp"
#include "store/content.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"
#include "support/folders.hpp"
#include "support/town.hpp"

namespace gk::backup {
namespace {

constexpr Moment now{1'790'000'000'000};

// For each table its rows, each by the names of its columns.
using Row = std::map<std::string, store::CellValue>;
using Content = std::map<std::string, std::vector<Row>>;

Content content_of(store::Database& database) {
    return database.read([](store::Snapshot& snapshot) {
        Content content;
        for (const auto& table : store::load_table_shapes(snapshot)) {
            auto& rows = content[table.name];
            store::read_rows(snapshot, table, [&](std::span<const store::CellValue> values) {
                auto& row = rows.emplace_back();
                for (std::size_t i = 0; i < values.size(); ++i) {
                    row[table.columns[i].name] = values[i];
                }
            });
        }
        return content;
    });
}

// Whether a row of today says all that the earlier one said.
bool is_kept(const Row& earlier, const std::vector<Row>& today) {
    return std::ranges::any_of(today, [&](const Row& row) {
        return std::ranges::all_of(earlier, [&](const auto& cell) {
            const auto found = row.find(cell.first);
            return found != row.end() && found->second == cell.second;
        });
    });
}

class Upgrade : public test::OnBothDatabases {
protected:
    Upgrade() {
        const auto file = gk::test::source_folder() / "tests/backup/data/schema-0003.jsonl";
        EXPECT_TRUE(database()
                        .write([&](store::Transaction& transaction) {
                            return load_dump(transaction, file, "schema-0003");
                        })
                        .has_value());
    }
};

GK_ON_BOTH_DATABASES(Upgrade);

TEST_P(Upgrade, keeps_every_row_of_the_earlier_schema) {
    EXPECT_FALSE(store::require_current_schema(database()).has_value());
    const auto earlier = content_of(database());
    ASSERT_EQ(earlier.at("annual_report_cells").size(), 400U);
    ASSERT_TRUE(audit::migrate_up(database(), "cli:root", now).has_value());
    EXPECT_TRUE(store::require_current_schema(database()).has_value());
    const auto today = content_of(database());
    for (const auto& [table, rows] : earlier) {
        if (table == "audit_head") {
            continue;  // It has gone on.
        }
        for (const auto& row : rows) {
            ASSERT_TRUE(is_kept(row, today.at(table))) << table;
        }
    }
    EXPECT_TRUE(audit::verify(database()).is_intact());
}

TEST_P(Upgrade, leaves_what_was_published_to_be_read_as_before) {
    ASSERT_TRUE(audit::migrate_up(database(), "cli:root", now).has_value());
    const auto agency = people::find_agency(database(), "xigebi");
    ASSERT_TRUE(agency.has_value());
    EXPECT_EQ(agency->name, "沙湾市西戈壁镇人民政府");
    EXPECT_EQ(agency->units.size(), 2U);
    const auto published = report::find_report(database(), {"xigebi", 2023}, people::everyone());
    ASSERT_TRUE(published.has_value());
    EXPECT_EQ(published->status, report::ReportStatus::published);
    EXPECT_EQ(published->acts.size(), 4U);
    const auto operating = people::operator_named("cli:root");
    const auto draft = report::find_report(database(), {"shawan", 2023}, operating);
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(draft->status, report::ReportStatus::draft);
    EXPECT_FALSE(draft->check.has_error());
}

// Cases and letters of an installation that had the migrations up to 0015.
class UpgradeOfCases : public test::OnBothDatabases {
protected:
    UpgradeOfCases() {
        EXPECT_TRUE(
            store::migrate_up(database(), now, std::span(store::known_migrations()).first(15))
                .has_value());
        const auto agency = test::registered_town(database(), now).id;
        database().write([&](store::Transaction& transaction) {
            transaction.execute(
                "INSERT INTO cases (agency_id, public_id, number_year, number_sequence, number,"
                " kind, applicant_kind, masked_name, title, document_number, description,"
                " answer_form, answer_route, accepts_other, notice_version, query_code_hash,"
                " version, state, channel, submitted_on, is_provisional, amount_collected_fen)"
                " VALUES (?, 'CASE1', 2026, 1, 'xigebi-2026-0001', 'disclosure',"
                " 'natural_person', '申*', '预算', '', '', 'paper', 'post', 0, '', '', 1,"
                " 'consulting', 'counter', '2026-03-02', 0, 0)",
                agency);
            transaction.execute(
                "INSERT INTO case_files (agency_id, case_id, file_id, event_number)"
                " SELECT agency_id, id, 'FILE1', 1 FROM cases");
            transaction.execute(
                "INSERT INTO letters (public_id, agency_id, case_id, kind, version, status,"
                " draft_number) VALUES ('LETTER1', ?, 'CASE1', 'granted', 2, 'submitted', 1)",
                agency);
            for (const auto& [number, at] : {std::pair(1, 1'000), std::pair(2, 2'000)}) {
                transaction.execute(
                    "INSERT INTO letter_acts (letter_id, number, action, actor, acted_at, comment)"
                    " SELECT id, ?, 'write', 'user:clerk', ?, '' FROM letters",
                    number, at);
            }
        });
    }

    std::int64_t number(std::string_view sql) {
        return database().read([&](store::Snapshot& snapshot) {
            auto row = snapshot.query(sql);
            EXPECT_TRUE(row.next());
            return row.get<std::int64_t>(0);
        });
    }
};

GK_ON_BOTH_DATABASES(UpgradeOfCases);

TEST_P(UpgradeOfCases, derives_what_is_new_from_what_was_there) {
    ASSERT_TRUE(audit::migrate_up(database(), "cli:root", now).has_value());
    EXPECT_EQ(number("SELECT changed_at FROM letters"), 2'000);
    EXPECT_EQ(number("SELECT shows_identity FROM case_files"), 0)
        << "what came in before stays under the notice it came in with";
    EXPECT_EQ(number("SELECT COUNT(*) FROM case_parties"), 0);
    EXPECT_EQ(number("SELECT COUNT(*) FROM waiting_files"), 0);
}

}  // namespace
}  // namespace gk::backup
