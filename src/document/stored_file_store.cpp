#include "document/stored_file_store.hpp"

#include "base/assert.hpp"
#include "base/text.hpp"

namespace gk::document {

namespace {

#define GK_STORED_FILE_COLUMNS                                                                 \
    "id, public_id, agency_id, kind, given_name, address, sha256, sm3, byte_count, is_sealed," \
    " stored_at"

StoredFile file_of(store::Statement& row) {
    const auto kind = media_kind_of(row.get<std::string>(3));
    GK_ASSERT(kind.has_value());
    return {.id = row.get<Id<StoredFile>>(0),
            .public_id = row.get<std::string>(1),
            .agency = row.get<Id<people::Agency>>(2),
            .kind = *kind,
            .given_name = row.get<std::string>(4),
            .placed = {.address = row.get<std::string>(5),
                       .sha256 = row.get<std::string>(6),
                       .sm3 = row.get<std::string>(7),
                       .byte_count = row.get<std::int64_t>(8),
                       .sealing = row.get<bool>(9) ? Sealing::sealed : Sealing::open},
            .stored_at = row.get<Moment>(10)};
}

}  // namespace

StoredFile insert_stored_file(store::Transaction& transaction, const NewStoredFile& given,
                              Moment now) {
    StoredFile file{.id = {},
                    .public_id = new_public_id(),
                    .agency = given.agency,
                    .kind = given.kind,
                    .given_name = plain_file_name(given.given_name, given.kind),
                    .placed = given.placed,
                    .stored_at = now};
    auto row = transaction.query(
        "INSERT INTO stored_files (public_id, agency_id, kind, given_name, address, sha256, sm3,"
        " byte_count, is_sealed, stored_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        file.public_id, file.agency, key(file.kind), file.given_name, file.placed.address,
        file.placed.sha256, file.placed.sm3, file.placed.byte_count,
        file.placed.sealing == Sealing::sealed, now);
    GK_ASSERT(row.next());
    file.id = row.get<Id<StoredFile>>(0);
    return file;
}

std::optional<StoredFile> load_stored_file(store::Snapshot& snapshot, std::string_view public_id) {
    if (!text::is_utf8(public_id)) {
        return std::nullopt;
    }
    auto row = snapshot.query(
        "SELECT " GK_STORED_FILE_COLUMNS " FROM stored_files WHERE public_id = ?", public_id);
    return row.next() ? std::optional(file_of(row)) : std::nullopt;
}

std::optional<StoredFile> load_stored_file(store::Snapshot& snapshot, Id<StoredFile> id) {
    auto row =
        snapshot.query("SELECT " GK_STORED_FILE_COLUMNS " FROM stored_files WHERE id = ?", id);
    return row.next() ? std::optional(file_of(row)) : std::nullopt;
}

std::vector<StoredFile> load_sealed_files(store::Snapshot& snapshot, Id<StoredFile> after,
                                          int count_max) {
    std::vector<StoredFile> files;
    auto row = snapshot.query("SELECT " GK_STORED_FILE_COLUMNS
                              " FROM stored_files WHERE id > ? AND is_sealed = 1"
                              " ORDER BY id LIMIT ?",
                              after, count_max);
    while (row.next()) {
        files.push_back(file_of(row));
    }
    return files;
}

void move_stored_file(store::Transaction& transaction, Id<StoredFile> id,
                      std::string_view address) {
    transaction.execute("UPDATE stored_files SET address = ? WHERE id = ?", address, id);
}

void delete_stored_file(store::Transaction& transaction, Id<StoredFile> id) {
    transaction.execute(
        "DELETE FROM waiting_files WHERE file_id IN (SELECT public_id FROM stored_files"
        " WHERE id = ?)",
        id);
    transaction.execute("DELETE FROM stored_files WHERE id = ?", id);
}

#undef GK_STORED_FILE_COLUMNS

}  // namespace gk::document
