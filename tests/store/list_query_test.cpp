#include "store/list_query.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/assert.hpp"
#include "support/both_databases.hpp"

namespace gk::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ListQueryTest : public test::OnBothDatabases {
protected:
    ListQueryTest() {
        database().write([](Transaction& transaction) {
            transaction.execute(
                "CREATE TABLE things (id bigint, name text, kind text, due_on text)");
            const std::vector<std::string> names = {"甲 Alpha", "乙_beta", "丙%", "丁\\x", "戊"};
            for (std::size_t at = 0; at < names.size(); ++at) {
                transaction.execute(
                    "INSERT INTO things (id, name, kind, due_on) VALUES (?, ?, ?, ?)",
                    static_cast<std::int64_t>(at + 1), names[at], at % 2 == 0 ? "even" : "odd",
                    at == 4 ? std::optional<Date>() : Date(2026, 3, 1));
            }
        });
    }

    static ListQuery things() { return {"id", "things"}; }

    std::vector<std::int64_t> ids(const ListQuery& query, std::int64_t offset = 0,
                                  std::int64_t limit = 100) {
        return database().read([&](Snapshot& snapshot) {
            std::vector<std::int64_t> found;
            auto row = query.rows(snapshot, offset, limit);
            while (row.next()) {
                found.push_back(row.get<std::int64_t>(0));
            }
            return found;
        });
    }

    std::int64_t count(const ListQuery& query) {
        return database().read([&](Snapshot& snapshot) { return query.count(snapshot); });
    }
};

GK_ON_BOTH_DATABASES(ListQueryTest);

TEST_P(ListQueryTest, without_conditions_gives_everything_in_order_and_in_parts) {
    auto query = things();
    query.order_by("id", Direction::descending);
    EXPECT_THAT(ids(query), ElementsAre(5, 4, 3, 2, 1));
    EXPECT_THAT(ids(query, 1, 2), ElementsAre(4, 3));
    EXPECT_THAT(ids(query, 5, 2), IsEmpty());
    EXPECT_EQ(count(query), 5);
}

TEST_P(ListQueryTest, counts_by_the_values_of_columns_what_its_conditions_leave) {
    auto query = things();
    query.where("id > ?", {std::int64_t{1}});
    std::vector<std::string> groups;
    database().read([&](Snapshot& snapshot) {
        groups.clear();
        auto row = query.groups(snapshot, "kind, due_on");
        while (row.next()) {
            groups.push_back(row.get<std::string>(0) + " " +
                             row.get<std::optional<std::string>>(1).value_or("never") + " " +
                             std::to_string(row.get<std::int64_t>(2)));
        }
    });
    EXPECT_THAT(groups, testing::UnorderedElementsAre("even never 1", "even 2026-03-01 1",
                                                      "odd 2026-03-01 2"));
}

TEST_P(ListQueryTest, takes_only_the_conditions_that_have_a_value) {
    auto query = things();
    query.where_if("id > ?", std::optional<std::int64_t>(2))
        .where_if("due_on = ?", std::optional(Date(2026, 3, 1)))
        .where_if("id < ?", std::optional<std::int64_t>())
        .where_one_of("kind", {"even", "none"})
        .where_one_of("name", {})
        .order_by("id", Direction::ascending);
    EXPECT_THAT(ids(query), ElementsAre(3));
    EXPECT_EQ(count(query), 1);
}

TEST_P(ListQueryTest, finds_a_part_of_a_text_and_takes_its_signs_as_they_are) {
    const auto found = [this](std::string_view text) {
        auto query = things();
        query.where_contains({"name", "kind"}, text).order_by("id", Direction::ascending);
        return ids(query);
    };
    EXPECT_THAT(found(" ALPHA "), ElementsAre(1));
    EXPECT_THAT(found("%"), ElementsAre(3));
    EXPECT_THAT(found("_"), ElementsAre(2));
    EXPECT_THAT(found("\\"), ElementsAre(4));
    EXPECT_THAT(found("odd"), ElementsAre(2, 4));
    EXPECT_THAT(found("' OR 1=1 --"), IsEmpty());
    EXPECT_THAT(found(" "), ElementsAre(1, 2, 3, 4, 5));
}

TEST_P(ListQueryTest, counts_the_characters_before_a_part_as_postgresql_does) {
    const auto place = [this](std::string_view text, std::string_view part) {
        return database().read([&](Snapshot& snapshot) {
            auto row =
                snapshot.query("SELECT strpos(CAST(? AS text), CAST(? AS text))", text, part);
            GK_ASSERT(row.next());
            return row.get<std::int64_t>(0);
        });
    };
    EXPECT_EQ(place("甲乙丙abc", "甲"), 1);
    EXPECT_EQ(place("甲乙丙abc", "丙a"), 3);
    EXPECT_EQ(place("甲乙丙abc", "丁"), 0);
    EXPECT_EQ(place("", "甲"), 0);
    EXPECT_EQ(place("甲", ""), 1);
    EXPECT_EQ(place("甲", "甲乙"), 0);
}

TEST_P(ListQueryTest, counts_in_the_pass_that_finds_the_rows) {
    const auto found = [this](std::string_view text, std::int64_t offset) {
        ListQuery query("id, name", "things");
        query.where_contains({"kind"}, text).order_by("id", Direction::descending);
        std::vector<std::int64_t> numbers;
        database().read([&](Snapshot& snapshot) {
            numbers.clear();
            auto row = query.counted_rows_by("id", snapshot, offset, 2);
            while (row.next()) {
                numbers.push_back(row.get<std::int64_t>(0));
                numbers.push_back(row.get<std::int64_t>(2));
            }
        });
        return numbers;
    };
    EXPECT_THAT(found("even", 0), ElementsAre(5, 3, 3, 3));
    EXPECT_THAT(found("even", 2), ElementsAre(1, 3));
    EXPECT_THAT(found("even", 4), IsEmpty());
    EXPECT_THAT(found("neither", 0), IsEmpty());
}

TEST_P(ListQueryTest, finds_what_a_text_begins_with) {
    const auto found = [this](std::string_view text) {
        auto query = things();
        query.where_begins("kind", text).order_by("id", Direction::ascending);
        return ids(query);
    };
    EXPECT_THAT(found("od"), ElementsAre(2, 4));
    EXPECT_THAT(found("d"), IsEmpty());
    EXPECT_THAT(found("%d"), IsEmpty());
    EXPECT_EQ(found("").size(), 5U);
}

TEST_P(ListQueryTest, orders_by_more_than_one_column) {
    auto query = things();
    query.order_by("kind", Direction::descending).order_by("id", Direction::ascending);
    EXPECT_THAT(ids(query), ElementsAre(2, 4, 1, 3, 5));
}

TEST_P(ListQueryTest, never_gives_rows_without_an_order) {
    EXPECT_THROW(static_cast<void>(ids(things())), Bug);
}

}  // namespace
}  // namespace gk::store
