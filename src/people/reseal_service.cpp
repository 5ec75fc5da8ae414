#include "people/reseal_service.hpp"

#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "audit/store.hpp"
#include "base/private_file.hpp"
#include "people/blind_index.hpp"
#include "people/errors.hpp"

namespace gk::people {

namespace {

constexpr int batch_size = 200;

struct Row {
    std::int64_t id = 0;
    std::vector<std::optional<store::Blob>> sealed;
    std::string index;
};

// What one transaction did.
struct Batch {
    std::int64_t last_id = 0;
    bool is_last = false;
    std::int64_t resealed_count = 0;
    std::int64_t unreadable_count = 0;
};

class Resealing {
public:
    Resealing(const SealedTable& table, const KeyRing& ring) : table_(table), ring_(ring) {
        std::string columns;
        std::string assignments;
        for (const auto column : table.columns) {
            columns += fmt::format(", {}", column);
            assignments += fmt::format("{}{} = ?", assignments.empty() ? "" : ", ", column);
        }
        if (has_index()) {
            columns += fmt::format(", {}", table.index_column);
            assignments += fmt::format(", {} = ?", table.index_column);
        }
        select_ = fmt::format("SELECT id{} FROM {} WHERE id > ? ORDER BY id LIMIT {}", columns,
                              table.table, batch_size);
        update_ = fmt::format("UPDATE {} SET {} WHERE id = ?", table.table, assignments);
    }

    Batch run(store::Transaction& transaction, std::int64_t after) const {
        Batch batch{.last_id = after};
        const auto rows = load(transaction, after);
        for (const auto& row : rows) {
            batch.last_id = row.id;
            if (!is_current(row)) {
                const bool is_done = reseal(transaction, row);
                ++(is_done ? batch.resealed_count : batch.unreadable_count);
            }
        }
        batch.is_last = static_cast<int>(rows.size()) < batch_size;
        return batch;
    }

private:
    [[nodiscard]] bool has_index() const { return !table_.index_column.empty(); }

    [[nodiscard]] std::vector<Row> load(store::Transaction& transaction, std::int64_t after) const {
        std::vector<Row> rows;
        auto found = transaction.query(select_, after);
        while (found.next()) {
            auto& row = rows.emplace_back();
            row.id = found.get<std::int64_t>(0);
            int column = 1;
            for (; column <= static_cast<int>(table_.columns.size()); ++column) {
                row.sealed.push_back(found.get<std::optional<store::Blob>>(column));
            }
            if (has_index()) {
                row.index = found.get<std::optional<std::string>>(column).value_or("");
            }
        }
        return rows;
    }

    // Whether everything in it has the newest keys: what an earlier run did is not done again.
    [[nodiscard]] bool is_current(const Row& row) const {
        for (const auto& sealed : row.sealed) {
            if (sealed && key_number_of(*sealed) != ring_.seal_key().number) {
                return false;
            }
        }
        return !has_index() || row.index.starts_with(fmt::format("{}:", ring_.index_key().number));
    }

    [[nodiscard]] bool reseal(store::Transaction& transaction, const Row& row) const {
        std::vector<std::string> texts;
        std::vector<std::optional<store::Blob>> sealed;
        for (std::size_t i = 0; i < row.sealed.size(); ++i) {
            texts.emplace_back();
            sealed.emplace_back();
            if (row.sealed[i]) {
                const SealedPlace place{table_.table, table_.columns[i], row.id};
                auto text = open_sealed(ring_, place, *row.sealed[i]);
                if (!text) {
                    return false;
                }
                sealed.back() = seal(ring_, place, *text);
                texts.back() = *std::move(text);
            }
        }
        std::vector<store::Parameter> parameters(sealed.begin(), sealed.end());
        const auto index = has_index() ? blind_index(ring_, table_.identity(texts)) : std::string();
        if (has_index()) {
            parameters.emplace_back(index);
        }
        parameters.emplace_back(row.id);
        transaction.execute_with(update_, parameters);
        return true;
    }

    const SealedTable& table_;
    const KeyRing& ring_;
    std::string select_;
    std::string update_;
};

void record(store::Database& database, const Actor& actor, Moment now, std::string_view act,
            audit::Details details, int key_number) {
    database.write([&](store::Transaction& transaction) {
        audit::append(transaction, {.at = now,
                                    .actor = actor.name,
                                    .act = std::string(act),
                                    .object_kind = "key_ring",
                                    .object_id = std::to_string(key_number),
                                    .agency = std::nullopt,
                                    .details = details});
    });
}

void reseal_table(store::Database& database, const SealedTable& table, const KeyRing& ring,
                  Resealed& done) {
    const Resealing resealing(table, ring);
    Batch batch{.last_id = std::numeric_limits<std::int64_t>::min()};
    while (!batch.is_last) {
        batch = database.write([&](store::Transaction& transaction) {
            return resealing.run(transaction, batch.last_id);
        });
        done.resealed_count += batch.resealed_count;
        done.unreadable_count += batch.unreadable_count;
    }
}

}  // namespace

Result<Rotation> rotate_keys(store::Database& database, const std::filesystem::path& keys,
                             const Sealed& sealed, const Actor& actor, Moment now) {
    if (!actor.may(Permission::operate)) {
        return error(operator_only);
    }
    GK_TRY(auto ring, load_key_ring(keys));
    const FolderLock lock(keys);
    if (!lock.is_held()) {
        return error(rotation_running);
    }
    // Again: another may have rotated them between the two.
    GK_TRY(ring, load_key_ring(keys));
    if (!ring.is_rotating) {
        ring = with_new_keys(std::move(ring));
        save_key_ring(keys, ring);
    }
    Rotation rotation{.key_number = ring.seal_key().number};
    record(database, actor, now, "keys.rotate", {}, rotation.key_number);
    for (const auto& table : sealed.tables) {
        reseal_table(database, table, ring, rotation.rows);
    }
    if (sealed.reseal_files) {
        rotation.files = sealed.reseal_files(ring);
    }
    ring.is_rotating = false;
    save_key_ring(keys, ring);
    record(database, actor, now, "keys.rotated",
           {{"resealed_count", std::to_string(rotation.rows.resealed_count)},
            {"unreadable_count", std::to_string(rotation.rows.unreadable_count)},
            {"resealed_file_count", std::to_string(rotation.files.resealed_count)},
            {"unreadable_file_count", std::to_string(rotation.files.unreadable_count)}},
           rotation.key_number);
    return rotation;
}

}  // namespace gk::people
