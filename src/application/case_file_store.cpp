#include "application/case_file_store.hpp"

#include <utility>

#include "document/stored_file_store.hpp"

namespace gk::application {

std::vector<CaseFile> load_case_files(store::Snapshot& snapshot, const Case& of) {
    struct Named {
        std::string id;
        int event_number;
        bool shows_identity;
    };

    std::vector<Named> named;
    {
        auto row = snapshot.query(
            "SELECT file_id, event_number, shows_identity FROM case_files WHERE agency_id = ? AND "
            "case_id = ?"
            " ORDER BY event_number, file_id",
            of.agency, of.id);
        while (row.next()) {
            named.push_back({row.get<std::string>(0), row.get<int>(1), row.get<int>(2) != 0});
        }
    }
    std::vector<CaseFile> files;
    for (const auto& [id, event_number, shows_identity] : named) {
        // What was deleted when its time had come is named still.
        if (auto stored = document::load_stored_file(snapshot, id)) {
            files.push_back({.stored = *std::move(stored),
                             .event_number = event_number,
                             .shows_identity = shows_identity});
        }
    }
    return files;
}

void mark_identity_files(store::Transaction& transaction, const Case& of,
                         const std::vector<std::string>& files) {
    for (const auto& file : files) {
        transaction.execute(
            "UPDATE case_files SET shows_identity = 1"
            " WHERE agency_id = ? AND case_id = ? AND file_id = ?",
            of.agency, of.id, file);
    }
}

bool is_of_another_case(store::Snapshot& snapshot, const Case& of, std::string_view file) {
    auto row =
        snapshot.query("SELECT 1 FROM case_files WHERE file_id = ? AND case_id <> ?", file, of.id);
    return row.next();
}

}  // namespace gk::application
