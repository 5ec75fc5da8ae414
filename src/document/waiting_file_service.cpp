#include "document/waiting_file_service.hpp"

#include "document/clean_file.hpp"
#include "document/stored_file_store.hpp"
#include "document/waiting_file_store.hpp"

namespace gk::document {

Result<StoredFile> keep_waiting_file(store::Database& database, const FileStore& files,
                                     const ArrivingFile& arriving, Moment now) {
    GK_TRY(const auto clean, clean_file(arriving.bytes));
    const auto placed = files.place(clean.bytes, Sealing::sealed);
    return database.write([&](store::Transaction& transaction) -> Result<StoredFile> {
        auto kept = insert_stored_file(transaction,
                                       {.agency = arriving.agency,
                                        .kind = clean.kind,
                                        .given_name = arriving.name,
                                        .placed = placed},
                                       now);
        insert_waiting_file(transaction, kept, arriving.kept_for, now);
        return kept;
    });
}

}  // namespace gk::document
