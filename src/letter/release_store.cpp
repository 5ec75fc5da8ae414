#include "letter/release_store.hpp"

#include "base/assert.hpp"
#include "document/stored_file_store.hpp"

namespace gk::letter {

namespace {

struct Row {
    ReleasedFile file;
    Id<document::StoredFile> stored;
};

std::vector<Severance> load_severances(store::Snapshot& snapshot, Id<ReleasedFile> file) {
    std::vector<Severance> severances;
    auto row = snapshot.query(
        "SELECT place, exemption, reason FROM severances WHERE released_file_id = ?"
        " ORDER BY position",
        file);
    while (row.next()) {
        const auto exemption = law::exemption_of(row.get<std::string>(1));
        GK_ASSERT(exemption.has_value());
        severances.push_back({row.get<std::string>(0), *exemption, row.get<std::string>(2)});
    }
    return severances;
}

}  // namespace

std::vector<ReleasedFile> load_released_files(store::Snapshot& snapshot, Id<Letter> letter) {
    std::vector<Row> rows;
    {
        auto row = snapshot.query(
            "SELECT id, public_id, position, title, file_id, source_sha256, status, opinion,"
            " added_by, reviewed_by, reviewed_at FROM released_files WHERE letter_id = ?"
            " ORDER BY position",
            letter);
        while (row.next()) {
            auto& each = rows.emplace_back();
            each.file.id = row.get<Id<ReleasedFile>>(0);
            each.file.public_id = row.get<std::string>(1);
            each.file.position = row.get<int>(2);
            each.file.title = row.get<std::string>(3);
            each.stored = row.get<Id<document::StoredFile>>(4);
            each.file.source_sha256 = row.get<std::string>(5);
            const auto status = release_status_of(row.get<std::string>(6));
            GK_ASSERT(status.has_value());
            each.file.status = *status;
            each.file.opinion = row.get<std::string>(7);
            each.file.added_by = row.get<std::string>(8);
            each.file.reviewed_by = row.get<std::optional<std::string>>(9);
            each.file.reviewed_at = row.get<std::optional<Moment>>(10);
        }
    }
    std::vector<ReleasedFile> files;
    for (auto& each : rows) {
        auto stored = document::load_stored_file(snapshot, each.stored);
        GK_ASSERT(stored.has_value());
        each.file.file = *std::move(stored);
        each.file.severances = load_severances(snapshot, each.file.id);
        files.push_back(std::move(each.file));
    }
    return files;
}

ReleasedFile insert_released_file(store::Transaction& transaction, const Letter& letter,
                                  ReleasedFile file) {
    file.public_id = new_public_id();
    file.position = letter.released_files.empty() ? 1 : letter.released_files.back().position + 1;
    {
        auto row = transaction.query(
            "INSERT INTO released_files (public_id, letter_id, position, title, file_id,"
            " source_sha256, status, opinion, added_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " RETURNING id",
            file.public_id, letter.id, file.position, file.title, file.file.id, file.source_sha256,
            key(file.status), file.opinion, file.added_by);
        GK_ASSERT(row.next());
        file.id = row.get<Id<ReleasedFile>>(0);
    }
    replace_severances(transaction, file);
    return file;
}

void replace_severances(store::Transaction& transaction, const ReleasedFile& file) {
    transaction.execute("DELETE FROM severances WHERE released_file_id = ?", file.id);
    int position = 0;
    for (const auto& severance : file.severances) {
        transaction.execute(
            "INSERT INTO severances (released_file_id, position, place, exemption, reason)"
            " VALUES (?, ?, ?, ?, ?)",
            file.id, ++position, severance.place, law::key(severance.exemption), severance.reason);
    }
}

void delete_released_file(store::Transaction& transaction, const ReleasedFile& file) {
    transaction.execute("DELETE FROM severances WHERE released_file_id = ?", file.id);
    transaction.execute("DELETE FROM released_files WHERE id = ?", file.id);
    document::delete_stored_file(transaction, file.file.id);
}

std::vector<PublishedAnswer> load_published(store::Snapshot& snapshot) {
    std::vector<PublishedAnswer> answers;
    auto row = snapshot.query(
        "SELECT f.public_id, f.title, a.name, l.delivered_on FROM released_files f"
        " JOIN letters l ON l.id = f.letter_id JOIN agencies a ON a.id = l.agency_id"
        " WHERE f.is_publishable = 1 AND l.delivered_on IS NOT NULL"
        " ORDER BY l.delivered_on DESC, f.id DESC");
    while (row.next()) {
        answers.push_back({.public_id = row.get<std::string>(0),
                           .title = row.get<std::string>(1),
                           .agency_name = row.get<std::string>(2),
                           .delivered_on = row.get<Date>(3)});
    }
    return answers;
}

std::optional<Id<Letter>> find_letter_of_published(store::Snapshot& snapshot,
                                                   std::string_view public_id) {
    auto row = snapshot.query(
        "SELECT l.id FROM released_files f JOIN letters l ON l.id = f.letter_id"
        " WHERE f.public_id = ? AND f.is_publishable = 1 AND l.delivered_on IS NOT NULL",
        public_id);
    return row.next() ? std::optional(row.get<Id<Letter>>(0)) : std::nullopt;
}

void mark_publishable(store::Transaction& transaction, const ReleasedFile& file) {
    transaction.execute("UPDATE released_files SET is_publishable = 1 WHERE id = ?", file.id);
}

void update_review(store::Transaction& transaction, const ReleasedFile& file) {
    transaction.execute(
        "UPDATE released_files SET status = ?, opinion = ?, reviewed_by = ?, reviewed_at = ?"
        " WHERE id = ?",
        key(file.status), file.opinion, file.reviewed_by, file.reviewed_at, file.id);
}

}  // namespace gk::letter
