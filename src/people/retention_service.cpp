#include "people/retention_service.hpp"

#include <string>

#include "audit/store.hpp"
#include "base/assert.hpp"
#include "people/errors.hpp"

namespace gk::people {

namespace {

constexpr int batch_size = 2'000;

// Deletes at most `batch_size` of those whose last use lies before the moment.
std::string_view deletion(KeptRecord record) {
    switch (record) {
        case KeptRecord::sign_in:
            return "DELETE FROM sign_in_log WHERE id IN"
                   " (SELECT id FROM sign_in_log WHERE tried_at < ? ORDER BY id LIMIT ?)";
        case KeptRecord::session:
            return "DELETE FROM sessions WHERE id IN"
                   " (SELECT id FROM sessions WHERE expires_at < ? ORDER BY expires_at LIMIT ?)";
        case KeptRecord::one_time_link:
            return "DELETE FROM one_time_links WHERE token_hash IN"
                   " (SELECT token_hash FROM one_time_links WHERE expires_at < ? LIMIT ?)";
        case KeptRecord::sign_in_delay:
            return "DELETE FROM sign_in_delays WHERE subject IN"
                   " (SELECT subject FROM sign_in_delays WHERE last_failed_at < ? LIMIT ?)";
        case KeptRecord::sign_in_device:
            return "DELETE FROM sign_in_devices WHERE token_hash IN"
                   " (SELECT token_hash FROM sign_in_devices WHERE last_used_at < ? LIMIT ?)";
    }
    GK_ASSERT(!"a kind of record");
    return {};
}

std::int64_t delete_before(store::Database& database, KeptRecord record, Moment before) {
    std::int64_t all = 0;
    for (std::int64_t count = batch_size; count == batch_size; all += count) {
        count = database.write([&](store::Transaction& transaction) {
            return transaction.execute(deletion(record), before, batch_size);
        });
    }
    return all;
}

}  // namespace

Result<std::vector<DeletedRecords>> delete_outdated(store::Database& database, const Actor& actor,
                                                    Moment now) {
    if (!actor.may(Permission::operate)) {
        return error(operator_only);
    }
    std::vector<DeletedRecords> deleted;
    for (const auto record : kept_records()) {
        const std::chrono::milliseconds kept = kept_for(record);
        const auto count = delete_before(database, record, {now.utc_ms - kept.count()});
        deleted.push_back({record, count});
        if (count > 0) {
            database.write([&](store::Transaction& transaction) {
                audit::append(transaction, {.at = now,
                                            .actor = actor.name,
                                            .act = "sign_in_records.delete",
                                            .object_kind = "sign_in_records",
                                            .object_id = std::string(key(record)),
                                            .agency = std::nullopt,
                                            .details = {{"count", std::to_string(count)}}});
            });
        }
    }
    return deleted;
}

}  // namespace gk::people
