#include "document/waiting_file_store.hpp"

#include <utility>

#include "base/text.hpp"
#include "document/stored_file_store.hpp"

namespace gk::document {

void insert_waiting_file(store::Transaction& transaction, const StoredFile& file,
                         std::string_view kept_for, Moment now) {
    transaction.execute("INSERT INTO waiting_files (file_id, kept_for, kept_at) VALUES (?, ?, ?)",
                        file.public_id, kept_for, now);
}

std::optional<std::string> load_waited_for(store::Snapshot& snapshot, std::string_view file) {
    if (!text::is_utf8(file)) {
        return std::nullopt;
    }
    auto row = snapshot.query("SELECT kept_for FROM waiting_files WHERE file_id = ?", file);
    return row.next() ? std::optional(row.get<std::string>(0)) : std::nullopt;
}

void end_waiting(store::Transaction& transaction, const std::vector<std::string>& files) {
    for (const auto& file : files) {
        transaction.execute("DELETE FROM waiting_files WHERE file_id = ?", file);
    }
}

std::vector<std::string> delete_waiting_files(store::Transaction& transaction, Moment kept_before,
                                              int count_max) {
    std::vector<std::pair<Id<StoredFile>, std::string>> found;
    {
        auto row = transaction.query(
            "SELECT f.id, f.address FROM waiting_files w"
            " JOIN stored_files f ON f.public_id = w.file_id WHERE w.kept_at < ?"
            " ORDER BY w.kept_at LIMIT ?",
            kept_before, count_max);
        while (row.next()) {
            found.emplace_back(row.get<Id<StoredFile>>(0), row.get<std::string>(1));
        }
    }
    std::vector<std::string> addresses;
    for (auto& [id, address] : found) {
        delete_stored_file(transaction, id);
        addresses.push_back(std::move(address));
    }
    return addresses;
}

}  // namespace gk::document
