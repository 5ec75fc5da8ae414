// A new key for all personal data that is stored: sealed again row by row, in batches, at any time
// resumable.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
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

struct Resealed {
    std::int64_t resealed_count = 0;  // In this run.
    // What does not open: changed from outside, or sealed with a key that is not there. It stays as
    // it is.
    std::int64_t unreadable_count = 0;
};

struct Rotation {
    int key_number = 0;  // The key that everything has now.
    Resealed rows = {};
    Resealed files = {};
};

// What is sealed: rows of the tables, and what lies outside of the database.
struct Sealed {
    std::span<const SealedTable> tables;
    std::function<Resealed(const KeyRing&)> reseal_files = {};  // Nothing: there are none.
};

// Makes new keys, unless those of an earlier run that was cut short wait to be used, and seals
// everything with them. The old keys stay in the file, for backups. Refuses who may not, as
// load_key_ring() does, and while another rotation runs. The trail records it.
[[nodiscard]] Result<Rotation> rotate_keys(store::Database& database,
                                           const std::filesystem::path& keys, const Sealed& sealed,
                                           const Actor& actor, Moment now);

}  // namespace gk::people
