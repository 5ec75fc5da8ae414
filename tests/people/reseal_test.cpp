#include <array>
#include <fstream>
#include <iterator>
#include <optional>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "audit/store.hpp"
#include "base/id.hpp"
#include "base/private_file.hpp"
#include "people/blind_index.hpp"
#include "people/reseal_service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::people {
namespace {

namespace fs = std::filesystem;

const Actor operating = operator_named("cli:root");
constexpr Moment now{1'700'000'000'000};
constexpr int row_count = 450;  // Two whole batches and a part of one.

constexpr std::array<std::string_view, 2> columns = {"identity_number", "phone"};

std::string identity_of(std::span<const std::string> texts) {
    return normalised_identity({.number = texts[0], .name = {}, .phone = texts[1]});
}

// Stands for a crash: the process ends within the second batch.
std::string identity_until_the_crash(std::span<const std::string> texts) {
    if (texts[0].ends_with("0300")) {
        throw std::runtime_error("the machine stopped");
    }
    return identity_of(texts);
}

constexpr SealedTable table{.table = "sealed_rows",
                            .columns = columns,
                            .index_column = "identity_index",
                            .identity = identity_of};

std::string number_of(std::int64_t id) {
    return fmt::format("11010519491231{:04}", id);
}

std::optional<std::string> phone_of(std::int64_t id) {
    return id % 3 == 0 ? std::nullopt : std::optional(fmt::format("1380013{:04}", id));
}

class Resealing : public test::OnBothDatabases {
protected:
    Resealing() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        ring_ = *create_key_ring(keys_);
        database().write([&](store::Transaction& transaction) {
            transaction.run_script(
                transaction.dialect() == store::Dialect::sqlite
                    ? "CREATE TABLE sealed_rows (id INTEGER PRIMARY KEY, identity_number blob"
                      " NOT NULL, phone blob, identity_index text)"
                    : "CREATE TABLE sealed_rows (id bigint PRIMARY KEY, identity_number bytea"
                      " NOT NULL, phone bytea, identity_index text)");
            for (std::int64_t id = 1; id <= row_count; ++id) {
                insert(transaction, id);
            }
        });
    }

    ~Resealing() override { fs::remove_all(keys_); }

    void insert(store::Transaction& transaction, std::int64_t id) {
        const auto number = number_of(id);
        const auto phone = phone_of(id);
        std::optional<SealedText> sealed_phone;
        if (phone) {
            sealed_phone = seal(ring_, {table.table, "phone", id}, *phone);
        }
        transaction.execute(
            "INSERT INTO sealed_rows (id, identity_number, phone, identity_index)"
            " VALUES (?, ?, ?, ?)",
            id, seal(ring_, {table.table, "identity_number", id}, number), sealed_phone,
            blind_index(ring_, identity_of(std::array{number, phone.value_or("")})));
    }

    Result<Rotation> rotate(const SealedTable& what = table) {
        return rotate_keys(database(), keys_, {.tables = {&what, 1}}, operating, now);
    }

    // How many rows are under this key, each of which still says what it said.
    int count_under(int key_number) {
        const auto ring = *load_key_ring(keys_);
        return database().read([&](store::Snapshot& snapshot) {
            int count = 0;
            auto row = snapshot.query(
                "SELECT id, identity_number, phone, identity_index FROM sealed_rows ORDER BY id");
            while (row.next()) {
                const auto id = row.get<std::int64_t>(0);
                const auto number = row.get<store::Blob>(1);
                const auto phone = row.get<std::optional<store::Blob>>(2);
                EXPECT_EQ(*open_sealed(ring, {table.table, "identity_number", id}, number),
                          number_of(id));
                EXPECT_EQ(phone.has_value(), phone_of(id).has_value());
                if (phone) {
                    EXPECT_EQ(open_sealed(ring, {table.table, "phone", id}, *phone).has_value(),
                              true);
                    EXPECT_EQ(key_number_of(*phone), key_number_of(number));
                }
                const auto index = row.get<std::string>(3);
                EXPECT_TRUE(index.starts_with(std::to_string(key_number_of(number)) + ":"));
                count += key_number_of(number) == key_number ? 1 : 0;
            }
            return count;
        });
    }

    fs::path keys_ = fs::temp_directory_path() / ("gongkai_" + new_public_id());
    KeyRing ring_;
};

GK_ON_BOTH_DATABASES(Resealing);

TEST_P(Resealing, gives_every_row_the_new_keys) {
    const auto rotation = rotate();
    ASSERT_TRUE(rotation.has_value());
    EXPECT_EQ(rotation->key_number, 2);
    EXPECT_EQ(rotation->rows.resealed_count, row_count);
    EXPECT_EQ(rotation->rows.unreadable_count, 0);
    EXPECT_EQ(count_under(2), row_count);
    EXPECT_FALSE(load_key_ring(keys_)->is_rotating);
    EXPECT_EQ(rotate()->key_number, 3);
    EXPECT_EQ(count_under(3), row_count);
}

TEST_P(Resealing, goes_on_where_a_crash_cut_it_short) {
    auto crashing = table;
    crashing.identity = identity_until_the_crash;
    EXPECT_THROW(static_cast<void>(rotate(crashing)), std::runtime_error);
    EXPECT_TRUE(load_key_ring(keys_)->is_rotating);
    EXPECT_EQ(count_under(2), 200);
    EXPECT_EQ(count_under(1), row_count - 200);
    const auto rest = rotate();
    ASSERT_TRUE(rest.has_value());
    EXPECT_EQ(rest->key_number, 2);
    EXPECT_EQ(rest->rows.resealed_count, row_count - 200);
    EXPECT_EQ(count_under(2), row_count);
}

TEST_P(Resealing, leaves_what_does_not_open_as_it_is_and_counts_it) {
    database().write([](store::Transaction& transaction) {
        transaction.execute(
            "UPDATE sealed_rows SET identity_number = (SELECT identity_number FROM sealed_rows"
            " WHERE id = 8) WHERE id = 7");
    });
    const auto rotation = rotate();
    ASSERT_TRUE(rotation.has_value());
    EXPECT_EQ(rotation->rows.resealed_count, row_count - 1);
    EXPECT_EQ(rotation->rows.unreadable_count, 1);
}

TEST_P(Resealing, takes_a_table_without_an_index) {
    const SealedTable plain{.table = table.table, .columns = columns};
    EXPECT_EQ(rotate(plain)->rows.resealed_count, row_count);
    EXPECT_EQ(rotate()->rows.resealed_count, row_count);
    EXPECT_EQ(count_under(3), row_count);
}

TEST_P(Resealing, stands_in_the_trail) {
    ASSERT_TRUE(rotate().has_value());
    const auto entries = database().read([](store::Snapshot& snapshot) {
        return audit::load_entries_of(snapshot, "key_ring", "2");
    });
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].act, "keys.rotate");
    EXPECT_EQ(entries[1].act, "keys.rotated");
    EXPECT_EQ(entries[1].details, R"({"resealed_count":"450","unreadable_count":"0",)"
                                  R"("resealed_file_count":"0","unreadable_file_count":"0"})");
}

TEST_P(Resealing, is_refused_without_right_without_keys_and_twice_at_once) {
    const auto code_of = [](const Result<Rotation>& result) {
        return result ? "" : result.error().first().code;
    };
    EXPECT_EQ(code_of(rotate_keys(database(), keys_, {.tables = {}}, everyone(), now)),
              "people.operator_only");
    {
        const FolderLock other(keys_);
        EXPECT_EQ(code_of(rotate()), "people.rotation_running");
    }
    EXPECT_EQ(*load_key_ring(keys_), ring_);
    fs::remove(key_ring_file(keys_));
    EXPECT_EQ(code_of(rotate()), "people.keys_missing");
}

TEST_P(Resealing, leaves_no_plain_text_in_the_files_of_the_database) {
    if (GetParam() == store::Dialect::postgres) {
        GTEST_SKIP() << "the files of the server are not ours to read";
    }
    ASSERT_TRUE(rotate().has_value());
    int read_count = 0;
    for (const auto& file : fs::directory_iterator(fs::path(throwaway().address()).parent_path())) {
        std::ifstream in(file.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        read_count += bytes.empty() ? 0 : 1;
        EXPECT_EQ(bytes.find("11010519491231"), std::string::npos) << file.path();
        EXPECT_EQ(bytes.find("1380013"), std::string::npos) << file.path();
    }
    EXPECT_GE(read_count, 2);  // The database and its log.
}

}  // namespace
}  // namespace gk::people
