// A new key for all personal data that is stored: sealed again row by row, in batches, at any time
// resumable.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "people/actor.hpp"
#include "people/sealed_text.hpp"
#include "store/database.hpp"

namespace gk::people {

// A table with a bigint column `id` whose `columns` hold sealed text or NULL.
struct SealedTable {
    std::string_view table;
    std::span<const std::string_view> columns;
    // The column of the blind index; empty where the table has none.
    std::string_view index_column = {};
    // normalised_identity() of what the columns say, in their order, NULL as empty text.
    std::string (*identity)(std::span<const std::string> texts) = nullptr;
};

struct Rotation {
    int key_number = 0;               // The key that everything has now.
    std::int64_t resealed_count = 0;  // Rows, in this run.
    // Rows that do not open: changed from outside, or sealed with a key that is not there. They
    // stay as they are.
    std::int64_t unreadable_count = 0;
};

// Makes new keys, unless those of an earlier run that was cut short wait to be used, and seals
// every row of the tables with them. The old keys stay in the file, for backups. Refuses who may
// not, as load_key_ring() does, and while another rotation runs. The trail records it.
[[nodiscard]] Result<Rotation> rotate_keys(store::Database& database,
                                           const std::filesystem::path& keys,
                                           std::span<const SealedTable> tables, const Actor& actor,
                                           Moment now);

}  // namespace gk::people
