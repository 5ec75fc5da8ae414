#include "document/reseal_service.hpp"

#include <limits>
#include <vector>

#include "document/file_service.hpp"
#include "document/stored_file_store.hpp"

namespace gk::document {

namespace {

// The new place of the file; nothing where it cannot be read.
std::optional<PlacedFile> placed_again(const FileStore& files, const PlacedFile& before) {
    if (files.state(before.address) != FileStore::State::fine) {
        return std::nullopt;
    }
    const auto bytes = files.read(before);
    return bytes ? std::optional(files.place(*bytes, Sealing::sealed)) : std::nullopt;
}

}  // namespace

people::Resealed reseal_files(store::Database& database, const std::filesystem::path& folder,
                              const people::KeyRing& ring) {
    constexpr int batch_size = 200;
    const FileStore files(folder, ring);
    people::Resealed done;
    Id<StoredFile> after{std::numeric_limits<std::int64_t>::min()};
    for (auto count = batch_size; count == batch_size;) {
        const auto batch = database.read([&](store::Snapshot& snapshot) {
            return load_sealed_files(snapshot, after, batch_size);
        });
        count = static_cast<int>(batch.size());
        for (const auto& file : batch) {
            after = file.id;
            if (files.key_number(file.placed.address) == ring.seal_key().number) {
                continue;
            }
            const auto placed = placed_again(files, file.placed);
            if (!placed) {
                ++done.unreadable_count;
                continue;
            }
            database.write([&](store::Transaction& transaction) {
                move_stored_file(transaction, file.id, placed->address);
            });
            remove_unnamed(database, files, {file.placed.address});
            ++done.resealed_count;
        }
    }
    return done;
}

}  // namespace gk::document
