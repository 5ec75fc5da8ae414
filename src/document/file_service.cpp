#include "document/file_service.hpp"

#include <set>

#include "audit/store.hpp"
#include "people/errors.hpp"

namespace gk::document {

namespace {

constexpr std::int64_t orphan_age_ms = 24LL * 60 * 60 * 1000;

using Addresses = std::set<std::string, std::less<>>;

Addresses named_addresses(store::Database& database) {
    return database.read([](store::Snapshot& snapshot) {
        Addresses addresses;
        auto row = snapshot.query("SELECT DISTINCT address FROM stored_files");
        while (row.next()) {
            addresses.insert(row.get<std::string>(0));
        }
        return addresses;
    });
}

bool is_named(store::Database& database, const std::string& address) {
    return database.read([&](store::Snapshot& snapshot) {
        return snapshot.query("SELECT 1 FROM stored_files WHERE address = ? LIMIT 1", address)
            .next();
    });
}

std::vector<FileStore::Entry> orphans(const FileStore& files, const Addresses& named, Moment now) {
    std::vector<FileStore::Entry> found;
    files.each([&](const FileStore::Entry& entry) {
        if (!named.contains(entry.address) &&
            entry.changed_at.utc_ms <= now.utc_ms - orphan_age_ms) {
            found.push_back(entry);
        }
    });
    return found;
}

}  // namespace

FileCheck check_files(store::Database& database, const FileStore& files, Moment now) {
    FileCheck check;
    const auto named = named_addresses(database);
    check.file_count = static_cast<std::int64_t>(named.size());
    for (const auto& address : named) {
        switch (files.state(address)) {
            case FileStore::State::fine:
                break;
            case FileStore::State::missing:
                check.missing.push_back(address);
                break;
            case FileStore::State::damaged:
                check.damaged.push_back(address);
                break;
        }
    }
    check.orphans = orphans(files, named, now);
    return check;
}

void remove_unnamed(store::Database& database, const FileStore& files,
                    const std::vector<std::string>& addresses) {
    for (const auto& address : addresses) {
        if (!is_named(database, address)) {
            files.remove(address);
        }
    }
}

Result<Collected> collect_orphans(store::Database& database, const FileStore& files,
                                  const people::Actor& actor, Moment now) {
    if (!actor.may(people::Permission::operate)) {
        return error(people::operator_only);
    }
    Collected collected;
    for (const auto& orphan : orphans(files, named_addresses(database), now)) {
        // Somebody may have sent the same file meanwhile.
        if (!is_named(database, orphan.address)) {
            files.remove(orphan.address);
            ++collected.file_count;
            collected.byte_count += orphan.byte_count;
        }
    }
    database.write([&](store::Transaction& transaction) {
        audit::append(transaction,
                      {.at = now,
                       .actor = actor.name,
                       .act = "files.collect",
                       .object_kind = "files",
                       .object_id = "orphans",
                       .agency = std::nullopt,
                       .details = {{"file_count", std::to_string(collected.file_count)},
                                   {"byte_count", std::to_string(collected.byte_count)}}});
    });
    return collected;
}

}  // namespace gk::document
