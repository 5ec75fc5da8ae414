#include "audit/store.hpp"

#include <limits>

#include "base/assert.hpp"
#include "store/list_query.hpp"

namespace gk::audit {

namespace {

// What follows the sequence, which is column 0.
AuditEntry entry_of(const store::Statement& row) {
    return {.sequence = row.get<std::int64_t>(0),
            .agency = row.get<std::optional<std::int64_t>>(1),
            .at = row.get<Moment>(2),
            .actor = row.get<std::string>(3),
            .act = row.get<std::string>(4),
            .object_kind = row.get<std::string>(5),
            .object_id = row.get<std::string>(6),
            .details = row.get<std::string>(7),
            .hash = row.get<std::string>(8)};
}

void take_row(const store::Statement& row, ChainCheck& check) {
    try {
        check.take(entry_of(row));
    } catch (const Bug&) {
        // A wrong type where only text can be: whoever wrote it was not this program.
        check.take_unreadable(row.get<std::int64_t>(0));
    }
}

}  // namespace

AuditEntry append(store::Transaction& transaction, const Act& act) {
    const auto before = [&] {
        auto row = transaction.query(transaction.dialect() == store::Dialect::postgres
                                         ? "SELECT entry_count, hash FROM audit_head FOR UPDATE"
                                         : "SELECT entry_count, hash FROM audit_head");
        GK_ASSERT(row.next());
        return AuditHead{row.get<std::int64_t>(0), row.get<std::string>(1)};
    }();
    AuditEntry entry{.sequence = before.entry_count + 1,
                     .agency = act.agency,
                     .at = act.at,
                     .actor = act.actor,
                     .act = act.act,
                     .object_kind = act.object_kind,
                     .object_id = act.object_id,
                     .details = details_json(act.details),
                     .hash = {}};
    entry.hash = chained_hash(before.hash, entry);
    transaction.execute(
        "INSERT INTO audit_entries (sequence, agency_id, acted_at, actor, act, object_kind,"
        " object_id, details, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.sequence, entry.agency, entry.at, entry.actor, entry.act, entry.object_kind,
        entry.object_id, entry.details, entry.hash);
    const auto changed = transaction.execute("UPDATE audit_head SET entry_count = ?, hash = ?",
                                             entry.sequence, entry.hash);
    GK_ASSERT(changed == 1);
    return entry;
}

AuditHead load_head(store::Snapshot& snapshot) {
    auto row = snapshot.query("SELECT entry_count, hash FROM audit_head");
    return row.next() ? AuditHead{row.get<std::int64_t>(0), row.get<std::string>(1)} : AuditHead{};
}

std::vector<AuditEntry> load_entries_of(store::Snapshot& snapshot, std::string_view object_kind,
                                        std::string_view object_id) {
    auto row = snapshot.query(
        "SELECT sequence, agency_id, acted_at, actor, act, object_kind, object_id, details, hash"
        " FROM audit_entries WHERE object_kind = ? AND object_id = ? ORDER BY sequence",
        object_kind, object_id);
    std::vector<AuditEntry> entries;
    while (row.next()) {
        entries.push_back(entry_of(row));
    }
    return entries;
}

Listed<AuditEntry> list_entries(store::Snapshot& snapshot, const EntryFilter& filter,
                                const ListPart& part) {
    store::ListQuery query(
        "sequence, agency_id, acted_at, actor, act, object_kind, object_id, details, hash",
        "audit_entries");
    query.where_if("agency_id = ?", filter.agency)
        .where_if("acted_at >= ?", filter.from)
        .where_if("acted_at < ?", filter.before)
        .where_contains({"actor"}, filter.actor);
    if (filter.act.ends_with('.')) {
        query.where_begins("act", filter.act);
    } else if (!filter.act.empty()) {
        query.where("act = ?", {filter.act});
    }
    if (!filter.object_kind.empty()) {
        query.where("object_kind = ?", {filter.object_kind});
    }
    if (!filter.object_id.empty()) {
        query.where("object_id = ?", {filter.object_id});
    }
    query.order_by("sequence", part.direction);
    Listed<AuditEntry> listed{.rows = {}, .total = query.count(snapshot)};
    auto row = query.rows(snapshot, part.offset, part.limit);
    while (row.next()) {
        listed.rows.push_back(entry_of(row));
    }
    return listed;
}

void read_all(store::Snapshot& snapshot, ChainCheck& check) {
    constexpr int batch_size = 5000;
    auto after = std::numeric_limits<std::int64_t>::min();
    for (int count = batch_size; count == batch_size;) {
        auto row = snapshot.query(
            "SELECT sequence, agency_id, acted_at, actor, act, object_kind, object_id, details,"
            " hash FROM audit_entries WHERE sequence > ? ORDER BY sequence LIMIT ?",
            after, batch_size);
        for (count = 0; row.next(); ++count) {
            after = row.get<std::int64_t>(0);
            take_row(row, check);
        }
    }
}

}  // namespace gk::audit
